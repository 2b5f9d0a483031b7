/** A script of the site and all that it imports as one file without imports, so that it runs from `file://`, too. */
import {join} from 'node:path'
import {build, type InlineConfig} from 'vite'
import {siteFolder} from './site-folder-fs.ts'

export interface BundledScript {
  code: string
  /** Absolute paths of what it was made from. */
  files: string[]
}

/**
 * @param path of the script below `src/site`, without its ending
 * @param format `iife` for a classic script, `es` for a module
 * @param more of Vite's settings: plugins, and expressions by the names that stand for them in the code
 */
export async function bundleScript(
  path: string,
  format: 'iife' | 'es' = 'iife',
  more: Pick<InlineConfig, 'define' | 'plugins'> = {},
): Promise<BundledScript> {
  const result = await build({
    root: siteFolder,
    configFile: false,
    envFile: false,
    publicDir: false,
    ...more,
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
