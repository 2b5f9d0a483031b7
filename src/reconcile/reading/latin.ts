/** Words in Latin letters with digits (`TCP`, `CX700`, `ClsController`), with their places in the text. */
import {foldWidth} from './placed-fold.ts'
import {isWire} from './wire.ts'

export interface LatinWord {
  /** As written, width folded. */
  text: string
  start: number
  end: number
}

const LATIN_RE = /(?<![\p{Script=Latin}\p{M}0-9])\p{Script=Latin}[\p{Script=Latin}\p{M}0-9]*/gu

/** All Latin words of a text, in order. */
export const latinWords = (text: string): LatinWord[] =>
  [...foldWidth(text).matchAll(LATIN_RE)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))

/** `FQDNs` → `FQDN`, `URLs` → `URL`: the abbreviation that an English plural stands for. */
export const singular = (word: string): string =>
  /^[A-Z0-9]{2,}s$/.test(word) && !isWire(word.toUpperCase()) ? word.slice(0, -1) : word

/** Whether a word is an abbreviation: two capitals or more and no small letter but a plural s. */
export const isAcronym = (word: string): boolean =>
  /^[A-Z][A-Z0-9]+s?$/.test(word) && /[A-Z]/.test(word.slice(1))

/** Abbreviations of fewer letters may well be a word in small letters, too: `IT`, `US`. */
const SHOUTED = 4

/** `DYNAMIC (see note 6, dynamic ports)`: a word in capitals that the text has in small letters, too. */
export const isShouted = ({text}: LatinWord, words: readonly LatinWord[]): boolean =>
  text.length >= SHOUTED &&
  words.some((other) => /[a-z]{2}$/.test(other.text) && other.text.toUpperCase() === text)
