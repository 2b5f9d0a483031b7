/** Finds words of a list in a text, without `\b`: a word in an alphabet stands alone, a CJK word anywhere. */
import {foldWords} from './fold.ts'

const ALPHABET_RE = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

const isLetter = (sign: string | undefined): boolean => sign !== undefined && ALPHABET_RE.test(sign)

/** Offset of `word` (already folded; `*` before or after it: any beginning or ending) in folded `text`, or -1. */
export const indexOfWord = (text: string, word: string, start = 0): number => {
  const openLeft = word.startsWith('*')
  const openRight = word.endsWith('*')
  const stem = word.slice(openLeft ? 1 : 0, openRight ? -1 : undefined)
  if (stem === '') return -1
  const left = isLetter(stem[0]) && !openLeft
  const right = isLetter(stem.at(-1)) && !openRight
  for (let at = text.indexOf(stem, start); at !== -1; at = text.indexOf(stem, at + 1)) {
    if (!(left && isLetter(text[at - 1])) && !(right && isLetter(text[at + stem.length]))) return at
  }
  return -1
}

/** A word of a list as a reader sees it, without its stars. */
export const plainWord = (word = ''): string => word.replaceAll('*', '')

/** The word, if it is a whole one that can stand in a text; else nothing. */
export const wholeWord = (word = ''): string => (word.includes('*') ? '' : word)

/** The first word of `words` that stands in the folded text, or null. */
export const findWord = (folded: string, words: readonly string[]): string | null =>
  words.find((word) => indexOfWord(folded, foldWords(word)) !== -1) ?? null

/** Whether the text holds one of the words. */
export const hasWord = (folded: string, words: readonly string[]): boolean => findWord(folded, words) !== null

/** The folded text with every occurrence of `words` blanked out; same length. */
export const withoutWords = (folded: string, words: readonly string[]): string => {
  let text = folded
  for (const raw of words) {
    const word = foldWords(raw)
    const {length} = plainWord(word)
    for (let at = indexOfWord(text, word); at !== -1; at = indexOfWord(text, word, at + length)) {
      text = text.slice(0, at) + ' '.repeat(length) + text.slice(at + length)
    }
  }
  return text
}
