/** Tells port tables from others by what their columns mean, and says why. */
import type {EditionCell, EditionRow} from '../dataset/edition.ts'
import {parsePath} from '../dataset/path.ts'
import {parsePortCell, parseProtocolCell} from '../dataset/port-cell.ts'
import type {ColumnKind} from '../dataset/schema.ts'
import type {Column} from './column.ts'
import {findDecoy} from './decoys.ts'
import {readHeader} from './header-words.ts'
import {mayBePath} from './port-words.ts'

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

const portKinds = new Set<ColumnKind>(['path', 'port', 'sourcePort', 'portStart'])

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
    const text = cell ? (cell.source ?? cell.target) : ''
    return {
      column: index + 1,
      kind: cell ? headerKind(cell, locale) : 'other',
      header: text === '' ? null : text,
      cells: sample.flatMap((row) => row.cells[index] ?? []),
    }
  })
  const evidence: string[] = []
  settlePortCount(columns)
  inferFromCells(columns, locale, evidence)
  const decoy = findDecoy(columns)
  const kinds = () => columns.map(({kind}) => kind)
  if (decoy) return {portTable: false, evidence: [decoy], columns: kinds()}
  const candidates = columns.filter(({kind}) => portKinds.has(kind))
  if (candidates.length === 0)
    return {portTable: false, evidence: ['no column holds ports'], columns: kinds()}
  const readings = candidates.map((candidate) => ({candidate, ...countReadable(candidate, locale)}))
  for (const {candidate, read, filled} of readings) {
    const named = candidate.header === null ? 'by its cells' : `by its header “${candidate.header}”`
    evidence.push(
      `column ${candidate.column} is a ${candidate.kind} column ${named}; ${read} of ${filled} sampled cells read as such`,
    )
  }
  keepOnePortColumn(readings)
  const portTable = readings.some(({read, filled}) => read > 0 && read * 3 >= filled)
  if (!portTable) evidence.push('too few cells read as ports')
  return {portTable, evidence, columns: kinds()}
}

function headerKind(cell: EditionCell, locale: string): ColumnKind {
  const english = cell.source === null ? null : readHeader(cell.source, 'en')
  const own = english?.by ? english : readHeader(cell.target, locale)
  return own.kind
}

/** “Port range” is a count only beside a start. */
function settlePortCount(columns: Column[]): void {
  if (columns.some(({kind}) => kind === 'portStart')) return
  const hasPort = columns.some(({kind}) => kind === 'port' || kind === 'path')
  for (const column of columns) if (column.kind === 'portCount') column.kind = hasPort ? 'other' : 'port'
}

/** A table has one port column: of several, the one whose cells read best; the others describe it. */
function keepOnePortColumn(readings: {candidate: Column; read: number}[]): void {
  const ports = readings.filter(({candidate}) => candidate.kind === 'port')
  const best = ports.reduce<(typeof ports)[number] | null>((a, b) => (a && a.read >= b.read ? a : b), null)
  for (const {candidate} of ports) if (candidate !== best?.candidate) candidate.kind = 'other'
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
  const protocol = unknown.find((column) => most(column, isTransport))
  if (!protocol) return
  const port = unknown.filter((column) => column !== protocol && most(column, isPort))
  const [best] = port.toSorted((a, b) => largest(b) - largest(a) || a.column - b.column)
  if (!best) return
  protocol.kind = 'protocol'
  best.kind = 'port'
  evidence.push(`column ${protocol.column} holds protocols`)
}

function countReadable(column: Column, locale: string): {read: number; filled: number} {
  return countCells(column, locale, column.kind === 'path' ? isPath : isPort)
}

function countCells(
  {cells}: Column,
  locale: string,
  reads: (text: string, locale: string) => boolean,
): {read: number; filled: number} {
  let read = 0
  let filled = 0
  for (const {source, target} of cells) {
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

export const isTransport = remembered((text, locale) => {
  const reading = parseProtocolCell(text, locale)
  // “Any” alone stands for both transports, and says nothing of what its column holds.
  return reading.ok && reading.transports.length > 0 && mayBePath(text)
}, 120)

/** Largest number in the cells of a column: tells ports from classes and counts beside them. */
function largest({cells}: Column): number {
  return cells.reduce((most, {target}) => {
    const digits = /\d{1,5}/.exec(target.replace(/(\d)[,.\s](?=\d{3})/gu, '$1'))
    return Math.max(most, digits ? Number(digits[0]) : 0)
  }, 0)
}
