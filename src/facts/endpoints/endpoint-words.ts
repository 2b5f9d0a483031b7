/** Brings English names of endpoints into one form: lower case, singular, without articles, hyphens and punctuation. */
import {foldToken} from '../../text/normalize.ts'
import {ofVocabularies} from '../vocabulary/vocabularies.ts'
import {endpointVocabulary} from './endpoint-vocabulary.ts'

const ignoredWords = ofVocabularies(() => new Set(endpointVocabulary().ignored))
/** Characters for "not" before a name: `!10.0.0.0/8`, `¬ guests`. */
const notSymbolRE = /(?<![\p{L}\p{N}])(?:[!≠¬]+|<>)\s?(?=[\p{L}\p{N}])/gu

/** Whether a text begins with such a character. */
export const opensWithNot = (text: string): boolean => /^[!≠¬]|^<>/u.test(text)

/** `!10.0.0.0/8` → ` not 10.0.0.0/8`: what such a character excepts must not become what is named. */
export const withNotInWords = (text: string): string => text.replace(notSymbolRE, ' not ')

/** `"Front-End Servers"` → `["front", "end", "server"]`; articles and the like are left out. */
export function endpointWords(english: string): string[] {
  const ignored = ignoredWords()
  const text = withNotInWords(foldToken(english)).replaceAll('(s)', 's')
  const words = text.split(/[^\p{L}\p{N}/]+/u).map((word) => singular(word.replace(/^\/+|\/+$/gu, '')))
  const told = words.filter((word) => word !== '')
  // `Node A` ends in a letter, not in an article.
  return told.filter((word, at) => !ignored.has(word) || (word === 'a' && at > 0 && at === told.length - 1))
}

/** Words that end in s without being plural: `headquarters`, `campus`, `analytics`. Abbreviations are shorter: `APIs`. */
const ownEndingRE = /quarters$|.{3}(?:us|is|ics)$/u

/** Good enough to make two spellings of one name equal; never shown. */
function singular(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (ownEndingRE.test(word)) return word
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** Where `words` hold `phrase` in a row; -1 when they don't. */
export function phraseAt(words: readonly string[], phrase: readonly string[]): number {
  const last = words.length - phrase.length
  for (let at = 0; at <= last; at++) if (phrase.every((word, i) => words[at + i] === word)) return at
  return -1
}

/** Kebab-case, at most 80 characters: `"IP-Telefon 2"` → `"ip-telefon-2"`. */
export function slugOf(words: readonly string[]): string {
  return words
    .join('-')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 80)
}
