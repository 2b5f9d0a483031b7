/**
 * Learns how a locale renders an English word or term: the piece of text that stands in (nearly) all translations of
 * cells with the term, and in few others. Works on characters, not words, so it needs no word borders and no stemmer:
 * it finds 用戶端 as well as the common beginning of `serveur` and `serveurs`.
 */
import {hasTerm, readEnglish} from '../reading/english-cell.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {isCjk} from '../reading/script.ts'
import {distinctPairs} from './distinct-pairs.ts'

export interface Pair {
  source: string
  target: string
  human: boolean
}

export interface Learned {
  /** Folded text of the rendering. */
  text: string
  /** Distinct pairs with the term, and how many of them hold the rendering. */
  total: number
  held: number
  /** Of all pairs that hold the rendering, the share that have the term. */
  precision: number
}

export interface Renderings {
  /** The rendering of a term given as folded singulars, or null when the texts do not agree on one. */
  of(term: readonly string[]): Learned | null
  /** The same from all texts, human or not: a machine's own word for the term counts as much as the right one. */
  ofAll(term: readonly string[]): Learned | null
  /** The same from human texts alone. */
  ofHumans(term: readonly string[]): Learned | null
}

const ENOUGH = 3
const MOST = 0.85
const MIN_PRECISION = 0.5
const MAX_PAIRS = 4000
const MAX_HOLDERS = 300
const MAX_LENGTH = 16
const LETTER_RE = /[\p{L}\p{M}\p{N}]/u

interface Folded {
  source: string
  target: string
}

/** Renderings learnt from human texts where there are enough of them, else from all texts; each asked term is kept. */
export const learnRenderings = (pairs: readonly Pair[]): Renderings => {
  const human = memoizedByTerm(fold(pairs.filter((pair) => pair.human)))
  const all = memoizedByTerm(fold(pairs))
  return {of: (term) => human(term) ?? all(term), ofAll: all, ofHumans: human}
}

const memoizedByTerm = (pairs: readonly Folded[]): ((term: readonly string[]) => Learned | null) => {
  const known = new Map<string, Learned | null>()
  let holding: ((term: readonly string[]) => Folded[]) | undefined
  return (term) => {
    const key = term.join(' ')
    const before = known.get(key)
    if (before !== undefined) return before
    holding ??= pairsByWord(pairs)
    const found = best(holding(term), pairs)
    known.set(key, found)
    return found
  }
}

const fold = (pairs: readonly Pair[]): Folded[] =>
  distinctPairs(pairs, MAX_PAIRS).map(({source, target}) => ({source, target: foldWords(target)}))

/** The pairs whose English holds a term, in their order: documents of many words ask for as many terms. */
const pairsByWord = (pairs: readonly Folded[]): ((term: readonly string[]) => Folded[]) => {
  const byWord = new Map<string, Folded[]>()
  for (const pair of pairs)
    for (const word of readEnglish(pair.source).vocabulary) {
      const own = byWord.get(word)
      if (own === undefined) byWord.set(word, [pair])
      else own.push(pair)
    }
  return (term) => {
    const [first = [], ...others] = term.map((word) => byWord.get(word) ?? [])
    const fewest = others.reduce((least, each) => (each.length < least.length ? each : least), first)
    return fewest.filter(({source}) => hasTerm(readEnglish(source), term))
  }
}

/** @param holding the pairs with the term @param pairs all of them */
const best = (holding: readonly Folded[], pairs: readonly Folded[]): Learned | null => {
  const holders = holding.slice(0, MAX_HOLDERS)
  if (holders.length < ENOUGH) return null
  const byLength = holders.toSorted((a, b) => a.target.length - b.target.length)
  let learned: Learned | null = null
  // The longest first: a piece of one that stands nowhere else can't be better, and isn't looked for in all texts.
  const longestFirst = [...candidatesOf(byLength.slice(0, ENOUGH))].sort((a, b) => b.length - a.length)
  for (const candidate of longestFirst) {
    const held = holders.filter(({target}) => target.includes(candidate)).length
    if (held < ENOUGH || held / holders.length < MOST) continue
    if (!isBetter({held, precision: 1, text: candidate}, learned)) continue
    const everywhere = pairs.filter(({target}) => target.includes(candidate)).length
    const precision = held / everywhere
    if (precision >= MIN_PRECISION && isBetter({held, precision, text: candidate}, learned)) {
      learned = {text: candidate, total: holders.length, held, precision}
    }
  }
  return learned
}

const isBetter = (one: Pick<Learned, 'held' | 'precision' | 'text'>, other: Learned | null): boolean => {
  if (other === null) return true
  const gain = one.held * one.precision - other.held * other.precision
  return gain > 0 || (gain === 0 && one.text.length > other.text.length)
}

/** Pieces of the shortest texts: they hold little beside the rendering. CJK pieces from one character, others from three. */
const candidatesOf = (pairs: readonly Folded[]): Set<string> => {
  const pieces = new Set<string>()
  for (const {target} of pairs) {
    const text = target.slice(0, 120)
    for (let start = 0; start < text.length; start++) {
      if (
        !isLetter(text[start]) ||
        (start > 0 && isLatinLetter(text[start - 1]) && isLatinLetter(text[start]))
      )
        continue
      const least = isCjk(text[start]) ? 1 : 3
      for (
        let end = start + 1;
        end <= text.length && end - start <= MAX_LENGTH && isLetter(text[end - 1]);
        end++
      ) {
        if (end - start >= least) pieces.add(text.slice(start, end))
      }
    }
  }
  return pieces
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && LETTER_RE.test(character)
const isLatinLetter = (character: string | undefined): boolean => isLetter(character) && !isCjk(character)
