/** A column of a table while its meaning is found out. */
import type {EditionCell} from '../../model/edition.ts'
import type {ColumnKind} from '../../model/schema.ts'

/** A column with what its header says and what its cells hold. */
export interface Column {
  /** From 1. */
  column: number
  kind: ColumnKind
  /** The header as quoted in evidence; null without one. */
  header: string | null
  cells: EditionCell[]
}
