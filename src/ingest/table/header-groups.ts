/** Headers of several rows: what stands above a header says whose it is, `Source` above `Port`. */
import type {ColumnKind} from '../../model/schema.ts'
import {linesOf, plainText} from '../../text/cell-structure.ts'
import {type HeaderReading, readHeader} from './header-words.ts'

const endKinds: ReadonlySet<ColumnKind> = new Set(['source', 'destination'])
const portKinds: ReadonlySet<ColumnKind> = new Set([
  'port',
  'portStart',
  'portEnd',
  'portCount',
  'sourcePort',
])
/** What may tell of a machine below `Source` or `Destination`. */
const named: ReadonlySet<ColumnKind> = new Set(['host', 'address', 'service', 'other', 'peer', 'source'])

/** The same as of a header of one row, where there is but one. */
export function readGroupedHeader(text: string, locale: string): HeaderReading {
  const lines = linesOf(text)
  const own = readHeader(plainText(text), locale)
  if (lines.length < 2 || own.by === 'whole') return own
  const [group, last] = [lines[0] ?? '', lines.at(-1) ?? ''].map((line) =>
    readHeader(plainText(line), locale),
  )
  if (group === undefined || last === undefined || !group.by) return last?.by ? last : own
  if (endKinds.has(group.kind)) {
    if (portKinds.has(last.kind))
      return group.kind === 'source' ? {kind: 'sourcePort', by: 'whole'} : {kind: last.kind, by: 'whole'}
    if (named.has(last.kind)) return group
  }
  // `TCP` below `Ports` is a column of ports; what is known below any other group is told by itself.
  if (portKinds.has(group.kind) && !last.by) return group
  return last.by ? last : group
}
