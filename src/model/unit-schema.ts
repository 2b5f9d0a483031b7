/** Documents and their texts beside the English, as schemas: editions, segments, cells, passages. */
import {z} from 'zod'
import {placeSchema} from './place-schema.ts'

/** A BCP 47 tag as the documents spell it, such as `zh-TW`. English is always `en` and never a locale of a document. */
export const localeSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)

/** `source`: English. `plain`: a translation without English, of which nothing tells who made it. */
export const formSchema = z.enum(['bilingual', 'machine', 'human', 'bilingual-pipe', 'plain', 'source'])

/** One localized document of a topic. */
export const editionSchema = z.object({
  /** The document's path inside the sources folder, with `/`. */
  id: z.string(),
  path: z.string(),
  locale: localeSchema,
  form: formSchema,
  /** HT or MT of the front matter; `unknown` where nothing tells. */
  translationType: z.enum(['human', 'machine', 'unknown']),
  /** ISO date of the revision, or null when the document does not tell. */
  revision: z.string().nullable(),
  topic: z.string(),
  /** Id of the edition that replaces this one (same topic, locale, translation type), or null. */
  supersededBy: z.string().nullable(),
})

/**
 * Where the English of a unit comes from; null when there is none. It is stated by `span` (beside the text), `document`
 * (the English edition of the topic, in the same row), `sibling` (another edition of the topic, in the same place) and `context` (another document holds the very same row with its
 * English). It is only inferred by `memory` (another document has the English of the same text) and `shape` (a row that
 * shares its facts, or a sentence that resembles it, has the English): see `isStated`.
 */
export const sourceOriginSchema = z.enum(['span', 'document', 'sibling', 'context', 'memory', 'shape'])

/** `translated`: as the document has it, which doesn't tell whether people or a machine translated it. */
export const statusSchema = z.enum([
  'human',
  'machine',
  'translated',
  'corrected',
  'memory',
  'inferred',
  'source',
])

/** One English segment with its translation as the document holds them. */
export const segmentSchema = z.object({
  /** Segment ids of the spans; empty where the document has no spans. */
  ids: z.array(z.string()),
  source: z.string().nullable(),
  target: z.string(),
})

/** One cell of one edition with its English. */
export const unitSchema = z.object({
  /** `<edition id>#t<table>r<row>c<column>`. */
  id: z.string(),
  edition: z.string(),
  topic: z.string(),
  /** The cell of the topic that this unit is a text of: `<topic>#t<table>r<row>c<column>`, equal in all editions. */
  cell: z.string(),
  locale: localeSchema,
  table: z.int().min(1),
  row: z.int().min(0),
  column: z.int().min(1),
  portTable: z.boolean(),
  source: z.string().nullable(),
  sourceOrigin: sourceOriginSchema.nullable(),
  /** Edition, memory or table that an origin other than `span` names. */
  sourceFrom: z.string().nullable(),
  /** Where the English stands, where that is in a document of its own. */
  sourcePlace: placeSchema.optional(),
  /** As found in the document, white space folded. */
  target: z.string(),
  segments: z.array(segmentSchema),
  /** What is published in this locale for this cell. */
  published: z.string(),
  status: statusSchema,
  findings: z.array(z.string()),
  place: placeSchema,
})

/** One block of prose of one edition with its English. */
export const passageSchema = z.object({
  /** `<edition id>#p<block>`. */
  id: z.string(),
  edition: z.string(),
  topic: z.string(),
  locale: localeSchema,
  /** Number of the block in its document, from 1; tables count. */
  block: z.int().min(1),
  source: z.string(),
  /** `span`: it stands beside the text. `document`: in the same place of the English edition. `sibling`: in the same place of another edition. `shape`: elsewhere in one. */
  sourceOrigin: sourceOriginSchema,
  /** Edition that an origin other than `span` names. */
  sourceFrom: z.string().nullable(),
  /** Markdown as found. */
  target: z.string(),
  /** Its sentences; without English, or with an empty target, where one side has nothing for the other. */
  segments: z.array(
    segmentSchema.extend({
      /** The sentence as published, where it was corrected and the passage is published with it. */
      published: z.string().optional(),
    }),
  ),
  /** Markdown that is published in its place. */
  published: z.string(),
  status: statusSchema,
  findings: z.array(z.string()),
  place: placeSchema,
})

/** One title that one edition states: in its front matter, or as its first heading. */
export const titleSchema = z.object({
  /** `<edition id>#title`, or `<edition id>#heading`. */
  id: z.string(),
  edition: z.string(),
  topic: z.string(),
  locale: localeSchema,
  from: z.enum(['front-matter', 'heading']),
  source: z.string().nullable(),
  /** `span`: it stands beside the text. `document`: the English edition of the topic states it in the same place. */
  sourceOrigin: sourceOriginSchema.nullable(),
  /** Edition that an origin other than `span` names. */
  sourceFrom: z.string().nullable(),
  /** As found in the document, without Markdown. */
  target: z.string(),
  /** What would be published of it; the topic is called by the best of its titles in each locale. */
  published: z.string(),
  status: statusSchema,
  findings: z.array(z.string()),
  place: placeSchema,
})

export type Locale = z.infer<typeof localeSchema>
export type Form = z.infer<typeof formSchema>
export type EditionInfo = z.infer<typeof editionSchema>
export type SourceOrigin = z.infer<typeof sourceOriginSchema>
export type Status = z.infer<typeof statusSchema>
export type Segment = z.infer<typeof segmentSchema>
export type Unit = z.infer<typeof unitSchema>
export type Title = z.infer<typeof titleSchema>
export type Passage = z.infer<typeof passageSchema>
