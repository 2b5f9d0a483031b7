/** One cell of a row, as the readers of facts are given it. */
import type {ColumnKind} from '../../model/schema.ts'

/** One cell; `column` counts from 1. */
export interface RowCell {
  kind: ColumnKind
  /** The current words on one line. */
  text: string
  /** With the structure of the cell (`text/cell-structure.ts`). */
  read: string
  /** False where the language has no text for it. */
  isKnown: boolean
  /** Whether the language of the document has nothing there either. */
  isEmpty?: boolean
  column: number
  /** What the column is called, in any language; '' without a header. */
  header: string
  /** Whether it is the cell of the column before, which spans both. */
  isSpanned?: boolean
  /** Of a column that takes back what it names, the end that it is about. */
  side?: 'source' | 'destination'
}

/** The texts of all columns of a kind; null when there are none. */
export function textOf(row: readonly RowCell[], kind: ColumnKind): string | null {
  const texts = row.filter((cell) => cell.kind === kind && cell.text !== '').map(({text}) => text)
  return texts.length > 0 ? texts.join(' ') : null
}
