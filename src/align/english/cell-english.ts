/** The English of a cell: that of its own spans, or of a sibling edition of the same topic. */

import type {EditionCell, EditionRow} from '../../model/edition.ts'
import {compareBy} from '../../model/order.ts'
import type {Place, SourceOrigin} from '../../model/schema.ts'
import {foldToken} from '../../text/normalize.ts'
import type {MergedRow, MergedTable} from '../merge.ts'

/** English of a cell and where it was taken from; `from` is an edition id. */
export interface English {
  text: string
  /** What facts are read from, where structure tells more than the text. */
  read?: string
  origin: SourceOrigin
  from: string | null
  /** Where it stands in an English document. */
  place?: Place
}

/** An edition's column (from 0) that is the topic's; -1 for none. */
export const columnAt = (table: MergedTable, edition: string, column: number): number => {
  const places = table.places.get(edition)
  return places === undefined ? column : (places[column] ?? -1)
}

/** The cell of an edition's row that stands in the topic's column. */
export const cellAt = (
  table: MergedTable,
  edition: string,
  row: EditionRow,
  column: number,
): EditionCell | undefined => row.cells[columnAt(table, edition, column)]

/**
 * English that the topic's own editions hold for a cell: that of its English document, else what most of the current ones
 * say in their spans, the first of equals; superseded editions are asked only when no current one has English.
 */
export const spanEnglish = (
  table: MergedTable,
  row: MergedRow,
  column: number,
  isCurrent: (edition: string) => boolean,
): English | null => {
  const found = textsOf(table, row, column)
  const current = found.filter(({edition}) => isCurrent(edition))
  const own = current.find(({origin}) => origin === 'document')
  if (own) return englishOf(own)
  const votes = Map.groupBy(current.length > 0 ? current : found, ({text}) => text)
  const [winner] = [...votes.values()].toSorted(compareBy((group) => -group.length))
  const [first] = winner ?? []
  return first ? englishOf(first) : null
}

const englishOf = ({text, read, edition, origin, place}: EnglishText): English => ({
  text,
  ...(read === undefined ? {} : {read}),
  origin,
  from: edition,
  ...(place === undefined ? {} : {place}),
})

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
  const texts = textsOf(table, row, column)
  if (texts.every(({text}) => text === topic?.text)) return topic
  const [best] = texts
    .map((each) => ({...each, english: englishOf(each)}))
    .map(({text, english}) => ({
      english,
      score: nameOverlap(text, target) + (text === topic?.text ? IN_DOUBT : 0),
    }))
    .toSorted(compareBy(({score}) => -score))
  return best?.english ?? topic
}

/** What the topic's own English is ahead by: less than one name of a long text makes. */
const IN_DOUBT = 0.01

interface EnglishText {
  text: string
  read: string | undefined
  edition: string
  origin: 'document' | 'sibling'
  place?: Place
}

const textsOf = (table: MergedTable, row: MergedRow, column: number): EnglishText[] =>
  [...row.editions].flatMap(([edition, own]): EnglishText[] => {
    const cell = cellAt(table, edition, own, column)
    const text = cell?.source
    if (cell === undefined || text === null || text === undefined || text === '') return []
    const read = cell.read?.source ?? undefined
    return table.inEnglish.has(edition)
      ? [{text, read, edition, origin: 'document', place: cell.place}]
      : [{text, read, edition, origin: 'sibling'}]
  })

const nameRE = /\d+|[\p{Script=Latin}\d]{2,}/gu

/** Share of names and figures that both texts hold, 0 to 1. */
const nameOverlap = (a: string, b: string): number => {
  const left = new Set(foldToken(a).match(nameRE) ?? [])
  const right = new Set(foldToken(b).match(nameRE) ?? [])
  const all = left.union(right).size
  return all === 0 ? 0 : left.intersection(right).size / all
}
