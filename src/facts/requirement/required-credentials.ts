/** Tells a note by which somebody needs a certificate or has to sign in from one by which a port has to be open. */

import {aroundWordsOf} from '../../languages/lists/around-words.ts'
import {onceByLocale} from '../../text/memoize.ts'
import type {PhraseFinder} from '../../text/phrase-finder.ts'
import {unspacedRE, WordList} from '../limits/word-list.ts'

const finders = onceByLocale((locale) => ({
  credentials: new WordList(aroundWordsOf(locale, 'credentials')),
  traffic: new WordList(aroundWordsOf(locale, 'traffic')),
}))

/** What may stand between the phrase and what is required. */
const articles: ReadonlySet<string> = new Set(
  ['a', 'an', 'the', 'ein', 'eine', 'un', 'una', 'une', 'uno', 'um', 'uma', 'een'].concat([
    'en',
    'ett',
    'et',
  ]),
)

/**
 * Whether each phrase for “required” is of a certificate, a password, a restart: `A certificate is required`, `Requiert un jeton`.
 * “This port is required for authentication” is of the port.
 */
export function isOfCredential(tokens: readonly string[], required: PhraseFinder, locale: string): boolean {
  const {credentials, traffic} = finders(locale)
  const isOf = (words: readonly string[]): boolean => credentials.isIn(words.join(' '))
  const phrases = tokens.flatMap((token, at) => {
    const end = required.endAt(tokens, at)
    return end < 0 ? [] : [{token, at, end}]
  })
  const isEach = phrases.every(({token, at, end}) => {
    const before = clauseBefore(tokens, at)
    if (traffic.isIn(textOf(before))) return false
    if (unspacedRE.test(token)) return credentials.isIn(textOf([...before, ...tokens.slice(at)]))
    const next = articles.has(tokens[end] ?? '') ? end + 1 : end
    return isOf(before) || (credentials.opens(tokens.slice(next, next + 3).join(' ')) && isWord(tokens[next]))
  })
  return phrases.length > 0 && isEach
}

const isWord = (token = ''): boolean => /\p{L}/u.test(token)

/** The words of a clause that stand before one of them. */
const clauseBefore = (tokens: readonly string[], at: number): readonly string[] =>
  tokens.slice(tokens.slice(0, at).findLastIndex((token) => !/[\p{L}\p{M}\p{N}'’‐‑-]/u.test(token)) + 1, at)

const textOf = (tokens: readonly string[]): string =>
  tokens.join(tokens.some((token) => unspacedRE.test(token)) ? '' : ' ')
