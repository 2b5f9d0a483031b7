/** Where something stands in a document, and what was odd about it, as schemas. */
import {z} from 'zod'

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

export type Place = z.infer<typeof placeSchema>
export type Diagnostic = z.infer<typeof diagnosticSchema>
