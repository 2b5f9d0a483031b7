/** A table of the documents: what its rules say in facts, then each column as published. */
import type {Element} from 'hast'
import type {ColumnKind, LedgerEntry, Row, Table} from '../../model/schema.ts'
import {type Machine, machineNumbers} from '../filter/machines.ts'
import type {Page} from '../layout/page-context.ts'
import {type Attributes, type Child, h} from '../shared/tree.ts'
import {cellTree} from './cell-tree.ts'
import {factsTree} from './facts-tree.ts'
import {rowEvidence, type TableCell, type TableView} from './tables.ts'

/**
 * @param label accessible name of the table
 * @param machines that the page's rows can be filtered by
 */
export const portTable = (
  view: TableView,
  label: string,
  page: Page,
  machines: readonly Machine[] = [],
): Element => {
  const unread = unreadHeads(view)
  const unsaid = saysNoRequirement(view.table)
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
        view.lines.map((line) => rowOf(view, line, page, {unsaid, machines})),
      ),
    ),
    unsaid ? h('p', {lang: page.textLang}, h('small', {}, page.t('table.requirement'))) : null,
    unread.length === 0
      ? null
      : h(
          'p',
          {lang: page.textLang},
          h('small', {}, page.t('table.unread', {columns: unread.join(page.t('punctuation.comma'))})),
        ),
  )
}

/**
 * What no rule of a table says is said once, below it: in each row it would hide what the rows say. A page of a port shows a
 * few rows only, and what it says of the table holds for all of them.
 */
export const saysNoRequirement = ({rows}: Pick<Table, 'rows'>): boolean => {
  const rules = rows.flatMap((row) => row.rules)
  return rules.length > 1 && rules.every(({facts}) => facts.requirement === 'unknown')
}

/** What the columns are called that nothing reads. */
const unreadHeads = ({topic, table, source, heads}: TableView): string[] =>
  heads.flatMap(({column, view}, at) => (source.isUnread({topic, table, column: at}, view) ? [column] : []))

const headOf = ({table, heads}: TableView, page: Page): Element =>
  h(
    'thead',
    {},
    h(
      'tr',
      {},
      table.portTable
        ? headCell({class: 'o'}, page.t('table.opens'), [
            h('span', {class: 't', lang: page.textLang}, page.t('table.opens')),
            evidenceButton(heads, page),
          ])
        : null,
      heads.map((head, at) => {
        const {text, lang} = head.view
        const button = at === 0 && !table.portTable ? evidenceButton(heads, page) : null
        return text === ''
          ? headCell({lang: page.textLang}, head.column, [h('span', {class: 't'}, head.column), button])
          : headCell({lang: lang === page.locale ? undefined : lang}, text, [...cellTree(head, page), button])
      }),
    ),
  )

/** @param name what a screen reader calls the column, without the buttons in its header */
const headCell = (attributes: Attributes, name: string, children: Child[]): Element =>
  h(
    'th',
    {
      scope: 'col',
      'aria-label': children.filter((child) => child !== null).length > 1 ? name : undefined,
      ...attributes,
    },
    children,
  )

/** One a row, since most cells say nothing but what their English does. */
function evidenceButton(cells: readonly TableCell[], {t, textLang}: Page): Element | null {
  const evidence = rowEvidence(cells)
  if (evidence === null) return null
  return h('button', {
    class: 'v',
    type: 'button',
    popovertarget: evidence.id,
    'aria-label': t('row.evidence'),
    lang: textLang,
  })
}

function rowOf(
  {topic, table, home, source}: TableView,
  {row, cells}: TableView['lines'][number],
  page: Page,
  {unsaid, machines}: {unsaid: boolean; machines: readonly Machine[]},
): Element {
  const button = evidenceButton(cells, page)
  const inFacts = table.portTable && row.rules.length > 0
  const firstCell = cells.findIndex(({view}) => view.text !== '')
  return h(
    'tr',
    {
      id: home === '' ? row.rules[0]?.id : undefined,
      'data-m': machineNumbers(
        row.rules.map(({facts}) => facts),
        machines,
      ),
    },
    table.portTable
      ? h(
          'th',
          {scope: 'row', class: 'f'},
          home === '' ? earlierAnchors(row, source.earlierRules(topic.id)) : null,
          row.rules.map((rule, at) =>
            factsTree(table, rule, page, {
              home,
              unsaid,
              endpoints: source.endpoints,
              evidence: at === 0 ? button : null,
            }),
          ),
          refusalTree(source.refusalOf(row, table, topic), page),
        )
      : null,
    cells.map((cell, at) =>
      bodyCell(cell, {
        kind: table.columns[at] ?? 'other',
        button: !inFacts && at === firstCell ? button : null,
        page,
      }),
    ),
  )
}

/** Places for addresses that name the rules of a row by what they were called in an earlier dataset. */
const earlierAnchors = ({rules}: Row, earlier: ReadonlyMap<string, readonly string[]>): Element[] =>
  rules.flatMap(({id}) => (earlier.get(id) ?? []).map((old) => h('span', {id: old})))

/** That a row gives no rule, and why; the title of a group is meant to give none. */
function refusalTree(reason: LedgerEntry['reason'] | null, {t, textLang}: Page): Element | null {
  if (reason === null || reason === 'header') return null
  return h(
    'span',
    {class: 'ks', lang: textLang},
    h('span', {class: 'k q'}, t('row.refused', {reason: t(`ledger.${reason}`)})),
  )
}

/** So long that a column as wide would leave no room for the others: it is broken anywhere. */
const hasLongWord = (text: string): boolean => /[^\s/]{36}/u.test(text)

/** Wide columns, and columns whose words are not to be torn. */
const classOf: Partial<Record<ColumnKind, string>> = {notes: 'n', path: 'w'}

const bodyCell = (
  cell: TableCell,
  {kind, button, page}: {kind: ColumnKind; button: Element | null; page: Page},
): Element =>
  h(
    'td',
    {
      'data-l': cell.column,
      lang: cell.view.lang === page.locale ? undefined : cell.view.lang,
      class: hasLongWord(cell.view.text) ? undefined : classOf[kind],
    },
    cell.view.text === '' ? null : cellTree(cell, page),
    button,
  )
