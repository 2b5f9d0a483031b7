/** Renders a difference as plain lines: what a terminal, a feed or a change request shows, in any language. */
import type {Facts} from '../model/schema.ts'
import type {Interface} from '../model/topic-rules.ts'
import {type DiffKind, type FieldChange, isTold, type RuleDiff, type TopicDiff} from './diff.ts'

/** The reader's language. */
export interface DiffWords {
  /** `From “A” to “B”` */
  title: (from: string, to: string) => string
  /** `No port opens or closes, 15 rules get other addresses, 22 unchanged.` */
  sum: (diff: TopicDiff) => string
  side: (side: Interface) => string
  /** A rule in one line. */
  rule: (facts: Facts) => string
  /** A field of a rule, from its old value to its new one. */
  change: (change: FieldChange, from: Facts, to: Facts) => string
}

const markers: Record<DiffKind, string> = {
  onlyA: '-',
  denied: '-',
  onlyB: '+',
  undenied: '+',
  changed: '~',
  readdressed: '@',
  condition: '*',
  uncovered: '?',
  regrouped: ' ',
  equal: ' ',
}

/**
 * The sum in words, then rules by interface with a marker each; rules that stay, and those that one topic alone covers, only
 * when `all` is asked for.
 */
export const diffLines = (title: string, diff: TopicDiff, words: DiffWords, all = false): string[] => {
  const shown = (rule: RuleDiff): boolean => all || (isTold(rule) && rule.kind !== 'uncovered')
  return [
    title,
    words.sum(diff),
    ...diff.groups
      .filter((group) => group.rules.some(shown))
      .flatMap((group) => [
        words.side(group.interface),
        ...group.rules.filter(shown).flatMap((rule) => ruleLines(rule, words)),
      ]),
  ]
}

function ruleLines({kind, a, b, changes}: RuleDiff, words: DiffWords): string[] {
  const facts = (a ?? b)?.rule.facts
  if (facts === undefined) return []
  return [
    `${markers[kind]} ${words.rule(facts)}`,
    ...changes.map((change) => `    ${words.change(change, facts, b?.rule.facts ?? facts)}`),
  ]
}
