/** Raw rows of a table → header and body with every spanned cell filled in. */
import {type EditionCell, type EditionRow, readingOf} from '../../model/edition.ts'
import {BREAK} from '../../text/cell-structure.ts'
import type {MarkedText} from '../marked-text.ts'
import type {Source} from '../source.ts'
import type {RawRow, RawTable} from './raw-table.ts'
import {readCell} from './read-cell.ts'

/** Most columns or rows that one cell may span; HTML allows 1,000 and 65,534, which would only blow up the dataset. */
const MAX_SPAN = 200
/** Most cells that filling up spans may add to one table. */
const MAX_ADDED = 100_000

export interface ReadTable {
  start: number
  header: EditionRow | null
  rows: EditionRow[]
  captions: string[]
}

/** Reads all cells, fills up spans, finds the header; reports a missing header, unequal rows and nested tables. */
export function readTable(
  source: Source,
  marked: MarkedText,
  raw: RawTable,
  looksLikeHeader: (cells: EditionCell[]) => boolean,
): ReadTable {
  const grid = fillSpans(
    source,
    raw.rows,
    raw.rows.map(({cells}) => cells.map((cell) => readCell(source, marked, cell))),
  )
  const headerIndex = findHeader(source, raw, grid, looksLikeHeader)
  const rows: EditionRow[] = []
  let header: EditionRow | null = null
  const heads = grid.filter((_, index) => raw.rows[index]?.head)
  for (const [index, cells] of grid.entries()) {
    const start = raw.rows[index]?.start ?? raw.start
    const place = source.place(start)
    if (index === headerIndex) header = {row: 0, cells: underGroups(cells, heads), place}
    else
      rows.push({
        row: rows.length + 1,
        ...(headerIndex !== -1 && raw.rows[index]?.head ? {inHead: true as const} : {}),
        cells,
        place,
      })
  }
  reportShape(source, raw, header, rows)
  return {start: raw.start, header, rows, captions: raw.captions}
}

/** A header whose cells say what all rows of the head say of their columns, from top to bottom: `Source`, `Port`. */
function underGroups(cells: EditionCell[], heads: readonly EditionCell[][]): EditionCell[] {
  if (heads.length < 2) return cells
  return cells.map((cell, column) => {
    const told = heads.flatMap((row) => row[column] ?? []).map(readingOf)
    const targets = [...new Set(told.map(({target}) => target))].filter((text) => text !== '')
    const sources = [...new Set(told.flatMap(({source}) => source ?? []))].filter((text) => text !== '')
    if (targets.length < 2) return cell
    return {
      ...cell,
      read: {target: targets.join(BREAK), source: sources.length === 0 ? null : sources.join(BREAK)},
    }
  })
}

/** Repeats a cell in all columns and rows that it spans; only the first one can be written back. */
function fillSpans(source: Source, rows: readonly RawRow[], cells: EditionCell[][]): EditionCell[][] {
  if (rows.every((row) => row.cells.every((cell) => cell.columns === 1 && cell.rows === 1))) return cells
  const grid: EditionCell[][] = rows.map(() => [])
  let added = 0
  let clipped = -1
  for (const [index, row] of rows.entries()) {
    const line = grid[index] ?? []
    let column = 0
    for (const [position, {columns, rows: height, start}] of row.cells.entries()) {
      while (line[column]) column++
      const cell = cells[index]?.[position]
      if (!cell) continue
      const wide = Math.min(columns, MAX_SPAN)
      const high = Math.min(height, MAX_SPAN, rows.length - index)
      const fits = added + wide * high <= MAX_ADDED
      if ((columns > MAX_SPAN || height > MAX_SPAN || !fits) && clipped === -1) clipped = start
      for (let down = 0; down < (fits ? high : 1); down++) {
        const target = grid[index + down] ?? []
        for (let right = 0; right < (fits ? wide : 1); right++) {
          const repeated = down > 0 || right > 0
          if (repeated) added++
          target[column + right] = repeated ? {...cell, spans: []} : cell
        }
      }
      column += fits ? wide : 1
    }
  }
  if (clipped !== -1) {
    source.report(
      clipped,
      'warning',
      'wide-span',
      `Unexpected cell that spans more than ${MAX_SPAN} columns or rows, or fills up more than ${MAX_ADDED} cells; it was repeated less often`,
      'Lower its colspan or rowspan.',
    )
  }
  return grid.map((line) => Array.from(line, (cell) => cell ?? emptyLike(line)))
}

/** A hole that overlapping spans leave. */
function emptyLike(line: EditionCell[]): EditionCell {
  const place = line.find((cell) => cell !== undefined)?.place ?? {path: '', line: 1, column: 1}
  return {target: '', source: null, segments: [], place, spans: []}
}

/** Index of the header row: in the head, else a first row of `<th>` only, else one that reads like a header; -1 for none. */
function findHeader(
  source: Source,
  raw: RawTable,
  grid: EditionCell[][],
  looksLikeHeader: (cells: EditionCell[]) => boolean,
): number {
  const heads = raw.rows.flatMap((row, index) => (row.head ? [index] : []))
  const [only, more] = heads
  if (only !== undefined && more === undefined) return only
  if (only !== undefined) {
    // Several head rows: the one with the most different texts names the columns, the others span them.
    const distinct = (index: number) => new Set(grid[index]?.map(({target}) => target)).size
    return heads.reduce((best, index) => (distinct(index) > distinct(best) ? index : best), only)
  }
  const [first] = raw.rows
  if (!first || raw.rows.length < 2) return missingHeader(source, raw)
  if (first.cells.length > 0 && first.cells.every(({header}) => header)) return 0
  return looksLikeHeader(grid[0] ?? []) ? 0 : missingHeader(source, raw)
}

function missingHeader(source: Source, raw: RawTable): -1 {
  source.report(
    raw.start,
    'info',
    'no-header',
    'Expected a header row, found none; the columns were read by their cells',
    'Put the header into <thead>, or its cells into <th>.',
  )
  return -1
}

function reportShape(source: Source, raw: RawTable, header: EditionRow | null, rows: EditionRow[]): void {
  const width = header ? header.cells.length : Math.max(0, ...rows.slice(0, 1).map(({cells}) => cells.length))
  const uneven = rows.filter(({cells}) => cells.length !== width)
  const [first] = uneven
  if (first) {
    source.diagnostics.push({
      place: first.place,
      severity: 'warning',
      id: 'unequal-rows',
      message: `Expected ${width} cells in each row, found ${first.cells.length} in row ${first.row}${uneven.length > 1 ? ` and other numbers in ${uneven.length - 1} more` : ''}`,
      hint: 'Add the missing cells, or escape the characters that split a cell.',
    })
  }
  if (raw.nested > 0) {
    source.report(
      raw.start,
      'warning',
      'nested-table',
      `Unexpected table inside a cell (${raw.nested}); it was read as a table of its own`,
      'Move the inner table below the outer one.',
    )
  }
}
