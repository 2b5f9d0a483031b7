/** Which documents are translations: an English one is a source for the others, one of an unknown language is neither. */
import type {Edition, EditionRow} from './edition.ts'
import type {EditionInfo, Status} from './schema.ts'

/** The locale of a document that tells none (BCP 47, RFC 5646 section 2.2). */
export const UNDETERMINED = 'und'

const englishRE = /^en(?:-|$)/i

/** Is this a document in English? */
export const isEnglish = (locale: string): boolean => englishRE.test(locale)

/** Is this a language that the dataset publishes beside English? */
export const isTranslation = (locale: string): boolean => locale !== UNDETERMINED && !isEnglish(locale)

/** The status of a text as its document has it. */
export const statusOfEdition = ({
  locale,
  translationType,
}: Pick<EditionInfo, 'locale' | 'translationType'>): Status => {
  if (isEnglish(locale)) return 'source'
  return translationType === 'unknown' ? 'translated' : translationType
}

/** An English document with its text as English of its own cells, headings and prose; any other as it is. */
export const withOwnEnglish = (edition: Edition): Edition => {
  if (!isEnglish(edition.info.locale)) return edition
  return {
    ...edition,
    title: {...edition.title, source: edition.title.target},
    ...(edition.titles && {titles: edition.titles.map((title) => ({...title, source: title.target}))}),
    blocks: edition.blocks.map((block) =>
      block.kind === 'table' ? block : {...block, source: block.markdown},
    ),
    tables: edition.tables.map((table) => ({
      ...table,
      heading: table.heading && {...table.heading, source: table.heading.target},
      ...(table.context && {context: table.context.map((text) => ({...text, source: text.target}))}),
      header: table.header && rowInEnglish(table.header),
      rows: table.rows.map(rowInEnglish),
    })),
  }
}

const rowInEnglish = (row: EditionRow): EditionRow => ({
  ...row,
  cells: row.cells.map((cell) => ({
    ...cell,
    source: cell.source ?? cell.target,
    ...(cell.read && {read: {...cell.read, source: cell.read.source ?? cell.read.target}}),
  })),
})
