/** Rows within a table that are headers again: with the words of its own header they change nothing, with others what stands below them. */
import type {EditionCell, EditionRow} from '../../model/edition.ts'
import {foldSearch} from '../../text/normalize.ts'
import {portKinds} from './column-kinds.ts'
import {figuresRE, isHeaderCell, isTransportCell, kindsOf, textOf} from './header-cells.ts'
import type {RawRow} from './raw-table.ts'

/** The rows of a table, each told whether it is a header and whether it stands below one that is not that of the table. */
export function withInnerHeaders(
  rows: readonly EditionRow[],
  raw: readonly RawRow[],
  header: EditionRow | null,
): EditionRow[] {
  let isUnderOther = false
  return rows.map((row, at): EditionRow => {
    const isHeader = !row.inHead && header !== null && isHeaderAgain(row.cells, raw[at]?.cells ?? [])
    if (isHeader) isUnderOther = !isAlike(row.cells, header.cells)
    return {
      ...row,
      ...(isHeader ? {inHead: true as const} : {}),
      ...(isUnderOther && !isHeader ? {underOther: true as const} : {}),
    }
  })
}

/** All of a row is set as headers, or it is of words for them, one of ports or two transports among them. */
function isHeaderAgain(cells: readonly EditionCell[], raw: RawRow['cells']): boolean {
  const filled = cells.filter((cell) => textOf(cell) !== '')
  const isDifferent = new Set(filled.map(textOf)).size > 1
  if (!isDifferent || filled.some((cell) => figuresRE.test(textOf(cell)))) return false
  if (raw.length > 1 && raw.every(({header}) => header)) return true
  if (filled.length * 2 < cells.length || !filled.every(isHeaderCell)) return false
  return (
    filled.filter(isTransportCell).length > 1 ||
    filled.some((cell) => kindsOf(cell).some((kind) => portKinds.has(kind)))
  )
}

const isAlike = (cells: readonly EditionCell[], header: readonly EditionCell[]): boolean =>
  cells.every((cell, at) => {
    const own = header[at]
    const text = foldSearch(cell.target)
    return text === '' || (own !== undefined && text === foldSearch(own.target))
  })
