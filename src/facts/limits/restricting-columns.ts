/** Columns whose headers restrict: `Excluded sources`, `Restricted to`, `Internal only`. What stands in them is no end and no remark. */
import type {ColumnKind} from '../../model/schema.ts'
import {memoizeByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import {isNone} from '../columns/port-part.ts'
import {senseOfHeader} from '../denied-text.ts'
import type {RowCell} from '../row/row-cell.ts'
import {isState, stateIn} from '../rule-state.ts'
import {answerIn} from '../transport-ticks.ts'
import {holdsAddress, restrictionWordsOf} from './restrictions.ts'
import {isEnd, type Limit} from './sentence-limits.ts'
import {isShort, limitsIn} from './stated-limits.ts'

const MEMORY = 1000
/** A longer header is a sentence. */
const MAX_HEADER = 60

/** Columns of ends, and those that nothing else reads. */
const restrictable: ReadonlySet<ColumnKind> = new Set([
  ...(['source', 'destination', 'host', 'peer', 'ends', 'address', 'other'] as const),
])

/** How a header restricts what stands below it: `Restricted to`, `Not from`, `Blocked sources`; null where it doesn't. */
export const restrictionOfHeader = (header: string, locale: string): 'only' | 'except' | null =>
  read(header, locale) || null

// What stands in brackets is said of all rows: `Source (staff only)`.
const read = memoizeByLocale((header, locale): 'only' | 'except' | '' => {
  const folded = foldSearch(header.replaceAll(/[([（［][^)\]）］]*[)\]）］]/gu, ' '))
  const {excluding, only, plain} = restrictionWordsOf(locale)
  const told = plain.without(folded)
  if (folded === '' || folded.length > MAX_HEADER) return ''
  if (excluding.isIn(told)) return 'except'
  if (only.isIn(told)) return 'only'
  return senseOfHeader(told, locale) === 'deny' ? 'except' : ''
}, MEMORY)

/** Whether a cell stands in a column that restricts, of which it says something. */
export const isRestricting = ({kind, header, text}: RowCell, locale: string): boolean =>
  restrictable.has(kind) &&
  !isNone(text, locale) &&
  answerIn(text, locale) !== 'no' &&
  restrictionOfHeader(header, locale) !== null

/** Whether a column that nothing else reads names who is let in: `Allowed sources`. Words for it are those of use as well. */
const letsIn = ({header, text}: RowCell, locale: string): boolean =>
  header.length <= MAX_HEADER &&
  senseOfHeader(header, locale) === 'allow' &&
  restrictionOfHeader(header, locale) === null &&
  (holdsAddress(foldSearch(text)) || (isEnd(foldSearch(header), locale) && isEnd(foldSearch(text), locale)))

/** The cells of a row without those whose columns take back what they name: none is an end. */
export const withoutExclusions = (row: readonly RowCell[], locale: string): RowCell[] =>
  row.map((cell) =>
    cell.kind !== 'other' &&
    restrictable.has(cell.kind) &&
    restrictionOfHeader(cell.header, locale) === 'except'
      ? {...cell, kind: 'other', side: cell.kind === 'destination' ? 'destination' : 'source'}
      : cell,
  )

/** What a short cell limits whatever its column is called: `Local only`, `LAN only`; or whether only the machine itself is meant. */
function limitsOfCell(text: string, locale: string): {limits: Limit[]; isOfItself: boolean} {
  const limits = limitsIn(text, locale).filter(({name}) => isEnd(name, locale))
  const isOfItself = limits.length === 0 && restrictionWordsOf(locale).loopback.isIn(foldSearch(text))
  return {limits, isOfItself}
}

/** What the columns that restrict limit a row to; what is not understood is said as a quote. */
export function columnLimits(
  row: readonly RowCell[],
  locale: string,
): {limits: Limit[]; unclear: string | null} {
  const limits: Limit[] = []
  let unclear: string | null = null
  for (const cell of row) {
    if (!cell.isKnown) continue
    if (isState(cell, locale)) {
      // What is off until somebody turns it on needs its ports from then on.
      if (stateIn(cell.text, cell.header, locale) === 'off') unclear ??= `${cell.header}: ${cell.text}`
      continue
    }
    if (cell.kind !== 'other') continue
    const {header, text, side = null} = cell
    const quote = `${header}: ${text}`
    if (letsIn(cell, locale))
      limits.push({side, kind: 'only', name: foldSearch(text), words: foldSearch(quote), quote})
    if (!isRestricting(cell, locale)) {
      const told = isShort(foldSearch(text)) ? limitsOfCell(text, locale) : null
      limits.push(...(told?.limits ?? []).map((limit) => ({...limit, quote})))
      if (told?.isOfItself) unclear ??= quote
      continue
    }
    const kind = restrictionOfHeader(header, locale) === 'only' ? 'only' : 'except'
    const isYes = answerIn(text, locale) === 'yes'
    const own = limitsIn(isYes ? header : text, locale)
    if (own.length > 0) limits.push(...own.map((limit) => ({...limit, quote})))
    else if (!isYes && (side !== null || isEnd(foldSearch(text), locale)))
      limits.push({side, kind, name: foldSearch(text), words: foldSearch(quote), quote})
    else unclear ??= quote
  }
  return {limits, unclear}
}
