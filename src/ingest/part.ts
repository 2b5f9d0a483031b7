/** Parts: what one machine read of a repository, as JSON Lines that another machine can merge. */
import type {Edition} from '../dataset/edition.ts'
import type {Diagnostic} from '../dataset/schema.ts'
import type {Shard} from './shard.ts'

/** Version of the format; a part of another version is refused. */
const FORMAT = 'portolan-part-1'

export interface Part {
  shard: Shard
  editions: Edition[]
  /** Of documents that could not be read at all. */
  diagnostics: Diagnostic[]
}

/** Yields the lines of a part: a head line, then one document a line. */
export function* partToJsonl({shard, editions, diagnostics}: Part): Generator<string> {
  yield `${JSON.stringify({format: FORMAT, shard, documents: editions.length, diagnostics})}\n`
  for (const edition of editions) yield `${JSON.stringify(edition)}\n`
}

/**
 * Reads a part back.
 *
 * @throws SyntaxError when the text is no part of this version, or was cut
 */
export const parsePart = (text: string): Part => {
  const [head = '', ...lines] = text.split('\n').filter((line) => line !== '')
  const {format, shard, documents, diagnostics} = JSON.parse(head)
  if (format !== FORMAT) throw new SyntaxError(`expected a part of format ${FORMAT}, found ${String(format)}`)
  if (lines.length !== documents) {
    throw new SyntaxError(`expected ${documents} documents, found ${lines.length}: the part was cut`)
  }
  return {shard, editions: lines.map((line): Edition => JSON.parse(line)), diagnostics}
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
