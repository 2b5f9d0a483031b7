/** Two words that stand in each other's place in an otherwise equal text. */
import {memoize} from '../../text/memoize.ts'
import type {Asked} from '../engine/check.ts'
import type {Places} from './changed-places.ts'
import type {Piece} from './pieces.ts'
import type {WordBag} from './word-bag.ts'

const PLACE_RE = /^\{/

/** The only two words by which a text differs from a human one, each where the other stands there; null for none. */
export const swappedWords = (
  own: WordBag,
  other: WordBag,
  isContent: (piece: Piece) => boolean,
): Places | null => {
  if (own.pieces.length !== other.pieces.length) return null
  const differing = own.pieces.flatMap((piece, at) => {
    const theirs = other.pieces[at]
    return theirs === undefined || theirs.key === piece.key ? [] : [{piece, theirs}]
  })
  const [one, two] = differing
  if (one === undefined || two === undefined || differing.length > 2) return null
  if (one.piece.key !== two.theirs.key || two.piece.key !== one.theirs.key) return null
  if (isInflectedOtherwise(own, other, [one, two])) return null
  const isPlace = [one, two].every(({piece}) => PLACE_RE.test(piece.text))
  return isPlace || [one, two].every(({piece}) => isContent(piece))
    ? {
        byParts: true,
        actual: `${one.piece.text} … ${two.piece.text}`,
        expected: `${one.theirs.text} … ${two.theirs.text}`,
      }
    : null
}

/**
 * The verb and one of the two words have other endings than in the human text: a passive, in which what is acted on comes
 * first by right.
 */
const isInflectedOtherwise = (
  own: WordBag,
  other: WordBag,
  [one, two]: readonly [{piece: Piece; theirs: Piece}, {piece: Piece; theirs: Piece}],
): boolean => {
  const isOtherForm = one.piece.text !== two.theirs.text || two.piece.text !== one.theirs.text
  return (
    isOtherForm &&
    own.pieces.some((piece, at) => {
      const theirs = other.pieces[at]
      return theirs !== undefined && theirs.key === piece.key && theirs.text !== piece.text
    })
  )
}

const JOINED_RE = /\b(?:and|or|nor|between)\b|,/i

/**
 * "Between A and B" is "between B and A": the English joins words, and in the translation nothing stands between the two
 * but words that join.
 */
export const isJoined = (
  {english: {text: english}, unit: {locale}}: Asked,
  own: WordBag,
  {actual}: Places,
  isContent: (piece: Piece) => boolean,
  isMarker: (text: string) => boolean,
): boolean => {
  const [first, second, more] = actual
    .split(' … ')
    .map((text) => own.pieces.findIndex((piece) => piece.text === text))
  if (!JOINED_RE.test(english) || first === undefined || second === undefined || more !== undefined)
    return false
  if (first === -1 || second === -1) return false
  const between = own.pieces.slice(Math.min(first, second) + 1, Math.max(first, second))
  const joining = joiningWords(locale)
  return between.every((piece) => joining.has(piece.text) || (!isContent(piece) && !isMarker(piece.text)))
}

/** The words for "and" and "or" of a language. */
export const joiningWords = memoize((locale: string): ReadonlySet<string> => {
  const words = (['conjunction', 'disjunction'] as const).flatMap((type) =>
    new Intl.ListFormat(locale, {type})
      .formatToParts(['1', '2'])
      .flatMap(({type: kind, value}) => (kind === 'literal' ? value.trim().toLowerCase().split(/\s+/) : [])),
  )
  return new Set(words)
}, 100)
