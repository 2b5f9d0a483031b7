/**
 * Knows a short note that tells to keep something away from a part of the network, to close it, or to keep it in the house, where
 * no wording of limits fits: `Keep off the internet`, `Internal use`, 🚫. What a port is for names its traffic, or tells nothing to do.
 */
import {ownRestrictingWordsOf} from '../../languages/lists/restricting.ts'
import {memoizeByLocale, onceByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import {clauseEndRE} from '../../text/sentences.ts'
import {denialIn, isAboutTable} from '../denied-text.ts'
import {requirementOf} from '../requirement/requirement-words.ts'
import {ofVocabularies} from '../vocabulary/vocabularies.ts'
import {isOfProtocols, restrictionWordsOf} from './restrictions.ts'
import {isShort} from './sentence-limits.ts'
import {sentencesOf, unclearLimitIn} from './stated-limits.ts'
import {unspacedRE, WordList} from './word-list.ts'

/** Symbols that forbid, also beside words. */
const forbiddingRE =
  /[\u{26D4}\u{1F6AB}\u{1F6D1}\u{274C}\u{274E}\u{1F645}\u{1F6B7}\u{1F4F5}\u{1F6C7}\u{26CC}]/u
const wordRE = /[\p{L}\p{M}\p{N}'’-]+/gu
/** Fewer words behind a negation are an answer. */
const FEW_WORDS = 3
/** A longer note explains something. */
const MOST_WORDS = 8
/** Where letters of a script with spaces stand beside those of one without: `WAN側`. */
const scriptsRE = new RegExp(
  `(?<=[a-z0-9])(?=${unspacedRE.source})|(?<=${unspacedRE.source})(?=[a-z0-9])`,
  'gu',
)
/** Words, or characters without spaces, that may stand beside those that close something, and name nothing. */
const [FEW_LETTERS, FEW_CHARACTERS] = [4, 3]

/** What of a note, a remark or a lone text restricts in words that nobody understands, or tells to guard something; null for nothing. */
export const unclearNoteIn = (text: string, locale: string): string | null =>
  unclearLimitIn(text, locale) ?? (guarding()(text, locale) || null)

const MEMORY = 2000

// Whether a sentence tells when a port is needed depends on the products that are known.
const guarding = ofVocabularies(() =>
  memoizeByLocale(
    (text, locale): string => sentencesOf(text).find((sentence) => guards(sentence, locale)) ?? '',
    MEMORY,
  ),
)

/** Whether a sentence tells to close something, or to keep it away from a zone, or in the house. */
function guards(sentence: string, locale: string): boolean {
  if (forbiddingRE.test(sentence)) return true
  const folded = foldSearch(sentence).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  if (
    folded === '' ||
    !isShort(folded, MOST_WORDS) ||
    requirementOf(sentence, locale).requirement !== 'unknown'
  )
    return false
  const {plain, closing, refusing, zones, places, no} = restrictionWordsOf(locale)
  const told = plain.without(folded).replaceAll(scriptsRE, ' ')
  if (isInHouse(told, locale) || isOnlyClosing(told, locale) || isOnlyForbidding(told, locale)) return true
  if (isOnlyOutOfUse(folded.replaceAll(scriptsRE, ' '), locale)) return true
  // “No” alone answers a question.
  const isAnswer = (told.match(wordRE)?.length ?? 0) < FEW_WORDS || clauseEndRE.test(told.split(' ')[0] ?? '')
  if (no.opens(told) && !isAnswer && !unspacedRE.test(told) && !isOfProtocols(no.without(told), locale))
    return true
  if (!zones.isIn(told) && !places.isIn(told)) return false
  return (
    closing.isIn(told) ||
    refusing.isIn(told) ||
    no.isIn(told) ||
    (isOrder(told, sentence, locale) && !namesTraffic(told, locale))
  )
}

/** Whether nothing is said but that something is for the house: `For internal use`. */
function isInHouse(told: string, locale: string): boolean {
  const {inside, usage, reach} = restrictionWordsOf(locale)
  return inside.isIn(told) && !/\p{L}/u.test(reach.without(usage.without(inside.without(told))))
}

/** Whether nothing is said but that something is closed: `Please shut`. */
function isOnlyClosing(told: string, locale: string): boolean {
  const {closing, reach} = restrictionWordsOf(locale)
  if (!closing.isIn(told)) return false
  return saysNoMore(reach.without(closing.without(told)))
}

/** Whether nothing is said but that something is not to be used: `Do not use`. */
function isOnlyForbidding(told: string, locale: string): boolean {
  const {no, usage, reach} = restrictionWordsOf(locale)
  if (!no.isIn(told)) return false
  const rest = no.without(told)
  return (usage.isIn(rest) || reach.isIn(rest)) && saysNoMore(reach.without(usage.without(rest)))
}

/** Whether nothing is said but that something is out of use, and since when: `Removed in version 5`, `Disabled by default`. */
function isOnlyOutOfUse(told: string, locale: string): boolean {
  const {outOfUse, besideState, other, reach, usage} = restrictionWordsOf(locale)
  if (!outOfUse.isIn(told)) return false
  return saysNoMore(
    [outOfUse, besideState, other, reach, usage].reduce((left, list) => list.without(left), told),
  )
}

/** Whether what is left of a sentence are words such as `please`, `it`, 請. */
const saysNoMore = (left: string): boolean =>
  (left.match(wordRE) ?? []).every(
    (word) => word.length <= (unspacedRE.test(word) ? FEW_CHARACTERS : FEW_LETTERS),
  )

const namesTraffic = (told: string, locale: string): boolean => {
  const {zones, traffic, reach, people} = restrictionWordsOf(locale)
  const rest = zones.without(told)
  return traffic.isIn(rest) || reach.isIn(rest) || people.isIn(rest)
}

interface Orders {
  first: readonly string[]
  last: readonly string[]
  beside: ReadonlySet<string>
  anywhere: WordList
}

const ordersOf = onceByLocale((locale): Orders => {
  // Without those of English: what is a preposition there is another word elsewhere.
  const own = ownRestrictingWordsOf(locale)
  return {
    first: (own?.ordersFirst ?? []).map(foldSearch),
    last: (own?.ordersLast ?? []).map(foldSearch),
    beside: new Set((own?.ordersBeside ?? []).map(foldSearch)),
    anywhere: new WordList(own?.ordersAnywhere ?? []),
  }
})

/** Words that stand before the first one of what is to be done: `à isoler`, `bitte`. */
const LEADING = 2

/** Whether a sentence tells what is to be done, by the form of its verb or by what stands beside it. */
function isOrder(told: string, sentence: string, locale: string): boolean {
  const {first, last, beside, anywhere} = ordersOf(locale)
  const {zones} = restrictionWordsOf(locale)
  const words = told.match(wordRE) ?? []
  const at = (words[0]?.length ?? 0) <= LEADING ? 1 : 0
  const [verb = '', next = ''] = words.slice(at)
  const isVerb = (word: string, endings: readonly string[]): boolean =>
    endings.some(
      (end) =>
        word.endsWith(end) && (unspacedRE.test(word) || (word.length > end.length + 1 && !zones.isIn(word))),
    )
  // A noun begins with a capital letter in German.
  const [end = ''] = sentence.match(wordRE)?.slice(-1) ?? []
  const isNoun = /^\p{Lu}/u.test(end)
  return (
    isVerb(verb, first) ||
    (!isNoun && isVerb(foldSearch(end), last)) ||
    (beside.has(next) && !/s$/u.test(verb) && !zones.isIn(verb)) ||
    anywhere.isIn(told)
  )
}

/** A sentence that only denies has no more words. */
const MOST_OF_DENIAL = 20

/** Whether a sentence denies connections from somewhere: “Connections from other networks must be rejected.” */
export function deniesAccess(sentence: string, locale: string): boolean {
  const folded = foldSearch(sentence)
  const {zones, places, people, closing, refusing} = restrictionWordsOf(locale)
  return (
    isShort(folded, MOST_OF_DENIAL) &&
    isAboutTable(sentence, locale) &&
    (zones.isIn(folded) || places.isIn(folded) || people.isIn(folded)) &&
    (closing.isIn(folded) || refusing.isIn(folded) || denialIn(sentence, locale) !== null)
  )
}

/** Whether what a sentence denies is denied to those from outside alone: “Never open these ports to the Internet.” */
export const deniesOuter = (sentence: string, locale: string): boolean =>
  restrictionWordsOf(locale).outer.isIn(foldSearch(sentence))
