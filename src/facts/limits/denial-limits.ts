/** What notes limit a row to that denies: the machines that it leaves alone. What forbids says no more than the row does. */
import {asksForOpening, denialIn} from '../denied-text.ts'
import type {RowCell} from '../row/row-cell.ts'
import type {PortLimits} from '../table-frame.ts'
import {restrictionWordsOf} from './restrictions.ts'
import {type Limit, sentencesOf} from './stated-limits.ts'

/**
 * “Blocked except from admins” leaves admins out of what is stopped. “Not from outside” stops them once more: as a limit of the row
 * it would stop all others. Whom “only from admins” is about, who is stopped or who still comes in, is a condition: the row stops no less.
 */
export function limitsOfDenial(
  {limits, unclear}: PortLimits,
  row: readonly RowCell[],
  locale: string,
): PortLimits {
  const kept = limits.filter((limit) => isException(limit, locale))
  const [open = null] = limits.filter((limit) => !isException(limit, locale) && !isSame(limit, locale))
  const unread = unclear === null || denialIn(unclear, locale) !== null ? null : unclear
  return {limits: kept, unclear: open?.quote ?? unread ?? allowanceIn(row, locale)}
}

const isException = ({kind, words, quote}: Limit, locale: string): boolean =>
  kind === 'except' &&
  restrictionWordsOf(locale).except.isIn(words) &&
  (denialIn(quote, locale) !== null || !asksForOpening(quote, locale))

/** Whether a limit keeps out once more. */
const isSame = ({kind, words}: Limit, locale: string): boolean =>
  kind === 'except' && !restrictionWordsOf(locale).except.isIn(words)

/** The sentence of a note by which a row that denies lets through all the same, now and then: “Allow on weekends”. */
const allowanceIn = (row: readonly RowCell[], locale: string): string | null =>
  row
    .filter(({kind, isKnown}) => kind === 'notes' && isKnown)
    .flatMap(({text}) => sentencesOf(text))
    .find((sentence) => asksForOpening(sentence, locale) && denialIn(sentence, locale) === null) ?? null
