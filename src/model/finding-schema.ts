/** What a check reports, with its evidence and its correction, as schemas. */
import {z} from 'zod'
import {placeSchema} from './place-schema.ts'

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

export type Severity = z.infer<typeof severitySchema>
export type Evidence = z.infer<typeof evidenceSchema>
export type Fix = z.infer<typeof fixSchema>
export type Finding = z.infer<typeof findingSchema>
