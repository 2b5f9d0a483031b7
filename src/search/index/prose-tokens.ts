/**
 * Prose as words that Pagefind can't cut otherwise at indexing than at searching.
 *
 * Pagefind cuts Chinese and Japanese into words by dictionaries, and not always the same way twice. So each pair of
 * neighbouring characters of a language without spaces becomes a word of three letters, a number of the pair; all else is
 * folded as rows are. Pairs can share a number, and a page can hold all pairs of a question but not the question: what
 * Pagefind gives are candidates, and each is verified in its text.
 */
import {foldText, isUnspaced} from '../search-fold.ts'

/** Words of a text for the index, each once, sorted. */
export const proseTokens = (text: string): string[] => [...new Set(tokens(text))].sort()

/**
 * Few words that a text has to hold to hold the terms (folded): the longest words, else the first and last pair. Each
 * word of a question is a file of the index, and verifying needs no more.
 */
export const questionTokens = (terms: readonly string[]): string[] => {
  const all = [...new Set(terms.flatMap(tokens))]
  if (all.length <= QUESTION_TOKENS) return all
  const longest = Math.max(...all.map((token) => token.length))
  const long = all.filter((token) => token.length > PAIR_LENGTH || longest === PAIR_LENGTH)
  return [...new Set([long[0], long.at(-1)])].filter((token) => token !== undefined)
}

const QUESTION_TOKENS = 2
const PAIR_LENGTH = 3

const tokens = (text: string): string[] => {
  const words: string[] = []
  let last = ''
  let word = ''
  for (const character of `${foldText(text)} `) {
    if (isUnspaced(character) || character === ' ') {
      if (word !== '') words.push(word)
      if (isUnspaced(character) && last !== '') words.push(pairToken(last + character))
      word = ''
      last = isUnspaced(character) ? character : ''
    } else {
      word += character
      last = ''
    }
  }
  return words
}

const LETTERS = 26

/** FNV-1a of the pair, cut to three letters. */
const pairToken = (pair: string): string => {
  let hash = 0x811c9dc5
  for (const character of pair) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const letter = (place: number) =>
    String.fromCharCode(0x61 + (Math.floor(hash / LETTERS ** place) % LETTERS))
  return letter(0) + letter(1) + letter(2)
}
