/** Headers of several rows: what stands above a header says whose it is, `Source` above `Port`. */
import {directionOfHeader} from '../../facts/direction/direction-words.ts'
import {transportNamed, transportsIn} from '../../facts/protocol-words.ts'
import {requirementOf} from '../../facts/requirement/requirement-words.ts'
import {localeData} from '../../languages/languages.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {linesOf, plainHeader, plainText} from '../../text/cell-structure.ts'
import {isOneOf} from '../../text/locale-words.ts'
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
  const own = readHeader(plainHeader(text), locale)
  if (lines.length < 2 || own.by === 'whole') return own
  const [above, lowest = ''] = [lines[0] ?? '', lines.at(-1) ?? ''].map(plainHeader)
  const group = readHeader(above ?? '', locale)
  const last = readHeader(lowest, locale)
  // `TCP` below the name of a machine is a column of ports.
  if (transportNamed(lowest) !== null && !besideTransports.has(group.kind)) return {kind: 'port', by: 'part'}
  if (!group.by) return last.by ? last : own
  if (endKinds.has(group.kind)) {
    if (portKinds.has(last.kind))
      return group.kind === 'source' ? {kind: 'sourcePort', by: 'whole'} : {kind: last.kind, by: 'whole'}
    if (named.has(last.kind)) return group
  }
  if (portKinds.has(group.kind)) {
    // `TCP` below `Ports` is a column of ports; what is known below any other group is told by itself.
    if (!last.by) return group
    if (endKinds.has(last.kind)) return {kind: portsOf(group.kind, last.kind, lowest, locale), by: 'part'}
  }
  return last.by ? last : group
}

/** `Source` below `Ports` is of source ports, `From` below `Port range` of first ones; `From` below `Ports` may be either. */
function portsOf(group: ColumnKind, end: ColumnKind, text: string, locale: string): ColumnKind {
  const {from, to} = localeData(locale).rules.ways
  if (isOneOf(text, from) || isOneOf(text, to))
    return group === 'portCount' ? (end === 'source' ? 'portStart' : 'portEnd') : 'port'
  return end === 'source' ? 'sourcePort' : 'port'
}

/** Groups below which the name of a transport is read by what else the table has. */
const besideTransports: ReadonlySet<ColumnKind> = new Set([
  ...endKinds,
  ...portKinds,
  ...(['direction', 'protocol', 'path'] as const),
])

/**
 * Why nobody knows what the columns of ports of a table open: they stand below several groups, such as machines or versions, that
 * don't tell which of them a port is of; null where they do.
 *
 * @param headers of the columns of ports, with their lines
 */
export function unclearGroups(headers: readonly string[], locale: string): string | null {
  const groups = new Set(headers.map((text) => unclearGroup(text, locale)))
  const [first, second] = [...groups].filter((group) => group !== '')
  if (groups.size < 2 || first === undefined) return null
  const names = [first, second ?? 'others'].map((name) => `“${name.slice(0, 60)}”`)
  return `its ports stand below ${names.join(' and ')}, and what these are to a port is not said`
}

/** The first line above a header that says neither a way, an end, a transport nor what is required; '' where all do. */
function unclearGroup(text: string, locale: string): string {
  if (readHeader(plainText(text), locale).by === 'whole') return ''
  const above = linesOf(text).slice(0, -1).map(plainText)
  return above.find((line) => !isClear(line, locale)) ?? ''
}

const isClear = (line: string, locale: string): boolean => {
  const {kind} = readHeader(line, locale)
  return (
    besideTransports.has(kind) ||
    transportsIn(line).length > 0 ||
    directionOfHeader(line, locale) !== null ||
    requirementOf(line, locale).quote !== null
  )
}
