/** The endpoints that tables of any product name, and those of the vocabularies in use, as one. */
import {lookUp} from '../../text/look-up.ts'
import {ofVocabularies} from '../vocabulary/vocabularies.ts'
import type {Vocabulary} from '../vocabulary/vocabulary-schema.ts'
import common from './endpoints.json' with {type: 'json'}

type Names = Record<string, string>

export interface EndpointWords {
  ignored: string[]
  qualifiers: {id: string; clause: boolean; patterns: string[]}[]
  endpoints: {id: string; zone: string; alone: boolean; patterns: string[]; names: Names}[]
  hosts: {words: string; zones: string[]}[]
}

/** What tables of any product name, and what the vocabularies add: theirs first, and of two with one id the first one's. */
export const withCommonWords = (own: readonly Vocabulary[]): EndpointWords => ({
  ignored: [...common.ignored, ...own.flatMap(({ignored}) => ignored)],
  qualifiers: [...own.flatMap(({qualifiers}) => qualifiers), ...common.qualifiers],
  endpoints: oncePerId([
    ...own.flatMap(({endpoints}) => endpoints),
    ...common.endpoints.map((endpoint) => ({
      ...endpoint,
      patterns: [...endpoint.patterns, ...own.flatMap(({alsoNamed}) => lookUp(alsoNamed, endpoint.id) ?? [])],
    })),
  ]),
  hosts: own.flatMap(({hosts}) => hosts),
})

/** One that is listed again keeps all its patterns, and the zone and names that it has first. */
const oncePerId = (endpoints: EndpointWords['endpoints']): EndpointWords['endpoints'] =>
  [...Map.groupBy(endpoints, ({id}) => id).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            ...first,
            patterns: [...first.patterns, ...others.flatMap(({patterns}) => patterns)],
            names: Object.assign({}, ...others.map(({names}) => names), first.names),
          },
        ],
  )

export const endpointVocabulary: () => EndpointWords = ofVocabularies(withCommonWords)
