/** Astro's development server over a folder of data, whose open pages reload when the data changes. */
import type {IncomingMessage, ServerResponse} from 'node:http'
import {join} from 'node:path'
import {dev} from 'astro'
import {normalizePath, type ViteDevServer} from 'vite'
import {packageFolder} from '../../disk/package-folder-fs.ts'
import {siteConfig} from '../../site/build/astro-config.ts'
import {linkPackages, siteFolder} from '../../site/build/site-folder-fs.ts'
import type {SiteSettings} from '../../site/settings/site-settings.ts'
import {checkRequest, hidesNothing, isRefusal, namesToHosts, refuse} from '../serve/check-request.ts'
import {addressOf, nameOf} from '../serve/host-names.ts'

export interface DevServer {
  /** With `/` at its end. */
  url: string
  /** The wanted port was taken. */
  moved: boolean
  /** Renders from the data as it is now, and reloads the pages that are open. */
  reload: () => void
  stop: () => Promise<void>
}

export interface DevInput {
  /** Wanted port of this machine; the next free one is taken when it is in use. */
  port: number
  /** Names by which the site may be asked for beside this machine's own; an address among them is listened on. */
  hosts: readonly string[]
  /** Folder of this run's own, which holds the files of the dataset. */
  workDir: string
  /** Workspace, which may have a guide of its own. */
  contentDir: string
  /** What its configuration says of the site. */
  settings?: SiteSettings | undefined
}

/** The only module of the site that reads the data. */
const reader = normalizePath(join(siteFolder, 'dataset/data-fs.ts'))

export const startDevServer = async ({
  port,
  hosts,
  workDir,
  contentDir,
  settings,
}: DevInput): Promise<DevServer> => {
  linkPackages(workDir)
  let started: ViteDevServer | undefined
  const address = addressOf(hosts)
  // The site's sources lie outside of the run's folder.
  const served = [packageFolder, workDir, contentDir]
  const {integrations, vite, ...config} = siteConfig({workDir, contentDir, settings})
  const server = await dev({
    ...config,
    logLevel: 'warn',
    server: {port, host: address, allowedHosts: [...hosts]},
    vite: {...vite, server: {fs: {allow: served}}},
    integrations: [
      ...integrations,
      {
        name: 'portolan-dev',
        hooks: {
          'astro:server:setup': ({server}) => {
            started = server
            guard(server, namesToHosts(hosts), ['/', ...served.map((folder) => `/@fs${folder}/`)])
          },
        },
      },
    ],
  })
  return {
    url: `http://${nameOf(address)}:${server.address.port}/`,
    moved: server.address.port !== port,
    reload: () => {
      if (started === undefined) return
      // Paths of pages are kept until Astro hears that content changed.
      for (const [name, {hot}] of Object.entries(started.environments))
        if (name !== 'client') hot.send({type: 'custom', event: 'astro:content-changed', data: {}})
      // What was read when the module was loaded is stale, as if the module had been edited.
      started.watcher.emit('change', reader)
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
