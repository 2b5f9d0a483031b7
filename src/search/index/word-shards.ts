/**
 * A sorted list of keys, each with the rules whose texts hold it, cut into files of one size: what a query loads is one
 * file (or the few neighbours that its prefix spans), however many rules there are.
 */
import {compareText} from '../../model/order.ts'
import {type Runs, toRuns} from './runs.ts'

/** One file of the index. */
export interface WordShard {
  /** Front-coded: how many units are shared with the key before (base 36), then the rest. */
  keys: string[]
  /** Each list of rules once: most beginnings of a text have the same. */
  sets: Runs[]
  /** For each key its place in `sets`. */
  of: number[]
}

/** About how many characters of JSON a file holds. */
export const SHARD_SIZE = 6_000

export interface CutShards {
  /** First key of each file, as short as tells it from the key before. */
  first: string[]
  shards: WordShard[]
}

/** `rules`: ascending numbers of rules by key. */
export const cutShards = (
  rules: ReadonlyMap<string, readonly number[]>,
  size: number = SHARD_SIZE,
): CutShards => {
  const cut: CutShards = {first: [], shards: []}
  let left = 0
  let shard = createWriter()
  let previous = ''
  for (const key of [...rules.keys()].sort(compareText)) {
    if (left <= 0) {
      shard = createWriter()
      cut.shards.push(shard.shard)
      cut.first.push(key.slice(0, sharedLength(previous, key) + 1))
      left = size
    }
    left -= shard.add(key, toRuns(rules.get(key) ?? []))
    previous = key
  }
  return cut
}

const createWriter = () => {
  const shard: WordShard = {keys: [], sets: [], of: []}
  const numbers = new Map<string, number>()
  let previous = ''
  return {
    shard,
    /** Gives about how long the JSON grew. */
    add: (key: string, runs: Runs): number => {
      const shared = Math.min(sharedLength(previous, key), 35)
      const set = JSON.stringify(runs)
      const known = numbers.get(set)
      const number = known ?? shard.sets.push(runs) - 1
      numbers.set(set, number)
      shard.keys.push(shared.toString(36) + key.slice(shared))
      shard.of.push(number)
      previous = key
      return key.length - shared + 8 + (known === undefined ? set.length : 0)
    },
  }
}

const sharedLength = (one: string, two: string): number => {
  let length = 0
  while (length < one.length && one[length] === two[length]) length++
  return length
}

/** The files that may hold keys that start with `prefix`. */
export const shardsFor = (first: readonly string[], prefix: string): number[] => {
  let at = first.length - 1
  while (at > 0 && (first[at] ?? '') > prefix) at--
  const found: number[] = []
  for (; at < first.length && (found.length === 0 || (first[at] ?? '').startsWith(prefix)); at++)
    found.push(at)
  return found
}

/** Calls back for each key of a file with its list of rules. */
export const eachKey = ({keys, sets, of}: WordShard, visit: (key: string, rules: Runs) => void): void => {
  let previous = ''
  for (const [at, coded] of keys.entries()) {
    previous = previous.slice(0, Number.parseInt(coded.charAt(0), 36)) + coded.slice(1)
    visit(previous, sets[of[at] ?? 0] ?? [])
  }
}
