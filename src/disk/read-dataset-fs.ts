/** Reads a dataset that an earlier run has written. */
import {existsSync} from 'node:fs'
import {migrateDataset} from '../model/migrate.ts'
import {type KnowledgeBase, knowledgeBaseSchema} from '../model/schema.ts'
import {readJson} from './read-json-fs.ts'
import {UsageError} from './usage-error.ts'

/** One of version 0.1 is brought into the present shape. @throws {UsageError} when there is no such file, or it is no dataset */
export function readDataset(path: string): KnowledgeBase {
  if (!existsSync(path)) {
    throw new UsageError(
      `Expected a dataset at ${path}, found none`,
      'Run “portolan ingest” first, or name its folder with --data.',
    )
  }
  const parsed = knowledgeBaseSchema.safeParse(migrateDataset(parseJson(path)))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(
    `Expected a dataset in ${path}, found something else at ${issue?.path.join('.') || 'its start'}`,
    'Write it again with “portolan ingest”.',
  )
}

function parseJson(path: string): unknown {
  try {
    return readJson(path)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UsageError(
      `Expected JSON in ${path}: ${error.message}`,
      'Write it again with “portolan ingest”.',
    )
  }
}
