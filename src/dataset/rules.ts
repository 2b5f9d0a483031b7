/** Reads the rule of each row of a topic: from its English, else from what most of its editions say. */
import type {EditionCell} from './edition.ts'
import {cellAt, type English} from './english.ts'
import {type FactsReading, rowToFacts} from './facts.ts'
import type {MergedRow, MergedTable} from './merge.ts'
import {compareBy} from './order.ts'
import {factsIdentity} from './rule-id.ts'
import type {ColumnKind} from './schema.ts'

/** What is known of an edition when its row is read. */
export interface RuleReader {
  localeOf: (edition: string) => string
  columns: ColumnKind[]
}

/** The reading of one row; `english` holds one entry a column. */
export const readRule = (
  table: MergedTable,
  row: MergedRow,
  english: (English | null)[],
  heading: string | null,
  {localeOf, columns}: RuleReader,
): FactsReading => {
  const context = heading === null ? {} : {heading}
  const fromEnglish = rowToFacts({
    columns,
    cells: columns.map((_, column) => ({source: english[column]?.text ?? null, target: ''})),
    locale: 'en',
    language: 'source',
    ...context,
  })
  const complete = columns.every(
    (_, column) => english[column] !== null || isEmptyEverywhere(table, row, column),
  )
  if (fromEnglish.ok || (complete && fromEnglish.reason !== 'unreadable')) return fromEnglish

  const readings = [...row.editions].map(([edition, own]) =>
    rowToFacts({
      columns,
      cells: columns.map((_, column) => targetOnly(cellAt(table, edition, own, column))),
      locale: localeOf(edition),
      language: 'target',
      ...context,
    }),
  )
  const read = readings.filter((reading) => reading.ok)
  const [most] = [...Map.groupBy(read, ({facts}) => factsIdentity(facts)).values()].toSorted(
    compareBy((group) => -group.length),
  )
  const [winner] = most ?? []
  if (winner) return complete ? {...winner, anomalies: [...winner.anomalies, fromEnglish.message]} : winner
  return complete ? fromEnglish : (readings[0] ?? fromEnglish)
}

const targetOnly = (cell: EditionCell | undefined): {source: null; target: string} => ({
  source: null,
  target: cell?.target ?? '',
})

const isEmptyEverywhere = (table: MergedTable, row: MergedRow, column: number): boolean =>
  [...row.editions].every(([edition, own]) => (cellAt(table, edition, own, column)?.target ?? '') === '')
