/** Says aloud that a table whose headers name ports gave no rule, because none of its cells could be read as ports. */
import {transportsIn} from '../../facts/protocol-words.ts'
import {MISSING_TEXT} from '../../text/missing-text.ts'
import type {Source} from '../source.ts'
import type {Column} from '../table/column.ts'
import {portKinds} from '../table/column-kinds.ts'
import {findCounts, findForeign} from '../table/decoys.ts'
import {namesPorts} from '../table/port-like-words.ts'

/** What is longer is no cell of a transport. */
const MAX_CELL = 40
/** A port that counts nothing: three figures or more, and none beside them. */
const portRE = /(?<![\p{N}.])[1-9][0-9]{2,4}(?![\p{N}.])/u

const textsOf = ({cells}: Column): string[] =>
  cells.map(({source, target}) => source ?? target).filter((text) => text !== '')

/** Whether the columns of a table that was not taken for one of ports look like them: by header, and by figures or transports. */
export function looksLikePorts(columns: readonly Column[], locale: string): boolean {
  const ports = columns.filter(
    ({kind, header}) => portKinds.has(kind) && header !== null && namesPorts(header),
  )
  if (ports.length === 0 || findForeign(columns, locale) !== null) return false
  // Text that is not known is told where it is missing.
  const texts = ports.flatMap(textsOf).filter((text) => !text.includes(MISSING_TEXT))
  if (texts.length === 0 || findCounts(columns, locale) !== null) return false
  const figures = texts.filter((text) => portRE.test(text))
  const named = columns.some(
    (column) =>
      transportsIn(column.header ?? '').length > 0 ||
      textsOf(column).some((text) => text.length <= MAX_CELL && transportsIn(text).length > 0),
  )
  return named || figures.length * 2 > texts.length
}

/** Tells it at the table. */
export const reportUnread = (source: Source, offset: number): void =>
  source.report(
    offset,
    'warning',
    'unread-table',
    'A header of this table names ports, and no cell below it could be read as one: it gives no rule',
    'Write the ports as numbers, one transport beside them.',
  )
