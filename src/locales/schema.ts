/** What the code knows of a language: one small data file a locale, `locales/<locale>.json`, all of this shape. */
import {z} from 'zod'

const words = z.array(z.string())

export const localeDataSchema = z.object({
  locale: z.string(),
  /** The language's own name, such as 日本語. */
  name: z.string(),
  /** Unicode script names of its text: `Han`, `Hiragana`, `Katakana`, `Latin`, … The first is the main one. */
  scripts: words,
  /** Header words by what the column means; matched on NFKC, case-folded text; several spellings each. */
  headers: z.record(z.string(), words),
  /** Localized words of the first part of a path, by canonical English role: `{"Access": ["存取"], …}`. */
  roles: z.record(z.string(), words),
  /** Words for "or" and "and" between list members. */
  conjunctions: words,
  /** Signs and words between the bounds of a range, beside the common `- – — ～ 〜 ~`. */
  rangeWords: words,
  /** Signs that group digits, the first is used to write. */
  digitGroups: words,
  /** Signs between members of a list of protocols, the first is used to write. */
  listSeparators: words,
  /** How a path and a range are written: `{"range": "{low}-{high}"}`. */
  style: z.object({range: z.string(), security: z.string()}),
})

export type LocaleData = z.infer<typeof localeDataSchema>
