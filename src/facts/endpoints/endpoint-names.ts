/** The endpoints that the rules of a dataset name, with their zone and what each language calls them. */

import {compareBy} from '../../model/order.ts'
import type {ColumnKind, Endpoint, EndpointRef, Row, Table, Text, Topic} from '../../model/schema.ts'
import {statedSource} from '../../model/stated.ts'
import {plainText, tidyStructure} from '../../text/cell-structure.ts'
import {endsOfCell} from '../columns/spanned-ends.ts'
import {type Connection, connectionIn, pairOf} from '../direction/connection.ts'
import {machineOfHeading} from '../direction/machine-words.ts'
import {endpointCatalogue} from './endpoint-catalogue.ts'
import {endpointOf, membersOf} from './endpoint-of.ts'

const ends = ['source', 'destination', 'host'] as const
type End = (typeof ends)[number]

/** Every endpoint of every rule once, sorted by id; one that the catalogue doesn't know is called as its table does. */
export const buildEndpoints = (topics: Topic[]): Endpoint[] => {
  const found = new Map<string, Endpoint>()
  for (const table of topics.flatMap(({tables}) => tables))
    for (const row of table.rows)
      for (const {facts} of row.rules)
        for (const end of ends) {
          const ref = facts[end]
          if (ref === null) continue
          for (const [at, id] of [ref.id, ...ref.alternatives].entries())
            if (!found.has(id)) found.set(id, catalogued(id) ?? named(id, namesIn(table, row, end, ref, at)))
        }
  return [...found.values()].toSorted(compareBy(({id}) => id))
}

/** Endpoints of several topics, each id once: one that is known by name goes before one that is called as a table does. */
export const mergeEndpoints = (endpoints: readonly Endpoint[]): Endpoint[] =>
  [...Map.groupBy(endpoints, ({id}) => id).values()]
    .flatMap((same) => same.find(({zone}) => zone !== 'unknown') ?? same[0] ?? [])
    .toSorted(compareBy(({id}) => id))

const catalogued = (id: string): Endpoint | null => {
  const entry = endpointCatalogue().endpoints.find((endpoint) => endpoint.id === id)
  return entry ? {id, zone: entry.zone, names: entry.names} : null
}

/** Without an English name, what a document calls it says more than the id, which is made of that for addresses. */
function named(id: string, names: Record<string, string>): Endpoint {
  const [first] = Object.entries(names).toSorted(compareBy(([locale]) => locale))
  return {id, zone: 'unknown', names: {...names, en: names['en'] ?? first?.[1] ?? id}}
}

/** Columns that may hold an end, beside its own. */
const others: readonly ColumnKind[] = ['peer', 'ends', 'address', 'host', 'source', 'destination']

/** What each language calls an end: by the cell that tells it, else by the heading; none where neither does. */
function namesIn(
  table: Table,
  {row, cells}: Row,
  end: End,
  ref: EndpointRef,
  member: number,
): Record<string, string> {
  const id = [ref.id, ...ref.alternatives][member]
  const several = ref.alternatives.length > 0
  // Of a cell that spans both ends.
  const spanned = (text: string, locale: string): string | null => {
    const own = sideOf(endsOfCell(text, locale), end)
    return own !== null && endpointOf(own, locale)?.id === id ? own : null
  }
  const partOf =
    (kind: ColumnKind) =>
    (text: string, locale: string): string => {
      const own = (kind === 'ends' ? sideOf(pairOf(text, locale), end) : spanned(text, locale)) ?? text
      return several ? (membersOf(own).find((part) => endpointOf(part, locale)?.id === id) ?? own) : own
    }
  for (const kind of [end, ...others])
    for (const [column, cell] of cells.entries()) {
      if (table.columns[column] !== kind) continue
      const names = namesOf(cell, partOf(kind))
      const isOwn =
        kind === end || Object.entries(names).some(([locale, name]) => endpointOf(name, locale)?.id === id)
      if (isOwn && Object.keys(names).length > 0) return names
    }
  // A row of one text above, then the heading.
  const above = table.rows.filter((other) => other.row < row && other.rules.length === 0)
  for (const title of [
    ...above.toReversed().flatMap((other) => other.cells[0] ?? []),
    table.heading ?? [],
  ].flat()) {
    const names = namesOf(
      title,
      (text, locale) => sideOf(connectionIn(text, locale), end) ?? machineOfHeading(text, locale),
    )
    if (Object.entries(names).some(([locale, name]) => endpointOf(name, locale)?.id === id)) return names
  }
  return {}
}

/** In every language in which there is a text, English where it is stated. */
function namesOf(text: Text, read: (text: string, locale: string) => string | null): Record<string, string> {
  const english = statedSource(text)
  const texts = Object.entries(text.texts).map(([locale, said]): [string, string] => [locale, said.text])
  return Object.fromEntries(
    [...texts, ...(english === null ? [] : [['en', english] as [string, string]])].flatMap(
      ([locale, said]) => {
        const name = said === '' ? null : read(plainText(tidyStructure(said)), locale)
        return name === null || name === '' ? [] : [[locale, name]]
      },
    ),
  )
}

/** One side of a cell or heading that names two machines. */
const sideOf = (found: Connection | null, end: End): string | null =>
  found === null ? null : end === 'source' ? found.source : found.destination
