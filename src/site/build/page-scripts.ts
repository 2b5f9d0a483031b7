/** The Vite plugin that bundles each script of one kind of page into a file of its own, `scripts/<name>.js`. */
import type {Plugin} from 'vite'
import {bundleScript} from './bundle-script.ts'

/** A script in `client/` that pages load by name. */
export const pageScripts = ['choices', 'copy', 'export-form', 'filter', 'flow', 'matrix', 'pair'] as const

export type PageScript = (typeof pageScripts)[number]

export const pageScriptFiles = (): Plugin => ({
  name: 'page-scripts',
  async generateBundle() {
    if (this.environment.name !== 'client') return
    for (const name of pageScripts)
      this.emitFile({type: 'asset', fileName: `scripts/${name}.js`, source: (await bundleScript(name)).code})
  },
  configureServer({middlewares}) {
    middlewares.use((request, response, next) => {
      const name = pageScripts.find((each) => request.url?.endsWith(`/scripts/${each}.js`))
      if (name === undefined) next()
      else
        bundleScript(name).then(({code}) => {
          response.setHeader('content-type', 'text/javascript')
          response.end(code)
        }, next)
    })
  },
})
