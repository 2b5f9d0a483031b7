/** Ranges with one bound: `1024+`, `≥ 1024`, `above 1023`, `1024 以上` become `1024-65535`, in the words of a locale. */
import {localeData} from '../../languages/languages.ts'
import {BREAK} from '../../text/cell-structure.ts'
import {lookUp} from '../../text/look-up.ts'
import {memoizeByLocale} from '../../text/memoize.ts'
import {foldSpace, foldToken, foldWidth} from '../../text/normalize.ts'
import {connectors} from '../protocol-words.ts'
import {MAX_PORT} from './ranges.ts'

/** Never a part of a number with groups. */
const NUMBER =
  "(?<![0-9][,.’' ](?=[0-9]{3}(?![0-9])))(?<n>[0-9]{1,2}[,.’' ][0-9]{3}|[0-9]{1,5})(?![0-9]|[,.’' ][0-9]{3}(?![0-9]))"
/** Where a member of a list starts and ends: at a separator or word of a list, or beside a transport. */
const START = (and: string) => `(?<=^|[,;、/|&${BREAK}(]\\s?|(?:^|[0-9)]\\s?|\\s)(?:${and})\\s?)`
const BEHIND_TRANSPORT = '(?<=(?<![a-z])(?:tcp|udp)[:/]?\\s?)'
const END = (and: string) => `(?=\\s?(?:$|[,;、/|&)${BREAK}]|\\(?(?:tcp|udp)(?![a-z])|(?:${and})(?![a-z])))`

interface Pattern {
  /** The words of the template: its pattern costs a hundred times as much to make, and most cells have none of them. */
  may: RegExp
  pattern: RegExp
  bounds: (value: number) => [low: number, high: number]
}

const bounds: Record<string, Pattern['bounds']> = {
  atLeast: (value) => [value, MAX_PORT],
  above: (value) => [value + 1, MAX_PORT],
  atMost: (value) => [1, value],
  below: (value) => [1, value - 1],
}

const known = new Map<string, Patterns>()

/** The same few texts stand in most cells. */
const MEMORY = 4000

/** The cell with each open range as a closed one; numbers that are no ports stay for the grammar to refuse. */
export const closeRanges: (cell: string, locale: string) => string = memoizeByLocale(
  (cell, locale) => closed(cell, locale),
  MEMORY,
)

function closed(cell: string, locale: string): string {
  if (!/[0-9]/u.test(cell) || /^[0-9,;\s–-]*$/u.test(cell)) return cell
  const {may, all} = patternsOf(locale)
  if (!may.test(cell)) return cell
  return all.reduce(
    (text, {may: mayStand, pattern, bounds: boundsOf}) =>
      mayStand.test(text)
        ? text.replace(pattern, (...found) => {
            const [low, high] = boundsOf(Number(String(found.at(-1).n).replace(/[^0-9]/gu, '')))
            return low > high || high > MAX_PORT ? found[0] : `${low}-${high}`
          })
        : text,
    cell,
  )
}

interface Patterns {
  /** Any word or character of a template: most cells hold none. */
  may: RegExp
  all: Pattern[]
}

function patternsOf(locale: string): Patterns {
  const found = known.get(locale)
  if (found) return found
  const {openRanges, portWords, conjunctions} = localeData(locale)
  const ports = `(?:${alternatives(portWords)})`
  // A plus may lead a list and open a range.
  const and = alternatives(conjunctions.filter((word) => /\p{L}/u.test(word)))
  const words = Object.values(openRanges).flatMap((templates) => templates.flatMap(wordsAround))
  const all = Object.entries(openRanges).flatMap(([kind, templates]) =>
    templates.flatMap((template): Pattern[] => {
      const boundsOf = lookUp(bounds, kind)
      const may = new RegExp(wordsAround(template).join('.*'), 'is')
      return boundsOf ? [{may, pattern: toPattern(template, ports, and), bounds: boundsOf}] : []
    }),
  )
  const patterns = {may: new RegExp(words.filter((word) => word !== '').join('|'), 'i'), all}
  known.set(locale, patterns)
  return patterns
}

/** The longest first. */
const alternatives = (words: readonly string[]): string =>
  words
    .map((word) => toWords(foldToken(word)))
    .toSorted((a, b) => b.length - a.length)
    .join('|')

/** `{n} and above`: words with spaces or without, the number in between, perhaps a word for ports around. */
function toPattern(template: string, ports: string, and: string): RegExp {
  const [before = '', after = ''] = wordsAround(template)
  const gap = (words: string) => (words === '' ? '' : '\\s?')
  // `TCP over 443` is a transport by a port, too.
  const isConnector = connectors.some((word) => foldToken(word) === foldToken(before))
  const start = isConnector ? START(and) : `(?:${START(and)}|${BEHIND_TRANSPORT})`
  return new RegExp(
    `${start}(?:${ports}\\s?)?${before}${gap(before)}${NUMBER}${gap(after)}${after}(?:\\s?[の的]?\\s?${ports})?${END(and)}`,
    // Not `u`: no pattern needs it, and folding case by all of Unicode takes half of the time that a language's patterns are made in.
    'gi',
  )
}

/** Before and behind the number of a template, as expressions. */
const wordsAround = (template: string): string[] => foldSpace(foldWidth(template)).split('{n}').map(toWords)

const toWords = (text: string): string =>
  text
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replaceAll(' ', '\\s?')
