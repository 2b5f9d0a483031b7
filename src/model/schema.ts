/**
 * The canonical dataset: what `data/knowledge-base.json` holds, as zod schemas and the types that follow from them.
 *
 * Units everywhere: ports are integers 0 to 65,535, ranges are inclusive `[low, high]`, lines and columns
 * count from 1. `table`, `row` and `column` count from 1 in reading order, over all tables of the document in a unit,
 * over all tables of the topic in a topic; `row` 0 is the header.
 */
import {z} from 'zod'
import {endpointSchema} from './facts-schema.ts'
import {findingSchema} from './finding-schema.ts'
import {ledgerSchema} from './ledger-schema.ts'
import {diagnosticSchema} from './place-schema.ts'
import {topicSchema} from './topic-schema.ts'
import {editionSchema, localeSchema, passageSchema, titleSchema, unitSchema} from './unit-schema.ts'

export * from './facts-schema.ts'
export * from './finding-schema.ts'
export * from './ledger-schema.ts'
export * from './place-schema.ts'
export * from './topic-schema.ts'
export * from './unit-schema.ts'

export const knowledgeBaseSchema = z.object({
  schema: z.literal(2),
  /** Locales of the documents, sorted; without `en`. */
  locales: z.array(localeSchema),
  editions: z.array(editionSchema),
  endpoints: z.array(endpointSchema),
  topics: z.array(topicSchema),
  units: z.array(unitSchema),
  /** Prose of topics with a port table, of all editions for which there is English. */
  passages: z.array(passageSchema).default([]),
  /** Titles that the editions of topics with a port table state, English ones too. */
  titles: z.array(titleSchema).default([]),
  findings: z.array(findingSchema),
  ledger: ledgerSchema,
  diagnostics: z.array(diagnosticSchema),
})

export type KnowledgeBase = z.infer<typeof knowledgeBaseSchema>
