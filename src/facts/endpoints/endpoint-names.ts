/** The endpoints that the rules of a dataset name, with their zone and what each language calls them. */

import {compareBy} from '../../model/order.ts'
import type {Endpoint, EndpointRef, Topic} from '../../model/schema.ts'
import {statedSource} from '../../model/stated.ts'
import {endpointCatalogue} from './endpoints.ts'

/** Every endpoint of every rule once, sorted by id; one that the catalogue doesn't know is called as its table does. */
export const buildEndpoints = (topics: Topic[]): Endpoint[] => {
  const found = new Map<string, Endpoint>()
  for (const {tables} of topics) {
    for (const {rows, columns} of tables) {
      for (const {rule, cells} of rows.flatMap(({rules, cells}) => rules.map((rule) => ({rule, cells})))) {
        for (const kind of ['source', 'destination', 'host'] as const) {
          const ref = rule.facts[kind]
          if (ref === null) continue
          for (const id of [ref.id, ...ref.alternatives]) {
            if (!found.has(id)) found.set(id, catalogued(id) ?? fromCell(ref, cells[columns.indexOf(kind)]))
          }
        }
      }
    }
  }
  return [...found.values()].toSorted(compareBy(({id}) => id))
}

const catalogued = (id: string): Endpoint | null => {
  const entry = endpointCatalogue.find((endpoint) => endpoint.id === id)
  return entry ? {id, zone: entry.zone, names: entry.names} : null
}

const fromCell = (
  {id}: EndpointRef,
  cell: Topic['tables'][number]['rows'][number]['cells'][number] | undefined,
): Endpoint => {
  const texts = Object.entries(cell?.texts ?? {}).map(([locale, {text}]) => [locale, text])
  return {id, zone: 'unknown', names: {...Object.fromEntries(texts), en: (cell && statedSource(cell)) ?? id}}
}
