/**
 * What became of the topics and rules of an earlier dataset. The id of a rule follows its facts, and the first English edition
 * of a topic names services and machines that no translation told: its rules must be found under their old ids all the same.
 */
import {factsIdentity} from '../../facts/rule-id.ts'
import type {Facts, Topic} from '../../model/schema.ts'
import {type RuleTables, rulesOf, type TopicRule} from '../../model/topic-rules.ts'
import {memoize} from '../../text/memoize.ts'

/** Of the rules of an earlier topic so many stand in the one that it became, when its key changed, too. */
const LEAST_RULES = 0.5

/**
 * Finds the topic that an earlier one is now: that of its key, else the one that most of its rules stand in, the first of these.
 * Topics are looked up by what is in them: each earlier one beside each of today's would take hours on a large site.
 */
export function topicFinder(topics: readonly Topic[]): (earlier: Topic) => Topic | undefined {
  const byKey = new Map(topics.toReversed().map((topic) => [topic.key, topic]))
  const byFacts = memoizeOnce(() => topicsByFacts(topics))
  const factsAt = memoize((at) => factsOf(topics[Number(at)] ?? {tables: []}), MOST_FACTS)
  return (earlier) => {
    const same = byKey.get(earlier.key)
    if (same !== undefined) return same
    const rules = factsOf(earlier)
    // Whatever holds half of its rules holds one of the rarer half, and rules that all topics have tell nothing.
    const near = [...rules]
      .map((facts) => byFacts().get(facts) ?? [])
      .toSorted((a, b) => a.length - b.length)
      .slice(0, rules.size - Math.ceil(LEAST_RULES * rules.size) + 1)
    let best: [at: number, count: number] | undefined
    for (const at of new Set(near.flat())) {
      const count = rules.intersection(factsAt(String(at))).size
      if (best === undefined || count > best[1] || (count === best[1] && at < best[0])) best = [at, count]
    }
    return best !== undefined && best[1] >= LEAST_RULES * rules.size ? topics[best[0]] : undefined
  }
}

/** Sets of facts that are kept, which is enough for topics that come one after the other. */
const MOST_FACTS = 2000

/** Which topics, by their place, have a rule with these facts. */
function topicsByFacts(topics: readonly Topic[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [at, topic] of topics.entries())
    for (const facts of factsOf(topic)) {
      const known = found.get(facts)
      if (known === undefined) found.set(facts, [at])
      else known.push(at)
    }
  return found
}

/** Most sites have a key for each topic, and never ask. */
const memoizeOnce = <T>(make: () => T): (() => T) => {
  let made: {value: T} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}

const factsOf = (topic: RuleTables): Set<string> =>
  new Set(rulesOf(topic).map(({rule}) => factsIdentity(rule.facts)))

/** Ids that rules of a topic had in an earlier dataset and have no more, by the id that they have now. */
export function earlierRuleIds(topic: Topic, earlier: Topic): ReadonlyMap<string, readonly string[]> {
  const [now, before] = [rulesOf(topic), rulesOf(earlier)]
  const [ids, oldIds] = [now, before].map((rules) => new Set(rules.map(({rule}) => rule.id)))
  const open = Map.groupBy(
    now.filter(({rule}) => !oldIds?.has(rule.id)),
    wireOf,
  )
  const gone = Map.groupBy(
    before.filter(({rule}) => !ids?.has(rule.id)),
    wireOf,
  )
  const found = new Map<string, string[]>()
  for (const [wire, old] of gone) {
    const rivals = open.get(wire) ?? []
    // Of several rules with the same ports nobody knows which is which, unless there are as many, or they stand in the same rows.
    const successor = (rule: TopicRule, at: number): TopicRule | undefined =>
      rivals.length === old.length
        ? rivals[at]
        : rivals.find(({table, row}) => table === rule.table && row === rule.row)
    for (const [at, each] of old.entries()) {
      const id = successor(each, at)?.rule.id
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), each.rule.id])
    }
  }
  return found
}

/** What of a rule no language tells otherwise. */
const wireOf = ({rule: {facts}}: TopicRule): string => {
  const {security, transports, ports, sourcePorts, action, known}: Facts = facts
  const told = known?.transports?.how === 'implied' ? [] : transports
  return JSON.stringify([security, told, ports, sourcePorts, action])
}

/** The same for each topic, with the topic that it was before; nothing where it wasn't there. */
export const createEarlierRules = (
  topics: readonly Topic[],
  previous: readonly Topic[],
): ((topic: string) => ReadonlyMap<string, readonly string[]>) => {
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const topicNow = topicFinder(topics)
  const earlier = new Map(
    previous.flatMap((each) => {
      const now = topicNow(each)
      return now === undefined ? [] : [[now.id, each] as const]
    }),
  )
  return memoize((id) => {
    const [topic, old] = [byId.get(id), earlier.get(id)]
    return topic === undefined || old === undefined ? new Map() : earlierRuleIds(topic, old)
  }, topics.length)
}
