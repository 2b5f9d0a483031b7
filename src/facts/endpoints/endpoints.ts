/** Tells which endpoint an English cell names (`Edge Server Access Edge service public IP address`), and its zone. */

import type {Endpoint, EndpointRef} from '../../model/schema.ts'
import {memoize} from '../../text/memoize.ts'
import {foldSpace, foldToken} from '../../text/normalize.ts'
import {ofVocabularies} from '../vocabulary/vocabularies.ts'
import {type EndpointPattern, endpointCatalogue} from './endpoint-catalogue.ts'
import {endpointWords, phraseAt, slugOf} from './endpoint-words.ts'
import common from './endpoints.json' with {type: 'json'}

/** Cells longer than this are prose. */
const MAX_LENGTH = 600

/** Names that were read last: most rules name the same few machines. */
const MEMORY = 2000

/** A remainder of more words is a sentence: then the whole text is a name of its own. */
const MAX_REST = 12

/** Whether a word, in lower case, stands in an English name that is known. */
export const isEndpointWord = (word: string): boolean => endpointCatalogue().words.has(word)

/** Zone of an endpoint by its id; `unknown` for one that is not in the catalogue. */
export function zoneOf(id: string): Endpoint['zone'] {
  return endpointCatalogue().zones.get(id) ?? 'unknown'
}

/** Zone of a named endpoint: the internal side of an Edge service, or the common zone of several servers. */
export function zoneOfRef({id, qualifiers: own, alternatives}: EndpointRef): Endpoint['zone'] {
  const zone = zoneOf(id)
  if (zone === 'edge-external' && own.some((q) => q === 'internal' || q === 'internal-interface'))
    return 'edge-internal'
  const [first, ...others] = alternatives.map(zoneOf)
  return zone === 'unknown' && first && others.every((other) => other === first) ? first : zone
}

/**
 * The endpoint that an English text names. What is not known of the text stays as a qualifier, so that two texts that
 * differ in meaning never become one endpoint; a text without a known name is an endpoint of its own, with its slug.
 */
export const parseEndpoint = (english: string): EndpointRef => memoized()(english)

const memoized = ofVocabularies(() => memoize(readEndpoint, MEMORY))

function readEndpoint(english: string): EndpointRef {
  const text = foldSpace(english).slice(0, MAX_LENGTH)
  const words = endpointWords(text)
  const whole = endpointCatalogue().entitiesByText.get(words.join(' '))
  if (whole) return {id: whole.id, qualifiers: [...whole.qualifiers].sort(), alternatives: []}
  const own = {id: slugOf(words) || 'unnamed', qualifiers: [], alternatives: []}
  if (namesException(words)) return own
  return readAny(text) ?? readSeveral(text) ?? readOne(text) ?? own
}

const exceptions = common.exceptionWords.map(endpointWords)

/**
 * "All but the Internet" is anything else than the Internet, and "Any (except Director)" no Director: an endpoint that is
 * excepted must never become the one that is named, so that such a text is a name of its own.
 */
const namesException = (words: readonly string[]): boolean =>
  exceptions.some((phrase) => phraseAt(words, phrase) >= 0)

/** What may stand between "any" and the servers that it can be narrowed to. */
const ANY_RE = /^any\b(?<head>[^(:]{0,80})[(:](?<inner>.*)$/u

/** "Any (can be defined as X, Y or Z)", "Any of the following running X: • Y • Z". */
function readAny(text: string): EndpointRef | null {
  const {head, inner} = ANY_RE.exec(foldToken(text).replaceAll('*', ''))?.groups ?? {}
  if (head === undefined || inner === undefined) return null
  const narrowed = inner.replace(/\)\s?\.?$/u, '').trim()
  const opener = common.alternativeWords.find((words) => narrowed.startsWith(words))
  const ids = members(opener ? narrowed.slice(opener.length) : narrowed).flatMap(
    (part) => readOne(part)?.id ?? [],
  )
  if (ids.length === 0) return null
  const rest = endpointWords(head).filter((word) => word !== 'following')
  const {clauses, attributes} = endpointCatalogue()
  const found = cutAll(rest, [...clauses, ...attributes])
  if (rest.length > 0) found.push(slugOf(rest))
  return {id: 'any', qualifiers: sortedSet(found.filter((q) => q !== '')), alternatives: sortedSet(ids)}
}

/** "Front End Server, Director or Director pool": each part must be known. */
function readSeveral(text: string): EndpointRef | null {
  if (text.includes('(')) return null
  const parts = members(text).map(readOne)
  const known = parts.filter((part) => part !== null)
  const ids = sortedSet(known.map(({id}) => id))
  if (known.length < parts.length || ids.length < 2) return null
  return {id: 'several', qualifiers: sortedSet(known.flatMap((part) => part.qualifiers)), alternatives: ids}
}

function members(text: string): string[] {
  return text
    .split(/,|;|•|·| or | and | & /u)
    .filter((part) => part.trim() !== '' && !/^(?:or|and)$/u.test(part.trim()))
}

/** The longest name in the text, before a bracket if there is one; the rest of the text qualifies the endpoint. */
function readOne(text: string): EndpointRef | null {
  const {clauses, attributes, hosts} = endpointCatalogue()
  let rest = endpointWords(text)
  const found = new Set(cutAll(rest, clauses))
  const head = endpointWords(text.split('(', 1)[0] ?? '')
  cutAll(head, clauses)
  const entity = longestIn(head) ?? longestIn(rest)
  if (!entity) return null
  for (const qualifier of entity.qualifiers) found.add(qualifier)
  cut(rest, entity.words)
  for (const host of hosts) if (host.zones.has(zoneOf(entity.id))) cut(rest, host.words)
  for (const qualifier of cutAll(rest, attributes)) found.add(qualifier)
  rest = rest.filter((word) => word !== 'service' && word !== 'server')
  if (rest.length > MAX_REST) return null
  if (rest.length > 0) found.add(slugOf(rest))
  return {id: entity.id, qualifiers: [...found].filter((q) => q !== '').sort(), alternatives: []}
}

/** The longest pattern in the words; the first of several as long. */
function longestIn(words: readonly string[]): EndpointPattern | null {
  const {entitiesByWord} = endpointCatalogue()
  let best: EndpointPattern | null = null
  for (const [at, word] of words.entries()) {
    const found = entitiesByWord
      .get(word)
      ?.find((entity) => !entity.special && entity.words.every((part, i) => words[at + i] === part))
    if (found && found.words.length > (best?.words.length ?? 0)) best = found
  }
  return best
}

/** Removes each phrase that is there; the ids of those that were. */
function cutAll(words: string[], patterns: readonly EndpointPattern[]): string[] {
  return patterns.filter((pattern) => cut(words, pattern.words)).map(({id}) => id)
}

/** Removes a phrase wherever it stands; whether it was there. */
function cut(words: string[], phrase: readonly string[]): boolean {
  let found = false
  for (let at = phraseAt(words, phrase); at >= 0 && phrase.length > 0; at = phraseAt(words, phrase)) {
    words.splice(at, phrase.length)
    found = true
  }
  return found
}

const sortedSet = (ids: readonly string[]): string[] => [...new Set(ids)].sort()
