/** What became of each table row of each document, as schemas. */
import {z} from 'zod'
import {placeSchema} from './place-schema.ts'

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
    'denied',
    'struck-out',
    'unknown-action',
    'unknown-purpose',
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

export type LedgerEntry = z.infer<typeof ledgerEntrySchema>
export type Ledger = z.infer<typeof ledgerSchema>
