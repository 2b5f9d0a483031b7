/** A script of the site and all that it imports as one file without imports, so that it runs from `file://`, too. */
import {join} from 'node:path'
import {build} from 'vite'
import {siteFolder} from './site-folder-fs.ts'

export interface BundledScript {
  code: string
  /** Absolute paths of what it was made from. */
  files: string[]
}

/**
 * @param path of the script below `src/site`, without its ending
 * @param format `iife` for a classic script, `es` for a module
 */
export async function bundleScript(path: string, format: 'iife' | 'es' = 'iife'): Promise<BundledScript> {
  const result = await build({
    root: siteFolder,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(siteFolder, `${path}.ts`),
        output: {format, codeSplitting: false},
      },
    },
  })
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  const [chunk] = outputs.flatMap((each) => (each.type === 'chunk' ? [each] : []))
  if (chunk === undefined) throw new Error(`${path}.ts: expected one script, found none`)
  return {code: chunk.code, files: chunk.moduleIds}
}
