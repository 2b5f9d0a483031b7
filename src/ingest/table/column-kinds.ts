/** Decides what columns are whose headers leave it open, by their cells and by the columns beside them. */

import {sideOfHeader} from '../../facts/columns/answered-ends.ts'
import {isAction, mentionsAction} from '../../facts/denied-text.ts'
import {directionOfHeader} from '../../facts/direction/direction-words.ts'
import {transportNamed, transportsIn} from '../../facts/protocol-words.ts'
import {namesRequirement} from '../../facts/requirement/requirement-cell.ts'
import {requirementOf} from '../../facts/requirement/requirement-words.ts'
import {stateIn} from '../../facts/rule-state.ts'
import {answerIn} from '../../facts/transport-ticks.ts'
import {localeData} from '../../languages/languages.ts'
import {outlineOf} from '../../languages/outlines.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {countCells, isPath, isPort, isTransport, isTransportPort} from './cell-counts.ts'
import type {Column} from './column.ts'
import {settleDestination, settlePeer} from './either-end.ts'
import {namesPorts} from './port-like-words.ts'

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

/** Sets the kinds of all columns, each step by what those before it settled. */
export function settleKinds(columns: Column[], locale: string, evidence: string[]): void {
  settleBounds(columns, locale)
  settleDestination(columns, locale)
  settlePortCount(columns, locale)
  settleTransports(columns, locale)
  settleDirections(columns, locale)
  settleActions(columns, locale)
  settleRequirement(columns, locale)
  settleAnsweredEnds(columns, locale)
  settlePeer(columns, locale)
  settleSides(columns)
  settleProtocol(columns, locale)
  inferFromCells(columns, locale, evidence)
  for (const column of columns) if (mayBeForeignAction(column, locale)) column.kind = 'action'
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
export const namesTransportPort = (column: Column): boolean =>
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
      stateIn(text, header, tag) !== null
        ? false
        : column.kind === 'action'
          ? mentionsAction(text, tag, header)
          : isAction(text, tag, header) && requirementOf(text, tag).requirement !== 'legacy'
    const {read, filled} = countCells(column, locale, tell)
    // A note stands where there is something to say; an action in each row.
    const isNote = column.kind === 'notes' && filled < column.cells.length
    const isOne =
      column.kind === 'action'
        ? read > 0 || (holdsShortWords(column) && !holdsStates(column, locale))
        : read > 0 && read * 2 > filled && !isNote
    if (isOne) column.kind = 'action'
    else if (column.kind === 'action') column.kind = 'other'
  }
}

/** Whether each cell says that something is on or off, as its header asks. */
function holdsStates(column: Column, locale: string): boolean {
  const {read, filled} = countCells(
    column,
    locale,
    (text, tag) => stateIn(text, column.header ?? '', tag) !== null,
  )
  return filled > 0 && read === filled
}

/** `From the Internet` is a column of ends where each of its cells answers yes or no. */
function settleAnsweredEnds(columns: Column[], locale: string): void {
  for (const column of columns) {
    const side = column.kind === 'other' ? sideOfHeader(column.header ?? '', locale) : null
    if (side === null) continue
    const {read, filled} = countCells(column, locale, (text, tag) => answerIn(text, tag) !== null)
    if (filled > 0 && read === filled) column.kind = side
  }
}

/** Whatever a column is called, it is one of requirements where each of its cells names one, and no other column does. */
function settleRequirement(columns: Column[], locale: string): void {
  if (columns.some(({kind}) => kind === 'requirement')) return
  const found = columns.filter((column) => {
    const {read, filled} = column.kind === 'other' ? countCells(column, locale, namesRequirement) : none
    return filled > 0 && read === filled
  })
  const [column] = found
  if (column && found.length === 1) column.kind = 'requirement'
}

const none = {read: 0, filled: 0}

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
export function dropDescriptions(readings: {candidate: Column; read: number; filled: number}[]): void {
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

/** Largest number in the cells of a column: tells ports from classes and counts beside them. */
function largest({cells}: Column): number {
  return cells.reduce((most, {target}) => {
    const digits = /\d{1,5}/.exec(target.replace(/(\d)[,.\s](?=\d{3})/gu, '$1'))
    return Math.max(most, digits ? Number(digits[0]) : 0)
  }, 0)
}
