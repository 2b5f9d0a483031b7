/** Tells of a rule that one topic alone has whether the other is about such rules at all: only then is it to open or to close. */

import type {TopicRule} from '../model/topic-rules.ts'

/** Topics of which half of all rules stand in both are about the same. */
const sameSubject = 0.5

interface RulePair {
  ruleA: TopicRule | null
  ruleB: TopicRule | null
}

/** What to open and close is told by two topics about the same, and there only of rules of a kind that both have. */
export function covers(
  a: readonly TopicRule[],
  b: readonly TopicRule[],
  pairs: readonly RulePair[],
): (ruleA: TopicRule | null, ruleB: TopicRule | null) => boolean {
  const shared = pairs.filter(({ruleA, ruleB}) => ruleA !== null && ruleB !== null).length
  const isAlike = shared > 0 && shared >= sameSubject * pairs.length
  const [kindsOfA, kindsOfB] = [oneOfEachKind(a), oneOfEachKind(b)]
  return (ruleA, ruleB) => {
    if (ruleA !== null && ruleB !== null) return true
    if (!isAlike) return false
    return (
      (ruleA === null || kindsOfB.some((other) => isOfKind(ruleA, other))) &&
      (ruleB === null || kindsOfA.some((other) => isOfKind(ruleB, other)))
    )
  }
}

const oneOfEachKind = (rules: readonly TopicRule[]): TopicRule[] => [
  ...new Map(rules.map((rule) => [`${isTraffic(rule)} ${rule.interface}`, rule])).values(),
]

/** Whether traffic between two ends is told or the ports of one machine. */
const isTraffic = ({rule: {facts}}: TopicRule): boolean => facts.source !== null || facts.destination !== null

/** A table that names no interface may be about any. */
const isOfKind = (one: TopicRule, other: TopicRule): boolean =>
  isTraffic(one) === isTraffic(other) &&
  (one.interface === null || other.interface === null || one.interface === other.interface)
