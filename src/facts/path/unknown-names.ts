/** Names of protocols that no registry knows, in a cell of protocols: `Tessabus over UDP`, `Windows Time`, `Lumenet/TCP`. */
import {localeData} from '../../languages/languages.ts'
import {PhraseFinder, tokensOf} from '../../text/phrase-finder.ts'
import {isTerm} from './path-reading.ts'
import type {Token} from './path-tokens.ts'

/** A name has so many words at most, each of letters and characters that names have; what is longer explains something. */
const MOST_WORDS = 3
const WORD_RE = /^[\p{L}\p{M}][\p{L}\p{M}\p{N}.+'’-]*$/u
/** A word that holds a transport and is none, may be a slip for one, or is one that no rule can tell: `TCP-OUT`, `TPC`, `SCTP`. */
const SLIP_RE = /tcp|udp|^[A-Z]{3}$|^(?:dccp|sctp)$/u

export interface NamedTokens {
  /** What is left to read. */
  tokens: Token[]
  /** In upper case, as names are published. */
  names: string[]
}

/**
 * The tokens of a cell without the names that no registry knows; null where the words may be something else: a slip, a
 * word that takes back or compares, words between two known names, or words with figures.
 */
export function takeNames(text: string, tokens: readonly Token[], locale: string): NamedTokens | null {
  if (tokens.some(({kind}) => kind === 'number' || kind === 'symbol' || kind === 'dash')) return null
  const isSlip = (word: string) => SLIP_RE.test(word.length === 3 ? word : word.toLowerCase())
  const rest: Token[] = []
  const names: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) break
    if (token.kind !== 'word') {
      rest.push(token)
      continue
    }
    let end = at
    while (tokens[end]?.kind === 'word') end++
    const words = tokens.slice(at, end).map(({start, end: stop}) => text.slice(start, stop))
    const isBetween = isTerm(tokens[at - 1]) && isTerm(tokens[end])
    if (isBetween || words.length > MOST_WORDS || speaks(words, locale)) return null
    if (words.some((word) => !WORD_RE.test(word) || isSlip(word))) return null
    // Beside a name that is known, words only say more of it: `Secure LDAP`.
    if (!isTerm(tokens[at - 1]) && !isTerm(tokens[end])) names.push(words.join(' ').toUpperCase())
    at = end - 1
  }
  return {tokens: rest, names}
}

const finders = new Map<string, PhraseFinder>()

/** Whether words say something about protocols instead of naming one: `any`, `except`, `instead of`. */
function speaks(words: readonly string[], locale: string): boolean {
  const found = finders.get(locale)
  const {limitWords, anyWords, figureWords, additionWords, denial} = localeData(locale)
  const finder =
    found ??
    new PhraseFinder([
      ...limitWords,
      ...anyWords,
      ...figureWords,
      ...additionWords,
      ...denial.not,
      ...denial.words,
    ])
  if (!found) finders.set(locale, finder)
  return finder.isIn(tokensOf(words.join(' ')))
}
