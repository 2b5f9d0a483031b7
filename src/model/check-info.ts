/** What is published of a check beside its findings: `data/checks.json`, one entry a check. */
import {z} from 'zod'
import {severitySchema} from './schema.ts'

const exampleSchema = z.object({locale: z.string(), source: z.string(), target: z.string()})

export const checkInfoSchema = z.object({
  /** Kebab-case, as findings name it. */
  id: z.string(),
  severity: severitySchema,
  /** English: what a reader would do wrong because of the error. */
  why: z.string(),
  /** English: known false alarms. */
  wrongWhen: z.string(),
  good: z.array(exampleSchema),
  bad: z.array(exampleSchema.extend({message: z.string(), fix: z.string().nullable()})),
})

export type CheckInfo = z.infer<typeof checkInfoSchema>
