/** What is known of one family of products, as data: its machines and services, its names, and what languages call them. */
import {z} from 'zod'

const words = z.array(z.string().min(1))
/** A word, or some in a row: English in the singular, without articles and hyphens. */
const patterns = words.default([])
/** By language tag, `en` among them. */
const names = z.record(z.string(), z.string())
const zone = z.enum(['internet', 'edge-external', 'edge-internal', 'internal', 'unknown'])
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: 'expected lower-case words joined by hyphens, such as mail-relay',
})

/** What one language calls what the vocabulary names. */
const ofLanguageSchema = z.strictObject({
  /** By the English words for it: `{"Mail Relay": ["Mailrelais"]}`. */
  words: z.record(z.string(), words).default({}),
  /** Spellings of the first part of a path, by the English one. Those of `en` are known in every language. */
  roles: z.record(z.string(), words).default({}),
  /** Official names of products, beside the English ones. */
  products: z.record(z.string(), words).default({}),
  /** English words that are right as they stand, alone in a cell too. */
  unchanged: words.default([]),
})

export const vocabularySchema = z.strictObject({
  /** What the vocabulary is of; read by nobody but people. */
  about: z.string().default(''),
  /** Names of its products: it is used for documents that hold one of them only; for any document where there are none. */
  namedBy: words.default([]),
  /** Words of its names that tell no endpoint from another. */
  ignored: words.default([]),
  /** What narrows an endpoint; a clause tells what else runs or stands there. */
  qualifiers: z.array(z.strictObject({id, clause: z.boolean().default(false), patterns})).default([]),
  /** `alone`: named by the whole text only. What follows `=>` in a pattern are qualifiers that it stands for. */
  endpoints: z
    .array(
      z.strictObject({id, zone: zone.default('unknown'), alone: z.boolean().default(false), patterns, names}),
    )
    .default([]),
  /** More names of endpoints that any product has, by their id. */
  alsoNamed: z.record(z.string(), words).default({}),
  /** What endpoints of some zones run on; naming it beside them adds nothing. */
  hosts: z.array(z.strictObject({words: z.string(), zones: z.array(zone)})).default([]),
  /** Words that tell apart machines which are all called "server"; a translation that loses one names another machine. */
  machines: words.default([]),
  products: z
    .strictObject({
      /** Names that a translation keeps in Latin letters. */
      kept: words.default([]),
      /** Names that it keeps or translates whole. */
      wholeOrNot: words.default([]),
      /** Products by which “only for …” makes a rule one for old clients, and those by which it doesn’t. */
      old: words.default([]),
      current: words.default([]),
    })
    .default({kept: [], wholeOrNot: [], old: [], current: []}),
  languages: z.record(z.string(), ofLanguageSchema).default({}),
})

export type Vocabulary = z.infer<typeof vocabularySchema>
export type LanguageOfVocabulary = z.infer<typeof ofLanguageSchema>

/** Names of its qualifiers by id, in `qualifier-names.json` beside it: pages load them, and nothing else of a vocabulary. */
export const qualifierNamesSchema = z.record(z.string(), names)
