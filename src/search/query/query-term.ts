/**
 * What it means that a text holds a term, said once: the index is built for it, hits are verified by it, and the tests
 * scan with it.
 *
 * A term of a language without spaces may start and end anywhere. Any other starts where a word starts and may end
 * inside one, so that results come while the reader types; a number is never cut, and a phrase ends where a word ends.
 */
import {foldText, isUnspaced, isWordCharacter} from '../search-fold.ts'
import type {WordTerm} from './query-types.ts'

export interface Term {
  /** Folded, never empty. */
  text: string
  quoted: boolean
  /** The term may also start inside a word; asked for only where no word starts with it. */
  inside: boolean
}

/** null for a word that has nothing to search for but punctuation. */
export const toTerm = ({text, quoted}: WordTerm): Term | null => {
  const folded = foldText(text)
  return folded === '' ? null : {text: folded, quoted, inside: false}
}

const insideRE = /^\p{L}/u

/** What is asked where no word starts with a term; null for a phrase, a number and a single character. */
export const insideTerm = (term: Term): Term | null =>
  term.quoted ||
  term.inside ||
  term.text.length < 2 ||
  !insideRE.test(term.text) ||
  isUnspaced(characterAt(term.text, 0))
    ? null
    : {...term, inside: true}

/** `[start, end)` of each place in a folded text where the term stands. */
export const findTerm = (folded: string, term: Term): [number, number][] => {
  const places: [number, number][] = []
  for (let at = folded.indexOf(term.text); at !== -1; at = folded.indexOf(term.text, at + 1)) {
    const end = at + term.text.length
    if (startsAt(folded, at, term.inside) && endsAt(term, folded.slice(end, end + 2))) places.push([at, end])
  }
  return places
}

export const holdsTerm = (folded: string, term: Term): boolean => findTerm(folded, term).length > 0

/** Whether a term may start at `at`: in front of a word, or anywhere in a language without spaces. */
export const startsAt = (folded: string, at: number, inside: boolean): boolean => {
  const character = characterAt(folded, at)
  if (at === 0 || !isWordCharacter(character)) return at === 0
  const before = characterBefore(folded, at)
  if (!isWordCharacter(before) || isUnspaced(character) || isUnspaced(before)) return true
  return inside && !isDigit(character)
}

/** Whether a term may end in front of `rest`, the next characters of the text. */
export const endsAt = ({text, quoted}: Term, rest: string): boolean => {
  const next = characterAt(rest, 0)
  const last = characterBefore(text, text.length)
  if (next === '' || !isWordCharacter(next) || isUnspaced(next) || isUnspaced(last)) return true
  return !quoted && !(isDigit(last) && isDigit(next))
}

const characterAt = (text: string, at: number): string => {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

const characterBefore = (text: string, at: number): string => {
  const low = text.charCodeAt(at - 1)
  return at > 1 && low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.charAt(at - 1)
}

const digitRE = /\p{Nd}/u
const isDigit = (character: string) => digitRE.test(character)
