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
 * Reads a part back, by its lines. Its documents are taken as they are: the checksum tells that they are as a run has
 * written them.
 *
 * @throws SyntaxError when the lines are no part of this version, were cut, or were changed
 */
export const parsePart = (lines: Iterable<string>): Part => {
  const hash = createHash('sha256')
  const editions: Edition[] = []
  let head: z.infer<typeof headSchema> | undefined
  /** The last line is the tail, so that each one waits for the next. */
  let waiting: string | undefined
  let count = 0
  for (const line of lines) {
    if (line === '') continue
    if (head === undefined) {
      head = parseHead(line)
      hash.update(`${line}\n`)
      continue
    }
    if (waiting !== undefined) {
      hash.update(`${waiting}\n`)
      editions.push(JSON.parse(waiting))
    }
    waiting = line
    count += 1
  }
  const {shard, documents, diagnostics} = head ?? parseHead(undefined)
  if (count !== documents + 1)
    throw new SyntaxError(
      `expected ${documents} documents and a tail, found ${count} lines: the part was cut`,
    )
  const tail = tailSchema.safeParse(JSON.parse(waiting ?? ''))
  if (tail.data?.sha256 !== hash.digest('hex'))
    throw new SyntaxError('expected the checksum of its lines, found another one: the part was changed')
  return {shard, editions, diagnostics}
}

const parseHead = (line: string | undefined): z.infer<typeof headSchema> => {
  const head = headSchema.safeParse(JSON.parse(line ?? 'null'))
  if (head.success) return head.data
  throw new SyntaxError(`expected the head of a ${FORMAT}, found ${line?.slice(0, 60) ?? 'nothing'}`)
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
