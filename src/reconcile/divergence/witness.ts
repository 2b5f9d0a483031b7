/**
 * A translation beside a human text for the same English, word by word: what it lacks, what stands in place of it, and
 * which words changed places.
 */
import type {Asked} from '../engine/check.ts'
import type {Known} from '../engine/reference.ts'
import {denialIn} from '../reading/denial/denial.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {changedPlaces, exchangedEndings} from './changed-places.ts'
import type {Rendering} from './dictionary.ts'
import {humanTexts, isHumanText} from './human-texts.ts'
import {isAside, isInLexicon} from './lost-words.ts'
import {type Piece, piecesOf} from './pieces.ts'
import {isUnspaced, readBag, type WordBag} from './word-bag.ts'

export interface Difference {
  kind: 'lost' | 'added' | 'replaced' | 'exchanged'
  /** The word of the translation; empty for one that it lacks. */
  actual: string
  /** The word of the human text. */
  expected: string
  witness: Known
}

/** Longer texts say the same in other words. */
const longest = {replaced: 6, lost: 9, added: 4}
/** So firmly a word must stand for an English one to excuse another. */
const LOOSE = 0.05
/** So much firmer than for the next English word. */
const CLEAR = 1.3

/** What all human texts for the English say against the translation: the difference from the closest of them. */
export const differences = (asked: Asked): Difference[] => {
  const {unit, target, context} = asked
  const words = context.words()
  if (words === null || unit.human || target.text.trim() === '' || isHumanText(asked)) return []
  const found = humanTexts(asked).map((witness) => differencesFrom(asked, witness))
  const [closest] = found.toSorted((a, b) => a.length - b.length)
  return closest ?? []
}

const differencesFrom = (asked: Asked, witness: Known): Difference[] => {
  const {unit, english, target, context} = asked
  const [own, other] = [readBag(target.text, unit.locale), readBag(witness.target, unit.locale)]
  const endings = exchangedEndings(own.words(), other.words())
  if (endings !== null) return [{kind: 'exchanged', ...endings, witness}]
  const isContent = contentOf(asked)
  const lost = other.pieces.filter((piece) => isContent(piece) && !own.has(piece.key))
  const added = own.pieces.filter((piece) => isContent(piece) && !other.has(piece.key))
  if (lost.length === 0 && added.length === 0) {
    const places = changedPlaces(own, other, {isContent, isMarker: markerOf(asked)})
    return places === null || (!places.byParts && isCloser(own, other, asked))
      ? []
      : [{kind: 'exchanged', ...places, witness}]
  }
  const {length} = english.words
  if (length === 0 || english.tokensOnly) return []
  const replaced = replacedTerm(asked, lost, added)
  if (replaced !== null) return [{kind: 'replaced', ...replaced, witness}]
  if (deniesOtherwise(asked, witness)) return []
  const unexcused = lost.filter((piece) => !isSaidOtherwise(piece, asked, own))
  const foreign = added.filter((piece) => !isRightWord(piece, asked, lost))
  const [missing, strange] = [unexcused[0], foreign[0]]
  if (
    missing !== undefined &&
    length <= longest.lost &&
    (added.length === 0 || isMuchShorter(own, other, unexcused, added)) &&
    !hasWordForEach(asked, own, isContent)
  )
    return [{kind: 'lost', actual: '', expected: missing.text, witness}]
  if (
    strange !== undefined &&
    unexcused.length === 0 &&
    length <= longest.added &&
    saysMore(asked, own, other, isContent)
  )
    return [{kind: 'added', actual: strange.text, expected: '', witness}]
  return missing !== undefined &&
    strange !== undefined &&
    context.words()?.dictionary.meanings(strange.key).length === 0 &&
    length <= longest.replaced &&
    !english.words.every(({text}) => isInLexicon(asked, text))
    ? [{kind: 'replaced', actual: strange.text, expected: missing.text, witness}]
    : []
}

/** Small words of English that say how many are meant: each is a word of its own in a translation. */
const quantifiers = new Set(['any', 'all', 'each', 'every', 'only', 'both', 'none', 'no', 'not'])

/** The translation has as many words as the English: what a human text has more, its language may leave out. */
const hasWordForEach = ({english}: Asked, own: WordBag, isContent: (piece: Piece) => boolean): boolean => {
  const distinct = (pieces: readonly Piece[]) => new Map(pieces.map((piece) => [piece.key, piece]))
  const asked = [...distinct(piecesOf(english.text, 'en')).values()].filter(
    ({key, text}) => (quantifiers.has(text) || !isAside(text)) && !own.has(key),
  )
  const said = distinct(own.pieces.filter(isContent))
  for (const {key} of piecesOf(english.text, 'en')) said.delete(key)
  return said.size >= asked.length
}

/** More words of a meaning than the English has, and more than the human text. */
const saysMore = (
  {english}: Asked,
  own: WordBag,
  other: WordBag,
  isContent: (piece: Piece) => boolean,
): boolean => {
  const [said, human] = [own, other].map(({pieces}) => pieces.filter(isContent).length)
  return (
    said !== undefined &&
    human !== undefined &&
    said > human &&
    said > piecesOf(english.text, 'en').filter(({text}) => !isAside(text)).length
  )
}

/** Of the length of a human text, a text that says all of it is hardly shorter than this. */
const SHORTER = 0.75
/** So many words more are lost than came in their place. */
const FEWER = 2

/** Words are gone for which no others came, and the text is shorter by as much. */
const isMuchShorter = (
  own: WordBag,
  other: WordBag,
  lost: readonly Piece[],
  added: readonly Piece[],
): boolean => lost.length - added.length >= FEWER && lengthOf(own.text) < lengthOf(other.text) * SHORTER

const lengthOf = (text: string): number => text.replace(/[^\p{L}\p{N}]+/gu, '').length

/** The translation has its words more in the order of the English than the human text does. */
const isCloser = (own: WordBag, other: WordBag, {english, context}: Asked): boolean => {
  const places = new Map(piecesOf(english.text, 'en').map(({key}, at) => [key, at]))
  const turnedIn = ({pieces}: WordBag): number => {
    const order = pieces.flatMap(({key}) => {
      const [first, second] = context.words()?.dictionary.meanings(key) ?? []
      const at = first === undefined ? undefined : places.get(first[0])
      return at === undefined || (first?.[1] ?? 0) < (second?.[1] ?? 0) * CLEAR ? [] : [at]
    })
    return order.reduce(
      (sum, place, at) => sum + order.slice(at + 1).filter((later) => later < place).length,
      0,
    )
  }
  return turnedIn(own) < turnedIn(other)
}

/** "Not allowed" for "blocked": one of the texts says it by a denial. */
const deniesOtherwise = ({target, context: {lexicon}}: Asked, witness: Known): boolean => {
  const [own, other] = [target.folded, foldWords(witness.target)].map((text) => denialIn(text, lexicon))
  return own?.nots !== other?.nots || own?.contraries !== other?.contraries
}

/** So many human texts must have the English word, and nearly all of them the same word for it, so firmly. */
const term = {uses: 4, share: 0.9, strength: 0.25}

/** A word that human texts hardly ever leave out, in place of which stands one that no human text has at all. */
const replacedTerm = (
  {english, context}: Asked,
  lost: readonly Piece[],
  added: readonly Piece[],
): {actual: string; expected: string} | null => {
  const words = context.words()
  const pieces = piecesOf(english.text, 'en')
  const strange = added.find(
    ({key, text}) =>
      words?.dictionary.meanings(key).length === 0 && !pieces.some((piece) => isAlike(piece.text, text)),
  )
  if (words === null || strange === undefined) return null
  const missing = lost.find(({key, text}) => {
    const meaning = words.dictionary
      .meanings(key)
      .find(
        ([word, strength]) =>
          strength >= term.strength && pieces.some((piece) => piece.key === word && !isAside(piece.text)),
      )
    return (
      meaning !== undefined &&
      !isAlike(text, strange.text) &&
      words.support(meaning[0]).uses >= term.uses &&
      words.shareWith(meaning[0], key) >= term.share
    )
  })
  return missing === undefined ? null : {actual: strange.text, expected: missing.text}
}

const SHORT = 3
const LONGEST_SMALL = 6

/** Words that carry a meaning: no particles, and none of the small words that a language is known by. */
const contentOf = ({context: {lexicon}}: Asked): ((piece: Piece) => boolean) => {
  const {from, to, using} = lexicon.concepts
  // The words that a language is told by hold nouns of this field as well.
  const told = lexicon.small.filter((word) => word.length <= LONGEST_SMALL)
  const small = new Set([...told, ...from, ...to, ...using].map((word) => word.toLowerCase()))
  return ({text, inner = false}) =>
    !inner &&
    (text.startsWith('{') || isUnspaced(text)
      ? text.length > 1 && !/^\p{Script=Hiragana}+$/u.test(text)
      : text.length > SHORT) &&
    !small.has(text)
}

/** The small words of the language that say where something comes from and where it goes. */
const markerOf = ({context: {lexicon}}: Asked): ((text: string) => boolean) => {
  const words = new Set([...lexicon.concepts.from, ...lexicon.concepts.to].map((word) => word.toLowerCase()))
  return (text) => words.has(text)
}

/** The English word that a word of the human text stands for is in the translation all the same, by another word. */
const isSaidOtherwise = ({key}: Piece, {english, context}: Asked, own: WordBag): boolean => {
  const words = context.words()
  if (words === null) return false
  const pieces = piecesOf(english.text, 'en')
  const isHere = ([word]: Rendering) => pieces.some((piece) => piece.key === word)
  const meanings = words.dictionary.meanings(key)
  const [first, second] = meanings.filter(isHere)
  // A word that human texts have for other English words only: this one adds it, and it can be left out.
  if (first === undefined) return meanings.length > 0
  // In a small workspace every word of a text stands for every other one.
  if (first[1] < (second?.[1] ?? 0) * CLEAR) return false
  const [meaning] = first
  return (
    pieces.some((piece) => piece.key === meaning && (isAside(piece.text) || own.has(piece.key))) ||
    words.dictionary
      .renderings(meaning)
      .some(
        ([rendering, strength]) =>
          rendering !== key &&
          strength >= LOOSE &&
          own.has(rendering) &&
          words.dictionary.meanings(rendering).find(isHere)?.[0] === meaning,
      )
  )
}

/** The word of the translation is known for a word of the English, or is nearly that word, or nearly what was lost. */
const isRightWord = ({key, text}: Piece, {english, context}: Asked, lost: readonly Piece[]): boolean => {
  const pieces = piecesOf(english.text, 'en')
  const meanings = context.words()?.dictionary.meanings(key) ?? []
  return (
    meanings.some(([word, strength]) => strength >= LOOSE && pieces.some((piece) => piece.key === word)) ||
    pieces.some((piece) => isAlike(piece.text, text)) ||
    (isUnspaced(text) && lost.some((piece) => [...piece.text].some((character) => text.includes(character))))
  )
}

const ALIKE = 0.65

/** Two words of one origin, by the letters that they have in common in order. */
const isAlike = (one: string, other: string): boolean => {
  const row = new Array<number>(other.length + 1).fill(0)
  for (const letter of one) {
    let before = 0
    for (let at = 1; at <= other.length; at++) {
      const kept = row[at] ?? 0
      row[at] = letter === other[at - 1] ? before + 1 : Math.max(kept, row[at - 1] ?? 0)
      before = kept
    }
  }
  return (2 * (row[other.length] ?? 0)) / (one.length + other.length) >= ALIKE && one[0] === other[0]
}
