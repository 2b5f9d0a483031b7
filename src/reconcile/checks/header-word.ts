/** The word that a language has for a header of one English word. */
import {localeData} from '../../languages/languages.ts'
import {lookUp} from '../../text/look-up.ts'
import {lowerCase} from '../../text/normalize.ts'
import type {Asked} from '../engine/check.ts'
import {englishSingular} from '../reading/english-cell.ts'
import {hasScript} from '../reading/script.ts'
import {wholeWord} from '../reading/words.ts'

/** Prepositions that head a column: what stands for them depends on the nouns of their cells. */
const prepositions = new Set(['from', 'to'])

/**
 * What a header that was left in English would say: the word that the language lists first, where it heads the same kind of
 * column there; empty for none. Other words of the lists are for reading: some are stems, and none is a plural.
 */
export const headerWord = ({unit, english: {words}, target: {text}, context}: Asked): string => {
  const [only, more] = words
  if (!unit.header || only === undefined || more !== undefined) return ''
  const own = lowerCase(only.text)
  const singular = englishSingular(own)
  const listed = wholeWord(lookUp(context.lexicon.nouns, singular)?.[0])
  if (prepositions.has(own) || !isSameKind(own, listed, context.data.headers)) return ''
  if (singular !== own && !hasScript(listed, ['Han', 'Hiragana', 'Katakana', 'Hangul'])) return ''
  return /^\p{Lu}/u.test(text) ? listed.charAt(0).toUpperCase() + listed.slice(1) : listed
}

const isSameKind = (
  english: string,
  listed: string,
  headers: Readonly<Record<string, readonly string[]>>,
): boolean =>
  Object.entries(localeData('en').headers).some(
    ([kind, words]) => hasHeader(words, english) && hasHeader(lookUp(headers, kind) ?? [], listed),
  )

const hasHeader = (headers: readonly string[], word: string): boolean =>
  headers.some((header) => lowerCase(header) === lowerCase(word))
