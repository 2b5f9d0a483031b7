/** The head of a comparison: its title, its sum in words, and the ports to open and to close. */
import type {Element} from 'hast'
import type {DiffCounts, TopicDiff} from '../../compare/diff.ts'
import type {FlowChange} from '../../compare/flow-changes.ts'
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

/** `3 rules to open, 2 to close, 4 to change, 30 stay as they are.` */
export const diffSum = ({open, close, change, stay}: DiffCounts, {t, count}: Reader): string =>
  t('compare.sum', {
    open: count('toOpen', open),
    close: count('toClose', close),
    change: count('toChange', change),
    stay: count('toStay', stay),
  })

/** What both topics together let one do: title, sum, lists. `swapped` is the address of the other way round. */
export function diffHead(
  diff: TopicDiff,
  [a, b]: readonly [Side, Side],
  swapped: string,
  reader: Reader,
): Element[] {
  const {t} = reader
  const {open, close, change, stay} = diff.counts
  const empty = [
    {side: a, rules: close + change + stay},
    {side: b, rules: open + change + stay},
  ].filter(({rules}) => rules === 0)
  const same = open + close + change === 0 && stay > 0
  return [
    h('h1', {}, titleTree({text: diffTitle(a, b, reader), lang: reader.locale})),
    h('p', {class: 'lead', lang: reader.textLang}, diffSum(diff.counts, reader)),
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
    h(
      'div',
      {class: 'two'},
      flowList('compare.open', diff.open, reader),
      flowList('compare.close', diff.close, reader),
    ),
  ]
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

const flowItem = ({ports, transport, source, destination, rules}: FlowChange, reader: Reader): Element =>
  h(
    'li',
    {},
    h('a', {class: 'port', href: `#${rules[0] ?? ''}`}, portsName(ports, reader)),
    ' ',
    transport === null ? null : h('span', {class: 'k', 'data-k': transport}, transport.toUpperCase()),
    ' ',
    endsTree(source, destination, reader),
  )
