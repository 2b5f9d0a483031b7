/** Tells port tables from others by what their columns mean, and says why. */

import {readAddressPorts} from '../../facts/columns/address-ports.ts'
import {isNone} from '../../facts/columns/port-part.ts'
import {isAction, mentionsAction} from '../../facts/denied-text.ts'
import {directionOfHeader} from '../../facts/direction/direction-words.ts'
import {parsePath} from '../../facts/path/path.ts'
import {parsePortCell, parseProtocolCell} from '../../facts/port-cell.ts'
import {portNamesIn} from '../../facts/ports/named-ranges.ts'
import {transportNamed, transportsIn} from '../../facts/protocol-words.ts'
import {requirementOf} from '../../facts/requirement/requirement-words.ts'
import {localeData} from '../../languages/languages.ts'
import {outlineOf} from '../../languages/outlines.ts'
import {type EditionCell, type EditionRow, readingOf} from '../../model/edition.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {plainText} from '../../text/cell-structure.ts'
import type {Column} from './column.ts'
import {findCounts, findDecoy, findForeign} from './decoys.ts'
import {readGroupedHeader} from './header-groups.ts'
import {mayHoldPath, namesPorts} from './port-like-words.ts'

export interface Recognition {
  portTable: boolean
  /** Reasons in English, one each. */
  evidence: string[]
  columns: ColumnKind[]
}

/** Rows that are looked at, spread over the table: enough to tell what a column holds. */
const SAMPLE = 12
/** Every row of a short table, evenly spread ones of a long one. */
export function sampleOf<T>(rows: readonly T[]): T[] {
  const step = Math.max(1, rows.length / SAMPLE)
  return rows.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
}

/** Kinds of columns that hold ports. */
export const portKinds: ReadonlySet<ColumnKind> = new Set<ColumnKind>([
  'path',
  'port',
  'sourcePort',
  'portStart',
])
/** Kinds that a column of actions may have by its header: `Target` is one of iptables, too. */
const mayBeAction = new Set<ColumnKind>([
  ...(['action', 'destination', 'host', 'service', 'direction', 'authentication', 'notes', 'other'] as const),
])

/** Reads the columns of a table. The English of a cell decides where there is one, the locale's words elsewhere. */
export function recogniseTable(
  header: EditionRow | null,
  rows: readonly EditionRow[],
  locale: string,
): Recognition {
  const width = rows.reduce((most, {cells}) => Math.max(most, cells.length), header?.cells.length ?? 0)
  const sample = sampleOf(rows)
  const columns: Column[] = Array.from({length: width}, (_, index) => {
    const cell = header?.cells[index]
    const read = cell && readingOf(cell)
    const text = read ? plainText(read.source ?? read.target) : ''
    return {
      column: index + 1,
      kind: cell ? headerKind(cell, locale) : 'other',
      header: text === '' ? null : text,
      cells: sample.flatMap((row) => row.cells[index] ?? []),
    }
  })
  const evidence: string[] = []
  settleBounds(columns, locale)
  settlePortCount(columns, locale)
  settleTransports(columns, locale)
  settleDirections(columns, locale)
  settleActions(columns, locale)
  settleSides(columns)
  settleProtocol(columns, locale)
  inferFromCells(columns, locale, evidence)
  for (const column of columns) if (mayBeForeignAction(column, locale)) column.kind = 'action'
  const decoy = findDecoy(columns)
  const kinds = () => columns.map(({kind}) => kind)
  if (decoy) return {portTable: false, evidence: [decoy], columns: kinds()}
  const named = columns.filter(({kind}) => portKinds.has(kind))
  const candidates = named.length > 0 ? named : columns.filter((column) => holdsAddressPorts(column))
  if (candidates.length === 0)
    return {portTable: false, evidence: ['no column holds ports'], columns: kinds()}
  const readings = candidates.map((candidate) => ({candidate, ...countReadable(candidate, locale)}))
  for (const {candidate, read, filled} of readings) {
    const named = candidate.header === null ? 'by its cells' : `by its header “${candidate.header}”`
    evidence.push(
      `column ${candidate.column} is a ${candidate.kind} column ${named}; ${read} of ${filled} sampled cells read as such`,
    )
  }
  dropDescriptions(readings)
  const portTable = readings.some(
    ({candidate, read, filled}) => read > 0 && (read * 3 >= filled || namesTransportPort(candidate)),
  )
  if (!portTable) evidence.push('too few cells read as ports')
  const counts = portTable ? (findForeign(columns, locale) ?? findCounts(columns, locale)) : null
  if (counts) evidence.push(counts)
  return {portTable: portTable && counts === null, evidence, columns: kinds()}
}

function headerKind(cell: EditionCell, locale: string): ColumnKind {
  const {source, target} = readingOf(cell)
  const english = source === null ? null : readGroupedHeader(source, 'en')
  const own = english?.by ? english : readGroupedHeader(target, locale)
  return own.kind
}

/** Columns named `Start` and `End` are of ports where another column holds transports. */
function settleBounds(columns: Column[], locale: string): void {
  const bounds = columns.filter(
    ({kind, header}) =>
      (kind === 'portStart' || kind === 'portEnd') && header !== null && !namesPorts(header),
  )
  const others = columns.filter((column) => !bounds.includes(column))
  if (others.some((column) => countCells(column, locale, isTransport).read > 0)) return
  for (const column of bounds) column.kind = 'other'
}

/** “Port range” is a count beside a start; beside a port it is another one, or counts from there. */
function settlePortCount(columns: Column[], locale: string): void {
  const counts = columns.filter(({kind}) => kind === 'portCount')
  if (counts.length === 0 || columns.some(({kind}) => kind === 'portStart')) return
  const port = columns.find(({kind}) => kind === 'port' || kind === 'path')
  for (const column of counts) {
    const isCount = column.cells.every(({source, target}) => /^\p{N}{0,5}$/u.test(source ?? target))
    if (port?.kind === 'port' && isCount && countCells(port, locale, isPort).read > 0) port.kind = 'portStart'
    // `Count` alone tells of what.
    else column.kind = column.header !== null && namesPorts(column.header) ? 'port' : 'other'
  }
}

/** Columns named TCP and UDP hold the ports of that transport, or say beside a column of ports whether it is theirs. */
function settleTransports(columns: Column[], locale: string): void {
  for (const column of columns) if (isDirectedTransport(column, locale)) column.kind = 'port'
  const named = columns.filter((column) => column.kind === 'other' && isTransportName(column))
  const hasPorts = columns.some(({kind}) => portKinds.has(kind))
  const readsPorts = named.some((column) => countCells(column, locale, isPort).read > 0)
  for (const column of named) column.kind = readsPorts || !hasPorts ? 'port' : 'protocol'
}

const isTransportName = ({header}: Column): boolean => transportNamed(header ?? '') !== null

/** `Inbound TCP`: ports of a transport and a direction; its header has no word for ports. */
function isDirectedTransport(column: Column, locale: string): boolean {
  const {kind, header} = column
  if (header === null || (kind !== 'other' && kind !== 'direction' && kind !== 'protocol')) return false
  const isHead = transportsIn(header).length === 1 && directionOfHeader(header, locale) !== null
  return isHead && countCells(column, locale, isPort).read > 0
}

/** `Source | Port | Destination | Port`: a column of ports belongs to the machine before it. */
function settleSides(columns: Column[]): void {
  const ports = columns.filter(({kind}) => kind === 'port')
  const [first, second] = ports
  if (!first || !second || ports.length !== 2 || first.header !== second.header) return
  const before = ({column}: Column) => columns[column - 2]?.kind
  if (before(first) === 'source' && before(second) === 'destination') first.kind = 'sourcePort'
  if (before(first) === 'destination' && before(second) === 'source') second.kind = 'sourcePort'
}

/** `TCP`, `UDP/TCP`: nothing else. */
const onlyTransportsRE = /^(?:tcp|udp)(?:[\s/,+&]{1,3}(?:tcp|udp))?$/iu

/** Where no column is called one of protocols, a column whose cells are all transports is. */
function settleProtocol(columns: Column[], locale: string): void {
  if (columns.some(({kind}) => kind === 'protocol' || kind === 'traffic' || kind === 'path')) return
  const found = columns.find((column) => {
    const {read, filled} = countCells(column, locale, (text) => onlyTransportsRE.test(text))
    return (column.kind === 'other' || column.kind === 'service') && filled > 0 && read === filled
  })
  if (found) found.kind = 'protocol'
}

/** `TCP port` is of nothing else, however few of its cells can be read: the others are refused one by one. */
const namesTransportPort = (column: Column): boolean =>
  column.kind === 'port' && !isTransportName(column) && transportsIn(column.header ?? '').length > 0

/** Columns named `Inbound` and `Outbound` hold the ports of that direction, or say whether a row is of it. */
function settleDirections(columns: Column[], locale: string): void {
  for (const column of columns) {
    if (column.kind !== 'direction') continue
    const {read, filled} = countCells(column, locale, isPort)
    if (read > 0 && read * 2 >= filled) column.kind = 'port'
  }
}

/** A column is one of actions when a cell says allow or deny, or says yes or no below a header that does. */
function settleActions(columns: Column[], locale: string): void {
  for (const column of columns) {
    if (!mayBeAction.has(column.kind)) continue
    const header = column.header ?? ''
    const tell = (text: string, tag: string) =>
      column.kind === 'action'
        ? mentionsAction(text, tag, header)
        : isAction(text, tag, header) && requirementOf(text, tag).requirement !== 'legacy'
    const {read, filled} = countCells(column, locale, tell)
    const isOne =
      column.kind === 'action' ? read > 0 || holdsShortWords(column) : read > 0 && read * 2 > filled
    if (isOne) column.kind = 'action'
    else if (column.kind === 'action') column.kind = 'other'
  }
}

/** Cells that repeat have so many different texts, of so many words, at most. */
const MOST_ACTIONS = 3
const MOST_WORDS = 3
/** Of languages without spaces. */
const MOST_CHARACTERS = 16

/** Whether each cell says one of a few short things, as those of actions do: what they say is to be known. */
function holdsShortWords({cells}: Column): boolean {
  const texts = cells.map(({source, target}) => source ?? target).filter((text) => text !== '')
  const different = new Set(texts).size
  return (
    texts.length > 0 &&
    different <= MOST_ACTIONS &&
    (different <= 2 || different < texts.length) &&
    texts.every(
      (text) =>
        /\p{L}[\p{L}\p{M}]/u.test(text) &&
        !/\p{N}/u.test(text) &&
        text.split(' ').length <= MOST_WORDS &&
        (text.includes(' ') || text.length <= MOST_CHARACTERS),
    )
  )
}

/**
 * In a language of which nothing is known, a column that nobody reads and that says one of a few short things in each row may
 * say which rows are denied: its rows are refused.
 */
const mayBeForeignAction = (column: Column, locale: string): boolean =>
  column.kind === 'other' &&
  localeData(locale).name === '' &&
  outlineOf(locale) === null &&
  column.cells.every(({source}) => source === null) &&
  holdsShortWords(column)

/** Columns about ports whose cells hold none are descriptions; one with other figures stays, and its rows are refused. */
function dropDescriptions(readings: {candidate: Column; read: number; filled: number}[]): void {
  const readsPorts = readings.some(({candidate, read}) => read > 0 && isTransportName(candidate))
  for (const {candidate, read, filled} of readings) {
    if (candidate.kind !== 'port' || read > 0) continue
    // One without ports in the sampled rows may have some in others.
    if (readsPorts && isTransportName(candidate)) continue
    const figures = candidate.cells.filter(({source, target}) => /\p{Nd}{2,5}/u.test(source ?? target))
    if (figures.length * 2 < filled || filled === 0) candidate.kind = 'other'
  }
}

/** Columns whose header says nothing: paths are unmistakable, ports only beside a column of protocols. */
function inferFromCells(columns: Column[], locale: string, evidence: string[]): void {
  if (columns.some(({kind}) => portKinds.has(kind))) return
  const unknown = columns.filter(({kind}) => kind === 'other' || kind === 'protocol')
  const most = (column: Column, reads: (text: string, locale: string) => boolean) => {
    const {read, filled} = countCells(column, locale, reads)
    return filled > 0 && read * 2 > filled
  }
  const path = unknown.find((column) => most(column, isPath))
  if (path) {
    path.kind = 'path'
    return
  }
  // `TCP 443` opens a port whatever the column is called.
  const services = columns.filter(({kind}) => kind === 'service' || kind === 'traffic')
  const service = [...unknown, ...services].find((column) => most(column, isTransportPort))
  if (service) {
    service.kind = 'port'
    return
  }
  const protocol = unknown.find((column) => most(column, isTransport))
  if (!protocol) return
  // A header in a language that we know, without a word for ports, is of something else: codes, versions, years.
  const isKnown = localeData(locale).name !== ''
  const port = unknown.filter(
    (column) => column !== protocol && !(isKnown && column.header !== null) && most(column, isPort),
  )
  const [best] = port.toSorted((a, b) => largest(b) - largest(a) || a.column - b.column)
  if (!best) return
  protocol.kind = 'protocol'
  best.kind = 'port'
  evidence.push(`column ${protocol.column} holds protocols`)
}

/** Addresses that name their ports open these where no other column does. */
const holdsAddressPorts = (column: Column): boolean =>
  column.kind === 'address' && countCells(column, '', isAddressPort).read > 0

const isAddressPort = (text: string): boolean => readAddressPorts(text)?.ok === true

function countReadable(column: Column, locale: string): {read: number; filled: number} {
  if (column.kind === 'address') return countCells(column, locale, isAddressPort)
  if (column.kind === 'path') return countCells(column, locale, isPath)
  // A cell that says “none” speaks neither for ports nor against them.
  const {read, filled} = countCells(column, locale, isPortOrName)
  return {read, filled: filled - countCells(column, locale, isNothing).read}
}

function countCells(
  {cells}: Column,
  locale: string,
  reads: (text: string, locale: string) => boolean,
): {read: number; filled: number} {
  let read = 0
  let filled = 0
  for (const {source, target} of cells.map(readingOf)) {
    if ((source ?? target) === '') continue
    filled++
    if (source === null ? reads(target, locale) : reads(source, 'en')) read++
  }
  return {read, filled}
}

/** Remembers what short texts read as: the same few paths and ports stand in most tables. */
function remembered(reads: (text: string, locale: string) => boolean, limit: number): typeof reads {
  const known = new Map<string, boolean>()
  return (text, locale) => {
    if (text.length > limit) return false
    const key = `${locale} ${text}`
    const found = known.get(key) ?? reads(text, locale)
    if (known.size >= 10_000) known.clear()
    known.set(key, found)
    return found
  }
}

export const isPath = remembered((text, locale) => /\d/.test(text) && parsePath(text, locale).ok, 300)

const isPort = remembered((text, locale) => {
  const reading = parsePortCell(text, locale)
  // "TCP: 80, UDP: 53" is ports, although no single rule.
  return reading.ok ? reading.ports.length > 0 : /\d/.test(text) && /\b(?:TCP|UDP)\b/.test(text)
}, 300)

const isPortOrName = (text: string, locale: string): boolean =>
  isPort(text, locale) || portNamesIn(text, locale).length > 0

const isNothing = (text: string, locale: string): boolean => isNone(text, locale)

const isTransportPort = remembered((text, locale) => {
  const reading = parsePortCell(text, locale)
  return reading.ok && reading.ports.length > 0 && reading.transports.length > 0
}, 120)

export const isTransport = remembered((text, locale) => {
  const reading = parseProtocolCell(text, locale)
  // “Any” alone stands for both transports, and says nothing of what its column holds.
  return reading.ok && reading.transports.length > 0 && mayHoldPath(text.replaceAll('|', ' '))
}, 120)

/** Largest number in the cells of a column: tells ports from classes and counts beside them. */
function largest({cells}: Column): number {
  return cells.reduce((most, {target}) => {
    const digits = /\d{1,5}/.exec(target.replace(/(\d)[,.\s](?=\d{3})/gu, '$1'))
    return Math.max(most, digits ? Number(digits[0]) : 0)
  }, 0)
}
