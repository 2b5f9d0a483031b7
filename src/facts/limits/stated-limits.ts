/** Finds in a text what it limits: from or to which machines only, or not from or to which. */

import {conditionsIn} from '../../text/conditions.ts'
import {memoizeByLocale} from '../../text/memoize.ts'
import {foldSearch, foldSpace} from '../../text/normalize.ts'
import {tokensOf} from '../../text/phrase-finder.ts'
import {sentenceEndRE} from '../../text/sentences.ts'
import {namesMachine} from '../direction/machine-words.ts'
import {type LimitKind, type LimitPatterns, limitPatternsOf, type Side} from './limit-words.ts'

export interface Limit {
  side: Side
  kind: LimitKind
  /** What is named: `the admin subnet`. */
  name: string
  /** The limit with its words: `only from the admin subnet`. */
  words: string
  /** The sentence or remark that says so. */
  quote: string
}

/** Longer texts are read up to here. */
const MAX_LENGTH = 2000
const MEMORY = 2000
/** A text of so few words tells of nothing else. */
const SHORT = 6
/** Of what is written without spaces, so many characters count as a word. */
const CHARACTERS_OF_WORD = 4

const unspacedRE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

/** The limits of a note, a remark or a text beside a table, in their order. */
export const limitsIn: (text: string, locale: string) => readonly Limit[] = memoizeByLocale(
  (text, locale): readonly Limit[] =>
    foldSpace(text)
      .slice(0, MAX_LENGTH)
      .split(sentenceEndRE)
      .flatMap((sentence) => limitsOf(foldSearch(sentence.trim()), sentence.trim(), locale)),
  MEMORY,
)

/**
 * The limit that all of a text is, where it stands beside a word for an action or a direction, or in brackets beside a port:
 * `from guests`, `only internally`. What else a port may be for is no limit of an end: `for replication`.
 */
export function limitBeside(text: string, locale: string): Limit | null {
  const quote = foldSpace(text)
  const folded = foldSearch(quote)
  if (folded === '') return null
  const patterns = limitPatternsOf(locale)
  const own = limitOf(quote, locale)
  if (own !== null) return own
  for (const {side, whole} of patterns.beside) {
    const name = whole.exec(folded)?.groups?.['x']?.trim()
    if (name === undefined || !isName(name)) continue
    const isMeant = isEnd(name, patterns, locale) || (side !== null && isShort(name))
    if (isMeant) return {side, kind: 'only', name, words: folded, quote}
  }
  return null
}

/** Whether all of a text makes what stands beside it depend on something: `with a licence`, `on request`. */
export const isConditional = (text: string, locale: string): boolean => {
  const folded = foldSearch(text)
  return limitPatternsOf(locale).conditional.some((pattern) => pattern.test(folded))
}

function limitOf(sentence: string, locale: string): Limit | null {
  return limitsOf(foldSearch(sentence), sentence, locale)[0] ?? null
}

/** More are no sentence of a table. */
const MOST_LIMITS = 4

/** All limits of a sentence: what one says is taken out before the next is looked for. */
function limitsOf(folded: string, quote: string, locale: string, most = MOST_LIMITS): Limit[] {
  const patterns = limitPatternsOf(locale)
  for (const {side, kind, anywhere} of patterns.limits) {
    const found = anywhere.exec(folded)
    const name = found?.groups?.['x']?.trim()
    if (found === null || name === undefined || !isName(name)) continue
    // What holds under a condition only is a condition.
    if (conditionsIn(tokensOf(found[0]), locale).length > 0) continue
    if (!isMeant({side, kind, name}, folded, patterns, locale)) continue
    const rest = `${folded.slice(0, found.index)} ; ${folded.slice(found.index + found[0].length)}`
    const others = most > 1 ? limitsOf(rest, quote, locale, most - 1) : []
    return [{side, kind, name, words: found[0].trim(), quote}, ...others]
  }
  return []
}

/** A count is no name. */
const isName = (name: string): boolean =>
  addressRE.test(name) || (/\p{L}/u.test(name) && !/^[0-9]/u.test(name))
const addressRE = /^[0-9a-f]{0,4}[.:][0-9a-f.:]+(?:\/[0-9]{1,3})?/u

/** Words for only and except may be about anything: what they name must be a machine, a network or people, or all that a text tells. */
function isMeant(
  {side, kind, name}: Pick<Limit, 'side' | 'kind' | 'name'>,
  sentence: string,
  patterns: LimitPatterns,
  locale: string,
): boolean {
  const isAll = isShort(sentence)
  const named = isEnd(name, patterns, locale)
  if (side === null) return kind === 'except' ? named || isAll : named && isAll
  return named || isAll || kind === 'except'
}

/** Names in Latin letters stand in sentences that have no spaces otherwise: both are counted. */
const isShort = (text: string): boolean => {
  const unspaced = text.match(unspacedRE)?.length ?? 0
  const words = text.replace(unspacedRE, ' ').match(/[\p{L}\p{M}\p{N}'-]+/gu)?.length ?? 0
  return words + unspaced / CHARACTERS_OF_WORD <= SHORT
}

/** Whether a name is one of machines, of a network or of people. */
const isEnd = (name: string, patterns: LimitPatterns, locale: string): boolean =>
  addressRE.test(name) || namesPlace(name, patterns) || namesMachine(name, locale)

/** Whether a header names machines, a network, or people. */
export const namesEnd = (header: string, locale: string): boolean =>
  isEnd(foldSearch(header), limitPatternsOf(locale), locale)

/** Whether a text holds a noun for a place in a network or for those who connect. */
function namesPlace(name: string, {places, placeEnds, placesAnywhere}: LimitPatterns): boolean {
  const words = name.match(/[\p{L}\p{M}\p{N}'-]+/gu) ?? []
  return (
    placesAnywhere.some((word) => name.includes(word)) ||
    words.some((word) => places.has(word) || placeEnds.some((end) => word.endsWith(end)))
  )
}
