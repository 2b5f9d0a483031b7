/** The rules of two topics side by side: what stays, what comes, what goes, and what changes in which field. */

import type {Element} from 'hast'
import {fieldKey} from '../../compare/compared-fields.ts'
import {
  type DiffGroup,
  type DiffKind,
  differs,
  type FieldChange,
  type RuleDiff,
  type TopicDiff,
} from '../../compare/diff.ts'
import type {Facts} from '../../model/schema.ts'
import type {TopicRule} from '../../model/topic-rules.ts'
import {onwardArrow} from '../../text/text-direction.ts'
import type {Reader} from '../shared/reader.ts'
import {titleTree} from '../shared/title-tree.ts'
import {type Child, h} from '../shared/tree.ts'
import type {Side} from './compare-diff.ts'
import {ruleTree} from './compare-rule.ts'
import {changeRemark, fieldWords} from './compare-words.ts'

/** Every rule side by side, grouped by interface; what differs first, and without a script also what stays. */
export const diffTables = (diff: TopicDiff, sides: readonly [Side, Side], reader: Reader): Element[] =>
  diff.groups.length === 0 || diff.shared === 0
    ? []
    : [
        h('h2', {lang: reader.textLang}, reader.t('compare.rules')),
        h(
          'p',
          {class: 'tools plain', lang: reader.textLang},
          h(
            'label',
            {class: 'check'},
            h('input', {
              type: 'checkbox',
              id: 'differences',
              checked: differs(diff.counts) ? true : undefined,
            }),
            h('span', {}, `${reader.t('compare.differences')} (${reader.count('toStay', diff.counts.stay)})`),
          ),
        ),
        h(
          'div',
          {class: 'wide'},
          diff.groups.map((group) => groupTable(group, sides, reader)),
        ),
      ]

const groupTable = (group: DiffGroup, sides: readonly [Side, Side], reader: Reader): Element =>
  h(
    'table',
    {class: 'ports diff'},
    h('caption', {lang: reader.textLang}, reader.t(`side.${group.interface ?? 'other'}`)),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', {scope: 'col', lang: reader.textLang}, reader.t('compare.what')),
        sides.map(({title}) => h('th', {scope: 'col', lang: title.lang}, titleTree(title))),
      ),
    ),
    h(
      'tbody',
      {},
      group.rules.map((rule) => ruleRow(rule, sides, reader)),
    ),
  )

/** One character for the eye for each kind; words stand beside it. */
export const kindSigns: Record<DiffKind, string> = {
  onlyA: '−',
  denied: '−',
  onlyB: '+',
  undenied: '+',
  changed: '±',
  readdressed: '→',
  condition: '±',
  uncovered: '?',
  regrouped: '=',
  equal: '=',
}

/** Both rules' addresses lead to the row: the one of B to all of it, the one of A to its cell. */
function ruleRow(rule: RuleDiff, [a, b]: readonly [Side, Side], reader: Reader): Element {
  const own = (rule.b ?? rule.a)?.rule.id
  const absence = rule.kind === 'uncovered' ? 'matrix.unknown' : 'compare.absent'
  return h(
    'tr',
    {class: rule.kind, id: own},
    h(
      'th',
      {scope: 'row', class: 'f', lang: reader.textLang},
      h(
        'span',
        {class: 'sign', 'aria-hidden': 'true'},
        rule.kind === 'readdressed' ? onwardArrow(reader.textLang ?? reader.locale) : kindSigns[rule.kind],
      ),
      ` ${reader.t(`compare.${rule.kind}`)}`,
      fieldList(rule, rule.changes, reader),
      fieldList(rule, rule.notation, reader),
    ),
    ruleCell(rule.a, a, rule.b !== null && rule.a?.rule.id !== own, absence, reader),
    ruleCell(rule.b, b, false, absence, reader),
  )
}

const ruleCell = (
  side: TopicRule | null,
  {id, title}: Side,
  named: boolean,
  absence: 'compare.absent' | 'matrix.unknown',
  reader: Reader,
): Element =>
  h(
    'td',
    {'data-l': title.text, id: named ? side?.rule.id : undefined},
    side === null
      ? h('span', {class: 'none', lang: reader.textLang}, reader.t(absence))
      : ruleTree(side.rule.facts, `${reader.to(`topics/${id}/`)}#${side.rule.id}`, reader),
  )

/** What differs, field by field, from the old value to the new; or what is only written otherwise, where that shows. */
export function fieldList({a, b}: RuleDiff, fields: readonly FieldChange[], reader: Reader): Child {
  if (a === null || b === null) return null
  const own = {lang: reader.textLang && reader.locale}
  const items = fields.flatMap((change) => {
    const {field} = change
    const [from, to] = [fieldWords(a.rule.facts, field, reader), fieldWords(b.rule.facts, field, reader)]
    if (from === to && fieldKey(a.rule.facts, field) === fieldKey(b.rule.facts, field)) return []
    return h(
      'li',
      {},
      `${reader.t(`field.${field}`)}${reader.t('value.is')}`,
      h('del', own, from),
      ` ${onwardArrow(reader.textLang ?? reader.locale)} `,
      h('ins', own, to),
      remark(change, a.rule.facts, b.rule.facts, reader),
    )
  })
  return items.length === 0 ? null : h('ul', {}, items)
}

function remark(change: FieldChange, from: Facts, to: Facts, reader: Reader): Child {
  const said = changeRemark(change, from, to, reader)
  return said === '' ? null : h('small', {}, ` (${said})`)
}
