/** The Vite plugin that bundles each script of one kind of page into a file of its own, `scripts/<name>.js`. */
import type {Plugin} from 'vite'
import {bundleScript} from './bundle-script.ts'

/** Scripts that pages load by name, and where they stand below `src/site`. */
export const pageScripts = {
  act: 'evidence/act',
  choices: 'topic/choices',
  copy: 'topic/copy',
  'address-reader': 'export/address-reader',
  'audit-reader': 'audit/audit-reader',
  'export-form': 'export/export-form',
  'export-proof': 'export/export-proof',
  filter: 'filter/filter',
  flow: 'flow/flow',
  keys: 'layout/keys',
  matrix: 'compare/matrix',
  offline: 'layout/offline',
  pair: 'compare/pair',
  sort: 'filter/sort',
} as const

export type PageScript = keyof typeof pageScripts

export const pageScriptFiles = (): Plugin => ({
  name: 'page-scripts',
  async generateBundle() {
    if (this.environment.name !== 'client') return
    for (const [name, path] of Object.entries(pageScripts))
      this.emitFile({type: 'asset', fileName: `scripts/${name}.js`, source: (await bundleScript(path)).code})
  },
  configureServer({middlewares}) {
    middlewares.use((request, response, next) => {
      const asked = Object.entries(pageScripts).find(([name]) => request.url?.endsWith(`/scripts/${name}.js`))
      if (asked === undefined) next()
      else
        bundleScript(asked[1]).then(({code}) => {
          response.setHeader('content-type', 'text/javascript')
          response.end(code)
        }, next)
    })
  },
})
