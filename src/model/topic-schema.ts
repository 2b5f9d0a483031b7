/** A topic as it is published, as schemas: its texts in all languages, tables, rules, prose. */
import {z} from 'zod'
import {factsSchema} from './facts-schema.ts'
import {placeSchema} from './place-schema.ts'
import {sourceOriginSchema, statusSchema} from './unit-schema.ts'

/** What a cell, heading or title says in one locale. */
export const localizedTextSchema = z.object({
  text: z.string(),
  status: statusSchema,
  /** Id of the unit that stands behind it; null for prose, or when the text is the English. */
  unit: z.string().nullable(),
  /** The text as found where `text` differs from it; else null. */
  original: z.string().nullable(),
  /** Ids of the findings that explain the difference or mark what is still open. */
  findings: z.array(z.string()),
})

/** One text in all languages. */
export const textSchema = z.object({
  source: z.string().nullable(),
  sourceOrigin: sourceOriginSchema.nullable(),
  texts: z.record(z.string(), localizedTextSchema),
})

/** What a column of a table means. */
export const columnKindSchema = z.enum([
  'path', // Role/Protocol/TCP or UDP/Port
  'source',
  'destination',
  'port', // destination (listening) port
  'sourcePort',
  'portStart',
  'portEnd',
  'portCount',
  'protocol',
  'traffic', // protocol of a traffic row: SIP/TLS, UDP/SRTP
  'host', // server role, load balancer, component
  'service', // service name, rule name, role, packet type, media type
  'direction',
  'requirement', // whether the port must be open
  'peer', // the other machine, seen from the one that the table is about
  'ends', // source and destination in one cell
  'address', // a URL, or a host with its port
  'action', // allow or deny
  'authentication',
  'notes',
  'other',
])

/** What a table is for: only what is `open` or `deny` reaches a firewall. */
export const purposeSchema = z.enum([
  'open', // ports to open
  'deny', // ports to close
  'exempt', // from IPsec or inspection
  'mark', // for quality of service
  'map', // from one port to another
  'probe', // ports that are probed or monitored
  'setting', // of a client or server
  'conflict', // ports of other products
])

/** What a rule is for: what its table is for, or to open ports as soon as somebody says which a named range holds. */
export type RulePurpose = Purpose | 'named-range'

export const ruleSchema = z.object({
  /** `r-` and 10 hexadecimal digits, from topic and facts, never from wording or row number. */
  id: z.string(),
  facts: factsSchema,
  /** Anomalies of the English that were read all the same, such as "a slash is missing before TCP". */
  anomalies: z.array(z.string()),
})

export const rowSchema = z.object({
  row: z.int().min(0),
  /** None for the header, and for rows that state no rule (they are in the ledger); several where a row tells of several. */
  rules: z.array(ruleSchema),
  /** One a column, in column order. */
  cells: z.array(textSchema),
})

export const tableSchema = z.object({
  table: z.int().min(1),
  /** The heading that the table stands under. */
  heading: textSchema.nullable(),
  portTable: z.boolean(),
  /** Read from its heading and headers. */
  purpose: purposeSchema.default('open'),
  /** Why it is (or is not) a port table, in English, one reason each. */
  evidence: z.array(z.string()),
  /** The interface that the heading names. */
  interface: z.enum(['external', 'internal']).nullable(),
  columns: z.array(columnKindSchema),
  header: rowSchema.nullable(),
  rows: z.array(rowSchema),
})

/** A piece of prose; `markdown` is the document's own inline Markdown, never trusted. */
export const blockSchema = z.object({
  kind: z.enum(['heading', 'paragraph', 'listItem', 'note', 'table']),
  /** Heading level 1 to 6, or list depth from 1; else 0. */
  depth: z.int().min(0),
  /** English, or null. */
  source: z.string().nullable(),
  /** Localized Markdown; empty for a table. */
  markdown: z.string(),
  /** For `table`: its number in the topic; else null. */
  table: z.int().nullable(),
  place: placeSchema,
  /** Id of the passage that tells its English and what was found in it; absent where there is none. */
  passage: z.string().optional(),
  /** Where the passage has its English from. */
  sourceOrigin: sourceOriginSchema.optional(),
  /** How the text came to be, where a check found something; `source`: `markdown` is the English. */
  status: statusSchema.optional(),
  /** Markdown as found, where `markdown` differs from it. */
  original: z.string().optional(),
  /** Ids of the findings that explain the difference or mark what is still open. */
  findings: z.array(z.string()).optional(),
})

export const topicSchema = z.object({
  /** URL slug, the same in every locale. */
  id: z.string(),
  /** The asset id, or what stands for it in documents without one. */
  key: z.string(),
  title: textSchema,
  editions: z.array(z.string()),
  /** Prose of the published edition of each locale, in reading order. */
  prose: z.record(z.string(), z.array(blockSchema)),
  tables: z.array(tableSchema),
})

export type LocalizedText = z.infer<typeof localizedTextSchema>
export type Text = z.infer<typeof textSchema>
export type Purpose = z.infer<typeof purposeSchema>
export type ColumnKind = z.infer<typeof columnKindSchema>
export type Rule = z.infer<typeof ruleSchema>
export type Row = z.infer<typeof rowSchema>
export type Table = z.infer<typeof tableSchema>
export type Block = z.infer<typeof blockSchema>
export type Topic = z.infer<typeof topicSchema>
