/** A table of the documents: what its rules say in facts, then each column as published. */
import type {Element} from 'hast'
import type {ColumnKind} from '../../model/schema.ts'
import type {Page} from '../layout/page-context.ts'
import {h} from '../shared/tree.ts'
import {cellTree} from './cell-tree.ts'
import {factsTree} from './facts-tree.ts'
import type {TableCell, TableView} from './tables.ts'

/** @param label accessible name of the table */
export const portTable = (view: TableView, label: string, page: Page): Element =>
  h(
    'div',
    {class: view.table.columns.length > 5 ? 'wide many' : 'wide'},
    h(
      'table',
      {class: 'ports'},
      h('caption', {class: 'vh'}, label),
      headOf(view, page),
      h(
        'tbody',
        {},
        view.lines.map((line) => rowOf(view, line, page)),
      ),
    ),
  )

const headOf = ({table, heads}: TableView, page: Page): Element =>
  h(
    'thead',
    {},
    h(
      'tr',
      {},
      table.portTable ? h('th', {scope: 'col'}, page.t('table.opens')) : null,
      heads.map((head) => {
        const {text, lang} = head.view
        return text === ''
          ? h('th', {scope: 'col', lang: page.textLang}, head.column)
          : h('th', {scope: 'col', lang}, cellTree(head, page))
      }),
    ),
  )

const rowOf = ({table, home}: TableView, {row, cells}: TableView['lines'][number], page: Page): Element =>
  h(
    'tr',
    {id: home === '' ? row.rules[0]?.id : undefined},
    table.portTable
      ? h(
          'th',
          {scope: 'row', class: 'f'},
          row.rules.map((rule) => factsTree(table, rule, home, page)),
        )
      : null,
    cells.map((cell, at) => bodyCell(cell, table.columns[at] ?? 'other', page)),
  )

/** Wide columns, and columns whose words are not to be torn. */
const classOf: Partial<Record<ColumnKind, string>> = {notes: 'n', path: 'w'}

const bodyCell = (cell: TableCell, kind: ColumnKind, page: Page): Element =>
  h(
    'td',
    {'data-l': cell.column, lang: cell.view.lang, class: classOf[kind]},
    cell.view.text === '' ? null : cellTree(cell, page),
  )
