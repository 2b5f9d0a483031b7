/** Raw rows of a table → header and body with every spanned cell filled in. */
import type {EditionCell, EditionRow} from '../../model/edition.ts'
import type {MarkedText} from '../marked-text.ts'
import type {Source} from '../source.ts'
import {findHeaderRows, joinHeaderRows} from './header-rows.ts'
import {withInnerHeaders} from './inner-headers.ts'
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
  /** Why its header can't be read; null where it can. */
  unclear: string | null
  /** Whether it is known for one of ports although no column of it is told to hold them. */
  isMatrix?: true
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
  const heads = headerRows(source, raw, grid, looksLikeHeader)
  const told = joinHeaderRows(heads.map((index) => grid[index] ?? []))
  const headerIndex = heads[told.row]
  const placed = grid.map((cells, index): EditionRow => {
    const place = source.place(raw.rows[index]?.start ?? raw.start)
    return {row: 0, ...(heads.includes(index) ? {inHead: true as const} : {}), cells, place}
  })
  const head = headerIndex === undefined ? undefined : placed[headerIndex]
  const header = head === undefined ? null : {row: 0, cells: told.cells, place: head.place}
  const below = placed.flatMap((row, index) => (index === headerIndex ? [] : [{row, raw: raw.rows[index]}]))
  const rows = withInnerHeaders(
    below.map(({row}, index) => ({...row, row: index + 1})),
    below.flatMap(({raw}) => raw ?? []),
    header,
  )
  reportShape(source, raw, header, rows)
  return {start: raw.start, header, rows, captions: raw.captions, unclear: told.unclear}
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

/** Indexes of the rows of the header: in the head, else a first row of `<th>` only, or one that reads like a header; those below that go on. */
function headerRows(
  source: Source,
  raw: RawTable,
  grid: EditionCell[][],
  looksLikeHeader: (cells: EditionCell[]) => boolean,
): number[] {
  const [first] = raw.rows
  const isAlone = raw.rows.length < 2
  const isFirst =
    first !== undefined &&
    !isAlone &&
    ((first.cells.length > 0 && first.cells.every(({header}) => header)) || looksLikeHeader(grid[0] ?? []))
  const found = findHeaderRows(raw.rows, grid, isFirst)
  if (found.length === 0) reportMissing(source, raw)
  return found
}

function reportMissing(source: Source, raw: RawTable): void {
  source.report(
    raw.start,
    'info',
    'no-header',
    'Expected a header row, found none; the columns were read by their cells',
    'Put the header into <thead>, or its cells into <th>.',
  )
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
