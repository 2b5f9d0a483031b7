/** Whether a translation has enough words for what it is to say, and no more: counted, not understood. */
import type {Asked} from '../engine/check.ts'
import {isAside} from './lost-words.ts'
import {type Piece, piecesOf} from './pieces.ts'
import type {WordBag} from './word-bag.ts'

/** Small words of English that say how many are meant: each is a word of its own in a translation. */
const quantifiers = new Set(['any', 'all', 'each', 'every', 'only', 'both', 'none', 'no', 'not'])

/** The translation has as many words as the English: what a human text has more, its language may leave out. */
export const hasWordForEach = (
  {english}: Asked,
  own: WordBag,
  isContent: (piece: Piece) => boolean,
): boolean => {
  const distinct = (pieces: readonly Piece[]) => new Map(pieces.map((piece) => [piece.key, piece]))
  const asked = [...distinct(piecesOf(english.text, 'en')).values()].filter(
    ({key, text}) => (quantifiers.has(text) || !isAside(text)) && !own.has(key),
  )
  const said = distinct(own.pieces.filter(isContent))
  for (const {key} of piecesOf(english.text, 'en')) said.delete(key)
  return said.size >= asked.length
}

/** More words of a meaning than the English has, and more than the human text. */
export const saysMore = (
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
export const isMuchShorter = (
  own: WordBag,
  other: WordBag,
  lost: readonly Piece[],
  added: readonly Piece[],
): boolean => lost.length - added.length >= FEWER && lengthOf(own.text) < lengthOf(other.text) * SHORTER

const lengthOf = (text: string): number => text.replace(/[^\p{L}\p{N}]+/gu, '').length
