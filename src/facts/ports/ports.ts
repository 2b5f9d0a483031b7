/** Reads and writes the ports of a cell: `"50,000 ～ 59,999"`, `"67/68"`, `"3478-3481 et 49152 – 53247"`, `"Any"`. */
import {localeData} from '../../languages/languages.ts'
import {readableText} from '../../text/cell-structure.ts'
import {memoizeByLocale} from '../../text/memoize.ts'
import {foldSpace, foldWidth} from '../../text/normalize.ts'
import {dropMarks, dropRaised} from './footnotes.ts'
import {readGap} from './gap-words.ts'
import {broken, joinNumbers, type PortsReading, withoutNumbers, words} from './join-numbers.ts'
import {groupDigits, toAsciiDigits} from './numerals.ts'
import {closeRanges} from './open-ranges.ts'
import {readPortNumbers} from './port-numbers.ts'
import {MAX_PORT, mergeRanges, type Range} from './ranges.ts'
import {flattenBrackets, readBrackets} from './remarks.ts'
import {unclearNumbers} from './unclear-numbers.ts'

/** A cell of ports is short; what is longer is prose. */
const MAX_LENGTH = 1000

/** `*`, `\*`, and `[1]` after a number; they point to a note below the table. */
const FOOTNOTE_RE = /\\?\*|\[[0-9a-z]\]/gu

/** A remark in brackets that holds no digit; at most 100 characters, so that the search stays linear. */
const REMARK_RE = /\([^()0-9]{0,100}\)/gu

/**
 * Two numbers grouped by spaces alike, with a separator or word between them: `50 000 – 59 999`. Where a language doesn't group
 * so, a lone `22 443` may be two ports.
 */
const SPACED_PAIR_RE =
  /(?<![0-9] ?)([1-9][0-9]?) ([0-9]{3})([^0-9,;/]{1,8})([1-9][0-9]?) ([0-9]{3})(?! ?[0-9])/gu

/** A list separator without a next member. */
const TRAILING_RE = /[,;、]\s?$/u

/** The same few texts stand in most cells. */
const MEMORY = 4000

/** A cell as a grammar of numbers reads it: one kind of digits and spaces, no marks of notes, ranges with both bounds. */
export const plainNumbers: (text: string, locale: string) => string = memoizeByLocale(
  (text, locale) => toPlain(text, locale),
  MEMORY,
)

function toPlain(text: string, locale: string): string {
  const folded = foldSpace(toAsciiDigits(foldWidth(dropRaised(readableText(text)))))
  const unmarked = dropMarks(flattenBrackets(folded), locale)
  return closeRanges(readBrackets(openRemarks(unmarked, locale), locale), locale)
}

/** A short remark right after a number. */
const AFTER_NUMBER_RE = /(?<![0-9])([0-9]{1,5}) ?\(([^()0-9]{1,40})\)/gu

/** `1024 (and above)` without its brackets: a remark that opens a range is no remark. */
const openRemarks = (text: string, locale: string): string =>
  text.includes('(')
    ? text.replace(AFTER_NUMBER_RE, (all, number: string, remark: string) => {
        const plain = `${number} ${remark.trim()}`
        return closeRanges(plain, locale) === plain ? all : plain
      })
    : text

/**
 * Ports of a cell in a locale's writing, sorted, each range once; "any" is `[[0, 65535]]`. Never throws, never guesses:
 * what has no single reading is refused with a reason.
 *
 * A group of digits is one or two digits, a group separator, and exactly three digits, together at most 65,535. So
 * `443,5061` and `443,444` are lists, and `5,061` is one port: a list without a space after its comma is written
 * that way only where the reading as one number is impossible, or where another comma of the cell is such a one.
 */
export function parsePorts(text: string, locale: string): PortsReading {
  if (text.length > MAX_LENGTH) return words('the text is too long for a cell of ports')
  const plain = plainNumbers(text, locale)
  const hasDigit = /[0-9]/u.test(plain)
  const bare = plain.replace(FOOTNOTE_RE, '').trim()
  if (!hasDigit) return readWords(bare === '' ? plain : bare, locale)
  const paired = bare.replace(REMARK_RE, ' ').replace(SPACED_PAIR_RE, '$1$2$3$4$5')
  const cell = closeRanges(paired.replace(TRAILING_RE, '').trim(), locale)
  const numbers = readPortNumbers(cell, localeData(locale).digitGroups)
  if (!numbers.ok) return broken(numbers.reason)
  const gaps = numbers.gaps.map((gap) => readGap(gap, locale))
  const reading = joinNumbers(numbers.values, gaps, locale)
  if (!reading.ok) return reading
  // The highest port written out is the end of a range of its own.
  if (reading.ranges.length > 1 && !/65.?535/u.test(text.normalize('NFKC')) && coversAll(reading.ranges))
    return broken('bounds on both sides may be those of one range; write it with a dash')
  const isRange = reading.ranges.some(([low, high]) => low < high)
  const named = isRange ? undefined : bare.match(REMARK_RE)?.find((remark) => namesRange(remark, locale))
  if (named !== undefined) return broken(withoutNumbers(named))
  const unclear = unclearNumbers(cell, gaps)
  return unclear === null ? reading : broken(unclear)
}

/** `above 1024 and below 2048`: everything, read as a list. */
const coversAll = (ranges: readonly Range[]): boolean => {
  const [only, more] = mergeRanges(ranges)
  return more === undefined && only !== undefined && only[0] <= 1 && only[1] === MAX_PORT
}

const namesRange = (text: string, locale: string): boolean =>
  readGap(text, locale).some(({kind}) => kind === 'named')

function readWords(text: string, locale: string): PortsReading {
  if (text === '') return words('the cell is empty')
  if (namesRange(text, locale)) return words(withoutNumbers(text))
  const tokens = readGap(text.replace(REMARK_RE, ' '), locale)
  const any = tokens.some(({kind}) => kind === 'any')
  if (any && tokens.every(({kind}) => kind === 'any' || kind === 'skip'))
    return {ok: true, ranges: [[0, MAX_PORT]], any: true}
  return words(`no port number in “${foldSpace(text).slice(0, 60)}”`)
}

/** Writes ports in a locale's style; digits are grouped only where both bounds of a range have five. */
export function formatRanges(ranges: readonly Range[], locale: string): string {
  const {style, digitGroups, listSeparators, anyWords} = localeData(locale)
  const [first] = ranges
  if (ranges.length === 1 && first?.[0] === 0 && first[1] === MAX_PORT) return anyWords[0] ?? 'Any'
  const separator = listSeparators[0] ?? ','
  const write = ([low, high]: Range): string => {
    if (low === high) return String(low)
    const [from, to] = [low, high].map((port) =>
      low < 10000 ? String(port) : groupDigits(port, digitGroups[0] ?? ''),
    )
    return style.range.replace('{low}', from ?? '').replace('{high}', to ?? '')
  }
  return ranges.map(write).join(separator === ',' ? ', ' : separator)
}
