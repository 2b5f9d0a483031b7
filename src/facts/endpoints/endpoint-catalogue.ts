/** What is known of endpoints by name, prepared for reading: from words that any product has and the vocabularies in use. */
import type {Endpoint} from '../../model/schema.ts'
import {ofVocabularies} from '../vocabulary/vocabularies.ts'
import {endpointVocabulary} from './endpoint-vocabulary.ts'
import {endpointWords} from './endpoint-words.ts'

const zones = ['internet', 'edge-external', 'edge-internal', 'internal', 'unknown'] as const

export interface EndpointPattern {
  id: string
  words: string[]
  /** What the pattern says beside the entity. */
  qualifiers: string[]
  /** For an entity: named by the whole text only. For a qualifier: tells what else stands there. */
  special: boolean
}

export interface EndpointCatalogue {
  /** All endpoints that are known by name, those of products first. */
  endpoints: readonly Endpoint[]
  zones: ReadonlyMap<string, Endpoint['zone']>
  entitiesByText: ReadonlyMap<string, EndpointPattern>
  /** By the first word, the longest first. */
  entitiesByWord: ReadonlyMap<string | undefined, EndpointPattern[]>
  clauses: readonly EndpointPattern[]
  attributes: readonly EndpointPattern[]
  /** Ids of all qualifiers that are known by name. */
  qualifiers: ReadonlySet<string>
  /** All words of known names, in lower case. */
  words: ReadonlySet<string>
  hosts: readonly {words: string[]; zones: ReadonlySet<string>}[]
}

const byLength = (a: EndpointPattern, b: EndpointPattern): number => b.words.length - a.words.length

export const endpointCatalogue: () => EndpointCatalogue = ofVocabularies(() => {
  const data = endpointVocabulary()
  const endpoints = data.endpoints.map(({id, zone, names}) => ({
    id,
    zone: zones.find((known) => known === zone) ?? 'unknown',
    names,
  }))
  const entities: EndpointPattern[] = data.endpoints
    .flatMap(({id, alone, patterns}) =>
      patterns.map((pattern) => {
        const [text = '', extra = ''] = pattern.split('=>')
        const own = extra.split(' ').filter((word) => word !== '')
        return {id, words: endpointWords(text), qualifiers: own, special: alone}
      }),
    )
    .sort(byLength)
  const qualifiers: EndpointPattern[] = data.qualifiers
    .flatMap(({id, clause, patterns}) =>
      patterns.map((pattern) => ({id, words: endpointWords(pattern), qualifiers: [], special: clause})),
    )
    .sort(byLength)
  return {
    endpoints,
    zones: new Map(endpoints.map(({id, zone}) => [id, zone])),
    entitiesByText: new Map(entities.toReversed().map((entity) => [entity.words.join(' '), entity])),
    entitiesByWord: Map.groupBy(entities, ({words}) => words[0]),
    clauses: qualifiers.filter(({special}) => special),
    attributes: qualifiers.filter(({special}) => !special),
    qualifiers: new Set([
      ...data.qualifiers.map(({id}) => id),
      ...entities.flatMap((entity) => entity.qualifiers),
    ]),
    words: new Set([
      ...data.ignored,
      ...[...entities, ...qualifiers].flatMap(({words}) => words.flatMap((word) => [word, `${word}s`])),
    ]),
    hosts: data.hosts.map(({words, zones}) => ({words: endpointWords(words), zones: new Set(zones)})),
  }
})
