/** Reads and writes the ports of a cell: `"50,000 ～ 59,999"`, `"67/68"`, `"3478-3481 et 49152 – 53247"`, `"Any"`. */
import {localeData} from '../../languages/languages.ts'
import {plainText, readableText} from '../../text/cell-structure.ts'
import {foldSpace, foldWidth} from '../../text/normalize.ts'
import {dropMarks, dropRaised} from './footnotes.ts'
import {framesOf, type GapToken, readGap} from './gap-words.ts'
import {groupDigits, toAsciiDigits} from './numerals.ts'
import {closeRanges} from './open-ranges.ts'
import {readPortNumbers} from './port-numbers.ts'
import {MAX_PORT, type Range, sortRanges} from './ranges.ts'

export type PortsReading =
  | {ok: true; ranges: Range[]; any: boolean}
  /** `words`: the cell speaks of something else than numbers of ports; `broken`: its numbers can't be read. */
  | {ok: false; reason: string; kind: 'words' | 'broken'}

/** A cell of ports is short; what is longer is prose. */
const MAX_LENGTH = 1000

/** `*`, `\*`, and `[1]` after a number; they point to a note below the table. */
const FOOTNOTE_RE = /\\?\*|\[[0-9a-z]\]/gu

/** A remark in brackets that holds no digit; at most 80 characters, so that the search stays linear. */
const REMARK_RE = /\([^()0-9]{0,80}\)/gu

/**
 * Two numbers grouped by spaces alike, with a sign or word between them: `50 000 – 59 999`. Where a language doesn't group
 * so, a lone `22 443` may be two ports.
 */
const SPACED_PAIR_RE =
  /(?<![0-9] ?)([1-9][0-9]?) ([0-9]{3})([^0-9,;/]{1,8})([1-9][0-9]?) ([0-9]{3})(?! ?[0-9])/gu

/** A sign of a list without a next member. */
const TRAILING_RE = /[,;、]\s?$/u

const broken = (reason: string): PortsReading => ({ok: false, reason, kind: 'broken'})
const words = (reason: string): PortsReading => ({ok: false, reason, kind: 'words'})

/** A cell as a grammar of numbers reads it: one kind of digits and spaces, no marks of notes. */
export const plainNumbers = (text: string, locale: string): string =>
  openRemarks(dropMarks(foldSpace(toAsciiDigits(foldWidth(dropRaised(readableText(text))))), locale), locale)

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
 * A group of digits is one or two digits, a grouping sign, and exactly three digits, together at most 65,535. So
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
  const reading = readRanges(numbers.values, gaps, locale)
  const pair = reading.ok ? unclearPair(cell, gaps) : null
  return pair === null ? reading : broken(pair)
}

/** `22,443`: one port, or two without a space between them. */
const COMMA_PAIR_RE = /(?<![0-9][,.’']?)([1-9][0-9]),([1-9][0-9]{2})(?!,?[0-9])/gu
/** `80:8080`: a port that is mapped to another one, more often than a range across the system ports. */
const COLON_PAIR_RE = /(?<![0-9])([0-9]{1,4}) ?: ?([0-9]{4,5})(?![0-9])/gu
/** The first port that is no system port (RFC 6335, section 6). */
const FIRST_USER_PORT = 1024

/** Why numbers that can be read in one way may as well be meant in another; null when they may not. */
function unclearPair(cell: string, gaps: readonly GapToken[][]): string | null {
  for (const [pair, low, high] of cell.matchAll(COLON_PAIR_RE)) {
    const [from, to] = [Number(low), Number(high)]
    if (from > 1 && from < FIRST_USER_PORT && to >= FIRST_USER_PORT)
      return `“${pair}” may be a range or one port mapped to another`
  }
  if (gaps.some((gap) => gap.some(({kind}) => kind === 'range' || kind === 'mid'))) return null
  for (const [pair, head = '', tail = ''] of cell.matchAll(COMMA_PAIR_RE))
    if (Number(head + tail) <= MAX_PORT) return `“${pair}” may be one port or two`
  return null
}

function readWords(text: string, locale: string): PortsReading {
  if (text === '') return words('the cell is empty')
  const tokens = readGap(text.replace(REMARK_RE, ' '), locale)
  const any = tokens.some(({kind}) => kind === 'any')
  if (any && tokens.every(({kind}) => kind === 'any' || kind === 'skip'))
    return {ok: true, ranges: [[0, MAX_PORT]], any: true}
  return words(`no port number in “${foldSpace(text).slice(0, 60)}”`)
}

function readRanges(values: readonly number[], gaps: readonly GapToken[][], locale: string): PortsReading {
  const foreign = gaps.findIndex((gap) => gap.some(({kind}) => kind === 'unknown' || kind === 'any'))
  const stranger = gaps[foreign]?.find(({kind}) => kind === 'unknown' || kind === 'any')
  if (stranger) {
    // Marks of the cell's structure are no text that a reader could look for.
    const text = plainText(stranger.text)
    const reason = text === '' ? 'unexpected markup between its numbers' : `unexpected “${text}”`
    return foreign === 0 ? words(reason) : broken(reason)
  }
  const ranges: Range[] = []
  let low: number | null = null
  for (const [i, value] of values.entries()) {
    const joint = jointAfter(gaps, i, locale, i === values.length - 1)
    if (joint === null) return broken(`no range or list sign between ${value} and ${values[i + 1] ?? ''}`)
    if (joint === 'range') {
      if (low !== null) return broken('a range has more than two bounds')
      low = value
      continue
    }
    if (low !== null && low > value) return broken(`the range runs backwards: ${low} to ${value}`)
    ranges.push([low ?? value, value])
    low = null
  }
  return {ok: true, ranges: sortRanges(ranges), any: false}
}

/** What joins number `i` to the next one; `end` after the last, null when nothing does or two things do. */
function jointAfter(
  gaps: readonly GapToken[][],
  i: number,
  locale: string,
  last: boolean,
): 'range' | 'list' | 'end' | null {
  const before = gaps[i] ?? []
  const gap = gaps[i + 1] ?? []
  const after = gaps[i + 2] ?? []
  const told = gap.filter(({kind}) => kind !== 'skip' && kind !== 'open' && kind !== 'close')
  if (i === 0 && before.some(({kind}) => kind === 'range')) return null
  if (last) return told.length === 0 ? 'end' : null
  if (told.length === 1 && told[0]?.kind === 'range') return 'range'
  const framed = framesOf(locale).some(
    ({open, mid, close}) =>
      (open !== '' || close !== '') &&
      told.length === 1 &&
      told[0]?.text === mid &&
      (open === '' || before.some(({text}) => text === open)) &&
      (close === '' || after.some(({text}) => text === close)),
  )
  if (framed) return 'range'
  return told.length > 0 && told.every(({kind}) => kind === 'list' || kind === 'and') ? 'list' : null
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
