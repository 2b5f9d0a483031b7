/** Topics side by side: one row a rule, one column a topic, three states. */
import type {Element} from 'hast'
import type {ComparedField} from '../../compare/compared-fields.ts'
import type {Matrix, MatrixCell, MatrixRow} from '../../compare/topic-matrix.ts'
import type {Facts} from '../../model/schema.ts'
import type {Reader} from '../shared/reader.ts'
import {titleTree} from '../shared/title-tree.ts'
import {type Child, h} from '../shared/tree.ts'
import type {Side} from './compare-diff.ts'
import {endsTree} from './compare-rule.ts'
import {fieldWords, portsName, protocolNames, receiverOf} from './compare-words.ts'

/** `sides` are the topics of the columns, in their order. */
export function matrixTree({rows}: Matrix, sides: readonly Side[], reader: Reader): Element[] {
  const {t, count, textLang} = reader
  const differing = rows.filter(({differs}) => differs).length
  const groups = [...Map.groupBy(rows, (row) => row.interface)]
  return [
    h('p', {class: 'sum', lang: textLang}, `${count('rules', rows.length)} · ${count('differ', differing)}`),
    h(
      'section',
      {class: 'wide matrix-box', tabindex: '0', 'aria-label': t('matrix.heading')},
      h(
        'table',
        {class: 'ports matrix'},
        h('caption', {class: 'vh'}, t('matrix.heading')),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', {scope: 'col', lang: textLang}, t('matrix.rule')),
            sides.map(({id, title}) =>
              h(
                'th',
                {scope: 'col', lang: title.lang},
                h('a', {href: reader.to(`topics/${id}/`)}, titleTree(title)),
              ),
            ),
          ),
        ),
        groups.map(([side, own]) =>
          h(
            'tbody',
            {},
            h(
              'tr',
              {class: own.every(({equal}) => equal) ? 'equal' : undefined},
              h(
                'th',
                {
                  scope: 'rowgroup',
                  colspan: String(sides.length + 1),
                  class: 'interface-group',
                  lang: textLang,
                },
                t(`side.${side ?? 'other'}`),
              ),
            ),
            own.map((row) => matrixRow(row, sides, reader)),
          ),
        ),
      ),
    ),
  ]
}

/** The first rule of a row names it. */
const firstFacts = ({cells}: MatrixRow): Facts | null =>
  cells.flatMap((cell) => (cell.state === 'present' ? [cell.rule.rule.facts] : []))[0] ?? null

function matrixRow(row: MatrixRow, sides: readonly Side[], reader: Reader): Element {
  const facts = firstFacts(row)
  return h(
    'tr',
    {class: row.equal ? 'equal' : undefined},
    h('th', {scope: 'row', class: 'f'}, facts === null ? null : rowHead(facts, reader)),
    row.cells.map((cell, at) => cellTree(cell, sides[at], signOf(row, at), reader)),
  )
}

const rowHead = (facts: Facts, reader: Reader): Child[] => [
  h('b', {class: 'port'}, portsName(facts.ports, reader) || reader.t('port.none')),
  ' ',
  h(
    'span',
    {class: 'ks'},
    protocolNames(facts).map((name) => h('span', {class: 'k'}, name)),
  ),
  facts.role === null ? null : h('span', {class: 'role'}, facts.role),
]

const ends: readonly ComparedField[] = ['source', 'destination', 'host']

/** Equal to the row's first rule or not; the first itself has no mark. */
function signOf({cells}: MatrixRow, at: number): Element | null {
  const cell = cells[at]
  if (cell?.state !== 'present' || at === cells.findIndex(({state}) => state === 'present')) return null
  return mark(cell.differs.length > 0 ? '±' : '=')
}

function cellTree(
  cell: MatrixCell,
  side: Side | undefined,
  equality: Element | null,
  reader: Reader,
): Element {
  const {t, textLang} = reader
  const label = {'data-l': side?.title.text}
  const ui = {lang: textLang}
  if (cell.state === 'absent')
    return h('td', {...label, ...ui, class: 'absent'}, mark('−'), t('compare.absent'))
  if (cell.state === 'unknown')
    return h('td', {...label, ...ui, class: 'unknown'}, mark('?'), t('matrix.unknown'))
  const {id, facts} = cell.rule.rule
  const row = `${reader.to(`topics/${side?.id}/`)}#${id}`
  const moved = cell.differs.some((field) => ends.includes(field))
  const others = cell.differs.filter((field) => !ends.includes(field))
  return h(
    'td',
    {...label, class: cell.differs.length > 0 ? 'changed' : undefined},
    equality,
    h(
      'a',
      {href: row, class: moved ? 'moved' : undefined},
      endsTree(facts.source, receiverOf(facts), reader),
    ),
    facts.requirement === 'unknown' || others.includes('requirement')
      ? null
      : h('small', ui, ` (${t(`requirement.${facts.requirement}`)})`),
    others.length === 0
      ? null
      : h(
          'ul',
          {},
          others.map((field) =>
            h(
              'li',
              ui,
              `${t(`field.${field}`)}${t('value.is')}`,
              h('ins', {lang: textLang && reader.locale}, fieldWords(facts, field, reader)),
            ),
          ),
        ),
  )
}

const mark = (text: string): Element => h('span', {class: 'sign', 'aria-hidden': 'true'}, text)
