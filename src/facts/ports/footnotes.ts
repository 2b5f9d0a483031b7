/** Takes footnote marks off numbers: `443¹`, `443*`, `443 (1)`, `443 [2]`, `443 ※1`, `443 (注 2)`. */
import {localeData} from '../../languages/languages.ts'
import {UNCLEAR} from '../../text/cell-structure.ts'
import {foldToken} from '../../text/normalize.ts'

/** Raised and enclosed digits, raised letters and brackets, daggers: NFKC would turn most of them into digits and letters. */
const RAISED_RE =
  /[\u00aa\u00b2\u00b3\u00b9\u00ba\u2070\u2071\u2074-\u207f\u2020\u2021\u1d43-\u1d61\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]+/gu
/** Lowered digits are no marks. */
const LOWERED_RE = /[\u2080-\u2089]+/gu
/** Symbols of notes, perhaps with the number of the note glued to them. */
const SYMBOL_RE = /(?<=[\p{L}\p{N})])\s?\\?[*†‡§¶※#]+(?:[0-9](?![0-9]))?/gu
/** Between two numbers the symbol of a note may be anything. */
const GLUED_RE = /(?<=[0-9])\s?[*†‡§¶※#]+(?:\s(?=[0-9])|(?=[0-9]{2}))/gu
/** A bracket with a number, letter or symbol, right after a number. Numbers up to 19: `80 (22)` is another port. */
const BRACKET_RE = /(?<=[0-9]\ufdd0?)\s?[[(]\^?(?:1?[0-9]|[a-z]|[*†‡§¶※#]{1,3})[\])]/giu

const digitRE = /\p{N}/u

/** Removes raised characters: `"443¹"` → `"443"`; between two digits they leave a character that no grammar knows. */
export function dropRaised(text: string): string {
  const between = (found: string, at: number): string =>
    digitRE.test(text.charAt(at - 1)) && digitRE.test(text.charAt(at + found.length)) ? UNCLEAR : ''
  return text.replace(RAISED_RE, between).replace(LOWERED_RE, UNCLEAR)
}

/** Removes marks of notes in the writing of a locale; digits are ASCII, brackets plain. */
export function dropMarks(text: string, locale: string): string {
  if (!/[[(*†‡§¶※#]|\p{L}/u.test(text)) return text
  return text
    .replace(namedOf(locale), '')
    .replace(BRACKET_RE, '')
    .replace(GLUED_RE, UNCLEAR)
    .replace(SYMBOL_RE, '')
}

const named = new Map<string, RegExp>()

/** `(note 1)`, `[注2]`, `注 3` after a number, in the words of a locale. */
function namedOf(locale: string): RegExp {
  const known = named.get(locale)
  if (known) return known
  const words = localeData(locale).noteWords.map((word) =>
    foldToken(word).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'),
  )
  const note = `(?:${words.join('|')})\\.?\\s?[0-9]{1,2}`
  // Words about the note belong to it, as long as they hold no other figure, transport or separator of another port.
  const about = `(?:(?![^0-9()]{0,80}(?:tcp|udp))[,;:、]\\s?[^0-9()[\\]+/]{1,80})?`
  const pattern = new RegExp(
    `(?<=[0-9])\\s?(?:[[(](?:(?!tcp|udp)[^0-9()[\\]+/,;]{1,20}\\s)?${note}${about}[\\])]|${note}(?![0-9]))`,
    'giu',
  )
  named.set(locale, pattern)
  return pattern
}
