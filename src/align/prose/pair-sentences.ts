/** Lays the sentences of a translation beside those of an English text: which stands for which, and which is missing. */
import {alignSequences} from '../align-sequences.ts'

/** A sentence of a document; sentences of one block stand together. */
export interface Sentence {
  block: number
  text: string
}

/** Sentences that stand for each other; empty on the side where there is none. */
export interface SentencePair {
  english: Sentence[]
  translated: Sentence[]
}

/** Two sentences that fit less than this are not taken for each other, unless their neighbours leave no choice. */
const LEAST = 0.4
/** Above this many comparisons nothing is paired, so that a hostile document can't stall a run. */
const MOST_COMPARISONS = 160_000
/** In a long text a sentence stands for one at about the same place, as a share of the whole. */
const FAR = 0.3
const LONG = 40

/**
 * Every sentence of both sides once, in order. Sentences fit by `likeness` (0 to 1); then a sentence that is left over goes
 * with its neighbour where both together fit better, and those left on each side of the same place are taken for a pair.
 * With `closed` both sides say the same on the whole: as many sentences on each side are pairs in order, and a
 * translated sentence without English belongs to the one before it.
 */
export const pairSentences = (
  english: readonly Sentence[],
  translated: readonly Sentence[],
  likeness: Likeness,
  options: {closed: boolean} = {closed: false},
): SentencePair[] => {
  if (options.closed && english.length === translated.length) return byPosition(english, translated)
  if (english.length * translated.length > MOST_COMPARISONS) return unpaired(english, translated, options)
  const isFar = (a: number, b: number) =>
    Math.max(english.length, translated.length) > LONG &&
    Math.abs(a / english.length - b / translated.length) > FAR
  const pairs = alignSequences(
    english.length,
    translated.length,
    (a, b) => (isFar(a, b) ? 0 : likeness(english.slice(a, a + 1), translated.slice(b, b + 1))),
    LEAST,
  ).map(
    ([a, b]): SentencePair => ({
      english: a === null ? [] : english.slice(a, a + 1),
      translated: b === null ? [] : translated.slice(b, b + 1),
    }),
  )
  const matched = matchLeftovers(joinLeftovers(pairs, likeness), likeness, options.closed)
  return options.closed ? joinAdded(matched) : matched
}

const byPosition = (english: readonly Sentence[], translated: readonly Sentence[]): SentencePair[] =>
  english.map((sentence, index) => ({english: [sentence], translated: translated.slice(index, index + 1)}))

const unpaired = (
  english: readonly Sentence[],
  translated: readonly Sentence[],
  {closed}: {closed: boolean},
): SentencePair[] =>
  closed
    ? [{english: [...english], translated: [...translated]}]
    : translated.map((sentence) => ({english: [], translated: [sentence]}))

const isWhole = ({english, translated}: SentencePair): boolean => english.length > 0 && translated.length > 0

/** How well sentences stand for each other, 0 to 1. */
export type Likeness = (english: Sentence[], translated: Sentence[]) => number

/** Two English sentences for one, or one for two: the leftover joins the neighbour that then fits better. */
const joinLeftovers = (pairs: readonly SentencePair[], likeness: Likeness): SentencePair[] => {
  const joined: SentencePair[] = []
  let next = pairs[0]
  for (let index = 0; next !== undefined; index++) {
    const pair: SentencePair = next
    next = pairs[index + 1]
    const before = joined.at(-1)
    if (isWhole(pair)) {
      joined.push(pair)
      continue
    }
    const gainBefore = before ? gainOf(before, pair, false, likeness) : 0
    const gainNext = next ? gainOf(next, pair, true, likeness) : 0
    if (before && gainBefore > 0 && gainBefore >= gainNext) joined.splice(-1, 1, merge(before, pair, false))
    else if (next && gainNext > 0) next = merge(next, pair, true)
    else joined.push(pair)
  }
  return joined
}

/** How much better a neighbour fits with the leftover. */
const gainOf = (
  neighbour: SentencePair,
  extra: SentencePair,
  isFirst: boolean,
  likeness: Likeness,
): number =>
  isWhole(neighbour) && isBeside(neighbour, extra)
    ? of(merge(neighbour, extra, isFirst), likeness) - of(neighbour, likeness)
    : 0

const of = ({english, translated}: SentencePair, likeness: Likeness): number => likeness(english, translated)

const merge = (pair: SentencePair, extra: SentencePair, isFirst: boolean): SentencePair => ({
  english: isFirst ? [...extra.english, ...pair.english] : [...pair.english, ...extra.english],
  translated: isFirst ? [...extra.translated, ...pair.translated] : [...pair.translated, ...extra.translated],
})

/** The leftover stands in a block of the pair. */
const isBeside = (pair: SentencePair, extra: SentencePair): boolean =>
  extra.english.every(({block}) => pair.english.some((other) => other.block === block)) &&
  extra.translated.every(({block}) => pair.translated.some((other) => other.block === block))

/**
 * Leftovers on both sides, between the same neighbours and in a block of one of them: one on each side say the same, or
 * should; more are taken for one pair where they fit together.
 */
const matchLeftovers = (
  pairs: readonly SentencePair[],
  likeness: Likeness,
  closed: boolean,
): SentencePair[] => {
  const matched: SentencePair[] = []
  for (let index = 0; index < pairs.length; ) {
    const run = runFrom(pairs, index)
    const end = index + Math.max(1, run.length)
    const both = {
      english: run.flatMap(({english}) => english),
      translated: run.flatMap(({translated}) => translated),
    }
    const belongs =
      isWhole(both) &&
      (closed || isInside(both, [matched.at(-1), pairs[end]])) &&
      (closed || run.length === 2 || of(both, likeness) >= LEAST)
    if (belongs) matched.push(both)
    else matched.push(...pairs.slice(index, end))
    index = end
  }
  return matched
}

/** What the translation says more belongs to the pair before it, or to the first one. */
const joinAdded = (pairs: readonly SentencePair[]): SentencePair[] => {
  const joined: SentencePair[] = []
  let early: SentencePair | null = null
  for (const pair of pairs) {
    const before = joined.at(-1)
    if (pair.english.length > 0) {
      joined.push(early === null ? pair : merge(pair, early, true))
      early = null
    } else if (before) joined.splice(-1, 1, merge(before, pair, false))
    else early = early === null ? pair : merge(early, pair, false)
  }
  return early === null ? joined : [...joined, early]
}

const isInside = (pair: SentencePair, neighbours: readonly (SentencePair | undefined)[]): boolean =>
  neighbours.some(
    (neighbour) =>
      neighbour?.english.some(({block}) => block === pair.english[0]?.block) &&
      neighbour.translated.some(({block}) => block === pair.translated[0]?.block),
  )

/** The leftovers from an index on, up to the next whole pair. */
const runFrom = (pairs: readonly SentencePair[], start: number): SentencePair[] => {
  const run: SentencePair[] = []
  for (let index = start; index < pairs.length; index++) {
    const pair = pairs[index]
    if (pair === undefined || isWhole(pair)) break
    run.push(pair)
  }
  return run
}
