/** The English of a cell: that of its own spans, or of a sibling edition of the same topic. */

import type {EditionCell, EditionRow} from '../../model/edition.ts'
import {compareBy} from '../../model/order.ts'
import type {SourceOrigin} from '../../model/schema.ts'
import {foldToken} from '../../text/normalize.ts'
import type {MergedRow, MergedTable} from '../merge.ts'

/** English of a cell and where it was taken from; `from` is an edition id. */
export interface English {
  text: string
  /** What facts are read from, where structure tells more than the text. */
  read?: string
  origin: SourceOrigin
  from: string | null
}

/** An edition's column (from 0) that is the topic's; by position, or by meaning where shapes differ; -1 for none. */
export const columnAt = (table: MergedTable, edition: string, column: number): number => {
  const own = table.tables.get(edition)
  if (own === undefined || own.columns.length === table.backbone.columns.length) return column
  const kind = table.backbone.columns[column]
  return kind === undefined ? -1 : own.columns.indexOf(kind)
}

/** The cell of an edition's row that stands in the topic's column. */
export const cellAt = (
  table: MergedTable,
  edition: string,
  row: EditionRow,
  column: number,
): EditionCell | undefined => row.cells[columnAt(table, edition, column)]

/**
 * English that the spans of the topic's own editions hold for a cell: what most of the current ones say, the first of
 * equals; superseded editions are asked only when no current one has English.
 */
export const spanEnglish = (
  table: MergedTable,
  row: MergedRow,
  column: number,
  isCurrent: (edition: string) => boolean,
): English | null => {
  const found = spansOf(table, row, column)
  const current = found.filter(({edition}) => isCurrent(edition))
  const votes = Map.groupBy(current.length > 0 ? current : found, ({text}) => text)
  const [winner] = [...votes.values()].toSorted(compareBy((group) => -group.length))
  const [first] = winner ?? []
  if (!first) return null
  const {text, read, edition} = first
  return {text, ...(read === undefined ? {} : {read}), origin: 'sibling', from: edition}
}

/**
 * English of the topic for a text without one of its own. Editions of one topic can be of several revisions, or even of
 * several products: the English that shares most names and figures with the text is its own, the topic's in doubt.
 */
export const siblingEnglish = (
  table: MergedTable,
  row: MergedRow,
  column: number,
  target: string,
  topic: English | null,
): English | null => {
  const texts = spansOf(table, row, column)
  if (texts.every(({text}) => text === topic?.text)) return topic
  const [best] = texts
    .map(({text, edition}) => ({
      english: {text, origin: 'sibling' as const, from: edition},
      score: nameOverlap(text, target) + (text === topic?.text ? IN_DOUBT : 0),
    }))
    .toSorted(compareBy(({score}) => -score))
  return best?.english ?? topic
}

/** What the topic's own English is ahead by: less than one name of a long text makes. */
const IN_DOUBT = 0.01

const spansOf = (
  table: MergedTable,
  row: MergedRow,
  column: number,
): {text: string; read: string | undefined; edition: string}[] =>
  [...row.editions].flatMap(([edition, own]) => {
    const cell = cellAt(table, edition, own, column)
    const text = cell?.source
    if (text === null || text === undefined || text === '') return []
    return [{text, read: cell?.read?.source ?? undefined, edition}]
  })

const nameRE = /\d+|[\p{Script=Latin}\d]{2,}/gu

/** Share of names and figures that both texts hold, 0 to 1. */
const nameOverlap = (a: string, b: string): number => {
  const left = new Set(foldToken(a).match(nameRE) ?? [])
  const right = new Set(foldToken(b).match(nameRE) ?? [])
  const all = left.union(right).size
  return all === 0 ? 0 : left.intersection(right).size / all
}
