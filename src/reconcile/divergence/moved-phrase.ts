/** A phrase of place (“outside the domain”) that all texts have at their end, and a translation behind another word. */
import type {Asked} from '../engine/check.ts'
import type {Places} from './changed-places.ts'
import type {Piece} from './pieces.ts'
import {joiningWords} from './swapped-words.ts'
import {isUnspaced, type WordBag} from './word-bag.ts'

/** Where something is, said last, right behind what is there. */
const PLACE_RE =
  / (?:in|inside|outside|within|on|behind|under|beyond|at) (?:(?:the|a|an|each|its|your) )?[\p{L}\p{N}]+(?:[ -][\p{L}\p{N}]+){0,2}\.?$/u
/** Of verbs and participles: what they do can be told to be somewhere before and behind what they do it to. */
const VERB_RE = /(?:ed|ing)$/
const LONGEST = 14
/** Words before the phrase in the translation: behind the first one it tells where all of it is. */
const BEFORE = 2
const LONGEST_PHRASE = 4

/** Nouns with what ties them: no verb before the phrase, one sentence. */
const endsWithPlace = ({english: {words, text}}: Asked): boolean => {
  const phrase = PLACE_RE.exec(text.trim())
  return (
    phrase !== null &&
    words.length <= LONGEST &&
    !/[.;:,()]\s/.test(text) &&
    wordsOf(text.trim().slice(0, phrase.index)).every((word) => !VERB_RE.test(word) && !verbs.has(word))
  )
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []

const verbs = new Set(
  'is are was were be been can must may will should has have had do does uses use runs run allows allow that which who whose when if'.split(
    ' ',
  ),
)

/** The phrase that changed places; null where none did, or in a language that puts it before its noun. */
export const movedPhrase = (
  asked: Asked,
  own: WordBag,
  other: WordBag,
  isContent: (piece: Piece) => boolean,
): Places | null => {
  if (!endsWithPlace(asked)) return null
  const [ours, theirs] = [own.pieces.filter(isContent), other.pieces.filter(isContent)]
  if (ours.length !== theirs.length || theirs.some(({text}) => isUnspaced(text))) return null
  let start = 0
  while (start < ours.length && ours[start]?.key === theirs[start]?.key) start++
  if (start < BEFORE || start === ours.length) return null
  // The end of the human text stands before the rest of it.
  const length = ours.length - start
  for (let size = 1; size < length && size <= LONGEST_PHRASE; size++) {
    const phrase = theirs.slice(-size)
    const turned = [...phrase, ...theirs.slice(start, -size)]
    if (
      turned.every(({key}, at) => ours[start + at]?.key === key) &&
      !isJoinedTo(asked, other, theirs.at(-size - 1), phrase[0])
    )
      return {
        byParts: true,
        actual: [ours[start - 1], ...ours.slice(start, start + size)].map(textOf).join(' … '),
        expected: theirs
          .slice(-size - 1)
          .map(textOf)
          .join(' … '),
      }
  }
  return null
}

/** The human text joins the phrase to what stands before it: one of two things that may as well be named first. */
const isJoinedTo = (
  {unit: {locale}}: Asked,
  {pieces}: WordBag,
  before: Piece | undefined,
  first: Piece | undefined,
): boolean => {
  if (before === undefined || first === undefined) return false
  const joining = joiningWords(locale)
  return pieces.slice(pieces.indexOf(before) + 1, pieces.indexOf(first)).some(({text}) => joining.has(text))
}

const textOf = (piece: Piece | undefined): string => piece?.text ?? ''
