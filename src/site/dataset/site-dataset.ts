/**
 * What the pages need of a dataset: a fourth of it, since a page shows where the unit behind a cell stands and nothing
 * else of it. Every thread that renders holds its own, and the first page can be rendered before the data files are written.
 */

import {revisedUnits} from '../../compare/editions.ts'
import {isEnglish} from '../../model/edition-language.ts'
import {compareText} from '../../model/order.ts'
import type {KnowledgeBase, Place, Text, Topic, Unit} from '../../model/schema.ts'
import {lookUp} from '../../text/look-up.ts'

type Kept = 'locales' | 'editions' | 'endpoints' | 'topics' | 'findings' | 'ledger'

export interface SiteDataset extends Pick<KnowledgeBase, Kept> {
  /** Of the documents that are revisions of each other: what they changed is told on pages. */
  revisedUnits: Unit[]
  /** Where the units behind the texts of topics stand, by their documents. */
  places: EditionPlaces[]
}

export interface EditionPlaces {
  /** Id of the edition. */
  edition: string
  path: string
  /** By what follows the edition in the unit's id: `#t1r2c3`. */
  cells: Record<string, CellPlace>
}

/** Line and column; `1` behind them where the document holds the English of the cell beside it. */
export type CellPlace = [line: number, column: number, english?: 1]

export const emptySiteDataset: SiteDataset = {
  locales: [],
  editions: [],
  endpoints: [],
  topics: [],
  findings: [],
  ledger: {read: 0, published: 0, entries: []},
  revisedUnits: [],
  places: [],
}

/** @param more languages in which there are pages although there may be no document */
export const toSiteDataset = (kb: KnowledgeBase, more: readonly string[] = []): SiteDataset => ({
  locales: [...new Set([...kb.locales, ...more.filter((locale) => !isEnglish(locale))])].toSorted(
    compareText,
  ),
  editions: kb.editions,
  endpoints: kb.endpoints,
  topics: kb.topics,
  findings: kb.findings,
  ledger: kb.ledger,
  revisedUnits: revisedUnits(kb),
  places: placesOf(kb),
})

/** Topics with a port table: those that have a page. */
export const topicsWithPage = ({topics}: Pick<SiteDataset, 'topics'>): Topic[] =>
  topics.filter(({tables}) => tables.some(({portTable}) => portTable))

function placesOf({topics, units, editions}: KnowledgeBase): EditionPlaces[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const byEdition = new Map(editions.map(({id}): [string, Map<string, CellPlace>] => [id, new Map()]))
  for (const {tables} of topics)
    for (const {header, rows} of tables)
      for (const {cells} of header === null ? rows : [header, ...rows])
        for (const text of cells) addPlaces(text, unitById, byEdition)
  return editions.map(({id, path}) => ({
    edition: id,
    path,
    cells: Object.fromEntries(byEdition.get(id) ?? []),
  }))
}

function addPlaces(
  {texts, source}: Text,
  units: ReadonlyMap<string, Unit>,
  byEdition: ReadonlyMap<string, Map<string, CellPlace>>,
): void {
  for (const locale in texts) {
    const unit = units.get(lookUp(texts, locale)?.unit ?? '')
    if (unit === undefined) continue
    const own = byEdition.get(unit.edition)
    if (own === undefined) continue
    const {line, column} = unit.place
    const hasEnglish = unit.sourceOrigin === 'span' && unit.source === source
    own.set(unit.id.slice(unit.edition.length), hasEnglish ? [line, column, 1] : [line, column])
  }
}

/** A unit's place, and whether its document holds the English of the cell. */
export interface UnitPlace {
  place: Place
  english: boolean
}

/** @returns asks for the place of a unit by its id: null where no text of a topic comes from it */
export function placeFinder(places: readonly EditionPlaces[]): (unit: string | null) => UnitPlace | null {
  const byEdition = new Map(places.map((each) => [each.edition, each]))
  return (unit) => {
    if (unit === null) return null
    const cut = unit.lastIndexOf('#')
    const edition = byEdition.get(unit.slice(0, cut))
    const cell = lookUp(edition?.cells, unit.slice(cut))
    if (edition === undefined || cell === undefined) return null
    const [line, column, english] = cell
    return {place: {path: edition.path, line, column}, english: english === 1}
  }
}
