/**
 * A translation beside a human text for the same English, word by word: what it lacks, what stands in place of it, and
 * which words changed places.
 */
import type {Asked} from '../engine/check.ts'
import type {Known} from '../engine/reference.ts'
import {denialIn} from '../reading/denial/denial.ts'
import {spelledNumbers} from '../reading/numbers/english-number-words.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {readTarget} from '../reading/target-cell.ts'
import {changedPlaces, exchangedEndings} from './changed-places.ts'
import {CLEAR, isAlike, isRightWord, isSaidOtherwise} from './excuses.ts'
import {humanTexts, isHumanText} from './human-texts.ts'
import {isAside, isInLexicon} from './lost-words.ts'
import {movedPhrase} from './moved-phrase.ts'
import {type Piece, piecesOf} from './pieces.ts'
import {isJoined, swappedWords} from './swapped-words.ts'
import {isUnspaced, readBag, type WordBag} from './word-bag.ts'
import {hasWordForEach, isMuchShorter, saysMore} from './word-coverage.ts'

export interface Difference {
  kind: 'lost' | 'added' | 'replaced' | 'exchanged' | 'moved'
  /** The word of the translation; empty for one that it lacks. */
  actual: string
  /** The word of the human text. */
  expected: string
  witness: Known
}

/** Longer texts say the same in other words. */
const longest = {replaced: 6, lost: 9, added: 4}
/** In so few human texts many a right word stands nowhere: that none of them has it proves little. */
const FEW_TEXTS = 100
/** Then so short a text must differ in one of so few words, where a sentence would have been put otherwise. */
const shortest = {words: 4, content: 2}

/** Another word than that of the human text may well be another right one. */
const mayBeSynonym = ({english, context}: Asked): boolean =>
  (context.words()?.texts ?? 0) < FEW_TEXTS &&
  (english.words.length > shortest.words ||
    piecesOf(english.text, 'en').filter(({text}) => !isAside(text)).length > shortest.content)

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
  const isMarker = markerOf(asked)
  const swapped = swappedWords(own, other, isContent)
  if (swapped !== null)
    return isJoined(asked, own, swapped, isContent, isMarker)
      ? []
      : [{kind: 'exchanged', ...swapped, witness}]
  const lost = other.pieces.filter(
    (piece) => isContent(piece) && (!own.has(piece.key) || isSaidOnce(piece, asked, own, other)),
  )
  const added = own.pieces.filter((piece) => isContent(piece) && !other.has(piece.key))
  if (lost.length === 0 && added.length === 0) {
    const isTied = english.vocabulary.has('of') || english.vocabulary.has('for')
    const moved = movedPhrase(asked, own, other, isContent)
    if (moved !== null) return [{kind: 'moved', ...moved, witness}]
    const places = changedPlaces(own, other, {isContent, isMarker, isTied})
    return places === null ||
      (places.byParts
        ? isJoined(asked, own, places, isContent, isMarker)
        : isCloser(own, other, asked) || isOtherwiseBuilt(own, other, isContent))
      ? []
      : [{kind: 'exchanged', ...places, witness}]
  }
  const {length} = english.words
  if (length === 0 || english.tokensOnly) return []
  const replaced = replacedTerm(asked, lost, added)
  if (replaced !== null) return [{kind: 'replaced', ...replaced, witness}]
  if (deniesOtherwise(asked, witness) || countsOtherwise(asked, witness)) return []
  const unexcused = lost.filter((piece) => own.has(piece.key) || !isSaidOtherwise(piece, asked, own))
  const foreign = added.filter((piece) => !isRightWord(piece, asked, lost, own))
  const [missing, strange] = [unexcused[0], foreign[0]]
  if (
    missing !== undefined &&
    length <= longest.lost &&
    (added.length === 0 || isMuchShorter(own, other, unexcused, added)) &&
    ((unexcused.length > 1 && LIST_RE.test(english.text)) ||
      isAbbreviation(missing, asked) ||
      !hasWordForEach(asked, own, isContent))
  )
    return [{kind: 'lost', actual: '', expected: missing.text, witness}]
  if (
    strange !== undefined &&
    unexcused.length === 0 &&
    length <= longest.added &&
    !mayBeSynonym(asked) &&
    saysMore(asked, own, other, isContent)
  )
    return [{kind: 'added', actual: strange.text, expected: '', witness}]
  return missing !== undefined &&
    strange !== undefined &&
    context.words()?.dictionary.meanings(strange.key).length === 0 &&
    ((length <= longest.replaced && !mayBeSynonym(asked)) || isSaidOnce(missing, asked, own, other)) &&
    !english.words.every(({text}) => isInLexicon(asked, text))
    ? [{kind: 'replaced', actual: strange.text, expected: missing.text, witness}]
    : []
}

/** Things side by side, of which one can be left out. */
const LIST_RE = /,|\b(?:and|or)\b(?! (?:later|newer|higher|above|more|earlier|older|lower|below|less)\b)/

/** So many small words that only one of two texts has make another construction of it, such as the passive. */
const OTHER_SMALL_WORDS = 4
/** And so do so many words in another form. */
const OTHER_FORMS = 2

const isOtherwiseBuilt = (own: WordBag, other: WordBag, isContent: (piece: Piece) => boolean): boolean => {
  const [ours, theirs] = [own, other].map(
    ({pieces}) => new Set(pieces.filter((piece) => !isContent(piece)).map(({text}) => text)),
  )
  const forms = own.pieces.filter(({key, text}) =>
    other.pieces.some((piece) => piece.key === key && piece.text !== text),
  ).length
  return (
    (ours?.symmetricDifference(theirs ?? new Set()).size ?? 0) >= OTHER_SMALL_WORDS || forms >= OTHER_FORMS
  )
}

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

/** The English has the word twice, and so has the human text; the translation has it once, and another word. */
const isSaidOnce = ({key}: Piece, {english}: Asked, own: WordBag, other: WordBag): boolean => {
  const times = (pieces: readonly Piece[], word: string) =>
    pieces.filter((piece) => piece.key === word).length
  const pieces = piecesOf(english.text, 'en')
  return (
    !isUnspaced(key) &&
    times(other.pieces, key) === 2 &&
    times(own.pieces, key) === 1 &&
    times(pieces, key) === 2 &&
    own.count(key) === 1
  )
}

/** An abbreviation of the English, which stands for itself. */
const isAbbreviation = ({key}: Piece, {english}: Asked): boolean =>
  english.acronyms.some((token) => token.toLowerCase() === key)

/** "Not allowed" for "blocked": one of the texts says it by a denial. */
const deniesOtherwise = ({target, context: {lexicon}}: Asked, witness: Known): boolean => {
  const [own, other] = [target.folded, foldWords(witness.target)].map((text) => denialIn(text, lexicon))
  return own?.nots !== other?.nots || own?.contraries !== other?.contraries
}

/** A number that the English spells stands in one of the texts in digits, and in the other one as a word. */
const countsOtherwise = ({english, target, context: {data}}: Asked, witness: Known): boolean => {
  const spelled = spelledNumbers(english.text)
  const inDigits = (text: string): number =>
    spelled.filter((value) => readTarget(text, data).numbers.some((number) => number.value === value)).length
  return spelled.length > 0 && inDigits(target.text) !== inDigits(witness.target)
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
