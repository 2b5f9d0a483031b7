/** Astro's development server over a folder of data, whose open pages reload when the data changes. */
import type {IncomingMessage, ServerResponse} from 'node:http'
import {relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {dev} from 'astro'
import type {ViteDevServer} from 'vite'
import {checkRequest, hidesNothing, isRefusal, namesToHosts, refuse} from './check-request.ts'
import {addressOf, nameOf} from './host-option.ts'

export interface DevServer {
  /** With `/` at its end. */
  url: string
  /** The wanted port was taken. */
  moved: boolean
  /** Renders from the data as it is now, and reloads the pages that are open. */
  reload: () => void
  stop: () => Promise<void>
}

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The only module of the site that reads the data. */
const reader = fileURLToPath(new URL('../../src/site/data-fs.ts', import.meta.url))

/**
 * Starts on `port` of this machine; the next free one is taken when that is in use.
 *
 * @param names by which the site may be asked for beside this machine's own; an address among them is listened on
 */
export const startDevServer = async (
  port: number,
  cacheDir: string,
  names: readonly string[] = [],
): Promise<DevServer> => {
  let vite: ViteDevServer | undefined
  const address = addressOf(names)
  const server = await dev({
    root,
    cacheDir,
    logLevel: 'warn',
    server: {port, host: address, allowedHosts: [...names]},
    integrations: [
      {
        name: 'portolan-dev',
        hooks: {
          'astro:server:setup': ({server: started}) => {
            vite = started
            guard(started, namesToHosts(names), [
              '/',
              `/${relative(root, cacheDir)}/`,
              `/@fs${root}`,
              `/@fs${cacheDir}/`,
            ])
          },
        },
      },
    ],
  })
  return {
    url: `http://${nameOf(address)}:${server.address.port}/`,
    moved: server.address.port !== port,
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

/** Stands before all that Vite and Astro answer, which trust other names and serve hidden files of the project. */
const guard = (
  {httpServer, middlewares}: ViteDevServer,
  hosts: ReadonlySet<string>,
  folders: readonly string[],
): void => {
  if (!httpServer?.listeners('request').includes(middlewares))
    throw new Error('expected Vite to answer requests by its middlewares')
  httpServer.removeListener('request', middlewares)
  httpServer.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const wanted = checkRequest(request, hosts)
    if (isRefusal(wanted)) refuse(response, wanted)
    else if (!hidesNothing(wanted.path, folders)) refuse(response, {status: 404, text: 'no such page'})
    else middlewares(request, response)
  })
}
