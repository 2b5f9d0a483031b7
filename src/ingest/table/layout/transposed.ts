/** Tables that lie on their side: the first column says what each row holds (`Port`, `Protocol`), and each other column is one service. */
import {isNone} from '../../../facts/columns/port-part.ts'
import {namesProtocol} from '../../../facts/port-cell.ts'
import {type EditionCell, type EditionRow, readingOf} from '../../../model/edition.ts'
import {isPort} from '../cell-counts.ts'
import {portKinds} from '../column-kinds.ts'
import {isHeaderCell, isTransportCell, kindsOf, textOf} from '../header-cells.ts'
import {joinHeaderRows} from '../header-rows.ts'
import type {ReadTable} from '../read-table.ts'

/** More kinds of facts no table has. */
const MOST_ROWS = 24
/** Headers of one row are at most so deep: `Port`, and `TCP` beside it. */
const MOST_HEADS = 2
/** Known names of rows, one of an end among them, beside others that nobody knows (`Owner`): at least so many, and this share. */
const [FEWEST, MOST_KNOWN] = [3, 2 / 3]

/** The table set upright; null for one that is. */
export function setUpright(table: ReadTable, locale: string): ReadTable | null {
  const all = table.header === null ? table.rows : [table.header, ...table.rows]
  const width = Math.min(...all.map(({cells}) => cells.length))
  const isShort = table.rows.length > 1 && table.rows.length <= MOST_ROWS
  if (!isShort || all.some(({cells}) => cells.length !== width)) return null
  const heads = headsOf(table, width)
  if (heads === 0 || width < heads + 2 || !holdsPorts(all, heads, locale)) return null
  const columns = Array.from({length: width}, (_, column) => all.flatMap(({cells}) => cells[column] ?? []))
  const {row, cells} = joinHeaderRows(columns.slice(0, heads))
  const [head] = table.header === null ? table.rows : [table.header]
  const place = columns[row]?.[0]?.place ?? head?.place
  if (place === undefined) return null
  return {
    ...table,
    header: {row: 0, cells, place},
    rows: columns.slice(heads).map(
      (own, at): EditionRow => ({
        ...{row: at + 1, cells: own, place: own[0]?.place ?? place},
      }),
    ),
  }
}

/** How many columns from the left are of headers alone, those of ports among them; 0 where the headers stand above. */
function headsOf({header, rows}: ReadTable, width: number): number {
  const isOfHeaders = (column: number): boolean => {
    const known = rows.flatMap(({cells}) => cells[column] ?? []).filter(isHeaderCell)
    const isMost = known.length >= Math.max(FEWEST, MOST_KNOWN * rows.length)
    return known.length === rows.length || (column === 0 && isMost && known.some(isOfEnd))
  }
  let heads = 0
  while (heads < MOST_HEADS && heads < width - 1 && isOfHeaders(heads)) heads++
  const isAbove =
    header?.cells.slice(heads).some((cell) => textOf(cell) !== '' && isHeaderCell(cell)) ?? false
  const all = header === null ? rows : [header, ...rows]
  return heads === 0 || isAbove || !all.some(({cells}) => isOfPorts(cells.slice(0, heads))) ? 0 : heads
}

const isOfEnd = (cell: EditionCell): boolean =>
  kindsOf(cell).some((kind) => kind === 'source' || kind === 'destination')

const isOfPorts = (heads: readonly EditionCell[]): boolean =>
  heads.some((cell) => isTransportCell(cell) || kindsOf(cell).some((kind) => portKinds.has(kind)))

/** Whether all that stands beside a header of ports are ports, and a protocol is named somewhere. */
function holdsPorts(rows: readonly EditionRow[], heads: number, locale: string): boolean {
  let isNamed = false
  for (const {cells} of rows) {
    const own = cells.slice(0, heads)
    if (own.some(isTransportCell)) isNamed = true
    for (const cell of cells.slice(heads)) {
      const [text, tag] = [textOf(cell), readingOf(cell).source === null ? locale : 'en']
      if (text === '' || isNone(text, tag)) continue
      if (isOfPorts(own) && !isPort(text, tag)) return false
      if (namesProtocol(text, tag)) isNamed = true
    }
  }
  return isNamed
}
