/**
 * What is searched for a rule in one language: its cells, and the labels of their columns.
 *
 * Labels count so that `連接埠`, `ポート` and `port` reach the same rules: a rule's labels are the header cells of its
 * table as the page shows them, and the language's own word for "port", which the table's header may spell otherwise.
 */
import {localeData} from '../../languages/languages.ts'
import type {SearchRule} from '../rule-order.ts'
import {shownText} from '../shown-text.ts'

export interface RowTexts {
  cells: string[]
  /** One a column. */
  labels: string[]
  /** The language's word for "port". */
  portWord: string
}

/** The first header word for ports of a locale; the data guarantees one, in English where there is no other. */
export const portWord = (locale: string): string => localeData(locale).headers['port']?.[0] ?? ''

export const rowTexts = ({row, table}: Pick<SearchRule, 'row' | 'table'>, locale: string): RowTexts => ({
  cells: row.cells.map((cell) => shownText(cell, locale)),
  labels: row.cells.map((_, column) => {
    const header = table.header?.cells[column]
    return header === undefined ? '' : shownText(header, locale)
  }),
  portWord: portWord(locale),
})
