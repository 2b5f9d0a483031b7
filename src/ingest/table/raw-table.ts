/** A table as a reader of either form hands it over: cells as written, before columns and rows are filled up. */
import type {RawCell} from './read-cell.ts'

export interface RawRow {
  start: number
  /** In `<thead>`, or above the delimiter row of a pipe table. */
  head: boolean
  cells: (RawCell & {
    /** `<th>`. */
    header: boolean
    /** All of its text is set in bold. */
    bold: boolean
    /** Columns and rows that the cell spans. */
    columns: number
    rows: number
  })[]
}

export interface RawTable {
  /** Offset in the document. */
  start: number
  rows: RawRow[]
  captions: string[]
  /** How many tables stood in its cells; they follow as tables of their own. */
  nested: number
}
