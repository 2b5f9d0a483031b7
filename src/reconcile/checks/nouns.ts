/** Words that a locale has for an English noun: those of its lexicon, else what its documents teach. */

import {lexicons} from '../../languages/lexicon.ts'
import {lookUp} from '../../text/look-up.ts'
import type {Asked} from '../engine/check.ts'

/** Nouns of headers and short cells, in English: every lexicon lists the same ones. */
export const glossary: ReadonlySet<string> = new Set(lexicons.flatMap(({nouns}) => Object.keys(nouns)))

/** Nouns that name an end of a rule. */
export const endpointNouns = [
  'client',
  'director',
  'pool',
  'gateway',
  'proxy',
  'interface',
  'partner',
  'user',
  'balancer',
]

/** Words for the noun, or none: then nothing can be said about its translation. */
export const nounWords = (asked: Asked, noun: string): readonly string[] =>
  lookUp(asked.context.lexicon.nouns, noun) ?? (glossary.has(noun) ? learntWords(asked, noun) : [])

/** What the documents teach of any English word. */
export const learntWords = ({context: {learnt}}: Asked, word: string): readonly string[] => {
  const learned = learnt.renderings.of([word])
  return learned === null ? [] : [`*${learned.text}*`]
}
