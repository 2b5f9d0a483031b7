/** A script of `client/` and all that it imports as one file without imports: no module, so that it runs from `file://`, too. */
import {fileURLToPath} from 'node:url'
import {build} from 'vite'

/** @param name of a file in `client/`, without its ending */
export async function bundleScript(name: string): Promise<string> {
  const input = fileURLToPath(new URL(`../client/${name}.ts`, import.meta.url))
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
