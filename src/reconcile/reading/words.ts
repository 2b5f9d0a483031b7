/** Finds words of a list in a text, without `\b`: a word in an alphabet stands alone, a CJK word anywhere. */
import {foldWords} from './placed-fold.ts'

/** Letters of the alphabets that separate words by spaces: Latin, Greek, Cyrillic, Hebrew and Arabic blocks of Unicode. */
const isLetter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0xc0 && code <= 0x52f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x5d0 && code <= 0x5ea) ||
    (code >= 0x620 && code <= 0x64a) ||
    (code >= 0x66e && code <= 0x6d3) ||
    (code >= 0x1e00 && code <= 0x1fff)
  )
}

/** A word of a list, taken apart: its letters, and whether its ends must stand free. */
interface Pattern {
  stem: string
  left: boolean
  right: boolean
}

const patterns = new Map<string, Pattern>()
const folds = new Map<string, string>()

const patternOf = (word: string): Pattern => {
  const known = patterns.get(word)
  if (known) return known
  const [openLeft, openRight] = [word.startsWith('*'), word.endsWith('*')]
  const stem = word.slice(openLeft ? 1 : 0, openRight ? -1 : undefined)
  const made = {
    stem,
    left: isLetter(stem, 0) && !openLeft,
    right: isLetter(stem, stem.length - 1) && !openRight,
  }
  patterns.set(word, made)
  return made
}

/** A word of a list, folded as texts are: they are few, and each is folded once. */
export const foldOnce = (word: string): string => {
  const known = folds.get(word)
  if (known !== undefined) return known
  const folded = foldWords(word)
  folds.set(word, folded)
  return folded
}

/** Offset of `word` (already folded; `*` before or after it: any beginning or ending) in folded `text`, or -1. */
export const indexOfWord = (text: string, word: string, start = 0): number => {
  const {stem, left, right} = patternOf(word)
  if (stem === '') return -1
  for (let at = text.indexOf(stem, start); at !== -1; at = text.indexOf(stem, at + 1)) {
    if (!(left && isLetter(text, at - 1)) && !(right && isLetter(text, at + stem.length))) return at
  }
  return -1
}

/** A word of a list as a reader sees it, without its stars. */
export const plainWord = (word = ''): string => word.replaceAll('*', '')

/** The word, if it is a whole one that can stand in a text; else nothing. */
export const wholeWord = (word = ''): string => (word.includes('*') ? '' : word)

const HANGUL_SPACE_RE = /(?<=\p{Script=Hangul}) (?=\p{Script=Hangul})/u
const HANGUL_SPACES_RE = new RegExp(HANGUL_SPACE_RE.source, 'gu')

/** The first word of `words` that stands in the folded text as it is written, or null. */
export const findWritten = (folded: string, words: readonly string[]): string | null =>
  words.find((word) => indexOfWord(folded, foldOnce(word)) !== -1) ?? null

/** The first word of `words` that stands in the folded text, or null; Korean may set the parts of a word apart. */
export const findWord = (folded: string, words: readonly string[]): string | null => {
  const found = findWritten(folded, words)
  if (found !== null) return found
  const joined = HANGUL_SPACE_RE.test(folded) ? folded.replace(HANGUL_SPACES_RE, '') : folded
  return joined === folded ? null : (words.find((word) => indexOfWord(joined, foldOnce(word)) !== -1) ?? null)
}

/** Whether the text holds one of the words. */
export const hasWord = (folded: string, words: readonly string[]): boolean => findWord(folded, words) !== null

/** A character between the two parts of a word that closes round others: `ne…que`. */
const GAP = '…'
/** So many characters may stand between the parts. */
const WIDEST = 40

/** Where the parts of a word stand next, from an offset on: `[start, end)` each; null when it does not. */
const nextOf = (text: string, word: string, from: number): [number, number][] | null => {
  if (!word.includes(GAP)) {
    const at = indexOfWord(text, word, from)
    return at === -1 ? null : [[at, at + patternOf(word).stem.length]]
  }
  const [head = '', tail = ''] = word.split(GAP)
  const {length} = patternOf(head).stem
  for (let at = indexOfWord(text, head, from); at !== -1; at = indexOfWord(text, head, at + length)) {
    const own: [number, number] = [at, at + length]
    const second = indexOfWord(text, tail, at + length)
    if (second === -1) return null
    if (second <= at + length + WIDEST) return [own, [second, second + patternOf(tail).stem.length]]
  }
  return null
}

/** A folded text with the words of a list blanked out, of a word with a gap its parts alone; and how many there were. */
const blank = (folded: string, words: readonly string[]): {text: string; count: number} => {
  let text = folded
  let count = 0
  for (const raw of words) {
    const word = foldOnce(raw)
    for (let parts = nextOf(text, word, 0); parts !== null; parts = nextOf(text, word, parts[0]?.[1] ?? 0)) {
      for (const [start, end] of parts)
        text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
      count++
    }
  }
  return {text, count}
}

/** The folded text without the words of a list; same length. */
export const withoutWords = (folded: string, words: readonly string[]): string => blank(folded, words).text

/** How often words of the list stand in the folded text; a piece that two of them share counts once. */
export const occurrences = (folded: string, words: readonly string[]): number => blank(folded, words).count
