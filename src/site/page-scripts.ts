/** The Vite plugin that bundles each script of one kind of page into a file of its own, `scripts/<name>.js`. */
import {fileURLToPath} from 'node:url'
import {build, type Plugin} from 'vite'

/** A script in `client/` that pages load by name. */
export const pageScripts = ['choices', 'copy', 'export-form', 'filter', 'flow', 'matrix', 'pair'] as const

export type PageScript = (typeof pageScripts)[number]

/** Without imports, so that it needs no module and runs from `file://`, too; shared chunks would make it one. */
async function bundle(name: PageScript): Promise<string> {
  const input = fileURLToPath(new URL(`client/${name}.ts`, import.meta.url))
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {write: false, rolldownOptions: {input, output: {format: 'iife', codeSplitting: false}}},
  })
  const chunks = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  const [chunk] = chunks.flatMap((each) => (each.type === 'chunk' ? [each.code] : []))
  if (chunk === undefined) throw new Error(`client/${name}.ts: expected one script, found none`)
  return chunk
}

export const pageScriptFiles = (): Plugin => ({
  name: 'page-scripts',
  async generateBundle() {
    if (this.environment.name !== 'client') return
    for (const name of pageScripts)
      this.emitFile({type: 'asset', fileName: `scripts/${name}.js`, source: await bundle(name)})
  },
  configureServer({middlewares}) {
    middlewares.use((request, response, next) => {
      const name = pageScripts.find((each) => request.url?.endsWith(`/scripts/${each}.js`))
      if (name === undefined) next()
      else
        bundle(name).then((code) => {
          response.setHeader('content-type', 'text/javascript')
          response.end(code)
        }, next)
    })
  },
})
