/** How long translations of a locale are beside their English, so that one that was cut is told from a terse one. */
import type {Reference} from '../engine/reference.ts'

/** English shorter than this says little about length. */
export const LONG = 60
const ENOUGH = 20
/** A Han or kana sign carries as much as two letters. */
const WIDE_RE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const LETTER_RE = /[\p{L}\p{N}]/gu
const OTHER_RE = /[^\p{L}\p{N}\s]/gu

/** Length of a text in letters: Han and kana count twice, signs half, spaces not at all. */
export const weigh = (text: string): number =>
  (text.match(LETTER_RE)?.length ?? 0) +
  (text.match(WIDE_RE)?.length ?? 0) +
  (text.match(OTHER_RE)?.length ?? 0) / 2

/** The middle one of the shares of distinct long pairs; null when there are too few of them. */
export const typicalShare = (references: readonly Reference[]): number | null => {
  const shares = references
    .filter(({source, target}) => source.length >= LONG && target !== '' && source !== target)
    .map(({source, target}) => weigh(target) / weigh(source))
    .toSorted((a, b) => a - b)
  return shares.length < ENOUGH ? null : (shares[Math.floor(shares.length / 2)] ?? null)
}
