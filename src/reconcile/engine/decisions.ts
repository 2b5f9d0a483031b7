/** Reviewers' answers: the text to publish for an English text in one locale, `content/decisions/<locale>.json`. */
import {z} from 'zod'

export const decisionSchema = z.object({
  /** English of the cell, compared with white space folded. */
  source: z.string().min(1),
  /** The text to publish. */
  text: z.string().min(1),
  reason: z.string(),
  /** ISO date of the decision. */
  date: z.iso.date(),
})

export const decisionsSchema = z.object({locale: z.string(), entries: z.array(decisionSchema)})

export type Decision = z.infer<typeof decisionSchema>
export type Decisions = z.infer<typeof decisionsSchema>
