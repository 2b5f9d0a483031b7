/** The head of a comparison: its title, its sum in words, and the ports to open and to close. */
import type {Element} from 'hast'
import {deltaOf} from '../../compare/delta.ts'
import {differs, type TopicDiff} from '../../compare/diff.ts'
import type {FlowChange} from '../../compare/net-ports.ts'
import type {CountedKey} from '../shared/interface-texts.ts'
import type {Reader, Spoken} from '../shared/reader.ts'
import {titleTree} from '../shared/title-tree.ts'
import {h} from '../shared/tree.ts'
import {endsTree} from './compare-rule.ts'
import {portsName} from './compare-words.ts'

/** One of the two topics. */
export interface Side {
  id: string
  title: Spoken
}

/** `From “A” to “B”` */
export const diffTitle = (a: Side, b: Side, {t}: Reader): string =>
  t('compare.title', {from: a.title.text, to: b.title.text})

/** `No port opens or closes, 15 rules get other addresses, 22 stay as they are.` */
export function diffSum(
  {counts, shared, rules}: Pick<TopicDiff, 'counts' | 'shared' | 'rules'>,
  reader: Reader,
): string {
  const {t, count} = reader
  const {open, close, change, address, condition, stay, unknown} = counts
  if (shared === 0 && rules.length > 0 && unknown === rules.length) return t('compare.unrelated')
  const told = (key: CountedKey, number: number): string[] => (number === 0 ? [] : [count(key, number)])
  const parts = [
    ...(open + close + change === 0
      ? [t(unknown === 0 ? 'compare.noPort' : 'compare.noPortKnown')]
      : [count('toOpen', open), count('toClose', close), ...told('toChange', change)]),
    ...told('toAddress', address),
    ...told('toCondition', condition),
    ...told('toStay', stay),
    ...told('toUnknown', unknown),
  ]
  return t('compare.sum', {parts: parts.join(t('compare.join'))})
}

/** What both topics together let one do: title, sum, lists. `swapped` is the address of the other way round. */
export function diffHead(
  diff: TopicDiff,
  [a, b]: readonly [Side, Side],
  swapped: string,
  reader: Reader,
): Element[] {
  const {t} = reader
  const empty = [
    {side: a, rules: diff.rules.filter((rule) => rule.a !== null).length},
    {side: b, rules: diff.rules.filter((rule) => rule.b !== null).length},
  ].filter(({rules}) => rules === 0)
  const same = !differs(diff.counts) && diff.counts.unknown === 0 && diff.counts.stay > 0
  return [
    h('h1', {}, titleTree({text: diffTitle(a, b, reader), lang: reader.locale})),
    h('p', {class: 'lead', lang: reader.textLang}, diffSum(diff, reader)),
    ...empty.map(({side}) =>
      h('p', {class: 'note', lang: reader.textLang}, t('compare.noRules', {title: side.title.text})),
    ),
    ...(same ? [h('p', {lang: reader.textLang}, t('compare.same'))] : []),
    h(
      'p',
      {class: 'turns', lang: reader.textLang},
      h('a', {href: swapped}, t('compare.swap')),
      ' ',
      h('a', {href: `${reader.to('compare/')}?t=${a.id}&t=${b.id}`}, t('compare.beside')),
    ),
    ruleSets(diff, [a, b], reader),
    ...(diff.shared === 0
      ? []
      : [
          h(
            'div',
            {class: 'two'},
            flowList('compare.open', diff.open, reader),
            flowList('compare.close', diff.close, reader),
          ),
        ]),
  ]
}

/** From the answer to both topics, and to the rule set of the newer one: all of it, or what is new in it alone. */
function ruleSets(diff: TopicDiff, sides: readonly [Side, Side], {t, to, textLang}: Reader): Element {
  const {add} = deltaOf(diff)
  const [, {id, title}] = sides
  const form = to(`topics/${id}/export/`)
  return h(
    'ul',
    {class: 'turns', lang: textLang},
    sides.map((side) => h('li', {}, h('a', {href: to(`topics/${side.id}/`)}, titleTree(side.title)))),
    h('li', {}, h('a', {href: form}, t('export.title', {title: title.text}))),
    add.length === 0
      ? null
      : h('li', {}, h('a', {href: `${form}?only=${add.join(',')}`}, t('compare.delta'))),
  )
}

function flowList(
  heading: 'compare.open' | 'compare.close',
  flows: readonly FlowChange[],
  reader: Reader,
): Element {
  const {t, textLang} = reader
  return h(
    'section',
    {},
    h('h2', {lang: textLang}, t(heading)),
    flows.length === 0
      ? h('p', {lang: textLang}, t('compare.nothing'))
      : h(
          'ul',
          {class: 'flows'},
          flows.map((flow) => flowItem(flow, reader)),
        ),
  )
}

const flowItem = (
  {ports, transport, source, destination, sourcePorts, action, rules}: FlowChange,
  reader: Reader,
): Element =>
  h(
    'li',
    {},
    h('a', {class: 'port', href: `#${rules[0] ?? ''}`}, portsName(ports, reader) || reader.t('port.none')),
    ' ',
    transport === null ? null : h('span', {class: 'k', 'data-k': transport}, transport.toUpperCase()),
    ' ',
    endsTree(source, destination, reader),
    sourcePorts.length === 0
      ? null
      : h(
          'small',
          {lang: reader.textLang},
          ` (${reader.t('field.sourcePorts')}${reader.t('value.is')}${portsName(sourcePorts, reader)})`,
        ),
    action === 'allow' ? null : h('small', {lang: reader.textLang}, ` (${reader.t(`action.${action}`)})`),
  )
