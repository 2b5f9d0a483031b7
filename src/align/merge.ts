/** Lays the editions of one topic over each other: which table, row and cell of one is which of the others. */

import type {Edition, EditionCell, EditionRow, EditionTable} from '../model/edition.ts'
import {isEnglish} from '../model/edition-language.ts'
import {alignSequences, type Pairing} from './align-sequences.ts'
import {fingerprintTable, tableSimilarity, tableSimilarityApart} from './english/row-fingerprint.ts'
import {type Side, settleColumns} from './english/settle-columns.ts'
import {pairRows} from './pair-rows.ts'
import {placeColumns} from './place-columns.ts'

/** One row of a topic with the row of each edition that has it, by edition id. */
export interface MergedRow {
  editions: Map<string, EditionRow>
}

/** One table of a topic; `backbone` is the edition table that gave it its shape. */
export interface MergedTable {
  backbone: EditionTable
  tables: Map<string, EditionTable>
  /** For each edition the column of its table, from 0, that each column of the backbone is; -1 for none. */
  places: Map<string, readonly number[]>
  /** For each edition the columns of the backbone whose place in its table nothing proves. */
  doubtful: Map<string, ReadonlySet<number>>
  /** Editions that are documents in English. */
  inEnglish: ReadonlySet<string>
  header: MergedRow
  rows: MergedRow[]
}

/**
 * Merges the tables of all editions, in the order given (the first gives the structure). A table or row that only a
 * later edition has is put in after its neighbour, so that nothing is lost.
 */
export const mergeTables = (editions: Edition[]): MergedTable[] => {
  let merged: MergedTable[] = []
  const [first] = editions
  const hasSource = first !== undefined && isEnglish(first.info.locale)
  for (const edition of editions)
    merged = mergeEdition(merged, edition, hasSource && !isEnglish(edition.info.locale))
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

const mergeEdition = (merged: MergedTable[], edition: Edition, apart: boolean): MergedTable[] => {
  const {info, tables} = edition
  const known = merged.map(({backbone}) => fingerprintTable(backbone))
  const found = tables.map(fingerprintTable)
  const similarity = (a: number, b: number): number => {
    const left = known[a]
    const right = found[b]
    if (!left || !right) return 0
    return apart ? tableSimilarityApart(left, right) : tableSimilarity(left, right)
  }
  const pairs = apart
    ? anywhere(merged.length, tables.length, similarity)
    : alignSequences(merged.length, tables.length, similarity)
  return pairs.flatMap(([a, b]) => {
    const table = a === null ? undefined : merged[a]
    const own = b === null ? undefined : tables[b]
    if (table === undefined) return own ? [newTable(info.id, own, isEnglish(info.locale))] : []
    return [own ? mergeTable(table, info, own, apart) : table]
  })
}

/** Tables that are less alike than this are two. */
const LEAST = 0.35

/** The most alike tables first, wherever they stand; of equally alike ones those in order. */
const anywhere = (
  lengthA: number,
  lengthB: number,
  similarity: (a: number, b: number) => number,
): readonly Pairing[] => {
  const places = new Map<number, number>()
  const taken = new Set<number>()
  const all = Array.from({length: lengthA}, (_, a) =>
    Array.from({length: lengthB}, (__, b) => ({a, b, like: similarity(a, b)})),
  ).flat()
  const far = ({a, b}: {a: number; b: number}): number => Math.abs(a - b)
  const best = all
    .filter(({like}) => like >= LEAST)
    .toSorted((x, y) => y.like - x.like || far(x) - far(y) || x.a - y.a)
  for (const {a, b} of best) {
    if (places.has(a) || taken.has(b)) continue
    places.set(a, b)
    taken.add(b)
  }
  return [
    ...Array.from({length: lengthA}, (_, a): Pairing => [a, places.get(a) ?? null]),
    ...Array.from({length: lengthB}, (_, b) => b).flatMap((b): Pairing[] =>
      taken.has(b) ? [] : [[null, b]],
    ),
  ]
}

const newTable = (id: string, table: EditionTable, inEnglish: boolean): MergedTable => ({
  backbone: table,
  tables: new Map([[id, table]]),
  places: new Map([[id, table.columns.map((_, column) => column)]]),
  doubtful: new Map(),
  inEnglish: new Set(inEnglish ? [id] : []),
  header: {editions: new Map(table.header ? [[id, table.header]] : [])},
  rows: table.rows.map((row) => ({editions: new Map([[id, row]])})),
})

const mergeTable = (
  table: MergedTable,
  {id, locale}: Edition['info'],
  own: EditionTable,
  apart: boolean,
): MergedTable => {
  const likely = placeColumns(fingerprintTable(table.backbone), fingerprintTable(own))
  const isInOrder = likely.every((place, column) => place === column)
  const one = table.rows.flatMap(({editions}) =>
    [...editions].slice(0, 1).map(([edition, row]) => inPlaces(table.places.get(edition), row)),
  )
  const pairs = pairRows({
    one,
    other: isInOrder ? own.rows : own.rows.map((row) => inOrderOf(likely, row)),
    apart,
  })
  const inEnglish = table.rows.map(({editions}) =>
    [...editions.keys()].some((each) => table.inEnglish.has(each)),
  )
  const {places, doubtful} =
    apart && table.inEnglish.size > 0
      ? settleColumns(
          ...sidesOf(
            table.backbone,
            own,
            one,
            pairs.filter(([a]) => a !== null && inEnglish[a]),
          ),
          likely,
        )
      : {places: likely, doubtful: new Set<number>()}
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
    places: new Map([...table.places, [id, places]]),
    doubtful: new Map([...table.doubtful, [id, doubtful]]),
    inEnglish: isEnglish(locale) ? new Set([...table.inEnglish, id]) : table.inEnglish,
    header: {editions: header},
    rows,
  }
}

/** Both tables with the rows that stand for each other. */
const sidesOf = (
  english: EditionTable,
  own: EditionTable,
  rows: readonly EditionRow[],
  pairs: readonly Pairing[],
): [english: Side, translated: Side] => {
  const both = pairs.flatMap(([a, b]) => {
    const [one, other] = [a === null ? undefined : rows[a], b === null ? undefined : own.rows[b]]
    return one === undefined || other === undefined || isTitle(one) || isTitle(other)
      ? []
      : [[one, other] as const]
  })
  return [
    {kinds: english.columns, header: english.header, rows: both.map(([one]) => one)},
    {kinds: own.columns, header: own.header, rows: both.map(([, other]) => other)},
  ]
}

/** A row of one text is the title of those below it: its empty cells tell nothing. */
const isTitle = ({cells}: EditionRow): boolean => cells.filter(({target}) => target !== '').length < 2

const NO_CELL: Omit<EditionCell, 'place'> = {target: '', source: null, segments: [], spans: []}

const inPlaces = (places: readonly number[] = [], row: EditionRow): EditionRow =>
  places.every((place, column) => place === column) ? row : inOrderOf(places, row)

/** A row with its cells where the columns of another table are. */
const inOrderOf = (places: readonly number[], row: EditionRow): EditionRow => ({
  ...row,
  cells: places.map((place) => row.cells[place] ?? {...NO_CELL, place: row.place}),
})
