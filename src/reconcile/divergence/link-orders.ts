/**
 * In which order a language says two nouns that the English ties by a small word: “partners running the agent” is
 * “agent … partners” in languages that put what describes a noun before it. Learnt from human texts.
 */
import type {Known} from '../engine/reference.ts'
import {withoutLinks} from '../reading/addresses.ts'
import {foldWords} from '../reading/placed-fold.ts'
import type {Dictionary} from './dictionary.ts'
import {type Piece, piecesOf} from './pieces.ts'
import {isUnspaced} from './word-bag.ts'

/** Two English words and what ties them. */
export interface Link {
  first: Piece
  second: Piece
  /** The preposition, or `-ing` for a participle. */
  tie: string
}

export interface LinkOrders {
  /** Whether nearly all human texts have the second of two tied words first (true), or last (false); null for neither. */
  turns(tie: string): boolean | null
  /** Whether the second word of a link stands first in a text; null where one of them has no one place in it, or a mark stands between. */
  isTurnedIn(link: Link, target: string): boolean | null
}

const prepositions = new Set('for of with in on between at into over within behind inside outside'.split(' '))
const articles = new Set('the a an each any all your its'.split(' '))
const PARTICIPLE_RE = /^[a-z]{2,}ing$/
const PASSIVE_RE = /(?:ed|en|run|kept|held|built|sent)$/
const MARK_RE = /[.;:,()[\]]/
const TARGET_MARK_RE = /[.;:,()[\]。；：，、（）［］「」،؛–—]/u
/** So many human texts, and this share of them, tell an order. */
const enough = {texts: 5, share: 0.85}
/** A word stands so firmly for the English one. */
const FIRM = 0.25

/** The links of an English text in order. */
export const linksOf = (english: string): Link[] => {
  const pieces = piecesOf(english, 'en')
  return pieces.flatMap((tie, at): Link[] => {
    const first = pieces[at - 1]
    const isPreposition = prepositions.has(tie.text)
    if (first === undefined || !(isPreposition || PARTICIPLE_RE.test(tie.text))) return []
    const second = pieces.slice(at + 1).find(({text}) => !articles.has(text))
    if (second === undefined || [first, second].some(({text}) => isSmall(text))) return []
    // “Used for calls” may well be “calls use it”.
    if (PASSIVE_RE.test(first.text)) return []
    return MARK_RE.test(english.slice(first.start, second.start))
      ? []
      : [{first, second, tie: isPreposition ? tie.text : '-ing'}]
  })
}

const isSmall = (word: string): boolean => prepositions.has(word) || articles.has(word) || word.length < 2

export const learnLinkOrders = (
  humans: readonly Known[],
  dictionary: Dictionary,
  locale: string,
): LinkOrders => {
  const isTurnedIn = ({first, second}: Link, target: string): boolean | null => {
    const text = foldWords(withoutLinks(target))
    const [one, other] = [first, second].map(({key}) => onlyPlace(key, target, text))
    if (one == null || other == null || one === other) return null
    return TARGET_MARK_RE.test(text.slice(Math.min(one, other), Math.max(one, other))) ? null : other < one
  }
  const onlyPlace = (english: string, target: string, text: string): number | null => {
    for (const [word, strength] of dictionary.renderings(english)) {
      if (strength < FIRM) return null
      const places = isUnspaced(word)
        ? placesIn(text, word)
        : piecesOf(target, locale).flatMap(({key, start}) => (key === word ? [start] : []))
      if (places.length > 0) return places.length === 1 ? (places[0] ?? null) : null
    }
    return null
  }
  const counts = new Map<string, {turned: number; all: number}>()
  for (const {source, target} of humans)
    for (const link of linksOf(source)) {
      const isTurned = isTurnedIn(link, target)
      if (isTurned === null) continue
      const {turned, all} = counts.get(link.tie) ?? {turned: 0, all: 0}
      counts.set(link.tie, {turned: turned + (isTurned ? 1 : 0), all: all + 1})
    }
  return {
    turns: (tie) => {
      const {turned, all} = counts.get(tie) ?? {turned: 0, all: 0}
      if (all < enough.texts) return null
      return turned / all >= enough.share ? true : 1 - turned / all >= enough.share ? false : null
    },
    isTurnedIn,
  }
}

const placesIn = (text: string, word: string): number[] => {
  const places: number[] = []
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) places.push(at)
  return places
}
