/** The words of a text as a set that is asked for words of a dictionary, in whatever form the text has them. */
import {memoizeByLocale} from '../../text/memoize.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {type Piece, piecesOf} from './pieces.ts'

export interface WordBag {
  text: string
  pieces: readonly Piece[]
  /** The folded text between spaces, without punctuation at its ends. */
  words(): readonly string[]
  /** How often a word of the dictionary stands in the text: inflected, or inside a compound. */
  count(key: string): number
  has(key: string): boolean
}

const UNSPACED_RE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
/** Shorter words stand in others by chance. */
const SHORTEST = 4
/** Of the longer of two words, so much of the beginning must be the same in both. */
const SAME = 0.7
const MEMORY = 5_000

export const isUnspaced = (key: string): boolean => UNSPACED_RE.test(key)

/** The answer is shared. */
export const readBag = memoizeByLocale((text, locale): WordBag => {
  const pieces = piecesOf(text, locale)
  const keys = new Set(pieces.map(({key}) => key))
  let compact: string | null = null
  const counts = new Map<string, number>()
  const countOnce = (key: string): number => {
    if (!isUnspaced(key)) return pieces.filter((piece) => isSameWord(piece, key)).length
    // A segmenter cuts one word in several ways: what counts is whether it stands there.
    compact ??= foldWords(text).replace(/\s+/g, '')
    return compact.split(key).length - 1
  }
  const count = (key: string): number => {
    const known = counts.get(key) ?? countOnce(key)
    counts.set(key, known)
    return known
  }
  const words = () =>
    foldWords(text)
      .split(/\s+/)
      .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
      .filter((word) => word !== '')
  return {text, pieces, words, count, has: (key) => keys.has(key) || count(key) > 0}
}, MEMORY)

const isSameWord = ({key: own, text}: Piece, key: string): boolean => {
  if (own === key) return true
  if (key.length < SHORTEST || own.length < SHORTEST || isUnspaced(own)) return false
  if (text.includes(key) || key.includes(own)) return true
  return key.startsWith(
    text.slice(0, Math.max(SHORTEST, Math.ceil(Math.max(text.length, key.length) * SAME))),
  )
}
