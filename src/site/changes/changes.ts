/** The rules that a change of the documents opens, closes or changes, as the page of changes and the feeds show them. */
import type {Element} from 'hast'
import {isTold, type RuleDiff, type TopicDiff} from '../../compare/diff.ts'
import type {TopicChange} from '../../compare/revision.ts'
import {rulesOf} from '../../model/topic-rules.ts'
import {diffSum} from '../compare/compare-diff.ts'
import {fieldList, kindSigns} from '../compare/compare-diff-table.ts'
import {ruleTree} from '../compare/compare-rule.ts'
import type {Reader, Spoken} from '../shared/reader.ts'
import {h} from '../shared/tree.ts'

/** What happened to a topic, in words: `3 rules to open, …`, `New topic: 37 rules`. */
export const changeSum = (change: TopicChange, reader: Reader): string =>
  change.kind === 'changed'
    ? diffSum(change.diff, reader)
    : `${reader.t(`changes.${change.kind}`)}${reader.t('value.is')}${reader.count('rules', change.rules)}`

/** A topic that came, went or changed: its title, what happened, and each rule that it happened to. */
export const changeTree = (
  change: TopicChange,
  title: Spoken,
  linked: boolean,
  reader: Reader,
): Element[] => [
  titleTree(change.topic.id, title, linked, reader),
  h('p', {lang: reader.textLang}, changeSum(change, reader)),
  ...(change.kind === 'changed'
    ? [
        rulesTree(
          change.diff.rules,
          change.topic.id,
          new Set(rulesOf(change.topic).map(({rule}) => rule.id)),
          reader,
        ),
      ]
    : []),
]

/** `linked` tells whether the topic has a page. */
export const titleTree = (id: string, {text, lang}: Spoken, linked: boolean, reader: Reader): Element =>
  h('h3', {lang}, linked ? h('a', {href: reader.to(`topics/${id}/`)}, text) : text)

/** Rules that don't stay, in the order of the newer side; those that are in `ids` stand on the page of the topic. */
export const rulesTree = (
  rules: TopicDiff['rules'],
  topic: string,
  ids: ReadonlySet<string>,
  reader: Reader,
): Element =>
  h(
    'ul',
    {class: 'flows'},
    rules.filter(isTold).map((rule) => ruleItem(rule, topic, ids, reader)),
  )

function ruleItem(rule: RuleDiff, topic: string, ids: ReadonlySet<string>, reader: Reader): Element {
  const {kind} = rule
  const shown = rule.b ?? rule.a
  const id = shown?.rule.id ?? ''
  const row = ids.has(id) ? `${reader.to(`topics/${topic}/`)}#${id}` : undefined
  return h(
    'li',
    {class: kind},
    h('span', {class: 'sign', 'aria-hidden': 'true'}, kindSigns[kind]),
    h('span', {lang: reader.textLang}, ` ${reader.t(`compare.${kind}`)}${reader.t('value.is')}`),
    shown === null ? null : ruleTree(shown.rule.facts, row, reader),
    fieldList(rule, rule.changes, reader),
  )
}
