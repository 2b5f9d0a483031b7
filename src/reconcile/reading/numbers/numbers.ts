/** Numbers and ranges of a text in any language, digit groups joined, with their places. */

import {RANGE_SEPARATOR} from '../../../facts/ports/range-separators.ts'
import {localeData} from '../../../languages/languages.ts'
import type {LocaleData} from '../../../languages/words-schema.ts'
import {MAX_PORT} from '../../../model/max-port.ts'
import {lowerCase} from '../../../text/normalize.ts'
import {foldWidth, foldWords} from '../placed-fold.ts'
import {isCjk} from '../script.ts'

export interface NumberRead {
  value: number
  /** The digits as an identity: `000` is another token than `0`. */
  digits: string
  start: number
  end: number
}

export interface RangeRead {
  low: number
  high: number
  start: number
  end: number
}

const DIGITS_RE = /\d+/g
/** Separators and words between bounds that hold in every language, beside those of the locale. */
const RANGE_SEPARATOR_RE = new RegExp(`^\\s*${RANGE_SEPARATOR}\\s*$`, 'u')

const isLatin = (character: string | undefined): boolean =>
  character !== undefined && /[A-Za-z_]/.test(character)

/**
 * Reads the numbers of a text. Digits within a word (`CX700`, `IPv4`) are no number. Groups of three are joined when
 * the result is a port, so that `80,443` stays two ports. A word that multiplies belongs to its number: `5 萬` is 50,000.
 */
export const readNumbers = (
  text: string,
  groups: readonly string[],
  multipliers: readonly (readonly [word: string, factor: number])[] = [],
): NumberRead[] => {
  const folded = foldWidth(text)
  const runs = [...folded.matchAll(DIGITS_RE)].map((match) => ({
    digits: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  const numbers: NumberRead[] = []
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]
    if (run === undefined || isLatin(folded[run.start - 1]) || isWordTail(folded, run.end)) continue
    let {digits, end} = run
    for (
      let next = runs[index + 1];
      next !== undefined && joins(folded, digits, end, next, groups);
      next = runs[index + 1]
    ) {
      digits += next.digits
      end = next.end
      index++
    }
    const times = multiplierAt(folded, end, multipliers)
    const factor = times?.factor ?? 1
    numbers.push({
      value: Number(digits) * factor,
      digits: factor === 1 ? digits : String(Number(digits) * factor),
      start: run.start,
      end: times?.end ?? end,
    })
  }
  return numbers
}

const LETTER_RE = /[\p{L}\p{M}]/u

/** The word behind a number that multiplies it, and where it ends; in an alphabet it must stand alone. */
const multiplierAt = (
  text: string,
  end: number,
  multipliers: readonly (readonly [word: string, factor: number])[],
): {factor: number; end: number} | null => {
  if (multipliers.length === 0) return null
  const start = text[end] === ' ' ? end + 1 : end
  const rest = lowerCase(text.slice(start, start + LONGEST_WORD))
  const found = multipliers.find(
    ([word]) => rest.startsWith(word) && (isCjk(word[0]) || !LETTER_RE.test(rest[word.length] ?? ' ')),
  )
  return found === undefined ? null : {factor: found[1], end: start + found[0].length}
}

const LONGEST_WORD = 24

/** Symbols of units that are written right behind their number as well: `1,500MB`, `10Gbps`, `30ms`. */
const UNIT_RE =
  /^(?:[kKMGT]i?(?:[bB](?:it)?|o)(?:ps|\/s)?|[kMGT]bps|[kMGT]?Hz|[nmµ]?s|min|h)(?![A-Za-z0-9_]|[.-][A-Za-z0-9])/u

/** `6721ip` is a word; `443de` in text without spaces is rare enough to be one, too. A symbol of a unit is none. */
const isWordTail = (text: string, end: number): boolean =>
  isLatin(text[end]) && !UNIT_RE.test(text.slice(end, end + LONGEST_WORD))

const joins = (
  text: string,
  digits: string,
  end: number,
  next: {digits: string; start: number; end: number},
  groups: readonly string[],
): boolean => {
  const separator = text.slice(end, next.start)
  return (
    digits.length <= 3 &&
    digits[0] !== '0' &&
    next.digits.length === 3 &&
    separator.length === 1 &&
    (separator === ' ' || groups.some((group) => foldWidth(group) === separator)) &&
    Number(digits + next.digits) <= MAX_PORT &&
    !isWordTail(text, next.end)
  )
}

/** A year before the month and the day of a date: `2017-05-06` holds no range. */
const yearRE = /(?<![0-9])(?:19|20)[0-9]{2}[-./]$/

/** Digits of a release or an address (`4.4`, `5.x`) lie between dots: they bound no range. */
const isDotted = (text: string, {start, end}: NumberRead): boolean =>
  /\d\.$/.test(text.slice(Math.max(0, start - 2), start)) ||
  /^\.(?:\d|x(?![A-Za-z]))/i.test(text.slice(end, end + 3))

/** Reads the ranges among the numbers: two numbers with a range separator, a range word, or a frame (`entre … et …`). */
export const readRanges = (text: string, numbers: readonly NumberRead[], data: LocaleData): RangeRead[] => {
  const folded = foldWords(text)
  const ranges: RangeRead[] = []
  for (let index = 0; index + 1 < numbers.length; index++) {
    const low = numbers[index]
    const high = numbers[index + 1]
    if (low === undefined || high === undefined || low.value >= high.value) continue
    const between = folded.slice(low.end, high.start)
    if (!isRangeSeparator(between, data) && !isFramed(folded.slice(0, low.start), between, data)) continue
    if (yearRE.test(folded.slice(0, low.start))) continue
    if (isDotted(folded, low) || isDotted(folded, high)) continue
    ranges.push({low: low.value, high: high.value, start: low.start, end: high.end})
    index++
  }
  return ranges
}

/** Words between and around the bounds of a range, folded once a language. */
interface RangeWords {
  between: ReadonlySet<string>
  frames: readonly {open: string; join: string}[]
}

const rangeWords = new WeakMap<LocaleData, RangeWords>()

const rangeWordsOf = (data: LocaleData): RangeWords => {
  const known = rangeWords.get(data)
  if (known !== undefined) return known
  const made = {
    between: new Set(data.rangeWords.map((word) => foldWords(word).trim())),
    frames: data.rangeFrames.flatMap((frame) => {
      const [open = '', join = ''] = frame.split(/\{low\}|\{high\}/).map((piece) => foldWords(piece.trim()))
      return open === '' || join === '' ? [] : [{open, join}]
    }),
  }
  rangeWords.set(data, made)
  return made
}

/** Whether words for a range are known of the language itself, beside those that hold everywhere. */
const knowsRangeWords = ({rangeWords: words, rangeFrames}: LocaleData): boolean => {
  const base = localeData('und')
  return words.length > base.rangeWords.length || rangeFrames.length > base.rangeFrames.length
}

/** What a list has between its members, or nothing at all. */
const NO_WORD_RE = /^\P{L}*$|[\d,;/、，；]/u

/** Two bounds with words between, in a language of which no words for a range are known: they may well say one. */
export const maySayRange = (
  {low, high}: Pick<RangeRead, 'low' | 'high'>,
  text: string,
  numbers: readonly NumberRead[],
  data: LocaleData,
): boolean => {
  const at = numbers.findIndex(({value}) => value === low)
  const [first, second] = numbers.slice(at, at + 2)
  if (at === -1 || first === undefined || second?.value !== high || knowsRangeWords(data)) return false
  return !NO_WORD_RE.test(text.slice(first.end, second.start))
}

const isRangeSeparator = (between: string, data: LocaleData): boolean =>
  RANGE_SEPARATOR_RE.test(between) ||
  (between.trim() !== '' && rangeWordsOf(data).between.has(between.trim()))

const isFramed = (before: string, between: string, data: LocaleData): boolean => {
  const words = between.trim()
  return rangeWordsOf(data).frames.some(({open, join}) => words === join && before.trimEnd().endsWith(open))
}
