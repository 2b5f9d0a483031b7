/**
 * Infers the English of a table that no edition states English for, to be shown as a help to readers: from the memory, or
 * from rows of other tables that share the row's facts. It proves nothing: see `isStated`.
 */
import type {EditionRow, EditionTable} from '../../model/edition.ts'
import {compareBy} from '../../model/order.ts'
import type {MergedRow, MergedTable} from '../merge.ts'
import {cellAt, type English} from './cell-english.ts'
import type {Memory} from './memory.ts'
import {rowFigures} from './row-figures.ts'

/** A table whose English is known. */
export interface Donor {
  edition: string
  table: EditionTable
}

export interface Donors {
  /** Rows with English of tables of a width, by the facts that they share with rows in any language. */
  rowsLike: (width: number, figures: string) => readonly DonorRow[]
}

interface DonorRow extends Donor {
  row: EditionRow
}

/** Indexes the rows of donors on the first question. */
export const createDonors = (tables: readonly Donor[]): Donors => {
  let index: ReadonlyMap<string, DonorRow[]> | null = null
  const keyOf = (width: number, figures: string): string => `${width} ${figures}`
  return {
    rowsLike: (width, figures) => {
      index ??= Map.groupBy(
        tables.flatMap(({edition, table}) => table.rows.map((row): DonorRow => ({edition, table, row}))),
        ({table, row}) => keyOf(table.columns.length, rowFigures(row) ?? ''),
      )
      return figures === '' ? [] : (index.get(keyOf(width, figures)) ?? [])
    },
  }
}

/** How many tables that share facts are looked at. */
const MOST_DONORS = 3
/** Of the rows with facts so many must stand in the other table. */
const LEAST_SHARED = 0.5
/** Below this fit a text of another table is not taken, however well its row agrees. */
const LOWEST_FIT = 0.2

/** English of a cell; `column` counts from 0. */
export type EnglishOf = (row: MergedRow, column: number) => English | null

/** English for a table: of the memory where a text is known, else the best fitting text of rows that share its facts. */
export const inferEnglish = (
  table: MergedTable,
  donors: Donors,
  memory: Memory,
  localeOf: (edition: string) => string,
): EnglishOf => {
  const near = nearest(table, donors)
  return (row, column) => {
    const texts = [...row.editions].flatMap(([edition, own]) => {
      const target = cellAt(table, edition, own, column)?.target ?? ''
      return target === '' ? [] : [{target, locale: localeOf(edition)}]
    })
    for (const {target, locale} of texts) {
      const known = memory.lookup(locale, target)
      if (known) return {text: known.source, origin: 'memory', from: known.edition}
    }
    const rivals = near.flatMap(({edition, header, rows}) => {
      const same = row === table.header ? (header ?? undefined) : rows.get(row)
      const text = same?.cells[column]?.source ?? ''
      if (text === '') return []
      const fit = Math.max(0, ...texts.map(({target, locale}) => memory.likeness(locale, text, target)))
      return [{english: {text, origin: 'shape' as const, from: edition}, fit}]
    })
    // What a header word means is known from its column, so that any wording will do.
    const [best] = rivals
      .filter(({fit}) => texts.length > 0 && (row === table.header || fit >= LOWEST_FIT))
      .toSorted(
        compareBy(
          ({fit}) => -fit,
          ({english}) => english.text,
        ),
      )
    return best?.english ?? null
  }
}

/** A donor with those of its rows that share the facts of a row of the table. */
interface NearTable {
  edition: string
  header: EditionRow | null
  rows: ReadonlyMap<MergedRow, EditionRow>
}

/** The tables that share most rows, by their facts. */
const nearest = ({backbone, rows}: MergedTable, donors: Donors): NearTable[] => {
  const found = new Map<EditionTable, {donor: Donor; rows: Map<MergedRow, EditionRow>}>()
  let withFacts = 0
  for (const row of rows) {
    const [own] = row.editions.values()
    const figures = own === undefined ? null : rowFigures(own)
    if (figures === null) continue
    withFacts += 1
    for (const {edition, table, row: other} of donors.rowsLike(backbone.columns.length, figures)) {
      const near = found.get(table) ?? {donor: {edition, table}, rows: new Map<MergedRow, EditionRow>()}
      if (!near.rows.has(row)) near.rows.set(row, other)
      found.set(table, near)
    }
  }
  return [...found.values()]
    .filter((near) => near.rows.size >= LEAST_SHARED * withFacts)
    .toSorted(
      compareBy(
        (near) => -near.rows.size,
        ({donor}) => donor.edition,
        ({donor}) => donor.table.table,
      ),
    )
    .slice(0, MOST_DONORS)
    .map((near) => ({edition: near.donor.edition, header: near.donor.table.header, rows: near.rows}))
}
