/** Finds words of a list in a text, without `\b`: a word in an alphabet stands alone, a CJK word anywhere. */
import {foldWords} from './fold.ts'

const ALPHABET_RE = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

const isLetter = (sign: string | undefined): boolean => sign !== undefined && ALPHABET_RE.test(sign)

/** Offset of `word` (already folded, `*` at the end: any ending) in folded `text` from `start`, or -1. */
export const indexOfWord = (text: string, word: string, start = 0): number => {
  const open = word.endsWith('*')
  const stem = open ? word.slice(0, -1) : word
  if (stem === '') return -1
  const bounded = isLetter(stem[0])
  for (let at = text.indexOf(stem, start); at !== -1; at = text.indexOf(stem, at + 1)) {
    if (!bounded) return at
    const after = text[at + stem.length]
    if (!isLetter(text[at - 1]) && (open || !isLetter(stem.at(-1)) || !isLetter(after))) return at
  }
  return -1
}

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
    const length = word.endsWith('*') ? word.length - 1 : word.length
    for (let at = indexOfWord(text, word); at !== -1; at = indexOfWord(text, word, at + length)) {
      text = text.slice(0, at) + ' '.repeat(length) + text.slice(at + length)
    }
  }
  return text
}
