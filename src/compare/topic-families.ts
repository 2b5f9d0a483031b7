/** Finds which topics describe variants of the same thing, so that only pairs worth comparing are built. */
import {rulesOf, type TopicRules} from '../model/topic-rules.ts'
import {alikePairs, likenessOf} from './alike-sets.ts'
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

/** Topics that let through the same. */
interface Group {
  signature: ReadonlySet<string>
  /** Sorted. */
  ids: string[]
}

/** Topics with rules, those with the same signature together; sorted by their first id. */
function groupsOf(topics: readonly TopicRules[]): Group[] {
  const groups = new Map<string, Group>()
  for (const topic of topics.toSorted((one, two) => (one.id < two.id ? -1 : 1))) {
    const own = signature(topic)
    if (own.size === 0) continue
    const key = JSON.stringify([...own].toSorted())
    const known = groups.get(key)
    if (known === undefined) groups.set(key, {signature: own, ids: [topic.id]})
    else known.ids.push(topic.id)
  }
  return [...groups.values()]
}

interface Likeness extends TopicPair {
  likeness: number
}

/** Pairs of ids of two groups, or of one, the least first; at most so many. */
function pairsBetween(one: readonly string[], two: readonly string[], most: number): TopicPair[] {
  // One with a later member comes after as many pairs as members are before it.
  const [few, others] = [one, two].map((ids) => ids.slice(0, most + 1))
  const pairs = (few ?? []).flatMap((x, at) =>
    (one === two ? (few ?? []).slice(at + 1) : (others ?? [])).map((y) =>
      x < y ? {a: x, b: y} : {a: y, b: x},
    ),
  )
  return pairs.toSorted(compareIds).slice(0, most)
}

/** The most alike first, then by ids. */
const byLikeness = (one: Likeness, two: Likeness): number =>
  two.likeness - one.likeness || compareIds(one, two)

const compareIds = (one: TopicPair, two: TopicPair): number => {
  const [x, y] = [`${one.a} ${one.b}`, `${two.a} ${two.b}`]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Groups of ids, each sorted, sorted by their first id; topics without rules are in none. */
export const families = (topics: readonly TopicRules[]): string[][] => familiesOf(groupsOf(topics))

function familiesOf(groups: readonly Group[]): string[][] {
  const family = groups.map((_, at) => [at])
  for (const {a, b} of alikePairs(signaturesOf(groups), sameFamily)) {
    const [one, two] = [family[a] ?? [], family[b] ?? []]
    if (one === two) continue
    // The smaller one is told: no group is told more often than its family doubles.
    const [large, few] = one.length < two.length ? [two, one] : [one, two]
    for (const at of few) {
      large.push(at)
      family[at] = large
    }
  }
  return [...new Set(family)]
    .map((members) => members.flatMap((at) => groups[at]?.ids ?? []).toSorted())
    .toSorted((one, two) => ((one[0] ?? '') < (two[0] ?? '') ? -1 : 1))
}

const signaturesOf = (groups: readonly Group[]): ReadonlySet<string>[] =>
  groups.map(({signature: own}) => own)

/**
 * Ordered pairs (each in both directions) for which a page is built, at most `limit`: all of them when they fit,
 * else those within a family, the most alike first. Others are computed in the browser. Topics without rules have none.
 */
export function pairsToBuild(topics: readonly TopicRules[], limit: number): TopicPair[] {
  const groups = groupsOf(topics)
  const count = groups.reduce((sum, {ids}) => sum + ids.length, 0)
  const most = Math.floor(limit / 2)
  const wanted =
    count * (count - 1) <= limit
      ? pairsAmong(groups.flatMap(({ids}) => ids))
      : pairsOfFamilies(groups, most).toSorted(byLikeness).slice(0, most)
  return wanted
    .flatMap(({a, b}) => [
      {a, b},
      {a: b, b: a},
    ])
    .toSorted(compareIds)
}

function pairsAmong(ids: readonly string[]): TopicPair[] {
  const sorted = ids.toSorted()
  return pairsBetween(sorted, sorted, ids.length ** 2)
}

/** Among these are the `most` most alike pairs within families. */
function pairsOfFamilies(groups: readonly Group[], most: number): Likeness[] {
  const signatures = signaturesOf(groups)
  const within = (one: Group, two: Group, likeness: number): Likeness[] =>
    pairsBetween(one.ids, two.ids, most).map((pair) => ({...pair, likeness}))
  const same = groups.flatMap((group) => within(group, group, 1))
  const alike = [...alikePairs(signatures, sameFamily)].flatMap(({a, b, likeness}) => {
    const [one, two] = [groups[a], groups[b]]
    return one === undefined || two === undefined ? [] : within(one, two, likeness)
  })
  const found = [...same, ...alike]
  if (found.length >= most) return found
  // So few pairs hold together small families only, in which all others can be looked at.
  const known = new Set(found.map(({a, b}) => `${a} ${b}`))
  const groupOf = new Map(groups.flatMap((group) => group.ids.map((id) => [id, group] as const)))
  const others = familiesOf(groups).flatMap((ids) =>
    pairsAmong(ids)
      .filter(({a, b}) => !known.has(`${a} ${b}`))
      .map(({a, b}) => ({
        a,
        b,
        likeness: likenessOf(groupOf.get(a)?.signature ?? new Set(), groupOf.get(b)?.signature ?? new Set()),
      })),
  )
  return [...found, ...others]
}
