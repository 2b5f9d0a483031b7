/** What is known of one family of products: its machines and services, and its names. Data, in `vocabularies/<name>/`. */
import {z} from 'zod'

/** A word, or some in a row: English in the singular, without articles and hyphens. */
const patterns = z.array(z.string())
/** By language tag, `en` among them. */
const names = z.record(z.string(), z.string())
const zone = z.enum(['internet', 'edge-external', 'edge-internal', 'internal', 'unknown'])

export const vocabularySchema = z.strictObject({
  about: z.string(),
  /** Words of its names that tell no endpoint from another. */
  ignored: z.array(z.string()),
  /** What narrows an endpoint; a clause tells what else runs or stands there. */
  qualifiers: z.array(z.strictObject({id: z.string(), clause: z.boolean(), patterns})),
  /** `alone`: named by the whole text only. What follows `=>` in a pattern are qualifiers that it stands for. */
  endpoints: z.array(z.strictObject({id: z.string(), zone, alone: z.boolean(), patterns, names})),
  /** More names of endpoints that any product has, by their id. */
  alsoNamed: z.record(z.string(), patterns),
  /** What endpoints of some zones run on; naming it beside them adds nothing. */
  hosts: z.array(z.strictObject({words: z.string(), zones: z.array(zone)})),
  /** Names that a translation keeps in Latin letters, and names that it keeps or translates whole. */
  products: z.strictObject({kept: z.array(z.string()), wholeOrNot: z.array(z.string())}),
})

/** Names of its qualifiers by id, in `qualifier-names.json` beside it: pages load them, and nothing else of a vocabulary. */
export const qualifierNamesSchema = z.record(z.string(), names)
