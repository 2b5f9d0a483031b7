/** What tables show of a dataset beside their own rows: of a whole build, or of one topic that a script has loaded. */

import {restrictionOfHeader} from '../../facts/limits/restricting-columns.ts'
import type {Endpoint, Finding, LedgerEntry, Row, Table, Topic} from '../../model/schema.ts'
import type {Dataset} from './dataset.ts'
import {refusalOf} from './row-refusal.ts'
import type {UnitPlace} from './site-dataset.ts'

export interface TableSource {
  kb: {locales: readonly string[]}
  endpoints: ReadonlyMap<string, Endpoint>
  findings: ReadonlyMap<string, Finding>
  /** Where the unit behind a text stands; null where that isn't known. */
  placeOf: (unit: string | null) => UnitPlace | null
  /** Ids that rules of a topic had in the earlier dataset and have no more, by the id that they have now. */
  earlierRules: (topic: string) => ReadonlyMap<string, readonly string[]>
  /** Why a row gives no rule; null for one that gives a rule, and where nothing tells. */
  refusalOf: (row: Row, table: Table, topic: Topic) => LedgerEntry['reason'] | null
  /** Whether nothing reads a column, by its number from 0, with the header that is shown above it. */
  isUnread: (
    place: {topic: Topic; table: Table; column: number},
    header: {text: string; lang: string},
  ) => boolean
}

export const tableSource = (dataset: Dataset): TableSource => ({
  ...dataset,
  refusalOf: (row, {table}, {editions}) => refusalOf(row, dataset.kb.ledger, {editions, table}),
  isUnread: ({table, column}, {text, lang}) => isUnread(table, column, text, lang),
})

/** A column that restricts what stands in the others is read with them. */
export const isUnread = (table: Table, column: number, header: string, lang: string): boolean =>
  table.portTable && table.columns[column] === 'other' && restrictionOfHeader(header, lang) === null
