/** Abbreviations beside the words that they are short for: "Server Message Block (SMB)". */
import {singular} from '../latin.ts'

const [FEWEST, MOST] = [2, 6]
const WORD_RE = /\p{L}+/gu

/** Whether a text has the words that an abbreviation in brackets is short for, right before its bracket. */
export const isExpandedBefore = (text: string, abbreviation: string): boolean => {
  const at = text.indexOf(`(${abbreviation})`)
  if (at === -1) return false
  const words = text.slice(0, at).match(WORD_RE) ?? []
  return Array.from({length: MOST - FEWEST + 1}, (_, more) => words.slice(-FEWEST - more)).some((last) =>
    isShortFor(singular(abbreviation), last),
  )
}

/** Its letters stand in the words in this order, the first letter of each among them; the last may be the first word's: HTTPS. */
const isShortFor = (abbreviation: string, words: readonly string[]): boolean => {
  if (words.length < FEWEST || !/^\p{L}{2,}$/u.test(abbreviation)) return false
  if (words.join('').replaceAll(/\P{Lu}/gu, '') === abbreviation) return true
  const letters = abbreviation.toLowerCase()
  const phrase = words.join('').toLowerCase()
  const initials = words.map((word) => word.charAt(0).toLowerCase()).join('')
  return [letters, letters.slice(-1) + letters.slice(0, -1)].some(
    (each) => each[0] === initials[0] && isWithin(initials, each) && isWithin(each, phrase),
  )
}

/** Whether all letters of one text stand in the other in the same order. */
const isWithin = (letters: string, text: string): boolean => {
  let at = 0
  for (const letter of text) if (letter === letters[at]) at++
  return at === letters.length
}
