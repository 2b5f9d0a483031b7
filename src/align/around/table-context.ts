/** What is said of a whole table: the headings above it, its caption, the paragraph before it, and its headers. */
import {
  type CellTexts,
  type Edition,
  type EditionCell,
  readingOf,
  type TableContext,
} from '../../model/edition.ts'
import {plainHeader, plainText} from '../../text/cell-structure.ts'
import {type English, spanEnglish} from '../english/cell-english.ts'
import type {MergedTable} from '../merge.ts'

export type ContextRole = TableContext['role'] | 'header' | 'authentication'

export interface ContextText {
  role: ContextRole
  text: string
  /** `en` for English. */
  locale: string
}

/** All that the editions of a table say of it; where there is English of a kind, only the English. */
export function contextOf(table: MergedTable, editions: ReadonlyMap<string, Edition>): ContextText[] {
  const texts = [...table.tables].flatMap(([id, own]) => {
    const locale = editions.get(id)?.info.locale ?? ''
    const told = own.context ?? []
    const headers = (own.header?.cells ?? []).map((cell) => ({role: 'header' as const, ...plainOf(cell)}))
    const column = own.columns.indexOf('authentication')
    const cells = own.rows.flatMap(({cells}) => cells[column] ?? [])
    const authentication = cells.map((cell) => ({role: 'authentication' as const, ...cell}))
    const heading =
      own.heading === null || told.length > 0 ? [] : [{role: 'heading' as const, ...own.heading}]
    return [...heading, ...told, ...headers, ...authentication].map(({role, source, target}) => ({
      role,
      source,
      target,
      locale,
    }))
  })
  const inEnglish = new Set(texts.filter(({source}) => source !== null).map(({role}) => role))
  return texts.flatMap(({role, source, target, locale}): ContextText[] => {
    if (source !== null) return source === '' ? [] : [{role, text: source, locale: 'en'}]
    return inEnglish.has(role) || target === '' ? [] : [{role, text: target, locale}]
  })
}

/** What a header says with the headers above it. */
const plainOf = (cell: EditionCell): CellTexts => {
  const {source, target} = readingOf(cell)
  return {source: source === null ? null : plainText(source), target: plainText(target)}
}

/** The English of a header, or what each edition calls the column. */
export function headersOf(
  table: MergedTable,
  column: number,
  isCurrent: (edition: string) => boolean,
  localeOf: (edition: string) => string,
): {text: string; locale: string}[] {
  const english: English | null = spanEnglish(table, table.header, column, isCurrent)
  if (english) return [{text: plainHeader(english.read ?? english.text), locale: 'en'}]
  return [...table.header.editions].flatMap(([edition, {cells}]) => {
    const cell = cells[column]
    const text = cell === undefined ? '' : plainHeader(readingOf(cell).target)
    return text === '' ? [] : [{text, locale: localeOf(edition)}]
  })
}
