/** Aligns the rules of two topics by what they mean: never by text, never by row number. */
import type {Rule} from '../model/schema.ts'
import type {Interface} from '../model/topic-rules.ts'
import {fnvHash} from '../text/fnv-hash.ts'
import {assign} from './assign.ts'
import {meaningKey} from './compared-fields.ts'
import {changeCost, maximumCost, type Profile, profileOf} from './cost.ts'
import {similarCandidates} from './similar-candidates.ts'

/** A rule to align; the interface only decides between rules that say the same. */
export interface Alignable {
  rule: Pick<Rule, 'facts'>
  interface: Interface
}

/** Indexes into the two lists; -1 on the side that has no such rule. */
export interface Pair {
  a: number
  b: number
}

/** Above this many rules on a side of one tangle of candidates the cheapest pair wins instead of the cheapest sum. */
const assignmentLimit = 80

/**
 * Every index of both lists in exactly one pair: equal meanings first (as a multiset, rules of the same interface
 * before others), then the pairs of similar rules with the smallest sum of costs, then what is left alone.
 * Sorted by `b`, then by `a`; rules of A only come last. The same pairs with the lists swapped.
 * O(n log n), and n² only over rules that differ and could each be the other one changed.
 */
export function alignRules(a: readonly Alignable[], b: readonly Alignable[]): Pair[] {
  const left = new Set(a.keys())
  const right = new Set(b.keys())
  const pairs: Pair[] = []
  const take = (found: Pair[]): void => {
    for (const pair of found) {
      pairs.push(pair)
      left.delete(pair.a)
      right.delete(pair.b)
    }
  }
  const exactKey = (entry: Alignable): string => `${entry.interface ?? '-'} ${meaningKey(entry.rule.facts)}`
  take(equalPairs(a, b, left, right, exactKey))
  take(equalPairs(a, b, left, right, (entry) => meaningKey(entry.rule.facts)))
  take(similarPairs(profiled(a, keyed(a, left, exactKey)), profiled(b, keyed(b, right, exactKey))))
  for (const index of left) pairs.push({a: index, b: -1})
  for (const index of right) pairs.push({a: -1, b: index})
  return pairs.sort((one, two) => position(one.b) - position(two.b) || one.a - two.a)
}

const position = (index: number): number => (index < 0 ? Number.MAX_SAFE_INTEGER : index)

function equalPairs(
  a: readonly Alignable[],
  b: readonly Alignable[],
  left: ReadonlySet<number>,
  right: ReadonlySet<number>,
  keyOf: (entry: Alignable) => string,
): Pair[] {
  const waiting = new Map<string, number[]>()
  for (const {index, key} of keyed(b, right, keyOf)) {
    const own = waiting.get(key)
    if (own === undefined) waiting.set(key, [index])
    else own.push(index)
  }
  return keyed(a, left, keyOf).flatMap(({index, key}) => {
    const partner = waiting.get(key)?.shift()
    return partner === undefined ? [] : [{a: index, b: partner}]
  })
}

interface Keyed {
  index: number
  key: string
  interface: Interface
}

interface Profiled extends Keyed {
  profile: Profile
}

const profiled = (entries: readonly Alignable[], keys: readonly Keyed[]): Profiled[] =>
  keys.flatMap((keyedEntry) => {
    const facts = entries[keyedEntry.index]?.rule.facts
    return facts === undefined ? [] : [{...keyedEntry, profile: profileOf(facts)}]
  })

const keyed = (
  entries: readonly Alignable[],
  indexes: ReadonlySet<number>,
  keyOf: (entry: Alignable) => string,
): Keyed[] =>
  entries.flatMap((entry, index) =>
    indexes.has(index) ? [{index, key: keyOf(entry), interface: entry.interface}] : [],
  )

/** A pair that could be one rule that changed; `weight` orders all pairs, the same in both directions. */
interface Candidate {
  a: Keyed
  b: Keyed
  weight: number
}

function similarPairs(a: readonly Profiled[], b: readonly Profiled[]): Pair[] {
  const profiles = (rules: readonly Profiled[]): Profile[] => rules.map(({profile}) => profile)
  const similar = similarCandidates(profiles(a), profiles(b))
  const candidates = a.flatMap((one, at) =>
    (similar[at] ?? []).flatMap((other) => {
      const two = b[other]
      const cost = two === undefined ? null : changeCost(one.profile, two.profile)
      return two === undefined || cost === null ? [] : [{a: one, b: two, weight: weigh(cost, one, two)}]
    }),
  )
  const chosen = tangles(candidates).flatMap((tangle) => {
    const size = Math.max(countOf(tangle, 'a'), countOf(tangle, 'b'))
    return size > assignmentLimit ? cheapestFirst(tangle) : cheapestSum(tangle)
  })
  return dealEqualKeys(chosen)
}

/** 30 bits that decide between equal costs: from the two meanings, whatever their order. */
const tieUnit = 2 ** 30

function weigh(cost: number, one: Keyed, two: Keyed): number {
  const tie = fnvHash([one.key, two.key].sort().join('\n')) % tieUnit
  return (cost * 2 + (one.interface === two.interface ? 0 : 1)) * tieUnit + tie
}

/** Candidates that compete with each other, directly or over others. */
function tangles(candidates: readonly Candidate[]): Candidate[][] {
  const parent = new Map<string, string>()
  const root = (name: string): string => {
    let at = name
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    parent.set(name, at)
    return at
  }
  for (const {a, b} of candidates) parent.set(root(`a${a.index}`), root(`b${b.index}`))
  return [...Map.groupBy(candidates, ({a}) => root(`a${a.index}`)).values()]
}

const countOf = (tangle: readonly Candidate[], side: 'a' | 'b'): number =>
  new Set(tangle.map((candidate) => candidate[side].index)).size

function cheapestFirst(tangle: readonly Candidate[]): Candidate[] {
  const taken = new Set<string>()
  return tangle
    .toSorted((one, two) => one.weight - two.weight)
    .filter(({a, b}) => {
      const names = [`a${a.index}`, `b${b.index}`]
      if (names.some((name) => taken.has(name))) return false
      for (const name of names) taken.add(name)
      return true
    })
}

/** Leaving two rules alone costs more than any pair does, so that as many rules as can be are paired. */
const aloneWeight = (maximumCost * 2 + 2) * tieUnit

function cheapestSum(tangle: readonly Candidate[]): Candidate[] {
  const rows = [...new Set(tangle.map(({a}) => a.index))].sort((one, two) => one - two)
  const columns = [...new Set(tangle.map(({b}) => b.index))].sort((one, two) => one - two)
  const size = Math.max(rows.length, columns.length)
  const found = new Map(tangle.map((candidate) => [`${candidate.a.index} ${candidate.b.index}`, candidate]))
  const candidateAt = (row: number, column: number) => found.get(`${rows[row]} ${columns[column]}`)
  const costs = Array.from({length: size}, (_, row) =>
    Array.from({length: size}, (_, column) => candidateAt(row, column)?.weight ?? aloneWeight),
  )
  return assign(costs).flatMap((column, row) => candidateAt(row, column) ?? [])
}

/** Rules of equal meaning are interchangeable: they are dealt to their partners in reading order. */
function dealEqualKeys(chosen: readonly Candidate[]): Pair[] {
  const deal = (side: 'a' | 'b'): Map<string, number[]> => {
    const indexes = Map.groupBy(chosen, (candidate) => candidate[side].key)
    return new Map(
      [...indexes].map(([key, group]) => [key, group.map((each) => each[side].index).sort((x, y) => x - y)]),
    )
  }
  const left = deal('a')
  const right = deal('b')
  const bySymmetricKey = (one: Candidate, two: Candidate): number =>
    compareText(one.a.key, two.a.key) || compareText(one.b.key, two.b.key)
  return chosen.toSorted(bySymmetricKey).flatMap(({a, b}) => {
    const one = left.get(a.key)?.shift()
    const two = right.get(b.key)?.shift()
    return one === undefined || two === undefined ? [] : [{a: one, b: two}]
  })
}

const compareText = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0)
