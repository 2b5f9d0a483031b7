/** Columns headed by an end, with an answer in each cell: `From the Internet`, and `Yes` or `No` below. */
import {restrictionOfHeader} from '../limits/restricting-columns.ts'
import {limitBeside, namesEnd} from '../limits/stated-limits.ts'
import type {RowCell} from '../row/row-cell.ts'
import {answerIn, crossRE} from '../transport-ticks.ts'

type Side = 'source' | 'destination'

/**
 * The row with the ends that are answered with yes, named as their headers do; where one is, a no beside it says nothing more. A
 * yes below a header that names no end stays.
 */
export function withAnsweredEnds(row: readonly RowCell[], locale: string): RowCell[] {
  return (['source', 'destination'] as const).reduce<RowCell[]>(
    (cells, side) => withEndsOf(side, cells, locale),
    [...row],
  )
}

function withEndsOf(side: Side, row: RowCell[], locale: string): RowCell[] {
  const answered = row.filter(({kind, text}) => kind === side && answerIn(text, locale) !== null)
  const named = answered.filter(({text}) => answerIn(text, locale) === 'yes')
  const names = named.map(({header}) => endOf(header, side, locale))
  const [first] = named
  if (first === undefined || names.includes(null)) return row
  const text = names.join(', ')
  return row.map((cell) =>
    cell === first
      ? {...cell, text, read: text}
      : answered.includes(cell)
        ? {...cell, text: '', read: ''}
        : cell,
  )
}

/** `the Internet` of `From the Internet`; null where the header names nothing on that side. */
function endOf(header: string, side: Side, locale: string): string | null {
  const limit = limitBeside(header, locale)
  if (limit?.kind !== 'only' || (limit.side !== null && limit.side !== side) || !namesEnd(limit.name, locale))
    return null
  const at = header.toLowerCase().lastIndexOf(limit.name)
  return at === -1 ? limit.name : header.slice(at, at + limit.name.length)
}

/** The side of a header that names an end with the word for its way, and restricts nothing; null for any other. */
export function sideOfHeader(header: string, locale: string): Side | null {
  const limit = header === '' ? null : limitBeside(header, locale)
  return limit?.kind === 'only' &&
    restrictionOfHeader(header, locale) === null &&
    namesEnd(limit.name, locale)
    ? limit.side
    : null
}

/** A cell that answers where its header names no end: who answers? A cross beside another answer may say yes or no. */
export const answerWithoutEnd = (row: readonly RowCell[], locale: string): RowCell | undefined =>
  row.find(
    (cell) =>
      (cell.kind === 'source' || cell.kind === 'destination' || cell.kind === 'host') &&
      (answerIn(cell.text, locale) === 'yes' ||
        (crossRE.test(cell.text) && row.some((other) => other !== cell && isAnswer(other, locale)))),
  )

const isAnswer = ({text}: RowCell, locale: string): boolean =>
  crossRE.test(text) || answerIn(text, locale) !== null
