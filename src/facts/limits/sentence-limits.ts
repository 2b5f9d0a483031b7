/** The limits of one sentence whose wording is known: `only from {x}`, `except to {x}`, `source: {x}`. */

import {localeData} from '../../languages/languages.ts'
import {conditionsIn} from '../../text/conditions.ts'
import {lookUp} from '../../text/look-up.ts'
import {onceByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import {tokensOf} from '../../text/phrase-finder.ts'
import {clauseEndRE} from '../../text/sentences.ts'
import {isAboutPorts} from '../denied-text.ts'
import {namesMachine} from '../direction/machine-words.ts'
import {type LimitKind, type LimitPatterns, limitPatternsOf, type Side} from './limit-words.ts'
import {listAround, partsByWay} from './named-lists.ts'
import {addressIn, holdsAddress, isOccasion, restrictionWordsOf, withoutAddresses} from './restrictions.ts'
import {unspacedRE, WordList} from './word-list.ts'

export interface Limit {
  side: Side
  kind: LimitKind
  /** What is named: `the admin subnet`. */
  name: string
  /** The limit with its words: `only from the admin subnet`. */
  words: string
  /** The sentence or remark that says so. */
  quote: string
  /** Whether it keeps out those from outside alone: an end that names others is as it was. */
  isOfOuter?: boolean
}

/** More are no sentence of a table. */
const MOST_LIMITS = 4
/** A text of so few words tells of nothing else. */
const SHORT = 6
/** Of what is written without spaces, so many characters count as a word. */
const CHARACTERS_OF_WORD = 4

/** All limits of a folded sentence: what one says is taken out before the next is looked for. */
export function limitsOf(folded: string, quote: string, locale: string, most = MOST_LIMITS): Limit[] {
  const patterns = limitPatternsOf(locale)
  for (const {side, kind, anywhere, hasGap} of patterns.limits) {
    const found = anywhere.exec(folded)
    const told = found?.groups?.['x']?.trim()
    if (found === null || told === undefined || !isName(told)) continue
    // What holds under a condition only is a condition.
    if (conditionsIn(tokensOf(found[0]), locale).length > 0) continue
    const name = nameOf(told, locale)
    // “Only the depot talks to it” is of who talks.
    if (looseWordsOf(locale).has(name) && !isEnd(name, locale)) continue
    if (!isEnd(name, locale) && isOccasion(name, locale)) continue
    const reaches = hasGap && isReached(found[0].replace(told, ''), locale)
    if (hasGap && !reaches && !isEnd(name, locale)) continue
    // “This port must only be reachable from the depot” is of a port, whoever the depot is.
    const isOfPort = reaches && isAboutPorts(quote, locale)
    if (!isOfPort && !isMeant({side, kind, name}, clauseAt(folded, found.index), locale)) continue
    const list = listAround({text: folded, at: found.index, length: found[0].length, name}, locale)
    const rest = `${folded.slice(0, list.from)} ; ${folded.slice(list.to)}`
    const others = most > 1 ? limitsOf(rest, quote, locale, most - 1) : []
    const own = partsByWay({side, name: list.name}, locale).map((part) => ({
      ...part,
      side: sideOf(part.side, part.name, folded.slice(0, list.from), locale),
      kind,
      words: part.side === side ? folded.slice(list.from, list.to).trim() : part.words,
      quote,
    }))
    return [...own, ...others]
  }
  return []
}

/** `to partners only` tells who may come, as “open to” does. */
function sideOf(side: Side, name: string, before: string, locale: string): Side {
  if (side !== 'destination') return side
  if (restrictionWordsOf(locale).people.isIn(name)) return 'source'
  return opensOf(locale).isIn(before) ? null : side
}

const opensOf = onceByLocale((locale) => new WordList(localeData(locale).denial.opens))

const isReached = (words: string, locale: string): boolean => restrictionWordsOf(locale).reach.isIn(words)

/** `Source must be the depot` */
const statedRE = /^([^:]{1,40}?)\s(?:must|should|has to|can only)\sbe\s(.{1,80}?)[.。]?$/u

/** `Source must be 10.1.0.0/16`, `Allowed source: monitoring subnet`: an end that a sentence states by the word for it. */
export function statedEnds(folded: string, quote: string, locale: string): Limit[] {
  const [, lead = '', name = ''] =
    statedRE.exec(folded) ?? /^([^:]{1,40}):\s?([^:].{0,80}?)[.。]?$/u.exec(folded) ?? []
  for (const side of ['source', 'destination'] as const) {
    const words = endWordsOf(locale)[side]
    const isSaid = statedRE.test(folded) && !lead.includes(' ') && !isDenying(folded, locale)
    const isMachine = isEnd(name, locale) || (isSaid && !isReached(name, locale))
    if (name !== '' && words.isIn(lead) && isMachine) {
      return [{side, kind: 'only', name: nameOf(name, locale), words: folded, quote}]
    }
    const address = words.isIn(folded) ? addressIn(folded) : null
    if (address !== null && isShort(folded) && !isDenying(folded, locale))
      return [{side, kind: 'only', name: address, words: folded, quote}]
  }
  return []
}

const isDenying = (folded: string, locale: string): boolean => {
  const {no, except} = restrictionWordsOf(locale)
  return no.isIn(folded) || except.isIn(folded)
}

/** What columns of ends are called, in one word. */
const endWordsOf = onceByLocale((locale) => {
  const {headers} = localeData(locale)
  const list = (kind: string): WordList =>
    new WordList(
      (lookUp(headers, kind) ?? []).filter(
        (word) => !word.includes(' ') && word.length > (unspacedRE.test(word) ? 1 : 4),
      ),
    )
  return {source: list('source'), destination: list('destination')}
})

const looseWordsOf = onceByLocale(
  (locale): ReadonlySet<string> => new Set(limitPatternsOf(locale).fillers.map(foldSearch)),
)

/** A name without words at its ends that name nothing: `le`, `erreichbar`. */
function nameOf(told: string, locale: string): string {
  const loose = looseWordsOf(locale)
  const {reach} = restrictionWordsOf(locale)
  const words = told.split(' ')
  while (words.length > 1 && loose.has(words[0] ?? '')) words.shift()
  while (words.length > 1 && (loose.has(words.at(-1) ?? '') || reach.isIn(words.at(-1) ?? ''))) words.pop()
  return withoutTopic(words.join(' '), locale)
}

/** `これらのポートは管理ネットワーク` → `管理ネットワーク` */
function withoutTopic(name: string, locale: string): string {
  const {denial} = localeData(locale)
  const at = name.search(/[はがを]/u)
  if (at < 0 || at > name.length - 2) return name
  const topic = name.slice(0, at)
  return denial.ownObjects.some((word) => unspacedRE.test(word) && topic.includes(word))
    ? name.slice(at + 1)
    : name
}

/** The clause of a place. */
const clauseAt = (folded: string, at: number): string =>
  `${folded.slice(0, at).split(clauseEndRE).at(-1) ?? ''}${folded.slice(at).split(clauseEndRE)[0] ?? ''}`

/** A count is no name. */
export const isName = (name: string): boolean =>
  holdsAddress(name) || (/\p{L}/u.test(name) && !/^[0-9]/u.test(name))

/** Words for only and except may be about anything: what they name must be a machine, a network or people, or all that a text tells. */
function isMeant(
  {side, kind, name}: Pick<Limit, 'side' | 'kind' | 'name'>,
  sentence: string,
  locale: string,
): boolean {
  const isAll = isShort(sentence)
  const named = isEnd(name, locale)
  if (side === null) return kind === 'except' ? named || isAll : named && isAll
  return named || isAll || kind === 'except'
}

const unspacedCharacterRE = new RegExp(unspacedRE, 'gu')
const hangulRE = /\p{Script=Hangul}/gu

/** Names in Latin letters stand in sentences that have no spaces otherwise: both are counted. An address is one word. */
export const isShort = (text: string, most = SHORT): boolean => {
  const spaced = withoutAddresses(text).replace(hangulRE, 'a')
  const unspaced = spaced.match(unspacedCharacterRE)?.length ?? 0
  const words = spaced.replace(unspacedCharacterRE, ' ').match(/[\p{L}\p{M}\p{N}'-]+/gu)?.length ?? 0
  return words + unspaced / CHARACTERS_OF_WORD <= most
}

/** Whether a folded name is one of machines, of a network or of people. */
export const isEnd = (name: string, locale: string): boolean => {
  const {people, places} = restrictionWordsOf(locale)
  return (
    holdsAddress(name) ||
    people.isIn(name) ||
    places.isIn(name) ||
    namesPlace(name, limitPatternsOf(locale)) ||
    namesMachine(name, locale)
  )
}

/** Whether a folded text names a network, or people. */
export const namesWhere = (name: string, locale: string): boolean =>
  restrictionWordsOf(locale).people.isIn(name) || namesPlace(name, limitPatternsOf(locale))

/** Whether a text holds a noun for a place in a network or for those who connect. */
function namesPlace(name: string, {places, placeEnds, placesAnywhere}: LimitPatterns): boolean {
  const words = name.match(/[\p{L}\p{M}\p{N}'-]+/gu) ?? []
  return (
    placesAnywhere.some((word) => name.includes(word)) ||
    words.some((word) => places.has(word) || placeEnds.some((end) => word.endsWith(end)))
  )
}
