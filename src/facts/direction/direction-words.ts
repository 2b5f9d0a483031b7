/** Which way traffic goes, by the words or the arrow of a cell, and by those of a header or heading. */

import {localeData} from '../../languages/languages.ts'
import {aroundWordsOf} from '../../languages/lists/around-words.ts'
import type {StatedDirection} from '../../model/schema.ts'
import {isOneOf} from '../../text/locale-words.ts'
import {onceByLocale} from '../../text/memoize.ts'
import {foldSearch, foldSpace, foldWidth, lowerCase} from '../../text/normalize.ts'
import {PhraseFinder, placedTokensOf, tokensOf} from '../../text/phrase-finder.ts'
import {WordList} from '../limits/word-list.ts'
import {answerIn} from '../transport-ticks.ts'
import {arrowIn} from './arrows.ts'
import {leavesOutEnd} from './shared-ends.ts'

/** What is longer is a sentence. */
const MAX_CELL = 60
/** Shorter words than these mean other things inside a longer text: `in`, 入. */
const MIN_SPACED = 5
const MIN_UNSPACED = 2
const MIN_KANA = 5

const spacedRE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

const kanaRE = /^[\p{Script=Katakana}ー]+$/u

interface Finders {
  in: PhraseFinder
  out: PhraseFinder
  both: PhraseFinder
  not: PhraseFinder
}

const finders = new Map<string, Finders>()

function findersOf(locale: string): Finders {
  const known = finders.get(locale)
  if (known) return known
  const {rules, denial} = localeData(locale)
  const long = (words: readonly string[]) =>
    words.filter(
      (word) =>
        word.length >= (spacedRE.test(word) ? MIN_SPACED : kanaRE.test(word) ? MIN_KANA : MIN_UNSPACED),
    )
  const made = {
    in: new PhraseFinder(long(rules.directions.in)),
    out: new PhraseFinder(long(rules.directions.out)),
    both: new PhraseFinder(long(rules.directions.both)),
    not: new PhraseFinder(denial.not),
  }
  finders.set(locale, made)
  return made
}

/**
 * What a cell of a column of directions says: `Inbound`, 受信, `←`, `In/Out`; below a header that is a direction itself, the
 * answer yes. `to` and `from` are seen from the machine beside them. null for other texts.
 */
export function directionOfCell(text: string, locale: string, header = ''): StatedDirection | null {
  const cell = foldSpace(foldWidth(text))
    .replace(/[.。!*]+$/u, '')
    .trim()
  if (cell === '' || cell.length > MAX_CELL) return null
  const own = directionOfHeader(header, locale)
  if (own !== null && answerIn(cell, locale) === 'yes') return own
  const {directions, ways} = localeData(locale).rules
  if (isOneOf(cell, directions.both)) return 'both'
  if (isOneOf(cell, directions.in) || isOneOf(cell, ways.from)) return 'in'
  if (isOneOf(cell, directions.out) || isOneOf(cell, ways.to)) return 'out'
  return arrowOf(cell) ?? listed(cell, locale) ?? directionOfText(cell, locale)
}

/** `Inbound to the hub`: which end a cell of directions names besides. */
export interface NamedEnd {
  /** null where the words beside the direction were not understood. */
  side: 'source' | 'destination' | null
  name: string
}

const letterRE = /\p{L}/u

/** null for a cell of directions and nothing else. */
export function endBesideDirection(text: string, locale: string): NamedEnd | null {
  const cell = foldSpace(foldWidth(text))
  if (cell === '' || cell.length > MAX_CELL || !letterRE.test(cell) || isPlain(cell, locale)) return null
  const {directions, ways} = localeData(locale).rules
  const sides = [
    ['destination', ways.to],
    ['source', ways.from],
  ] as const
  const told = [...directions.in, ...directions.out].filter((word) => startsWith(cell, word))
  const [longest = ''] = told.toSorted((a, b) => b.length - a.length)
  const rest = longest === '' ? '' : cell.slice(longest.length).replace(/^[\s:,(–—-]+|[)\s.]+$/gu, '')
  for (const [side, words] of sides)
    for (const way of words) {
      const name = startsWith(rest, way) ? rest.slice(way.length).trim() : ''
      if (letterRE.test(name) && !/[,;]/u.test(name)) return {side, name}
    }
  return {side: null, name: rest}
}

const startsWith = (text: string, word: string): boolean => {
  const begins = lowerCase(text.slice(0, word.length)) === lowerCase(word)
  return begins && !(spacedRE.test(word) && letterRE.test(text.charAt(word.length)))
}

/** A text without its words for directions; those that are too short to be told from others stay. */
export function withoutDirections(text: string, locale: string): string {
  const folded = foldSearch(text)
  const placed = placedTokensOf(folded)
  const {in: into, out, both} = findersOf(locale)
  const left = both.without(out.without(into.without(placed.map(({token}) => token))))
  return placed
    .flatMap(({token, start, end}, at) => (left[at] === token ? [folded.slice(start, end)] : []))
    .join(' ')
}

/** What a cell of directions says beside them and their arrows: `if NAT is on`. */
export function besideDirection(text: string, locale: string): string {
  const folded = foldSearch(text)
  const placed = placedTokensOf(folded)
  const left = plainWords(locale).without(placed.map(({token}) => token))
  const first = left.findIndex((token) => letterRE.test(token))
  const last = left.findLastIndex((token) => letterRE.test(token) || /[0-9]/u.test(token))
  return first < 0 ? '' : folded.slice(placed[first]?.start, placed[Math.max(first, last)]?.end)
}

/** Whether nothing is left of a cell without its words of directions, ways and lists. */
function isPlain(cell: string, locale: string): boolean {
  return !plainWords(locale)
    .without(tokensOf(cell))
    .some((token) => letterRE.test(token))
}

function plainWords(locale: string): PhraseFinder {
  const {rules, conjunctions, answers} = localeData(locale)
  const {directions, ways, headers} = rules
  return new PhraseFinder([
    ...[...directions.in, ...directions.out, ...directions.both, ...ways.to, ...ways.from],
    ...[...conjunctions, ...answers.yes, ...(headers['direction'] ?? []), ...fillers],
  ])
}

const fillers: readonly string[] = ['only', 'traffic', 'connection', 'connections', 'direction']

const arrows = {there: 'out', back: 'in', both: 'both'} as const

function arrowOf(cell: string): StatedDirection | null {
  const arrow = arrowIn(cell)
  return arrow !== null && arrow.before === '' && arrow.after === '' ? arrows[arrow.way] : null
}

/** `In / Out`, `In, Out`, of words that are too short to be looked for inside a text. */
function listed(cell: string, locale: string): StatedDirection | null {
  const parts = cell.split(/\s*[/,;&+、]\s*/u)
  if (parts.length !== 2) return null
  const [one, two] = parts.map((part) => directionOfCell(part, locale))
  return one && two ? (one === two ? one : 'both') : null
}

/** The direction that the words inside a text name; both where it names the two, null where it denies one. */
export function directionOfText(text: string, locale: string): StatedDirection | null {
  const told = tokensOf(text)
  const found = findersOf(locale)
  if (found.not.isIn(told)) return null
  if (found.both.isIn(told)) return 'both'
  const [isIn, isOut] = [found.in.isIn(told), found.out.isIn(told)]
  if (isIn === isOut) return isIn ? 'both' : null
  const {directions} = localeData(locale).rules
  return leavesOutEnd(text, isIn ? directions.out : directions.in) ? 'both' : isIn ? 'in' : 'out'
}

/** The direction that a heading names; null where its word is rather of what a program writes or somebody sends: `Salida de ejemplo`. */
export function directionOfHeading(heading: string, locale: string): StatedDirection | null {
  const value = directionOfText(heading, locale)
  const {motions, traffic, closing} = aroundOf(locale)
  const folded = foldSearch(heading)
  if (value === null || !motions.isIn(folded) || traffic.isIn(folded)) return value
  const rest = motions.without(folded)
  // In Turkish the word for an entry is also that for an introduction.
  return /[\p{L}\p{N}]/u.test(rest) ? directionOfText(rest, locale) : closing.isIn(folded) ? null : value
}

const aroundOf = onceByLocale((locale) => ({
  motions: new WordList(aroundWordsOf(locale, 'motions')),
  traffic: new WordList(aroundWordsOf(locale, 'traffic')),
  closing: new WordList(aroundWordsOf(locale, 'closing')),
}))

/** The direction of a column, such as `Inbound` or `Outbound ports`; null where its header names none or the two. */
export function directionOfHeader(header: string, locale: string): 'in' | 'out' | null {
  if (header === '' || header.length > MAX_CELL) return null
  const {directions} = localeData(locale).rules
  const told = isOneOf(header, directions.in)
    ? 'in'
    : isOneOf(header, directions.out)
      ? 'out'
      : (listed(header, locale) ?? directionOfText(header, locale))
  return told === 'both' ? null : told
}
