/** How long translations of a locale are beside their English, so that one that was cut is told from a terse one. */
import type {Reference} from '../engine/reference.ts'

/** English shorter than this says little about length. */
export const LONG = 60
const ENOUGH = 20
/** A Han or kana character carries as much as two letters. */
const WIDE_RE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const LETTER_RE = /[\p{L}\p{N}]/u
const PLAIN_RE = /^[A-Za-z0-9]$/
const SPACE_RE = /\s/

/** Length of a text in letters: Han and kana count twice, other characters half, spaces not at all. */
export const weigh = (text: string): number => {
  let weight = 0
  for (const character of text) weight += weightOf(character)
  return weight
}

const weightOf = (character: string): number => {
  if (PLAIN_RE.test(character)) return 1
  if (SPACE_RE.test(character)) return 0
  return WIDE_RE.test(character) ? 2 : LETTER_RE.test(character) ? 1 : 0.5
}

/** The middle one of the shares of distinct long pairs; null when there are too few of them. */
export const typicalShare = (references: readonly Reference[]): number | null => {
  const shares = references
    .filter(({source, target}) => source.length >= LONG && target !== '' && source !== target)
    .map(({source, target}) => weigh(target) / weigh(source))
    .toSorted((a, b) => a - b)
  return shares.length < ENOUGH ? null : (shares[Math.floor(shares.length / 2)] ?? null)
}
