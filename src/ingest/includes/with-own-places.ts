/** Cells of a document with includes: what stands in another file is not written back, and what is missing is told apart. */
import type {Edition, EditionCell, EditionRow, EditionTable} from '../../model/edition.ts'
import type {Place} from '../../model/schema.ts'
import {MISSING_SHOWN, MISSING_TEXT} from '../../text/missing-text.ts'
import type {Expanded} from './expand-includes.ts'
import {pieceAt} from './text-pieces.ts'

/** The edition that was read from an expanded text, with offsets of the document itself. */
export function withOwnPlaces(edition: Edition, {pieces, included}: Expanded): Edition {
  const spanOf = ([start, end]: [number, number]): [number, number] | null => {
    const [first, last] = [pieceAt(pieces, start), pieceAt(pieces, Math.max(start, end - 1))]
    if (first === undefined || first !== last || first.path !== edition.info.path) return null
    const shift = first.offset - first.start
    return [start + shift, end + shift]
  }
  const cellOf = (cell: EditionCell): EditionCell => {
    const spans = cell.spans.map(spanOf)
    const own = spans.filter((span) => span !== null)
    return withoutMissing({...cell, spans: own.length === spans.length ? own : []})
  }
  const rowOf = (row: EditionRow): EditionRow => ({...row, cells: row.cells.map(cellOf)})
  return {
    ...edition,
    includes: [...included],
    tables: edition.tables.map((table) => ({
      ...table,
      header: table.header && rowOf(table.header),
      rows: table.rows.map(rowOf),
    })),
  }
}

/**
 * Whether a place in a cell is not in a table of ports. No fact is read from other tables, in which `{name}` is what the reader
 * fills in; rows of a file that holds no table belong to one that includes them.
 */
export function outsidePortTables(tables: readonly EditionTable[]): (place: Place) => boolean {
  if (tables.length === 0) return () => true
  return ({path, line}) => {
    const own = tables.filter(({place}) => place.path === path)
    return own.length > 0 && own.findLast(({place}) => place.line <= line)?.portTable !== true
  }
}

/** Readers see dots; facts see that something is missing. */
function withoutMissing(cell: EditionCell): EditionCell {
  const {target, source, read = {target, source}} = cell
  if (!target.includes(MISSING_TEXT) && source?.includes(MISSING_TEXT) !== true) return cell
  const shown = (text: string): string => text.replaceAll(MISSING_TEXT, MISSING_SHOWN)
  return {
    ...cell,
    target: shown(target),
    source: source === null ? null : shown(source),
    read,
    segments: cell.segments.map((segment) => ({
      ...segment,
      source: segment.source === null ? null : shown(segment.source),
      target: shown(segment.target),
    })),
    spans: [],
  }
}
