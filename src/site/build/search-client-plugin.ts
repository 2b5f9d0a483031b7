/** The Vite plugin that builds search as a file of its own, `search/client.js`, for pages to load when it is needed. */
import {join} from 'node:path'
import {normalizePath, type Plugin} from 'vite'
import {siteFolder} from './site-folder-fs.ts'

const shared = normalizePath(join(siteFolder, '../search/index/runs.ts'))
const entry = normalizePath(join(siteFolder, 'search/search-client.ts'))

/** Without it the page's script would import search itself, and so could no longer stand in the page. */
export const searchClient = (): Plugin => ({
  name: 'search-client',
  buildStart() {
    if (this.environment.name !== 'client' || this.environment.config.command === 'serve') return
    this.emitFile({
      type: 'chunk',
      id: entry,
      fileName: 'search/client.js',
    })
  },
  configureServer({middlewares}) {
    middlewares.use((request, response, next) => {
      const file = /\/search\/(client|shared)\.js$/.exec(request.url ?? '')?.[1]
      if (file === undefined) return next()
      response.setHeader('content-type', 'text/javascript')
      response.end(file === 'client' ? `import ${JSON.stringify(`/@fs/${entry.replace(/^\//, '')}`)}` : '')
    })
  },
})

/**
 * What search shares with its later parts becomes a file of its own, whatever is done about it; with a fixed name, the page
 * asks for it together with `search/client.js`, and not one step later.
 */
export const nameSharedChunk = ({moduleIds}: {moduleIds: string[]}): string =>
  moduleIds.includes(shared) ? 'search/shared.js' : '_astro/[name].[hash].js'
