/** Reads files that people write into a workspace, in JSON or YAML, and holds them to a schema. */
import {readFileSync} from 'node:fs'
import {parse} from 'yaml'
import {z} from 'zod'
import {UsageError} from './usage-error.ts'

/**
 * @param hint where it is told what may stand in the file
 * @throws UsageError for a file that can't be read or is not as its schema says
 */
export function readWrittenFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  hint: string,
): z.output<Schema> {
  const read = schema.safeParse(load(path, hint))
  if (read.success) return read.data
  throw new UsageError(`${path}: ${z.prettifyError(read.error)}`, hint)
}

function load(path: string, hint: string): unknown {
  try {
    const text = readFileSync(path, 'utf8')
    return path.endsWith('.json') ? JSON.parse(text) : parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${path} could not be read: ${reason}`, hint)
  }
}
