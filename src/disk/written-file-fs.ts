/** Reads files that people write into a workspace, in JSON or YAML, and holds them to a schema. */
import {readFileSync} from 'node:fs'
import {parseDocument} from 'yaml'
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
    return parseWrittenFile(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${path} could not be read: ${reason}`, hint)
  }
}

/** What a file in JSON or, by any other name, in YAML says. @throws Error that tells where it is broken */
export function parseWrittenFile(path: string): unknown {
  // Editors of Windows put a mark before the text.
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  if (path.endsWith('.json')) return JSON.parse(text)
  const document = parseDocument(text)
  // A warning is of a tag that nobody knows: what it would have made of the value is not known either.
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined) throw problem
  return document.toJS()
}
