/** Looks for any of many phrases of a language in a text: words where the language has spaces between them, characters elsewhere. */
import {foldSearch} from './normalize.ts'

/** A word of a language with spaces, or any other character by itself. */
const tokenRE =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{M}\p{N}]+|[^\s]/gu
/** Words that a `*` in a phrase may stand for, and characters of languages without spaces. */
const MAX_GAP = {words: 4, characters: 24}
const wordRE =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{M}\p{N}]/u
const GAP = '*'
/** Stands where a phrase was taken out, and is in none. */
const TAKEN = ''

/** The words of a text, folded for a search. */
export const tokensOf = (text: string): string[] => foldSearch(text).match(tokenRE) ?? []

/** The words of a folded text with their places in it. */
export const placedTokensOf = (folded: string): {token: string; start: number; end: number}[] =>
  [...folded.matchAll(tokenRE)].map(({0: token, index}) => ({token, start: index, end: index + token.length}))

export class PhraseFinder {
  /** By their first word, the longest first. */
  readonly #phrases: ReadonlyMap<string, readonly (readonly string[])[]>

  /** ` * ` in a phrase stands for up to four words, or twenty-four characters without spaces, of one clause. */
  constructor(phrases: readonly string[]) {
    const all = phrases.map(tokensOf).filter(({length}) => length > 0)
    const sorted = all.toSorted((a, b) => b.length - a.length)
    this.#phrases = Map.groupBy(sorted, ([first = '']) => first)
  }

  /** Where the longest phrase that starts at a word ends; -1 when none does. */
  endAt(tokens: readonly string[], at: number): number {
    let end = -1
    for (const phrase of this.#phrases.get(tokens[at] ?? TAKEN) ?? [])
      end = Math.max(end, endOf(phrase, 0, tokens, at))
    return end
  }

  isIn(tokens: readonly string[]): boolean {
    return tokens.some((_, at) => this.endAt(tokens, at) >= 0)
  }

  /** Whether one of these phrases and one of another finder stand in one clause, at most so many words apart. */
  isNear(other: PhraseFinder, tokens: readonly string[], apart: number): boolean {
    return tokens.some((_, at) => {
      const end = this.endAt(tokens, at)
      if (end < 0) return false
      for (let to = end; to <= end + apart && to < tokens.length && !isEnd(tokens[to]); to++)
        if (other.endAt(tokens, to) >= 0) return true
      for (let from = at - 1; from >= at - 1 - apart && from >= 0 && !isEnd(tokens[from]); from--)
        if (other.endAt(tokens, from) >= 0) return true
      return false
    })
  }

  /** The words without those of each phrase. */
  without(tokens: readonly string[]): string[] {
    const rest: string[] = []
    for (let at = 0; at < tokens.length; ) {
      const end = this.endAt(tokens, at)
      rest.push(end < 0 ? (tokens[at] ?? TAKEN) : TAKEN)
      at = end < 0 ? at + 1 : end
    }
    return rest
  }
}

/** What parts two clauses, or stands where a phrase was taken out. */
const isEnd = (token: string | undefined): boolean =>
  token === TAKEN || token === undefined || /^[,;:،؛、.!?؟。]$/u.test(token)

/** Where a phrase ends that starts at a word; -1 when it doesn't. */
function endOf(phrase: readonly string[], from: number, tokens: readonly string[], at: number): number {
  let here = at
  for (let i = from; i < phrase.length; i++) {
    if (phrase[i] === GAP) {
      const left = {...MAX_GAP}
      for (let next = here; left.words >= 0 && left.characters >= 0; next++) {
        const end = endOf(phrase, i + 1, tokens, next)
        if (end >= 0) return end
        if (isEnd(tokens[next])) return -1
        left[wordRE.test(tokens[next] ?? '') ? 'words' : 'characters']--
      }
      return -1
    }
    if (tokens[here] !== phrase[i]) return -1
    here++
  }
  return here
}
