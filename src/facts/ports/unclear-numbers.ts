/** Numbers of a cell that can be read as ports in one way and may as well be meant in another. */
import {BREAK} from '../../text/cell-structure.ts'
import type {GapToken} from './gap-words.ts'
import {MAX_PORT} from './ranges.ts'

/** `22,443`: one port, or two without a space between them. */
const COMMA_PAIR_RE = /(?<![0-9][,.’']?)([1-9][0-9]),([1-9][0-9]{2})(?!,?[0-9])/gu
/** `80:8080`: a port that is mapped to another one, or a range. */
const COLON_PAIR_RE = /(?<![0-9])([0-9]{1,5}) ?: ?([0-9]{2,5})(?![0-9])/gu
/** No service has a port of its own from here on (RFC 6335, section 6), so that nothing is mapped to one. */
const FIRST_DYNAMIC_PORT = 49152
/** `5060/61`: 5060 and 5061, or 5060 and 61. */
const SHORT_PAIR_RE = /(?<![0-9])([0-9]{3,5})\/([0-9]{1,2})(?![0-9])/gu
/** So far is the second port of such a pair from the first. */
const NEAR = 9
/** `24/7`, `7 x 24`: hours of service. */
const HOURS_RE = new RegExp(`(?<![0-9${BREAK}])(?:24 ?[/x×] ?7|7 ?[/x×] ?24)(?![0-9])`, 'iu')
/** `3/16/2026`, `2026/3/16`. */
const DATE_RE =
  /(?<![0-9])(?:(?:19|20)[0-9]{2}\/[0-9]{1,2}\/[0-9]{1,2}|[0-9]{1,2}\/[0-9]{1,2}\/(?:19|20)[0-9]{2})(?![0-9])/u

/** Why the numbers are unclear; null when they are clear. The text is that of the cell in plain digits. */
export function unclearNumbers(cell: string, gaps: readonly GapToken[][]): string | null {
  const [hours] = HOURS_RE.exec(cell) ?? []
  if (hours !== undefined) return `“${hours}” may be hours of service`
  const [date] = DATE_RE.exec(cell) ?? []
  if (date !== undefined) return `“${date}” may be a date`
  for (const [pair, low, high] of cell.matchAll(COLON_PAIR_RE))
    if (Number(low) > 1 && Number(low) < FIRST_DYNAMIC_PORT && Number(high) !== MAX_PORT)
      return `“${pair}” may be a range or one port mapped to another; write a range with a dash`
  for (const [pair, first = '', last = ''] of cell.matchAll(SHORT_PAIR_RE)) {
    const meant = Number(first.slice(0, -last.length) + last)
    if (meant > Number(first) && meant - Number(first) <= NEAR)
      return `“${pair}” may be ${first} and ${meant}, or ${first} and ${last}; write each port in full`
  }
  if (gaps.some((gap) => gap.some(({kind}) => kind === 'range' || kind === 'mid'))) return null
  for (const [pair, head = '', tail = ''] of cell.matchAll(COMMA_PAIR_RE))
    if (Number(head + tail) <= MAX_PORT)
      return `“${pair}” may be one port or two; put a space behind the comma of a list`
  return null
}
