/** Parts: what one machine read of a repository, as JSON Lines that another machine can merge. */
import {createHash} from 'node:crypto'
import {z} from 'zod'
import type {Edition} from '../model/edition.ts'
import {diagnosticSchema, type StoredDiagnostic} from '../model/schema.ts'
import type {Shard} from './shard.ts'

/** Version of the format; a part of another version is refused. */
const FORMAT = 'portolan-part-1'

const headSchema = z.object({
  format: z.literal(FORMAT),
  shard: z.object({index: z.int().min(1), count: z.int().min(1)}),
  documents: z.int().min(0),
  diagnostics: z.array(diagnosticSchema),
})

const tailSchema = z.object({sha256: z.string()})

export interface Part {
  shard: Shard
  editions: Edition[]
  /** Of documents that could not be read at all. */
  diagnostics: StoredDiagnostic[]
}

/** Yields the lines of a part: a head, one document a line, and a tail with the checksum of the lines before it. */
export function* partToJsonl({shard, editions, diagnostics}: Part): Generator<string> {
  const hash = createHash('sha256')
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  yield line({format: FORMAT, shard, documents: editions.length, diagnostics})
  for (const edition of editions) yield line(edition)
  yield `${JSON.stringify({sha256: hash.digest('hex')})}\n`
}

/**
 * Reads a part back. Its documents are taken as they are: the checksum tells that they are as a run has written them.
 *
 * @throws SyntaxError when the text is no part of this version, was cut, or was changed
 */
export const parsePart = (text: string): Part => {
  const lines = text.split('\n').filter((line) => line !== '')
  const head = headSchema.safeParse(JSON.parse(lines[0] ?? 'null'))
  if (!head.success)
    throw new SyntaxError(`expected the head of a ${FORMAT}, found ${lines[0]?.slice(0, 60) ?? 'nothing'}`)
  const {shard, documents, diagnostics} = head.data
  if (lines.length !== documents + 2) {
    throw new SyntaxError(
      `expected ${documents} documents and a tail, found ${lines.length - 1} lines: the part was cut`,
    )
  }
  const body = lines.slice(0, -1)
  const hash = createHash('sha256')
  for (const line of body) hash.update(`${line}\n`)
  const tail = tailSchema.safeParse(JSON.parse(lines.at(-1) ?? ''))
  if (tail.data?.sha256 !== hash.digest('hex'))
    throw new SyntaxError('expected the checksum of its lines, found another one: the part was changed')
  return {shard, editions: body.slice(1).map((line): Edition => JSON.parse(line)), diagnostics}
}

/** The shares that are missing or there twice, as `index/count`; empty when the parts make one whole. */
export const partProblems = (parts: Pick<Part, 'shard'>[]): string[] => {
  const [first] = parts
  if (first === undefined) return ['no part']
  const {count} = first.shard
  const others = parts
    .filter(({shard}) => shard.count !== count)
    .map(({shard}) => `${shard.index}/${shard.count} is of another split`)
  const indices = parts.map(({shard}) => shard.index)
  const missing = Array.from({length: count}, (_, at) => at + 1).filter((index) => !indices.includes(index))
  const doubled = [...new Set(indices.filter((index, at) => indices.indexOf(index) !== at))]
  return [
    ...others,
    ...missing.map((index) => `${index}/${count} is missing`),
    ...doubled.map((index) => `${index}/${count} is there twice`),
  ]
}
