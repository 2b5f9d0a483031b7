/** One localized document as ingest reads it: plain values with places, before any other document is known. */
import type {Block, ColumnKind, Diagnostic, EditionInfo, Place, Segment} from './schema.ts'

/** The two languages of a cell. */
export interface CellTexts {
  target: string
  source: string | null
}

/** What the facts of a cell are read from. */
export const readingOf = ({target, source, read}: CellTexts & {read?: CellTexts}): CellTexts =>
  read ?? {target, source}

/** One cell as it stands in the document; a cell that spans columns or rows is repeated in each. */
export interface EditionCell {
  /** Text of the locale, white space folded. */
  target: string
  /** The English of its spans, white space folded; null where the document has none for it. */
  source: string | null
  /** Both with what the markup tells (`text/cell-structure.ts`): what facts are read from; absent where the texts tell all. */
  read?: CellTexts
  segments: Segment[]
  /** Where the cell's content starts; the cell's own start when it is empty. */
  place: Place
  /**
   * Offsets (UTF-16, `[start, end)`) into the decoded text of each piece of target text of the cell, in order,
   * so that a correction can be written back; empty when the cell can't be written back safely.
   */
  spans: [number, number][]
}

export interface EditionRow {
  /** From 1; 0 is the header. */
  row: number
  /** Whether it stands in the head, beside the row that was taken for the header. */
  inHead?: true
  /** Whether a header below that of the table, with other words, stands above it. */
  underOther?: true
  cells: EditionCell[]
  place: Place
}

/**
 * What a document says of a whole table: a heading above it, its caption, the paragraph right before it, those before that one, a
 * note below, text of a part of its section below that, or a note anywhere below that only rows with its mark point to.
 */
export interface TableContext {
  role: 'heading' | 'caption' | 'lead' | 'before' | 'note' | 'below' | 'marked'
  source: string | null
  target: string
}

export interface EditionTable {
  /** From 1 over all tables of the document, in document order. */
  table: number
  /** Heading that the table stands under, Markdown stripped. */
  heading: {source: string | null; target: string} | null
  /** All that stands above it, the nearest heading first, then what stands below it. */
  context?: TableContext[]
  /** null when the table has no header row. */
  header: EditionRow | null
  rows: EditionRow[]
  portTable: boolean
  evidence: string[]
  /** Why no row of a port table can be read; absent where nothing is against it. */
  unclear?: string
  /** As many as the widest row has cells. */
  columns: ColumnKind[]
  place: Place
}

/** A title as a document states it, as text without Markdown. */
export interface StatedTitle {
  from: 'front-matter' | 'heading'
  /** English of its spans; null where it has none. */
  source: string | null
  target: string
  place: Place
}

/** A table that names no ports, of a document that has no port table: its rows were counted, its cells not read. */
export interface UnreadTable {
  /** From 1 over all tables of the document, in document order. */
  table: number
  /** Where the rows below the header start. */
  rows: Place[]
}

/**
 * The front matter, the configuration of the workspace, the path, translations beside the document, its own text, or the
 * documents around it.
 */
export type LocaleFrom = 'front-matter' | 'configuration' | 'path' | 'translations' | 'text' | 'tree' | null

/** One document. `info.topic` and `info.supersededBy` are filled by the dataset step. */
export interface Edition {
  info: Omit<EditionInfo, 'topic' | 'supersededBy'>
  /** `ms:assetid` in lower case, or null. */
  assetId: string | null
  /** File name without locale, form words and extension. */
  name: string
  /** Path without locale, form words and extension, in lower case: what places a document without an asset id. */
  stem: string
  /** What tells the locale; null where nothing does. */
  localeFrom: LocaleFrom
  /** Places of the vocabularies that it is read with (`vocabulariesNamedIn`); all of them where it doesn't tell. */
  vocabularies?: number[]
  title: {source: string | null; target: string}
  /** All titles that it states, the one of its front matter first; absent where its prose was not read. */
  titles?: StatedTitle[]
  blocks: Block[]
  tables: EditionTable[]
  unread: UnreadTable[]
  /** Paths of the files whose text it includes; absent where it includes none. */
  includes?: string[]
  diagnostics: Diagnostic[]
}

/** Places of the vocabularies that any of some documents is read with; undefined for all of them. */
export const vocabulariesOf = (editions: readonly Edition[]): number[] | undefined =>
  editions.some(({vocabularies}) => vocabularies === undefined)
    ? undefined
    : [...new Set(editions.flatMap(({vocabularies = []}) => vocabularies))].sort((a, b) => a - b)
