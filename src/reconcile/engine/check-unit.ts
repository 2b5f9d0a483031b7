/** What a check is asked about: one cell in one locale, with its English where there is any. */
import type {ColumnKind, Place} from '../../model/schema.ts'

export interface CheckUnit {
  id: string
  locale: string
  /** English of the cell, white space folded; null where there is none. */
  source: string | null
  /** The translation as found, white space folded. */
  target: string
  header: boolean
  /** What the cell's column means, where that is known. */
  kind?: ColumnKind | undefined
  place?: Place | undefined
  /** The cell that units of several editions and locales share; null or absent for a unit that stands alone. */
  cell?: string | null | undefined
  /** Edition that the unit belongs to; its own text is no evidence for it. */
  edition?: string | null | undefined
  /** The text is a human translation; it is compared with its like. */
  human?: boolean | undefined
  /** The document says that people translated it, or not who did: its choice of words is changed for evidence only. */
  personal?: boolean | undefined
  /** Prose of a person that is no cell of a table of ports, beside English in a document of its own. */
  retold?: boolean | undefined
}
