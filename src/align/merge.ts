/** Lays the editions of one topic over each other: which table, row and cell of one is which of the others. */

import type {Edition, EditionRow, EditionTable} from '../model/edition.ts'
import {alignSequences} from './align-sequences.ts'
import {fingerprintRow, fingerprintTable, rowSimilarity, tableSimilarity} from './english/row-fingerprint.ts'

/** One row of a topic with the row of each edition that has it, by edition id. */
export interface MergedRow {
  editions: Map<string, EditionRow>
}

/** One table of a topic; `backbone` is the edition table that gave it its shape. */
export interface MergedTable {
  backbone: EditionTable
  tables: Map<string, EditionTable>
  header: MergedRow
  rows: MergedRow[]
}

/**
 * Merges the tables of all editions, in the order given (the first gives the structure). A table or row that only a
 * later edition has is put in after its neighbour, so that nothing is lost.
 */
export const mergeTables = (editions: Edition[]): MergedTable[] => {
  let merged: MergedTable[] = []
  for (const edition of editions) merged = mergeEdition(merged, edition)
  return merged
}

/**
 * Puts the tables and rows that a current edition has first, each in reading order; what only superseded editions have
 * comes after, so that it can be addressed but not published.
 */
export const currentFirst = (
  merged: MergedTable[],
  isCurrent: (edition: string) => boolean,
): MergedTable[] => {
  const hasCurrent = ({tables}: MergedTable): boolean => [...tables.keys()].some(isCurrent)
  const sorted = merged.map((table) => ({
    ...table,
    rows: partition(table.rows, (row) => isPublished(row, isCurrent)),
  }))
  return partition(sorted, hasCurrent)
}

/** Does a current edition have this row? */
export const isPublished = ({editions}: MergedRow, isCurrent: (edition: string) => boolean): boolean =>
  [...editions.keys()].some(isCurrent)

const partition = <T>(members: T[], first: (member: T) => boolean): T[] => [
  ...members.filter(first),
  ...members.filter((member) => !first(member)),
]

const mergeEdition = (merged: MergedTable[], {info, tables}: Edition): MergedTable[] => {
  const known = merged.map(({backbone}) => fingerprintTable(backbone))
  const found = tables.map(fingerprintTable)
  const pairs = alignSequences(merged.length, tables.length, (a, b) => {
    const left = known[a]
    const right = found[b]
    return left && right ? tableSimilarity(left, right) : 0
  })
  return pairs.flatMap(([a, b]) => {
    const table = a === null ? undefined : merged[a]
    const own = b === null ? undefined : tables[b]
    if (table === undefined) return own ? [newTable(info.id, own)] : []
    return [own ? mergeTable(table, info.id, own) : table]
  })
}

const newTable = (id: string, table: EditionTable): MergedTable => ({
  backbone: table,
  tables: new Map([[id, table]]),
  header: {editions: new Map(table.header ? [[id, table.header]] : [])},
  rows: table.rows.map((row) => ({editions: new Map([[id, row]])})),
})

const mergeTable = (table: MergedTable, id: string, own: EditionTable): MergedTable => {
  const known = table.rows.map(({editions}) => [...editions.values()].slice(0, 1).map(fingerprintRow)[0])
  const found = own.rows.map(fingerprintRow)
  const pairs = alignSequences(known.length, found.length, (a, b) => {
    const left = known[a]
    const right = found[b]
    return left && right ? rowSimilarity(left, right) : 0
  })
  const rows = pairs.flatMap(([a, b]): MergedRow[] => {
    const row = a === null ? undefined : table.rows[a]
    const ownRow = b === null ? undefined : own.rows[b]
    if (row === undefined) return ownRow ? [{editions: new Map([[id, ownRow]])}] : []
    return [ownRow ? {editions: new Map([...row.editions, [id, ownRow]])} : row]
  })
  const header = own.header ? new Map([...table.header.editions, [id, own.header]]) : table.header.editions
  return {
    backbone: table.backbone,
    tables: new Map([...table.tables, [id, own]]),
    header: {editions: header},
    rows,
  }
}
