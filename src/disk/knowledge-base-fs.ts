/** Reads the dataset that “portolan ingest” wrote. */
import {join} from 'node:path'
import {type KnowledgeBase, knowledgeBaseSchema} from '../model/schema.ts'
import {readJsonAs} from './json-file-fs.ts'

/** @throws UsageError when there is none, or it was written by another version */
export const readKnowledgeBase = (data: string): KnowledgeBase =>
  readJsonAs(
    join(data, 'knowledge-base.json'),
    parse,
    'dataset',
    'write it with “portolan ingest”, or name its folder with --data',
  )

function parse(value: unknown): KnowledgeBase {
  const read = knowledgeBaseSchema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new SyntaxError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`)
}
