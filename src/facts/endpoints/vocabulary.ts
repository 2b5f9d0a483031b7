/** The endpoints that tables of any product name, and those of the vocabularies that ship, as one. */
import {lookUp} from '../../text/look-up.ts'
import common from './endpoints.json' with {type: 'json'}
import {vocabularies} from './shipped-vocabularies.ts'

type Names = Record<string, string>

/** A part of a vocabulary (`vocabularySchema`), as JSON has it. */
export interface EndpointWords {
  ignored: string[]
  qualifiers: {id: string; clause: boolean; patterns: string[]}[]
  endpoints: {id: string; zone: string; alone: boolean; patterns: string[]; names: Names}[]
  alsoNamed: Record<string, string[]>
  hosts: {words: string; zones: string[]}[]
}

/** What tables of any product name, and what the vocabularies add: theirs first. */
export const withCommonWords = (own: readonly EndpointWords[]): Omit<EndpointWords, 'alsoNamed'> => ({
  ignored: [...common.ignored, ...own.flatMap(({ignored}) => ignored)],
  qualifiers: [...own.flatMap(({qualifiers}) => qualifiers), ...common.qualifiers],
  endpoints: [
    ...own.flatMap(({endpoints}) => endpoints),
    ...common.endpoints.map((endpoint) => ({
      ...endpoint,
      patterns: [...endpoint.patterns, ...own.flatMap(({alsoNamed}) => lookUp(alsoNamed, endpoint.id) ?? [])],
    })),
  ],
  hosts: own.flatMap(({hosts}) => hosts),
})

export const endpointVocabulary = withCommonWords(vocabularies)
