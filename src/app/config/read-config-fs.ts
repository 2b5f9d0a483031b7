/** Finds and reads `portolan.config.ts`, `.json` or `.yaml` of a workspace. */
import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {z} from 'zod'
import {UsageError} from '../../disk/usage-error.ts'
import {parseWrittenFile} from '../../disk/written-file-fs.ts'
import {type Config, configSchema} from './config-schema.ts'

const NAME = 'portolan.config'
const ENDS = ['ts', 'mts', 'js', 'mjs', 'json', 'yaml', 'yml'] as const

const HINT = 'docs/configuration.md tells what may stand in it'

export interface WorkspaceConfig extends Config {
  /** The file, as it is called in messages. */
  path: string
}

/** The configuration of a workspace; null where it has none. @throws UsageError when it has two, or a broken one */
export async function readConfig(content: string): Promise<WorkspaceConfig | null> {
  const [path, second] = ENDS.map((end) => join(content, `${NAME}.${end}`)).filter((each) => existsSync(each))
  if (path === undefined) return null
  if (second !== undefined)
    throw new UsageError(`expected one configuration, found ${path} and ${second}`, 'remove one of them')
  const config = configSchema.safeParse(await load(path))
  if (!config.success) throw new UsageError(`${path}: ${z.prettifyError(config.error)}`, HINT)
  return {...config.data, path}
}

async function load(path: string): Promise<unknown> {
  try {
    if (/\.(?:json|ya?ml)$/.test(path)) return parseWrittenFile(path)
    const module: {default?: unknown} = await import(pathToFileURL(resolve(path)).href)
    if (module.default === undefined) throw new Error('expected “export default”, found none')
    return module.default
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${path} could not be read: ${reason}`, HINT)
  }
}
