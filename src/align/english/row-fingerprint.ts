/** What of a row or table stays the same in every language: its figures and acronyms, and its English where it has some. */
import type {EditionRow, EditionTable} from '../../model/edition.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {placeColumns} from '../place-columns.ts'

/** Comparable extract of a row. */
export interface Fingerprint {
  /** Figures (digit groups joined) and acronyms, each with how often it occurs. */
  tokens: Map<string, number>
  size: number
  /** English of each cell, or null where the row has none. */
  english: (string | null)[]
  cells: number
}

const tokenRE = /\d+(?:[,. \u00a0\u202f]\d{3})*(?!\d)|[A-Z][A-Z0-9]+/g
const groupRE = /[,. \u00a0\u202f]/g

/** Extract of one row. */
export const fingerprintRow = (row: EditionRow): Fingerprint => {
  const tokens = new Map<string, number>()
  let size = 0
  for (const cell of row.cells) {
    for (const token of tokensOf(cell)) {
      increment(tokens, token)
      size++
    }
  }
  return {tokens, size, english: row.cells.map((cell) => cell.source), cells: row.cells.length}
}

/** Figures and acronyms of a cell, digit groups joined, in order. */
const tokensOf = ({source, target}: EditionRow['cells'][number]): string[] =>
  [...(source ?? target).normalize('NFKC').matchAll(tokenRE)].map(([token]) => token.replace(groupRE, ''))

const increment = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Similarity of two rows, 0 to 1. */
export const rowSimilarity = (a: Fingerprint, b: Fingerprint): number => {
  const shape = a.cells === b.cells ? 1 : 0.6
  const dice = a.size + b.size === 0 ? 0.7 : (2 * shared(a.tokens, b.tokens)) / (a.size + b.size)
  const english = equalEnglish(a.english, b.english)
  return shape * (english === null ? dice : (dice + english) / 2)
}

/** With fewer figures and acronyms a table has nothing to be told from another one by. */
const TELLING = 2
/** Of the figures and acronyms of two editions of one table so many stand in the same columns, whatever was mistranslated. */
const LEAST_PLACED = 0.5

/** Whether tables of one width are two tables all the same: their columns hold other figures and acronyms. */
const areOthers = (a: TableFingerprint, b: TableFingerprint): boolean =>
  a.width === b.width &&
  Math.min(a.size, b.size) >= TELLING &&
  (2 * sharedInPlace(a, b)) / (a.size + b.size) < LEAST_PLACED

/** Figures and acronyms that stand in the same columns, in whatever order the columns are. */
const sharedInPlace = (a: TableFingerprint, b: TableFingerprint): number =>
  placeColumns(a, b).reduce((sum, to, from) => {
    const [own, other] = [a.byColumn[from], b.byColumn[to]]
    return own && other ? sum + shared(own, other) : sum
  }, 0)

/** Of the rows with figures of the smaller table so many stand in the other one, whatever was added, removed or mistranslated. */
const LEAST_ROWS = 0.34

/** Whether two documents of their own hold two tables: hardly a row of one has the figures of a row of the other. */
const holdOtherRows = (a: TableFingerprint, b: TableFingerprint): boolean => {
  const least = Math.min(countOf(a.figures), countOf(b.figures))
  return least >= TELLING && shared(a.figures, b.figures) < LEAST_ROWS * least
}

const countOf = (counts: Map<string, number>): number => {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}

/** The same for tables of two documents of which one is in English: they may be of different age, so rows count, not sizes. */
export const tableSimilarityApart = (a: TableFingerprint, b: TableFingerprint): number => {
  const least = Math.min(a.names.size, b.names.size)
  if (least === 0) return factsApart(a, b)
  const named = a.names.intersection(b.names).size / least
  return named === 0 ? 0 : (named + factsApart(a, b)) / 2
}

const factsApart = (a: TableFingerprint, b: TableFingerprint): number => {
  if (holdOtherRows(a, b)) return 0
  const columns = a.columns === b.columns ? 1 : 0.4
  const least = Math.min(countOf(a.figures), countOf(b.figures))
  if (least >= TELLING) {
    const most = Math.max(countOf(a.figures), countOf(b.figures))
    return 0.2 * columns + 0.6 * (shared(a.figures, b.figures) / least) + 0.2 * (least / most)
  }
  return areOthers(a, b) ? 0 : likeness(a, b)
}

/**
 * Similarity of two tables, 0 to 1: meaning of the columns, number of rows, and what their rows hold. Nothing for tables
 * of one width that share too few of their facts: equal counts of rows and columns don't make them one table.
 */
export const tableSimilarity = (a: TableFingerprint, b: TableFingerprint): number =>
  areOthers(a, b) ? 0 : likeness(a, b)

const likeness = (a: TableFingerprint, b: TableFingerprint): number => {
  const columns = a.columns === b.columns ? 1 : 0.4
  const rows = Math.min(a.rows, b.rows) / Math.max(a.rows, b.rows, 1)
  const dice = a.size + b.size === 0 ? 0.5 : (2 * shared(a.tokens, b.tokens)) / (a.size + b.size)
  return 0.3 * columns + 0.2 * rows + 0.5 * dice
}

/** Comparable extract of a table. */
export interface TableFingerprint {
  columns: string
  kinds: readonly ColumnKind[]
  /** Number of columns. */
  width: number
  rows: number
  tokens: Map<string, number>
  /** The same by column. */
  byColumn: readonly Map<string, number>[]
  /** The figures of each row, however its columns are ordered, and in how many rows they stand. */
  figures: Map<string, number>
  /** How long the cells of each row are, by its figures; null for figures that stand in several rows. */
  lengths: ReadonlyMap<string, readonly number[] | null>
  size: number
  /** Cells that are nothing but a name for machines with an underscore or a dot: a table of settings is of these. */
  names: ReadonlySet<string>
}

const machineNameRE = /^[\\`*]*([A-Za-z][A-Za-z\d]*(?:\\?[_.][A-Za-z\d]+)+)[`*]*$/

const machineNamesOf = ({header, rows}: EditionTable): Set<string> =>
  new Set(
    [...(header === null ? [] : [header]), ...rows]
      .flatMap(({cells}) => cells)
      .flatMap(({target}) => machineNameRE.exec(target.trim())?.[1]?.replaceAll('\\', '') ?? []),
  )

/** Extract of one table. */
export const fingerprintTable = (table: EditionTable): TableFingerprint => {
  const tokens = new Map<string, number>()
  const byColumn = table.columns.map(() => new Map<string, number>())
  const figures = new Map<string, number>()
  const lengths = new Map<string, readonly number[] | null>()
  let size = 0
  for (const {cells} of table.rows) {
    const own: string[] = []
    for (const [column, cell] of cells.entries()) {
      for (const token of tokensOf(cell)) {
        increment(tokens, token)
        increment(byColumn[column] ?? new Map(), token)
        if (/^(?:\d{2,}|TCP|UDP)$/.test(token)) own.push(token)
        size++
      }
    }
    const key = own.toSorted().join(' ')
    if (/\d/.test(key)) increment(figures, key)
    if (/\d/.test(key)) lengths.set(key, lengths.has(key) ? null : cells.map(({target}) => target.length))
  }
  const columns = `${table.portTable} ${table.columns.length}`
  return {
    columns,
    kinds: table.columns,
    width: table.columns.length,
    rows: table.rows.length,
    tokens,
    byColumn,
    lengths,
    figures,
    size,
    names: machineNamesOf(table),
  }
}

const shared = (a: Map<string, number>, b: Map<string, number>): number => {
  let count = 0
  for (const [token, n] of a) count += Math.min(n, b.get(token) ?? 0)
  return count
}

/** Share of cells with the same English; null when one side has none at all. */
const equalEnglish = (a: (string | null)[], b: (string | null)[]): number | null => {
  if (a.every((text) => text === null) || b.every((text) => text === null)) return null
  const most = Math.max(a.length, b.length)
  let equal = 0
  for (let i = 0; i < most; i++) if (a[i] !== undefined && a[i] === b[i]) equal++
  return equal / most
}
