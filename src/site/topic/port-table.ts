/** A table of the documents: what its rules say in facts, then each column as published. */
import type {Element} from 'hast'
import type {ColumnKind, Row} from '../../model/schema.ts'
import {dataset} from '../dataset/dataset.ts'
import {refusalOf} from '../dataset/row-refusal.ts'
import type {Page} from '../layout/page-context.ts'
import {h} from '../shared/tree.ts'
import {cellTree} from './cell-tree.ts'
import {factsTree} from './facts-tree.ts'
import type {TableCell, TableView} from './tables.ts'

/** @param label accessible name of the table */
export const portTable = (view: TableView, label: string, page: Page): Element => {
  const unread = unreadHeads(view)
  const unsaid = saysNoRequirement(view)
  return h(
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
        view.lines.map((line) => rowOf(view, line, page, unsaid)),
      ),
    ),
    unsaid ? h('p', {lang: page.textLang}, h('small', {}, page.t('table.requirement'))) : null,
    unread.length === 0
      ? null
      : h('p', {lang: page.textLang}, h('small', {}, page.t('table.unread', {columns: unread.join(', ')}))),
  )
}

/** What no rule of a table says is said once, below it: in each row it would hide what the rows say. */
const saysNoRequirement = ({lines}: TableView): boolean => {
  const rules = lines.flatMap(({row}) => row.rules)
  return rules.length > 1 && rules.every(({facts}) => facts.requirement === 'unknown')
}

/** What the columns are called that nothing reads. */
const unreadHeads = ({table, heads}: TableView): string[] =>
  table.portTable ? heads.flatMap(({column}, at) => (table.columns[at] === 'other' ? [column] : [])) : []

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

const rowOf = (
  {topic, table, home}: TableView,
  {row, cells}: TableView['lines'][number],
  page: Page,
  unsaid: boolean,
): Element =>
  h(
    'tr',
    {id: home === '' ? row.rules[0]?.id : undefined},
    table.portTable
      ? h(
          'th',
          {scope: 'row', class: 'f'},
          home === '' ? earlierAnchors(row, topic.id) : null,
          row.rules.map((rule) => factsTree(table, rule, page, {home, unsaid})),
          refusalTree(row, {editions: topic.editions, table: table.table}, page),
        )
      : null,
    cells.map((cell, at) => bodyCell(cell, table.columns[at] ?? 'other', page)),
  )

/** Places for addresses that name the rules of a row by what they were called in an earlier dataset. */
const earlierAnchors = ({rules}: Row, topic: string): Element[] => {
  const earlier = dataset.earlierRules(topic)
  return rules.flatMap(({id}) => (earlier.get(id) ?? []).map((old) => h('span', {id: old})))
}

/** That a row gives no rule, and why; the title of a group is meant to give none. */
function refusalTree(
  row: Row,
  place: {editions: readonly string[]; table: number},
  {t, textLang}: Page,
): Element | null {
  const reason = refusalOf(row, dataset.kb.ledger, place)
  if (reason === null || reason === 'header') return null
  return h(
    'span',
    {class: 'ks', lang: textLang},
    h('span', {class: 'k q'}, t('row.refused', {reason: t(`ledger.${reason}`)})),
  )
}

/** Wide columns, and columns whose words are not to be torn. */
const classOf: Partial<Record<ColumnKind, string>> = {notes: 'n', path: 'w'}

const bodyCell = (cell: TableCell, kind: ColumnKind, page: Page): Element =>
  h(
    'td',
    {
      'data-l': cell.column,
      lang: cell.view.lang === page.locale ? undefined : cell.view.lang,
      class: classOf[kind],
    },
    cell.view.text === '' ? null : cellTree(cell, page),
  )
