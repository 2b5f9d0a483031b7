/** The Vite plugin that builds search as a file of its own, `search/client.js`, for pages to load when it is needed. */
import {fileURLToPath} from 'node:url'
import type {Plugin} from 'vite'

const entry = fileURLToPath(new URL('client/search-client.ts', import.meta.url))

/** Without it the page's script would import search itself, and so could no longer stand in the page. */
export const searchClient = (): Plugin => ({
  name: 'search-client',
  buildStart() {
    if (this.environment.name !== 'client') return
    this.emitFile({
      type: 'chunk',
      id: entry,
      fileName: 'search/client.js',
    })
  },
  configureServer({middlewares}) {
    middlewares.use((request, response, next) => {
      if (!request.url?.endsWith('/search/client.js')) return next()
      response.setHeader('content-type', 'text/javascript')
      response.end(`import '/src/site/client/search-client.ts'`)
    })
  },
})
