/**
 * Tells which endpoint a translated cell names, where there is no English: its words are put into English one by one,
 * and the result is read like English. What is not understood to the last word is not guessed.
 */

import {knownLocales, localeData} from '../../languages/languages.ts'
import type {EndpointRef} from '../../model/schema.ts'
import {isWord, spaceless} from '../../text/locale-words.ts'
import {lookUp} from '../../text/look-up.ts'
import {memoizeByLocale} from '../../text/memoize.ts'
import {foldToken} from '../../text/normalize.ts'
import {inLanguage, ofVocabularies} from '../vocabulary/vocabularies.ts'
import {endpointCatalogue} from './endpoint-catalogue.ts'
import data from './endpoints.json' with {type: 'json'}
import {isEndpointWord, parseEndpoint} from './endpoints.ts'
import {namesOfQualifiers} from './qualifier-names.ts'

/** Cells longer than this are prose. */
const MAX_LENGTH = 600

/** Names of a locale that were read last: most rules name the same few machines. */
const MEMORY = 2000

/** A word of a language with spaces, a character of one without, or a mark between words. */
const tokenRE = /[\p{Script=Latin}\p{M}\d/]+|[\p{Script=Cyrillic}\p{M}\d]+|[\p{L}\p{N}\p{M}ー]|[(),;:•·、]/gu

const tokensOf = (text: string): string[] => foldToken(text).match(tokenRE) ?? []

/** English for some tokens, or one of the orders that the schema of locales tells of. */
interface Phrase {
  tokens: string[]
  english: string
}

/** Phrases of a locale by their first token, the longest first. */
type Glossary = ReadonlyMap<string, Phrase[]>

const glossaries = ofVocabularies(() => new Map<string, Glossary>())

function glossaryOf(locale: string): Glossary {
  const known = glossaries().get(locale)
  if (known !== undefined) return known
  const {endpointWords = {}, anyWords, conjunctions} = localeData(locale)
  const named = endpointCatalogue().endpoints.map(({names}): [string, string[]] => [
    names['en'] ?? '',
    [lookUp(names, locale) ?? ''],
  ])
  const narrowed = Object.values(namesOfQualifiers).map((names): [string, string[]] => [
    names['en'] ?? '',
    [lookUp(names, locale) ?? ''],
  ])
  const entries: [string, string[]][] = [
    ...Object.entries(endpointWords),
    ...inLanguage(locale).flatMap(({words}) => Object.entries(words)),
    ['any', anyWords],
    [' or ', conjunctions],
    ...named,
    ...narrowed,
  ]
  const phrases = entries.flatMap(([english, words]) =>
    words.map((word): Phrase => ({tokens: tokensOf(word), english})).filter(({tokens}) => tokens.length > 0),
  )
  const glossary = Map.groupBy(phrases.toSorted(byLength), ({tokens}) => tokens[0] ?? '')
  glossaries().set(locale, glossary)
  return glossary
}

const byLength = (a: Phrase, b: Phrase): number => b.tokens.length - a.tokens.length

/**
 * The endpoint that a text of a locale names; null when some of it is not understood. A cell without any letter of the
 * locale's own writing is read in the languages whose words it holds: translators leave cells of another language.
 */
export const parseEndpointName = (text: string, locale: string): EndpointRef | null =>
  memoized()(text, locale)

const memoized = ofVocabularies(() => memoizeByLocale(readEndpointName, MEMORY))

function readEndpointName(text: string, locale: string): EndpointRef | null {
  if (text.trim() === '' || text.length > MAX_LENGTH || namesException(text)) return null
  const own = readIn(text, locale)
  if (own !== null || hasOwnLetters(text, locale)) return own
  const foreign = knownLocales.flatMap((other) => readIn(text, other) ?? [])
  const [first] = foreign
  return first !== undefined && foreign.every(({id}) => id === first.id) ? first : null
}

/** What is excepted must not become what is named; the words of all languages, since cells are left in others. */
const namesException = (text: string): boolean => {
  const folded = foldToken(text)
  return data.foreignExceptions.some((words) => folded.includes(words))
}

/** Languages in Latin letters have none that others lack. */
function hasOwnLetters(text: string, locale: string): boolean {
  const own = localeData(locale).scripts.filter((script) => script !== 'Latin')
  return own.length === 0 || own.some((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(text))
}

function readIn(text: string, locale: string): EndpointRef | null {
  if (isWord(text, 'anyWords', locale)) return {id: 'any', qualifiers: [], alternatives: []}
  const id = nameIn(text, locale)
  if (id !== undefined) return {id, qualifiers: [], alternatives: []}
  const parts = inEnglish(tokensOf(text), glossaryOf(locale))
  // Words that narrow stand before what they narrow in English, after it in other languages.
  const readings = [parts, reversed(parts)].map(read)
  const [one = null, two = null] = readings
  if (one === null || two === null) return one ?? two
  // The more of the words one name explains, the fewer are left to narrow it.
  const fewer = one.qualifiers.length - two.qualifiers.length
  return fewer === 0 && one.id !== two.id ? null : fewer > 0 ? two : one
}

const names = ofVocabularies(() => new Map<string, ReadonlyMap<string, string>>())

/** The endpoint whose name in a locale is exactly the text. */
function nameIn(text: string, locale: string): string | undefined {
  const known =
    names().get(locale) ??
    new Map(
      endpointCatalogue().endpoints.map((endpoint) => [
        spaceless(lookUp(endpoint.names, locale) ?? ''),
        endpoint.id,
      ]),
    )
  names().set(locale, known)
  return known.get(spaceless(text))
}

/** Phrases and marks in reading order; null for a token that is not understood. */
type Part = string | null

function inEnglish(tokens: readonly string[], glossary: Glossary): Part[] {
  const parts: Part[] = []
  let run: string[] = []
  const endRun = (): void => {
    if (run.length > 0) parts.push(run.join(' '))
    run = []
  }
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? ''
    const phrase = glossary
      .get(token)
      ?.find((each) => each.tokens.every((part, i) => tokens[at + i] === part))
    if (phrase !== undefined) {
      endRun()
      at += phrase.tokens.length
      if (phrase.english === 'skip before') while (parts.length > 0 && !isMark(parts.at(-1))) parts.pop()
      else if (phrase.english === 'skip after') while (at < tokens.length && !isMark(tokens[at])) at += 1
      else if (phrase.english !== 'skip') parts.push(phrase.english)
      continue
    }
    // English that the translator left stays together.
    if (isEndpointWord(token)) run.push(token)
    else {
      endRun()
      parts.push(isMark(token) ? token : null)
    }
    at += 1
  }
  endRun()
  return parts
}

const markRE = /^[(),;:•·、]$/

const isMark = (part: Part | undefined): boolean =>
  typeof part === 'string' && (markRE.test(part) || part === ' or ')

/** The parts between two marks the other way round; marks stay. */
function reversed(parts: readonly Part[]): Part[] {
  const turned: Part[] = []
  let group: Part[] = []
  for (const part of parts) {
    if (isMark(part) || part === 'any') {
      turned.push(...group.toReversed(), part)
      group = []
    } else group.push(part)
  }
  return [...turned, ...group.toReversed()]
}

function read(parts: readonly Part[]): EndpointRef | null {
  const [first, ...others] = parts
  const inner = first === 'any' && others.includes('(')
  // What "any" can be narrowed to is told in a sentence, of which only the names count.
  if (!inner && parts.includes(null)) return null
  const told = inner ? [first, ...others.filter((part) => part !== 'any')] : parts
  const english = told.map((part) => (part === '、' ? ',' : (part ?? ''))).join(' ')
  const endpoint = parseEndpoint(english)
  const catalogue = endpointCatalogue()
  const known = [endpoint.id, ...endpoint.alternatives].every((id) => catalogue.zones.has(id))
  if (!known || (inner && endpoint.alternatives.length === 0)) return null
  return endpoint.qualifiers.every((name) => catalogue.qualifiers.has(name)) ? endpoint : null
}
