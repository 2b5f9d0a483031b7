/**
 * A list of words of a language as one pattern: whole words, beginnings, ends, and, where a script has no spaces, anywhere. The
 * borders of words are marked in texts and patterns alike: a pattern of a thousand words that each look around for letters takes
 * seconds to compile.
 */
import {foldSearch} from '../../text/normalize.ts'

/** Scripts that are written without spaces between words, or with endings glued to them. */
export const unspacedRE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Stands where letters begin and end; no text has it. */
const BORDER = '\u0001'
const bordersRE = /(?<![\p{L}\p{M}\p{N}])(?=[\p{L}\p{M}\p{N}])|(?<=[\p{L}\p{M}\p{N}])(?![\p{L}\p{M}\p{N}])/gu

const marked = (text: string): string => text.replaceAll(bordersRE, BORDER)

/** Several lists are asked of a clause one after the other. */
let last = {text: '', marked: ''}

function markedOnce(text: string): string {
  if (text !== last.text) last = {text, marked: marked(text)}
  return last.marked
}

/** From a character of a text up to another, which it doesn't hold. */
export interface Span {
  start: number
  end: number
}

/** `guest*` also with an ending, `*netz` also at the end of a word, `for guests` as words in a row. */
export class WordList {
  readonly #anywhere: RegExp | null
  readonly #start: RegExp | null
  readonly #edges: RegExp | null
  readonly #end: RegExp | null
  readonly #all: RegExp | null

  constructor(words: readonly string[]) {
    const patterns = [...new Set(words.map(foldSearch))].filter((word) => word !== '').map(patternOf)
    // The longest first, so that `only one` is taken whole.
    const any = patterns.toSorted((a, b) => b.length - a.length).join('|')
    this.#anywhere = any === '' ? null : new RegExp(any, 'u')
    this.#start = any === '' ? null : new RegExp(`^${BORDER}?(?:${any})`, 'u')
    this.#edges = any === '' ? null : new RegExp(`^${BORDER}?(?:${any})|(?:${any})${BORDER}?$`, 'u')
    this.#end = any === '' ? null : new RegExp(`(?:${any})${BORDER}?$`, 'u')
    this.#all = any === '' ? null : new RegExp(any, 'gu')
  }

  /** Whether a text, folded by `foldSearch`, holds one of the words. */
  isIn(folded: string): boolean {
    return this.#anywhere?.test(markedOnce(folded)) ?? false
  }

  /** Whether it begins with one. */
  opens(folded: string): boolean {
    return this.#start?.test(markedOnce(folded)) ?? false
  }

  /** Whether it begins or ends with one. */
  isAtEdge(folded: string): boolean {
    return this.#edges?.test(markedOnce(folded)) ?? false
  }

  /** Whether it ends with one. */
  closes(folded: string): boolean {
    return this.#end?.test(markedOnce(folded)) ?? false
  }

  /** Where each stands in a folded text, in its characters. */
  spansIn(folded: string): Span[] {
    if (this.#all === null) return []
    const text = markedOnce(folded)
    const unmarked = (at: number): number => at - (text.slice(0, at).split(BORDER).length - 1)
    return [...text.matchAll(this.#all)].map(({0: word, index}) => ({
      start: unmarked(index),
      end: unmarked(index + word.length),
    }))
  }

  /** The folded text with a dot instead of each. */
  without(folded: string): string {
    return this.#all === null ? folded : markedOnce(folded).replace(this.#all, '·').replaceAll(BORDER, '')
  }
}

function patternOf(word: string): string {
  const bare = word.replace(/^\*|\*$/gu, '')
  const escaped = marked(bare)
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replaceAll(' \\* ', '\\s(?:\\S+\\s){0,3}?')
    .replaceAll(' ', '\\s')
  const inner = escaped.replace(new RegExp(`^${BORDER}|${BORDER}$`, 'gu'), '')
  if (unspacedRE.test(bare)) return inner
  const within = `[^${BORDER}]*`
  const before = word.startsWith('*') ? `${BORDER}${within}(?:${BORDER}-${BORDER}${within})*` : BORDER
  const after = word.endsWith('*') ? `${within}${BORDER}` : BORDER
  // What begins or ends with another character has no border there.
  const start = escaped.startsWith(BORDER) ? before : `(?<!${BORDER})`
  const end = escaped.endsWith(BORDER) ? after : `(?!${BORDER})`
  return `${start}${inner}${end}`
}
