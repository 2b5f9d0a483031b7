/** How well a text fits an English one, by the words that stand for each other in all bilingual texts of its locale. */

import {memoize, memoizeByLocale} from '../../text/memoize.ts'
import {foldToken} from '../../text/normalize.ts'
import type {Pair} from './memory.ts'

/** 0 (nothing in common) to 1 (every known word has its counterpart). */
export type Fit = (locale: string, source: string, target: string) => number

/** Reads the pairs of a locale on its first use. */
export const createFit = (pairs: readonly Pair[]): Fit => {
  const byLocale = Map.groupBy(pairs, ({locale}) => locale)
  const tables = new Map<string, WordTable>()
  const read = memoize(readText, MEMORY)
  const tableOf = (locale: string): WordTable => {
    const table = tables.get(locale) ?? countWords(byLocale.get(locale) ?? [])
    tables.set(locale, table)
    return table
  }
  const expect = memoizeByLocale((source, locale) => expectationOf(tableOf(locale), read(source)), MEMORY)
  return (locale, source, target) => fitOf(tableOf(locale), expect(source, locale), read(target))
}

interface WordTable {
  /** Texts that hold an English word, and those that hold a feature of the other language. */
  words: Map<string, number>
  features: Map<string, number>
  /** Texts that hold both, by word. */
  together: Map<string, Map<string, number>>
  /** What a word is likely to become, computed when asked for. */
  expected: Map<string, ReadonlySet<string>>
  texts: number
}

const wordRE = /[\p{Script=Latin}\d]+/gu
const unspacedRE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{2,}/gu
const linkTargetRE = /\]\([^)\s]{0,2000}\)/g

interface TextRead {
  words: Set<string>
  features: Set<string>
}

/** Texts that were read last: one is compared with many. */
const MEMORY = 1000

/** Latin words and numbers, and for the other language pairs of neighbours in scripts without spaces. */
const readText = (text: string): TextRead => {
  const folded = foldToken(text.replace(linkTargetRE, '] '))
  const words = new Set(folded.match(wordRE) ?? [])
  const features = new Set(words)
  for (const [run] of folded.matchAll(unspacedRE))
    for (let i = 0; i + 1 < run.length; i++) features.add(run.slice(i, i + 2))
  return {words, features}
}

/** So many texts teach the words of a language well enough; more would only take memory. */
const MOST_PAIRS = 6000

const countWords = (pairs: readonly Pair[]): WordTable => {
  const table: WordTable = {
    words: new Map(),
    features: new Map(),
    together: new Map(),
    expected: new Map(),
    texts: 0,
  }
  const counted = new Set<string>()
  for (const {source, target} of pairs) {
    if (counted.size >= MOST_PAIRS) break
    const pair = `${source}\n${target}`
    if (counted.has(pair)) continue
    counted.add(pair)
    const {words} = readText(source)
    const {features} = readText(target)
    for (const feature of features) increment(table.features, feature)
    for (const word of words) {
      increment(table.words, word)
      const others = table.together.get(word) ?? new Map<string, number>()
      table.together.set(word, others)
      for (const feature of features) increment(others, feature)
    }
  }
  table.texts = counted.size
  return table
}

const increment = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const LIKELY = 0.2
const MOST = 5

const expectedOf = ({words, features, together, expected}: WordTable, word: string): ReadonlySet<string> => {
  const known = expected.get(word)
  if (known) return known
  const count = words.get(word) ?? 0
  const likely = [...(together.get(word) ?? [])]
    .map(([feature, both]) => ({feature, likeness: (2 * both) / (count + (features.get(feature) ?? 0))}))
    .filter(({likeness}) => likeness >= LIKELY)
    .toSorted((a, b) => b.likeness - a.likeness || (a.feature < b.feature ? -1 : 1))
    .slice(0, MOST)
  const set = new Set([word, ...likely.map(({feature}) => feature)])
  expected.set(word, set)
  return set
}

/** Rare words say more than common ones. */
const weigh = (count: number, texts: number): number => Math.log(1 + Math.max(1, texts) / (1 + count))

/** An English text with what its words are likely to become; it is compared with many others. */
interface Expectation {
  words: {features: readonly string[]; weight: number; isKnown: boolean}[]
  /** All these features, each once. */
  wanted: ReadonlySet<string>
}

const expectationOf = (table: WordTable, {words}: TextRead): Expectation => {
  const read = [...words].map((word) => ({
    features: [...expectedOf(table, word)],
    weight: weigh(table.words.get(word) ?? 0, table.texts),
    isKnown: table.words.has(word),
  }))
  return {words: read, wanted: new Set(read.flatMap(({features}) => features))}
}

const fitOf = (table: WordTable, {words, wanted}: Expectation, {features}: TextRead): number => {
  let [all, held] = [0, 0]
  for (const {features: expected, weight, isKnown} of words) {
    const isHeld = expected.some((feature) => features.has(feature))
    if (!isHeld && !isKnown) continue
    all += weight
    if (isHeld) held += weight
  }
  if (held === 0) return 0
  let [others, explained] = [0, 0]
  for (const feature of features) {
    const isWanted = wanted.has(feature)
    const count = table.features.get(feature)
    if (count === undefined && !isWanted) continue
    const weight = weigh(count ?? 0, table.texts)
    others += weight
    if (isWanted) explained += weight
  }
  if (explained === 0) return 0
  return (2 * (held / all) * (explained / others)) / (held / all + explained / others)
}
