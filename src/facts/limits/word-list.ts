/** A list of words of a language as one pattern: whole words, beginnings, ends, and, where a script has no spaces, anywhere. */
import {foldSearch} from '../../text/normalize.ts'

/** Scripts that are written without spaces between words, or with endings glued to them. */
export const unspacedRE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const LETTERS = '\\p{L}\\p{M}\\p{N}'

/** `guest*` also with an ending, `*netz` also at the end of a word, `for guests` as words in a row. */
export class WordList {
  readonly #anywhere: RegExp | null
  readonly #start: RegExp | null
  readonly #edges: RegExp | null
  readonly #all: RegExp | null

  constructor(words: readonly string[]) {
    const patterns = [...new Set(words.map(foldSearch))].filter((word) => word !== '').map(patternOf)
    // The longest first, so that `only one` is taken whole.
    const any = patterns.toSorted((a, b) => b.length - a.length).join('|')
    this.#anywhere = any === '' ? null : new RegExp(any, 'u')
    this.#start = any === '' ? null : new RegExp(`^(?:${any})`, 'u')
    this.#edges = any === '' ? null : new RegExp(`^(?:${any})|(?:${any})$`, 'u')
    this.#all = any === '' ? null : new RegExp(any, 'gu')
  }

  /** Whether a text, folded by `foldSearch`, holds one of the words. */
  isIn(folded: string): boolean {
    return this.#anywhere?.test(folded) ?? false
  }

  /** Whether it begins with one. */
  opens(folded: string): boolean {
    return this.#start?.test(folded) ?? false
  }

  /** Whether it begins or ends with one. */
  isAtEdge(folded: string): boolean {
    return this.#edges?.test(folded) ?? false
  }

  /** The folded text with a dot instead of each. */
  without(folded: string): string {
    return this.#all === null ? folded : folded.replace(this.#all, '·')
  }
}

function patternOf(word: string): string {
  const bare = word.replace(/^\*|\*$/gu, '')
  const escaped = bare
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replaceAll(' \\* ', '\\s(?:\\S+\\s){0,3}?')
    .replaceAll(' ', '\\s')
  if (unspacedRE.test(bare)) return escaped
  const before = word.startsWith('*') ? `(?<![${LETTERS}])[${LETTERS}-]*` : `(?<![${LETTERS}])`
  const after = word.endsWith('*') ? `[${LETTERS}]*` : `(?![${LETTERS}])`
  return `${before}${escaped}${after}`
}
