/** Finds in a text what it limits: from or to which machines only, or not from or to which. */

import type {Requirement} from '../../model/schema.ts'
import {conditionsIn, withoutConditions} from '../../text/conditions.ts'
import {memoizeByLocale} from '../../text/memoize.ts'
import {foldSearch, foldSpace} from '../../text/normalize.ts'
import {tokensOf} from '../../text/phrase-finder.ts'
import {sentenceEndRE} from '../../text/sentences.ts'
import {isAboutPorts} from '../denied-text.ts'
import {requirementOf} from '../requirement/requirement-words.ts'
import {ofVocabularies} from '../vocabulary/vocabularies.ts'
import {limitPatternsOf} from './limit-words.ts'
import {holdsAddress, partRestrictions, restrictionIn, restrictionWordsOf} from './restrictions.ts'
import {isEnd, isName, isShort, type Limit, limitsOf, statedEnds} from './sentence-limits.ts'
import {unspacedRE} from './word-list.ts'

export type {Limit} from './sentence-limits.ts'
export {isShort} from './sentence-limits.ts'

/** Longer texts are read up to here. */
const MAX_LENGTH = 2000
const MEMORY = 2000
/** Longer quotes from what was not read are cut. */
const MAX_QUOTE = 200

/** The limits of a note, a remark or a text beside a table, in their order. */
export const limitsIn = (text: string, locale: string): readonly Limit[] => limitsOfText()(text, locale)

// Whether a sentence tells when a port is needed depends on the products that are known.
const limitsOfText = ofVocabularies(() =>
  memoizeByLocale(
    (text, locale): readonly Limit[] =>
      sentencesOf(text).flatMap((each) => readSentence(each, locale).limits),
    MEMORY,
  ),
)

/** The first sentence that restricts something, by its words, and nobody knows what; null where all is understood. */
export const unclearLimitIn = (text: string, locale: string): string | null => unclear()(text, locale) || null

const unclear = ofVocabularies(() =>
  memoizeByLocale(
    (text, locale): string =>
      sentencesOf(text).find((each) => readSentence(each, locale).isUnclear) ?? unreadRest(text, locale),
    MEMORY,
  ),
)

/** The first clause of restriction behind what is read of a text; '' where the rest restricts nothing. */
function unreadRest(text: string, locale: string): string {
  if (text.length <= MAX_LENGTH) return ''
  const rest = foldSpace(text).slice(MAX_LENGTH)
  const {only, except, no, plain} = restrictionWordsOf(locale)
  const restricts = (part: string): boolean => {
    const told = plain.without(foldSearch(part))
    return only.isIn(told) || except.isIn(told) || no.isIn(told)
  }
  return restricts(rest) ? (rest.split(sentenceEndRE).find(restricts) ?? rest).slice(0, MAX_QUOTE).trim() : ''
}

/** The sentences that limits are looked for in, one after the other; of `longest` characters. */
export const sentencesOf = (text: string, longest = MAX_LENGTH): string[] =>
  foldSpace(text)
    .slice(0, longest)
    .split(sentenceEndRE)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** Whether a few words name an address, or that only the machine itself is meant, and say nothing that is understood of it. */
const namesAddress = (folded: string, locale: string): boolean =>
  isShort(folded) && (holdsAddress(folded) || restrictionWordsOf(locale).loopback.isIn(folded))

interface SentenceReading {
  limits: readonly Limit[]
  isUnclear: boolean
  /** Whether what it restricts tells when a port is needed: a note that says so is read as a condition, and no limit. */
  isOfOccasion: boolean
}

/** Whether a sentence restricts by telling when or for whom something is needed. */
export const restrictsOccasion = (sentence: string, locale: string): boolean =>
  readSentence(sentence, locale).isOfOccasion

/**
 * The limits of a sentence by known wordings; one that only words of restriction tell narrows an end by all that it says. Where no
 * end is named, it stays unclear what it limits.
 */
function readSentence(quote: string, locale: string): SentenceReading {
  const folded = prepared(quote, locale)
  const stated = [...statedEnds(folded, quote, locale)]
  if (stated.length === 0) stated.push(...limitsOf(folded, quote, locale))
  const left = stated.reduce((text, {words}) => text.replace(words, ' ; '), folded)
  const {rest, hasCondition} = withoutClauses(left, locale)
  const {requirement} = requirementOf(quote, locale)
  const found = restrictionIn(rest, locale, requirement !== 'unknown')
  const isUnderstood = found === null || (stated.length > 0 && !found.tellsEnd)
  // “Guests can’t connect if this is blocked” forbids nothing, and whom a long sentence names tells when a port is needed: “ports that
  // a pool needs that uses only hardware”.
  const isOfNeed =
    occasional.has(requirement) ||
    (requirement === 'required' && found?.tellsEnd === false && !isAboutPorts(quote, locale))
  const isAside = (found?.kind === 'except' && hasCondition) || (isOfNeed && !isShort(folded))
  if (isUnderstood)
    return {
      limits: stated,
      isUnclear: stated.length === 0 && namesAddress(folded, locale),
      isOfOccasion: false,
    }
  if (isAside) return {limits: stated, isUnclear: false, isOfOccasion: requirement === 'conditional'}
  if (!found.tellsEnd) return {limits: stated, isUnclear: true, isOfOccasion: false}
  const words = foldSearch(quote).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const own: Limit = {side: null, kind: found.kind, name: words, words, quote}
  return {limits: [...stated, own], isUnclear: false, isOfOccasion: false}
}

/** Folded, `LAN-only` in two words, and without phrases that restrict nothing. */
function prepared(quote: string, locale: string): string {
  const {only, plain} = restrictionWordsOf(locale)
  const told = plain.without(foldSearch(quote))
  const apart = told.replace(/(?<=[\p{L}\p{N}])-(?=(\p{L}+))/gu, (hyphen, word: string) =>
    only.isIn(word) ? ' ' : hyphen,
  )
  return partRestrictions(apart, locale)
}

/** What a sentence that tells when a port is needed, or for what, makes of it. */
const occasional: ReadonlySet<Requirement> = new Set(['conditional', 'optional', 'legacy'])

function withoutClauses(folded: string, locale: string): {rest: string; hasCondition: boolean} {
  const tokens = tokensOf(folded)
  if (conditionsIn(tokens, locale).length === 0) return {rest: folded, hasCondition: false}
  const rest = withoutConditions(tokens, locale).reduce(
    (text, token) => `${text}${unspacedRE.test(text.slice(-1)) && unspacedRE.test(token) ? '' : ' '}${token}`,
    '',
  )
  return {rest, hasCondition: true}
}

/**
 * The limit that all of a text is, where it stands beside a word for an action or a direction, or in brackets beside a port:
 * `from guests`, `only internally`. What else a port may be for is no limit of an end: `for replication`.
 */
export function limitBeside(text: string, locale: string): Limit | null {
  const quote = foldSpace(text)
  const folded = foldSearch(quote)
  if (folded === '') return null
  const [own] = limitsIn(quote, locale)
  if (own !== undefined) return own
  for (const {side, whole} of limitPatternsOf(locale).beside) {
    const name = whole.exec(folded)?.groups?.['x']?.trim()
    if (name === undefined || !isName(name)) continue
    if (!isEnd(name, locale) && (side === null || !isShort(name))) continue
    const isWho = side === 'destination' && restrictionWordsOf(locale).people.isIn(name)
    return {side: isWho ? 'source' : side, kind: 'only', name, words: folded, quote}
  }
  return null
}

/** Whether all of a text makes what stands beside it depend on something: `with a licence`, `on request`, `except on weekends`. */
export const isConditional = (text: string, locale: string): boolean => {
  const folded = foldSearch(text)
  return (
    limitPatternsOf(locale).conditional.some((pattern) => pattern.test(folded)) ||
    (unclearLimitIn(text, locale) !== null && isShort(folded))
  )
}

/** Whether a header names machines, a network, or people. */
export const namesEnd = (header: string, locale: string): boolean => isEnd(foldSearch(header), locale)
