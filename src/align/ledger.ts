/** The ledger: every table row of every document is behind a rule of the dataset, or listed here with a reason. */
import type {Edition, EditionRow} from '../model/edition.ts'
import {compareBy} from '../model/order.ts'
import type {Ledger, LedgerEntry} from '../model/schema.ts'

/** What became of one row of one edition; `null` reason: it stands behind a published rule. */
export interface RowOutcome {
  edition: string
  table: number
  row: EditionRow
  reason: LedgerEntry['reason'] | null
}

/**
 * Adds the rows up. Rows whose outcome nobody reported are entered as `unaligned`, so that the two sides always balance
 * and a gap in alignment shows.
 */
export const buildLedger = (editions: Edition[], outcomes: RowOutcome[]): Ledger => {
  const known = new Map(
    outcomes.map((outcome) => [rowKey(outcome.edition, outcome.table, outcome.row.row), outcome]),
  )
  const rows = editions.flatMap(({info, tables}) =>
    tables.flatMap(({table, rows}) =>
      rows.map((row) => known.get(rowKey(info.id, table, row.row)) ?? unaligned(info.id, table, row)),
    ),
  )
  const unread = editions.flatMap(unreadRows)
  const entries = rows
    .flatMap(({edition, table, row, reason}): LedgerEntry[] =>
      reason === null ? [] : [{place: row.place, edition, table, row: row.row, reason}],
    )
    .concat(unread)
    .toSorted(
      compareBy(
        ({edition}) => edition,
        ({table}) => table,
        ({row}) => row,
      ),
    )
  return {
    read: rows.length + unread.length,
    published: rows.length + unread.length - entries.length,
    entries,
  }
}

/** Rows of tables that were passed over because they name no ports. */
const unreadRows = ({info, unread}: Edition): LedgerEntry[] =>
  unread.flatMap(({table, rows}) =>
    rows.map((place, index) => ({
      place,
      edition: info.id,
      table,
      row: index + 1,
      reason: 'not-a-port-table' as const,
    })),
  )

const rowKey = (edition: string, table: number, row: number): string => `${edition}\n${table}\n${row}`

const unaligned = (edition: string, table: number, row: EditionRow): RowOutcome => ({
  edition,
  table,
  row,
  reason: 'unaligned',
})
