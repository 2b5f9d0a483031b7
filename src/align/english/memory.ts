/** The memory of all bilingual cells: target text → English, and which words stand for which, per locale. */

import {compareText} from '../../model/order.ts'
import {foldToken} from '../../text/normalize.ts'

/** A cell known in both languages. */
export interface Pair {
  locale: string
  source: string
  target: string
  /** Edition that holds it. */
  edition: string
}

export interface Memory {
  /** English of this target text, when all documents that hold it agree; else null. */
  lookup: (locale: string, target: string) => {source: string; edition: string} | null
  /** How well an English text fits a target text, 0 to 1, by the words that stand for each other. */
  likeness: (locale: string, source: string, target: string) => number
}

/** Reads the pairs once; what `likeness` needs is counted for a locale on its first use. */
export const createMemory = (pairs: Pair[]): Memory => {
  const byTarget = Map.groupBy(pairs, ({locale, target}) => `${locale} ${foldToken(target)}`)
  const answers = new Map<string, ReturnType<Memory['lookup']>>()
  const lexicons = new Map<string, Lexicon>()
  const lexiconOf = (locale: string): Lexicon => {
    const known = lexicons.get(locale)
    if (known) return known
    const made = countLexicon(pairs.filter((pair) => pair.locale === locale))
    lexicons.set(locale, made)
    return made
  }
  return {
    lookup: (locale, target) => {
      const key = `${locale} ${foldToken(target)}`
      const before = answers.get(key)
      if (before !== undefined) return before
      const answer = agreedSource(byTarget.get(key) ?? [])
      answers.set(key, answer)
      return answer
    },
    likeness: (locale, source, target) => likeness(lexiconOf(locale), source, target),
  }
}

/** The English of all pairs, where they agree on it, and the first edition that has it. */
const agreedSource = (pairs: readonly Pair[]): ReturnType<Memory['lookup']> => {
  const [first] = pairs.toSorted((a, b) => compareText(a.edition, b.edition))
  if (first === undefined || pairs.some(({source}) => foldToken(source) !== foldToken(first.source)))
    return null
  return {source: first.source, edition: first.edition}
}

/** Counts of English words, of target features, and of both in one pair. */
interface Lexicon {
  words: Map<string, number>
  features: Map<string, number>
  together: Map<string, number>
}

const wordRE = /[\p{Script=Latin}\d]+/gu
const unspacedRE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{2,}/gu

const wordsOf = (text: string): Set<string> => new Set(foldToken(text).match(wordRE) ?? [])

/** Words in Latin script, and pairs of neighbours in scripts that write without spaces. */
const featuresOf = (text: string): Set<string> => {
  const features = wordsOf(text)
  for (const [run] of foldToken(text).matchAll(unspacedRE)) {
    for (let i = 0; i + 1 < run.length; i++) features.add(run.slice(i, i + 2))
  }
  return features
}

const countLexicon = (pairs: Pair[]): Lexicon => {
  const lexicon: Lexicon = {words: new Map(), features: new Map(), together: new Map()}
  const distinct = new Map(pairs.map((pair) => [`${pair.source}\n${pair.target}`, pair]))
  for (const {source, target} of distinct.values()) {
    const features = featuresOf(target)
    for (const feature of features) increment(lexicon.features, feature)
    for (const word of wordsOf(source)) {
      increment(lexicon.words, word)
      for (const feature of features) increment(lexicon.together, `${word} ${feature}`)
    }
  }
  return lexicon
}

/** What a word that was never seen says about the fit: nothing, so a little less than the middle. */
const UNKNOWN = 0.3

const likeness = (lexicon: Lexicon, source: string, target: string): number => {
  const words = wordsOf(source)
  const features = featuresOf(target)
  const forward = mean(
    [...words].map((word) => best(lexicon, word, features, false, (feature) => [word, feature])),
  )
  const backward = mean(
    [...features].map((feature) => best(lexicon, feature, words, true, (word) => [word, feature])),
  )
  return forward + backward === 0 ? 0 : (2 * forward * backward) / (forward + backward)
}

const best = (
  lexicon: Lexicon,
  own: string,
  others: Set<string>,
  foreign: boolean,
  pair: (other: string) => [word: string, feature: string],
): number => {
  if (others.has(own)) return 1
  // An English word that stands in the translation, but not in this English: a name of something else.
  if (foreign && lexicon.words.has(own)) return 0
  if (!lexicon.words.has(own) && !lexicon.features.has(own)) return UNKNOWN
  let most = 0
  for (const other of others) {
    const [word, feature] = pair(other)
    const together = lexicon.together.get(`${word} ${feature}`) ?? 0
    const each = (lexicon.words.get(word) ?? 0) + (lexicon.features.get(feature) ?? 0)
    if (together > 0) most = Math.max(most, (2 * together) / each)
  }
  return most
}

const mean = (values: number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

const increment = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
