/** English words that all human texts of a locale say, and a translation doesn't. */

import {lookUp} from '../../text/look-up.ts'
import type {Asked} from '../engine/check.ts'
import type {Known} from '../engine/reference.ts'
import {englishSingular} from '../reading/english-cell.ts'
import {plainEnglish} from '../reading/english-words.ts'
import {isWire} from '../reading/wire.ts'
import {hasWord} from '../reading/words.ts'
import type {Rendering} from './dictionary.ts'
import type {WordEvidence} from './evidence.ts'
import {humanTexts} from './human-texts.ts'
import {type Piece, piecesOf} from './pieces.ts'
import {isUnspaced, readBag, type WordBag} from './word-bag.ts'

export interface LostWord {
  /** As the English writes it. */
  english: string
  /** What human texts say for it. */
  expected: string
  /** The human text for the same English, where there is one. */
  witness: Known | null
}

/** So many human texts must have the word, this share of them one of its renderings, and one of them so firmly. */
const known = {uses: 3, share: 0.85, strength: 0.3}
/** The same where no human text of the same English says that the word can't be left out here. */
const unseen = {uses: 4, share: 0.9, strength: 0.45}
/** The same of a human text, whose own words are among what was learnt. */
const unseenHuman = {uses: 8, share: 0.95, strength: 0.6}
/** A word that stands firmer for another English word belongs to that one, as in names of several words. */
const OWN = 0.8
/** Long sentences leave a verb or an adjective to the reader sooner: those must be kept nearly everywhere. */
const inSentence = {uses: 6, share: 0.95, strength: 0.5, words: 8}
/** A word that stands so much firmer for another word of the text says nothing of this one. */
const DOMINATED = 2.5

/** Words that other checks ask for, and those that a good translation says in another way, or not at all. */
const asides = new Set(
  `any use uses run runs over via through under onto such other another both also only not no none every some more most required require
  requires optional optionally needed need necessary make makes made get provide provides include includes including
  e.g i.e etc per vs following`.split(/\s+/),
)

/** Words of the English that a translation must say in words of its own. */
export const isAside = (word: string): boolean =>
  word.length < 2 || plainEnglish.has(word) || asides.has(word) || isWire(word.toUpperCase())

/** The words that the translation lost, in the order of the English. */
export const lostWords = (asked: Asked): LostWord[] => {
  const {unit, english, target, context} = asked
  const words = context.words()
  if (words === null || target.text.trim() === '') return []
  const witnesses = humanTexts(asked)
  const own = readBag(target.text, unit.locale)
  const bags = witnesses.map((witness) => readBag(witness.target, unit.locale))
  const pieces = piecesOf(english.text, 'en')
  const distinct = [...new Map(pieces.map((piece) => [piece.key, piece])).values()]
  return distinct
    .filter(({text}) => !isAside(text))
    .flatMap((piece): LostWord[] => {
      const times = pieces.filter(({key}) => key === piece.key).length
      const word = english.text.slice(piece.start, piece.start + piece.text.length)
      const isPlain = english.words.length > inSentence.words && /^\p{Ll}/u.test(word)
      if (bags.length === 0 && isInLexicon(asked, word)) return []
      if (isTranslatedName(piece, pieces, own, words)) return []
      const expected = lostRendering({
        piece,
        isName: /^\p{Lu}/u.test(word),
        times,
        own,
        bags,
        words,
        renderings: ownRenderings(piece, distinct, words),
        bounds: isPlain ? inSentence : bags.length > 0 ? known : unit.human ? unseenHuman : unseen,
      })
      return expected === null ? [] : [{english: word, expected, witness: witnesses[0] ?? null}]
    })
}

/**
 * A word that human texts keep in its own alphabet, and the translation says in its language: a word stands in it that
 * is known for no other word of the text.
 */
const isTranslatedName = (
  {key}: Piece,
  pieces: readonly Piece[],
  own: WordBag,
  {renderings, dictionary}: WordEvidence,
): boolean =>
  renderings(key)[0]?.[0] === key &&
  own.pieces.some(
    (piece) =>
      isUnspaced(piece.text) &&
      piece.text.length > 1 &&
      !dictionary
        .meanings(piece.key)
        .some(([word]) => word !== key && pieces.some((each) => each.key === word)),
  )

/** The translation has one of the words that are listed for this one. */
export const isInLexicon = ({target, context: {lexicon}}: Asked, word: string): boolean => {
  const noun = englishSingular(word.toLowerCase())
  return hasWord(target.folded, [
    ...(lookUp(lexicon.nouns, noun) ?? []),
    ...(lookUp(lexicon.synonyms, noun) ?? []),
  ])
}

/** Renderings of a word but those that stand for another word of the text. */
const ownRenderings = (piece: Piece, pieces: readonly Piece[], words: WordEvidence): readonly Rendering[] => {
  const others = new Set(pieces.map(({key}) => key).filter((key) => key !== piece.key))
  return words
    .renderings(piece.key)
    .filter(
      ([word, strength]) =>
        !words.dictionary
          .meanings(word)
          .some(([meaning, firmer]) => others.has(meaning) && firmer > strength * DOMINATED),
    )
}

interface Question {
  piece: Piece
  /** The English begins it with a capital. */
  isName: boolean
  /** How often it stands in the English. */
  times: number
  own: WordBag
  bags: readonly WordBag[]
  words: WordEvidence
  renderings: readonly Rendering[]
  bounds: {uses: number; share: number; strength: number}
}

/** A name whose word human texts repeat as often as the English does: nearly all, of so many. */
const repeated = {uses: 3, share: 0.95, strength: 0.5}

/** A name that the English has several times stands in the translation, but not as often. */
const nameLostOnce = ({piece, isName, times, own, bags, words, renderings}: Question): string | null => {
  const [first] = renderings
  if (!isName || times < 2 || first === undefined || first[1] < repeated.strength) return null
  const [word] = first
  const said = own.count(word)
  if (said === 0 || said >= times || words.shareWith(piece.key, word) < known.share) return null
  const {uses, held} = words.repeated(piece.key, word)
  const isKept =
    bags.length > 0
      ? bags.every((bag) => bag.count(word) >= times)
      : uses >= repeated.uses && held / uses >= repeated.share
  return isKept ? readable(renderings, bags) : null
}

const lostRendering = (question: Question): string | null => nameLostOnce(question) ?? lostWord(question)

const lostWord = ({piece, times, own, bags, words, renderings, bounds}: Question): string | null => {
  const [first] = renderings
  if (first === undefined || first[1] < bounds.strength) return null
  const [meaning] = words.dictionary.meanings(first[0])
  if (meaning !== undefined && meaning[0] !== piece.key && first[1] < meaning[1] * OWN) return null
  const {uses, held} = words.support(piece.key)
  if (uses < bounds.uses || held / uses < bounds.share) return null
  const timesIn = (bag: WordBag) =>
    Math.max(bag.count(piece.key), ...renderings.map(([word]) => bag.count(word)))
  const said = timesIn(own)
  if (bags.some((bag) => timesIn(bag) === 0)) return null
  const isLost =
    said === 0 || (bags.length > 0 && times > 1 && said < times && bags.every((bag) => timesIn(bag) >= times))
  return isLost ? readable(renderings, bags) : null
}

/** Shorter ones may be particles that stand beside the word. */
const SHORTEST = 4

/** The firmest rendering that is a word of its own, as a human text writes it. */
const readable = (renderings: readonly Rendering[], bags: readonly WordBag[]): string => {
  const words = renderings.map(([word]) => word)
  const whole = words.find((word) => isUnspaced(word) || word.length >= SHORTEST) ?? words[0] ?? ''
  const written = bags.flatMap(({pieces}) => pieces).find(({key}) => key === whole)
  return written?.text ?? whole
}
