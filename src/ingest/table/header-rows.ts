/** Which rows at the top of a table are its header, and what they say of each column together. */
import {type EditionCell, readingOf} from '../../model/edition.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {BREAK} from '../../text/cell-structure.ts'
import {figuresRE, isHeaderCell, kindsOf, textOf} from './header-cells.ts'
import type {RawRow} from './raw-table.ts'

const ends: ReadonlySet<ColumnKind> = new Set(['source', 'destination'])

/**
 * Indexes of the rows of the header: those of the head, or else the first where it is told to be one, and those right below that
 * go on with it, by spans, by markup, or below a group by their words. Empty without a header; a table keeps a row at least.
 */
export function findHeaderRows(
  rows: readonly RawRow[],
  grid: readonly EditionCell[][],
  isFirst: boolean,
): number[] {
  const told = rows.flatMap((row, index) => (row.head ? [index] : []))
  const heads = told.length === 0 && isFirst ? [0] : told
  if (heads.length === 0 || heads.some((index, at) => index !== at)) return heads
  let next = heads.length
  while (next < rows.length - 1 && goesOn(rows, grid, next)) next++
  return Array.from({length: next}, (_, index) => index)
}

/** Whether a row goes on with the header, which is all the rows above it. */
function goesOn(rows: readonly RawRow[], grid: readonly EditionCell[][], next: number): boolean {
  const own = rows[next]?.cells ?? []
  const cells = grid[next] ?? []
  if (own.length === 0 || cells.some((cell) => figuresRE.test(textOf(cell)))) return false
  if (own.length > 1 && own.every(({header}) => header))
    return rows.slice(next + 1).some((row) => row.cells.some(({header}) => !header))
  // What a header says of two rows makes both of them header rows.
  if (rows.slice(0, next).some(({head, cells}, at) => !head && cells.some((cell) => cell.rows > next - at)))
    return true
  return isBelowGroup(grid.slice(0, next), cells) && isOfHeaders(cells, own)
}

/** All filled cells are known as headers, or all are set in bold. */
function isOfHeaders(cells: readonly EditionCell[], own: RawRow['cells']): boolean {
  const filled = cells.filter((cell) => textOf(cell) !== '')
  if (filled.length < 2) return false
  const isBold = own.every(({bold, text}) => bold || text.trim() === '')
  return isBold || filled.every(isHeaderCell)
}

/** Whether two cells side by side, of different words, stand below one header, or below one and its empty neighbour. */
function isBelowGroup(heads: readonly EditionCell[][], cells: readonly EditionCell[]): boolean {
  const rows = withGroups([...heads, [...cells]]).filled.slice(0, -1)
  return cells.some((cell, column) => {
    const [own, next] = [textOf(cell), textOf(cells[column + 1])]
    if (own === '' || next === '' || own === next) return false
    return rows.some((row) => textOf(row[column]) !== '' && textOf(row[column]) === textOf(row[column + 1]))
  })
}

/**
 * Header rows in which each group stands above all of its columns: in a pipe table it stands above one of them, and the cells
 * beside it are empty. `unclear` is a group of ends of which nobody knows where it begins, null for none.
 */
function withGroups(heads: readonly EditionCell[][]): {filled: EditionCell[][]; unclear: string | null} {
  let unclear: string | null = null
  const all = heads.map((row, at) => {
    const below = heads.slice(at + 1)
    const isFilled = (column: number): boolean => below.some((cells) => textOf(cells[column]) !== '')
    const filled: EditionCell[] = []
    for (const [column, cell] of row.entries()) {
      const before = filled[column - 1]
      const isPart = textOf(cell) === '' && isFilled(column) && isFilled(column - 1)
      filled.push(isPart && textOf(before) !== '' && before ? {...before, spans: []} : cell)
    }
    unclear ??= unevenEnd(row, filled, below)
    return filled
  })
  return {filled: all, unclear}
}

/** The first group of ends over empty cells, where not all such groups have the same headers below them; null where they have. */
function unevenEnd(
  row: readonly EditionCell[],
  filled: readonly EditionCell[],
  below: readonly EditionCell[][],
): string | null {
  if (filled.every((cell, column) => cell === row[column])) return null
  const groups: {head: EditionCell; lower: string[]}[] = []
  for (const [column, cell] of filled.entries()) {
    const lower = below.map((cells) => textOf(cells[column])).join('\n')
    if (textOf(row[column]) !== '') groups.push({head: cell, lower: [lower]})
    else if (cell !== row[column]) groups.at(-1)?.lower.push(lower)
  }
  const [first, ...others] = groups.filter(({head}) => kindsOf(head).some((kind) => ends.has(kind)))
  const keyOf = ({lower}: {lower: string[]}): string => lower.join('\n\n')
  return first === undefined || others.every((group) => keyOf(group) === keyOf(first))
    ? null
    : textOf(first.head)
}

/** A header of one row or several as one. */
export interface JoinedHeader {
  /** Index of the row that tells the most columns apart. */
  row: number
  /** Its cells, each read as what all rows say of its column, from top to bottom: `Source`, `Port`. */
  cells: EditionCell[]
  /** Why its groups can't be read; null where they can. */
  unclear: string | null
}

/** A column without a header in that row takes it from another one. */
export function joinHeaderRows(heads: readonly EditionCell[][]): JoinedHeader {
  const [first = []] = heads
  if (heads.length < 2) return {row: 0, cells: first, unclear: null}
  const {filled: grouped, unclear} = withGroups(heads)
  const rows = unclear === null ? grouped : heads
  const distinct = rows.map((row) => new Set(row.map(({target}) => target)).size)
  const row = distinct.indexOf(Math.max(...distinct))
  const cells = (rows[row] ?? []).map((cell, column) => {
    const filled = rows.flatMap((each) => each[column] ?? []).filter((each) => textOf(each) !== '')
    return withAll(textOf(cell) === '' ? (filled.at(-1) ?? cell) : cell, filled)
  })
  const message = `the header “${(unclear ?? '').slice(0, 60)}” does not tell which columns it stands above`
  return {row, cells, unclear: unclear === null ? null : message}
}

function withAll(cell: EditionCell, all: readonly EditionCell[]): EditionCell {
  const told = all.map(readingOf)
  const targets = [...new Set(told.map(({target}) => target))].filter((text) => text !== '')
  const sources = [...new Set(told.flatMap(({source}) => source ?? []))].filter((text) => text !== '')
  if (targets.length < 2) return cell
  const source = sources.length === 0 ? null : sources.join(BREAK)
  return {...cell, read: {target: targets.join(BREAK), source}}
}
