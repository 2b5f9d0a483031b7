/** Where something stands in a document, and what was odd about it, as schemas. */
import {z} from 'zod'
import type {DiagnosticId} from './diagnostic-ids.ts'

/** Where something stands in a source document. */
export const placeSchema = z.object({path: z.string(), line: z.int().min(1), column: z.int().min(1)})

/** `error`: something was not read. `warning`: read, with an assumption. `info`: worth knowing. */
export const diagnosticSchema = z.object({
  place: placeSchema,
  severity: z.enum(['error', 'warning', 'info']),
  /** Kebab-case, stable: `no-locale`, `unreadable-cell`, … ({@link DiagnosticId}). */
  id: z.string(),
  /** What was expected and what was found. */
  message: z.string(),
  /** What to do about it. */
  hint: z.string(),
})

export type Place = z.infer<typeof placeSchema>
/** A diagnostic of a dataset, which an older version may have written. */
export type StoredDiagnostic = z.infer<typeof diagnosticSchema>

/** A diagnostic of this version: its id is explained in the documentation. */
export type Diagnostic = StoredDiagnostic & {id: DiagnosticId}
