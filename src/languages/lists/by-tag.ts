/** Lists of words that more languages have than those with a folder of their own: one file a purpose, by tag. */
import type {z} from 'zod'
import {nearestOf} from '../nearest-tag.ts'

export interface ByTag<Words> {
  /** Those of a language alone; null where none are known. */
  ownOf: (locale: string) => Words | null
  /** Those of a language, then those of English, which half-translated texts have. */
  withEnglish: (locale: string) => Words[]
  all: readonly Words[]
}

/** @throws for data that is not of the schema */
export function byTag<Words>(
  schema: z.ZodType<Words>,
  data: Readonly<Record<string, unknown>>,
): ByTag<Words> {
  const table: ReadonlyMap<string, Words> = new Map(
    Object.entries(data).map(([tag, words]) => [tag, schema.parse(words)]),
  )
  const ownOf = (locale: string): Words | null => nearestOf(table, locale) ?? null
  return {
    ownOf,
    withEnglish: (locale) =>
      [...new Set([ownOf(locale), table.get('en') ?? null])].filter((words) => words !== null),
    all: [...table.values()],
  }
}
