/** Which comparisons have a page of their own; all others are made in the browser. */
import {diffTopics, type TopicDiff} from '../../compare/diff.ts'
import {pairsToBuild} from '../../compare/topic-families.ts'
import type {Topic} from '../../model/schema.ts'
import type {Dataset} from '../dataset/dataset.ts'

/** Ordered pairs: all pairs of 15 topics, in each language; more of them would make the build slow and serve few. */
const limit = 210

export interface BuiltPair {
  a: Topic
  b: Topic
}

const known = new WeakMap<readonly Topic[], BuiltPair[]>()

/** Both directions of each pair that shares a rule, sorted by ids: of two others there is nothing to tell. */
export function builtPairs({topics}: Pick<Dataset, 'topics'>): BuiltPair[] {
  const pairs = known.get(topics) ?? findPairs(topics)
  known.set(topics, pairs)
  return pairs
}

function findPairs(topics: readonly Topic[]): BuiltPair[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  return pairsToBuild(topics, limit).flatMap(({a, b}) => {
    const [one, two] = [byId.get(a), byId.get(b)]
    const pair = one === undefined || two === undefined ? null : {a: one, b: two}
    return pair === null || diffOfPair(pair).shared === 0 ? [] : [pair]
  })
}

const diffs = new WeakMap<BuiltPair, TopicDiff>()

/** The same in every language, so that it is made once. */
export function diffOfPair(pair: BuiltPair): TopicDiff {
  const diff = diffs.get(pair) ?? diffTopics(pair.a, pair.b)
  diffs.set(pair, diff)
  return diff
}
