/** Finds which topics describe variants of the same thing, so that only pairs worth comparing are built. */
import {rulesOf, type TopicRules} from '../model/topic-rules.ts'
import {fieldKey} from './compared-fields.ts'

export interface TopicPair {
  a: string
  b: string
}

/** Topics that share half of what they let through belong together. */
const sameFamily = 0.5

/** What a rule is about, without its exact endpoints: variants of one scenario differ in those. */
const aboutFields = ['role', 'protocols', 'security', 'transports', 'ports'] as const

const signature = (topic: TopicRules): Set<string> =>
  new Set(rulesOf(topic).map(({rule}) => aboutFields.map((field) => fieldKey(rule.facts, field)).join(' ')))

/** Share of common members, 0 to 1; two empty sets have nothing in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = a.union(b).size
  return all === 0 ? 0 : a.intersection(b).size / all
}

interface Likeness extends TopicPair {
  likeness: number
}

/** All unordered pairs of topics with rules, the most alike first, then by ids. */
function likenesses(topics: readonly TopicRules[]): Likeness[] {
  const signed = topics
    .map((topic) => ({id: topic.id, signature: signature(topic)}))
    .filter((topic) => topic.signature.size > 0)
    .sort((one, two) => (one.id < two.id ? -1 : 1))
  return signed
    .flatMap((one, at) =>
      signed
        .slice(at + 1)
        .map((two) => ({a: one.id, b: two.id, likeness: likeness(one.signature, two.signature)})),
    )
    .sort((one, two) => two.likeness - one.likeness || compareIds(one, two))
}

const compareIds = (one: TopicPair, two: TopicPair): number => {
  const [x, y] = [`${one.a} ${one.b}`, `${two.a} ${two.b}`]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Groups of ids, each sorted, sorted by their first id; topics without rules are in none. */
export function families(topics: readonly TopicRules[]): string[][] {
  const family = new Map<string, Set<string>>()
  for (const {id, tables} of topics) if (rulesOf({tables}).length > 0) family.set(id, new Set([id]))
  for (const pair of likenesses(topics)) {
    if (pair.likeness < sameFamily) break
    const [one, two] = [family.get(pair.a), family.get(pair.b)]
    if (one === undefined || two === undefined || one === two) continue
    for (const id of two) family.set(id, one.add(id))
  }
  return [...new Set(family.values())]
    .map((members) => [...members].sort())
    .sort((one, two) => ((one[0] ?? '') < (two[0] ?? '') ? -1 : 1))
}

/**
 * Ordered pairs (each in both directions) for which a page is built, at most `limit`: all of them when they fit,
 * else those within a family, the most alike first. Others are computed in the browser. Topics without rules have none.
 */
export function pairsToBuild(topics: readonly TopicRules[], limit: number): TopicPair[] {
  const all = likenesses(topics)
  const members = new Map(families(topics).flatMap((family) => family.map((id) => [id, family])))
  const wanted = all.length * 2 <= limit ? all : all.filter(({a, b}) => members.get(a) === members.get(b))
  return wanted
    .slice(0, Math.floor(limit / 2))
    .flatMap(({a, b}) => [
      {a, b},
      {a: b, b: a},
    ])
    .sort(compareIds)
}
