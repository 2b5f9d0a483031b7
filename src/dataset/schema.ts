/**
 * The canonical dataset: what `data/knowledge-base.json` holds, as zod schemas and the types that follow from them.
 *
 * Units everywhere: ports are integers 0 to 65,535, ranges are inclusive `[low, high]`, lines and columns
 * count from 1. `table`, `row` and `column` count from 1 in reading order, over all tables of the document in a unit,
 * over all tables of the topic in a topic; `row` 0 is the header.
 */
import {z} from 'zod'

/** A BCP 47 tag as the documents spell it, such as `zh-TW`. English is always `en` and never a locale of a document. */
export const localeSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)

/** One port from 0 to 65,535. */
export const portSchema = z.int().min(0).max(65535)

/** An inclusive range of ports; a single port is `[p, p]`. */
export const portRangeSchema = z
  .tuple([portSchema, portSchema])
  .refine(([low, high]) => low <= high, {error: 'the lower bound is above the upper bound'})

export const transportSchema = z.enum(['tcp', 'udp'])
export const securitySchema = z.enum(['TLS', 'MTLS'])
export const requirementSchema = z.enum(['required', 'optional', 'conditional', 'legacy'])

/** Where something stands in a source document. */
export const placeSchema = z.object({path: z.string(), line: z.int().min(1), column: z.int().min(1)})

/** `error`: something was not read. `warning`: read, with an assumption. `info`: worth knowing. */
export const diagnosticSchema = z.object({
  place: placeSchema,
  severity: z.enum(['error', 'warning', 'info']),
  /** Kebab-case, stable: `no-front-matter`, `unreadable-cell`, … */
  id: z.string(),
  /** What was expected and what was found. */
  message: z.string(),
  /** What to do about it. */
  hint: z.string(),
})

/** An endpoint of a rule: an entity of `endpoints.json` (or a slug of the English text) and what narrows it. */
export const endpointRefSchema = z.object({
  /** Kebab-case: `any`, `access-edge`, `front-end-pool`, … */
  id: z.string(),
  /** Sorted, kebab-case: `public-ip`, `private-ip`, `interface`, `pool`, … */
  qualifiers: z.array(z.string()),
  /** For "Any (can be defined as …)": the entities that it can be narrowed to, sorted; else empty. */
  alternatives: z.array(z.string()),
})

/** What a rule says, in no language. Lists are sorted and hold no duplicates. */
export const factsSchema = z.object({
  /** The Edge role or service that the port belongs to, in English (`Access`, `A/V`, `SQL Browser`). */
  role: z.string().nullable(),
  /** Upper-case application protocols: `SIP`, `STUN`. */
  protocols: z.array(z.string()),
  security: securitySchema.nullable(),
  transports: z.array(transportSchema),
  /** Destination (listening) ports; "any port" is `[[0, 65535]]`; empty when the source states none. */
  ports: z.array(portRangeSchema),
  /** Source ports where the table has a column for them; else empty. */
  sourcePorts: z.array(portRangeSchema),
  source: endpointRefSchema.nullable(),
  destination: endpointRefSchema.nullable(),
  /** For tables that name one machine only (server role, load balancer, component): that machine. */
  host: endpointRefSchema.nullable(),
  requirement: requirementSchema,
})

/** Where the English of a unit comes from; null when there is none. */
export const sourceOriginSchema = z.enum(['span', 'sibling', 'memory', 'shape'])

export const statusSchema = z.enum(['human', 'machine', 'corrected', 'memory', 'inferred', 'source'])

export const formSchema = z.enum(['bilingual', 'machine', 'human', 'bilingual-pipe'])

/** One localized document of a topic. */
export const editionSchema = z.object({
  /** The document's path inside the sources folder, with `/`. */
  id: z.string(),
  path: z.string(),
  locale: localeSchema,
  form: formSchema,
  /** HT or MT of the front matter. */
  translationType: z.enum(['human', 'machine']),
  /** ISO date of the revision, or null when the document does not tell. */
  revision: z.string().nullable(),
  topic: z.string(),
  /** Id of the edition that replaces this one (same topic, locale, translation type), or null. */
  supersededBy: z.string().nullable(),
})

/** One English segment with its translation as the document holds them. */
export const segmentSchema = z.object({
  /** Segment ids of the spans; empty where the document has no spans. */
  ids: z.array(z.string()),
  source: z.string().nullable(),
  target: z.string(),
})

export const severitySchema = z.enum(['critical', 'major', 'minor', 'source-anomaly'])

export const evidenceSchema = z.object({
  kind: z.enum(['english', 'human', 'locale', 'document', 'termbase', 'decision', 'facts', 'sibling']),
  /** Locale of the quoted text; `en` for English. */
  locale: z.string(),
  text: z.string(),
  place: placeSchema.nullable(),
})

/** A correction: the whole text of the cell after it, and where that text was taken from. */
export const fixSchema = z.object({
  text: z.string(),
  origin: z.enum(['decision', 'human', 'revision', 'memory', 'repair', 'source']),
  /** Edition id or termbase entry that it comes from; null for a repair. */
  from: z.string().nullable(),
})

export const findingSchema = z.object({
  /** Stable over runs: check id, unit id and a counter. */
  id: z.string(),
  check: z.string(),
  severity: severitySchema,
  unit: z.string(),
  locale: z.string(),
  place: placeSchema,
  /** English: "Unexpected “X”, expected “Y”". */
  message: z.string(),
  actual: z.string(),
  expected: z.string(),
  evidence: z.array(evidenceSchema),
  fix: fixSchema.nullable(),
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
  /** `span`: the English stands beside it. `sibling`: it was found in another edition. */
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
  'portCount',
  'protocol',
  'traffic', // protocol of a traffic row: SIP/TLS, UDP/SRTP
  'host', // server role, load balancer, component
  'service', // service name, rule name, role, packet type, media type
  'direction',
  'authentication',
  'notes',
  'other',
])

export const ruleSchema = z.object({
  /** `r-` and 10 hexadecimal digits, from topic and facts, never from wording or row number. */
  id: z.string(),
  facts: factsSchema,
  /** Anomalies of the English that were read all the same, such as "a slash is missing before TCP". */
  anomalies: z.array(z.string()),
})

export const rowSchema = z.object({
  row: z.int().min(0),
  /** null for the header, and for rows that state no rule (they are in the ledger). */
  rule: ruleSchema.nullable(),
  /** One a column, in column order. */
  cells: z.array(textSchema),
})

export const tableSchema = z.object({
  table: z.int().min(1),
  /** The heading that the table stands under. */
  heading: textSchema.nullable(),
  portTable: z.boolean(),
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

/** A row of a document that is not a rule of the dataset, and why. */
export const ledgerEntrySchema = z.object({
  place: placeSchema,
  edition: z.string(),
  table: z.int().min(1),
  row: z.int().min(0),
  reason: z.enum([
    'not-a-port-table',
    'header',
    'totals-row',
    'superseded-edition',
    'no-locale',
    'unreadable',
    'no-port',
    'empty-row',
    'unaligned',
  ]),
})

/** Rows of all documents: `read` = `published` + `ledger`, by edition. */
export const ledgerSchema = z.object({
  read: z.int(),
  published: z.int(),
  entries: z.array(ledgerEntrySchema),
})

/** An endpoint as a thing of its own: its name in every language and its zone. */
export const endpointSchema = z.object({
  id: z.string(),
  zone: z.enum(['internet', 'edge-external', 'edge-internal', 'internal', 'unknown']),
  names: z.record(z.string(), z.string()),
})

export const knowledgeBaseSchema = z.object({
  schema: z.literal(1),
  /** Locales of the documents, sorted; without `en`. */
  locales: z.array(localeSchema),
  editions: z.array(editionSchema),
  endpoints: z.array(endpointSchema),
  topics: z.array(topicSchema),
  units: z.array(unitSchema),
  /** Prose of topics with a port table, of all editions for which there is English. */
  passages: z.array(passageSchema).default([]),
  findings: z.array(findingSchema),
  ledger: ledgerSchema,
  diagnostics: z.array(diagnosticSchema),
})

export type Locale = z.infer<typeof localeSchema>
export type PortRange = z.infer<typeof portRangeSchema>
export type Transport = z.infer<typeof transportSchema>
export type Security = z.infer<typeof securitySchema>
export type Requirement = z.infer<typeof requirementSchema>
export type Place = z.infer<typeof placeSchema>
export type Diagnostic = z.infer<typeof diagnosticSchema>
export type EndpointRef = z.infer<typeof endpointRefSchema>
export type Endpoint = z.infer<typeof endpointSchema>
export type Facts = z.infer<typeof factsSchema>
export type SourceOrigin = z.infer<typeof sourceOriginSchema>
export type Status = z.infer<typeof statusSchema>
export type Form = z.infer<typeof formSchema>
export type EditionInfo = z.infer<typeof editionSchema>
export type Segment = z.infer<typeof segmentSchema>
export type Severity = z.infer<typeof severitySchema>
export type Evidence = z.infer<typeof evidenceSchema>
export type Fix = z.infer<typeof fixSchema>
export type Finding = z.infer<typeof findingSchema>
export type Passage = z.infer<typeof passageSchema>
export type Unit = z.infer<typeof unitSchema>
export type LocalizedText = z.infer<typeof localizedTextSchema>
export type Text = z.infer<typeof textSchema>
export type ColumnKind = z.infer<typeof columnKindSchema>
export type Rule = z.infer<typeof ruleSchema>
export type Row = z.infer<typeof rowSchema>
export type Table = z.infer<typeof tableSchema>
export type Block = z.infer<typeof blockSchema>
export type Topic = z.infer<typeof topicSchema>
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>
export type Ledger = z.infer<typeof ledgerSchema>
export type KnowledgeBase = z.infer<typeof knowledgeBaseSchema>
