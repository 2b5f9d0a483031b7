/** A termbase: reviewed terms of one locale, `content/termbase/<locale>.json`. */
import {z} from 'zod'
import type {Diagnostic} from '../../model/schema.ts'

export const termSchema = z.object({
  /** English term in the singular, as in a dictionary; matched word by word, case and plural do not matter. */
  source: z.string().min(1),
  approved: z.string().min(1),
  /** Other renderings that are right. */
  accepted: z.array(z.string().min(1)),
  /** Renderings that are wrong; each is replaced by `approved`. */
  forbidden: z.array(z.string().min(1)),
  /** What a wrong rendering does to a reader; `minor` unless stated. */
  severity: z.enum(['critical', 'major', 'minor']).default('minor'),
  /** Why, where it comes from, how often it was seen. */
  note: z.string(),
})

export const termbaseSchema = z.object({locale: z.string(), entries: z.array(termSchema)})

export type Term = z.infer<typeof termSchema>
export type Termbase = z.infer<typeof termbaseSchema>

/** Entries that contradict themselves: nothing may be replaced by what the same entry forbids. */
export const termbaseDiagnostics = (termbase: Termbase, path: string): Diagnostic[] => {
  const seen = new Set<string>()
  return termbase.entries.flatMap(({source, approved, accepted, forbidden}, index): Diagnostic[] => {
    const place = {path, line: 1, column: 1}
    const clash = forbidden.find((word) => word === approved || accepted.includes(word))
    const key = `${source}\n${approved}`
    const repeated = seen.has(key)
    seen.add(key)
    return [
      ...(clash === undefined
        ? []
        : [
            {
              place,
              severity: 'error' as const,
              id: 'term-forbids-itself' as const,
              message: `entry ${index + 1} (“${source}”) forbids “${clash}”, which it also approves`,
              hint: 'Take the word out of “forbidden”, or approve another one.',
            },
          ]),
      ...(repeated
        ? [
            {
              place,
              severity: 'warning' as const,
              id: 'term-repeated' as const,
              message: `entry ${index + 1} repeats “${source}” → “${approved}”`,
              hint: 'Join the two entries.',
            },
          ]
        : []),
    ]
  })
}
