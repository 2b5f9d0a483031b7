/** Tells port tables from others by what their columns mean, and says why. */

import {transportsIn} from '../../facts/protocol-words.ts'
import {type EditionCell, type EditionRow, readingOf} from '../../model/edition.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {plainHeader} from '../../text/cell-structure.ts'
import {looksLikePorts} from '../unread/unread-tables.ts'
import {countCells, countReadable, holdsAddressPorts, isTransportPort} from './cell-counts.ts'
import type {Column} from './column.ts'
import {dropDescriptions, namesTransportPort, portKinds, settleKinds} from './column-kinds.ts'
import {findCounts, findDecoy, findForeign} from './decoys.ts'
import {readGroupedHeader, unclearGroups} from './header-groups.ts'
import {namesPorts} from './port-like-words.ts'
import {findUrlParts} from './url-parts.ts'

export interface Recognition {
  portTable: boolean
  /** Reasons in English, one each. */
  evidence: string[]
  columns: ColumnKind[]
  /** Why no row of a table of ports can be read; null where nothing is against it. */
  unclear: string | null
  /** Whether it looks like a table of ports, and none of its cells could be read as one. */
  isUnread?: boolean
}

/** Rows that are looked at, spread over the table: enough to tell what a column holds. */
const SAMPLE = 12
/** Every row of a short table, evenly spread ones of a long one. */
export function sampleOf<T>(rows: readonly T[]): T[] {
  const step = Math.max(1, rows.length / SAMPLE)
  return rows.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
}

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
    const text = read ? plainHeader(read.source ?? read.target) : ''
    return {
      column: index + 1,
      kind: cell ? headerKind(cell, locale) : 'other',
      header: text === '' ? null : text,
      cells: sample.flatMap((row) => row.cells[index] ?? []),
    }
  })
  const evidence: string[] = []
  settleKinds(columns, locale, evidence)
  const decoy = findDecoy(columns) ?? findUrlParts(columns)
  const kinds = () => columns.map(({kind}) => kind)
  if (decoy) return {portTable: false, evidence: [decoy], columns: kinds(), unclear: null}
  const named = columns.filter(({kind}) => portKinds.has(kind))
  // A last port without its first one is of ports, of which no row can be read.
  const last = columns.filter(({kind, header}) => kind === 'portEnd' && header !== null && namesPorts(header))
  const [candidates = []] = [named, last, columns.filter((column) => holdsAddressPorts(column))].filter(
    (found) => found.length > 0,
  )
  if (candidates.length === 0)
    return {portTable: false, evidence: ['no column holds ports'], columns: kinds(), unclear: null}
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
  const isOfPorts = portTable && counts === null
  const unclear = isOfPorts
    ? (unclearHeaders(header, columns, locale) ?? severalColumns(columns, candidates, locale))
    : null
  const isUnread = !portTable && looksLikePorts(columns, locale)
  return {portTable: isOfPorts, evidence, columns: kinds(), unclear, ...(isUnread ? {isUnread} : {})}
}

/** Why nobody knows what a column of ports is of, that only its cells tell, where another one is like it; null where none is. */
function severalColumns(columns: readonly Column[], ports: readonly Column[], locale: string): string | null {
  const isNamed = ({header}: Column): boolean =>
    header !== null && (namesPorts(header) || namesTransport(header))
  if (ports.some((column) => column.header === null || isNamed(column))) return null
  const [other] = columns.filter((column) => {
    const {read} = countCells(column, locale, isTransportPort)
    const {filled} = countReadable({...column, kind: 'port'}, locale)
    return column.kind === 'other' && column.header !== null && read > 0 && read * 2 > filled
  })
  const names = [ports[0], other].map((column) => `“${(column?.header ?? '').slice(0, 60)}”`)
  return other === undefined
    ? null
    : `the columns ${names.join(' and ')} both hold ports, and not what these are of`
}

const namesTransport = (header: string): boolean => transportsIn(header).length > 0

/** What the groups above columns of ports leave open, by the English of the header where it has some. */
function unclearHeaders(
  header: EditionRow | null,
  columns: readonly Column[],
  locale: string,
): string | null {
  const cells = columns.flatMap(({column, kind}) =>
    portKinds.has(kind) ? (header?.cells[column - 1] ?? []) : [],
  )
  const texts = cells.map(readingOf)
  const isEnglish = texts.some(({source}) => source !== null)
  return unclearGroups(
    texts.map(({source, target}) => (isEnglish ? (source ?? '') : target)),
    isEnglish ? 'en' : locale,
  )
}

function headerKind(cell: EditionCell, locale: string): ColumnKind {
  const {source, target} = readingOf(cell)
  const english = source === null ? null : readGroupedHeader(source, 'en')
  const own = english?.by ? english : readGroupedHeader(target, locale)
  return own.kind
}
