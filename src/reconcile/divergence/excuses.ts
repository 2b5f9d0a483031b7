/** What excuses a word that differs from the human text: another word for the same, or one that is nearly the same. */
import type {Asked} from '../engine/check.ts'
import type {Rendering} from './dictionary.ts'
import {isAside} from './lost-words.ts'
import {type Piece, piecesOf} from './pieces.ts'
import {isUnspaced, type WordBag} from './word-bag.ts'

/** So firmly a word must stand for an English one to excuse another. */
const LOOSE = 0.05
/** So much firmer than for the next English word. */
export const CLEAR = 1.3
/** Shorter words stand in others by chance. */
const SHORT = 3

/** The English word that a word of the human text stands for is in the translation all the same, by another word. */
export const isSaidOtherwise = ({key}: Piece, {english, context}: Asked, own: WordBag): boolean => {
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
export const isRightWord = (
  {key, text}: Piece,
  {english, context}: Asked,
  lost: readonly Piece[],
  own: WordBag,
): boolean => {
  const pieces = piecesOf(english.text, 'en')
  const meanings = context.words()?.dictionary.meanings(key) ?? []
  return (
    meanings.some(([word, strength]) => strength >= LOOSE && pieces.some((piece) => piece.key === word)) ||
    pieces.some(
      (piece) =>
        (isAlike(piece.text, text) && !(own.has(piece.key) && piece.key !== key)) ||
        (piece.text.length > SHORT && text.includes(piece.text)),
    ) ||
    (isUnspaced(text) && lost.some((piece) => [...piece.text].some((character) => text.includes(character))))
  )
}

const ALIKE = 0.65

/** Two words of one origin, by the letters that they have in common in order. */
export const isAlike = (one: string, other: string): boolean => {
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
