/** Astro's development server over a folder of data, whose open pages reload when the data changes. */
import {fileURLToPath} from 'node:url'
import {dev} from 'astro'
import type {ViteDevServer} from 'vite'

export interface DevServer {
  /** With `/` at its end. */
  url: string
  /** Renders from the data as it is now, and reloads the pages that are open. */
  reload: () => void
  stop: () => Promise<void>
}

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The only module of the site that reads the data. */
const reader = fileURLToPath(new URL('../../src/site/data-fs.ts', import.meta.url))

/** Starts on `port` of this machine; the next free one is taken when that is in use. */
export const startDevServer = async (port: number, cacheDir: string): Promise<DevServer> => {
  let vite: ViteDevServer | undefined
  const server = await dev({
    root,
    cacheDir,
    logLevel: 'warn',
    server: {port, host: '127.0.0.1'},
    integrations: [
      {
        name: 'portolan-dev',
        hooks: {
          'astro:server:setup': ({server: started}) => {
            vite = started
          },
        },
      },
    ],
  })
  return {
    url: `http://127.0.0.1:${server.address.port}/`,
    reload: () => {
      if (vite === undefined) return
      // Paths of pages are kept until Astro hears that content changed.
      for (const [name, {hot}] of Object.entries(vite.environments))
        if (name !== 'client') hot.send({type: 'custom', event: 'astro:content-changed', data: {}})
      // What was read when the module was loaded is stale, as if the module had been edited.
      vite.watcher.emit('change', reader)
    },
    stop: () => server.stop(),
  }
}
