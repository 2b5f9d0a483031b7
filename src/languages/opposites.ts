/** Meanings that exclude each other (allow and block, before and after, seconds and minutes), with their words in each language. */

import {z} from 'zod'
import file from './opposites.json' with {type: 'json'}

/**
 * Words by language, as in a lexicon. `~word` may say it, but does not prove it: it is never called wrong.
 * `#word` says it after a number only.
 * All are written as folded text is: in small letters.
 */
const sideSchema = z.record(z.string(), z.array(z.string()))
const groupSchema = z.strictObject({id: z.string(), sides: z.array(sideSchema).min(2)})

/** One meaning of a group, in one language. */
export interface Side {
  /** Words that say it for certain, the usual one first. */
  certain: readonly string[]
  /** Words that may say it. */
  possible: readonly string[]
}

export interface Opposites {
  id: string
  sides: readonly Side[]
}

const groups = z.array(groupSchema).parse(file)

const sideOf = (words: readonly string[]): Side => ({
  certain: words.filter((word) => !word.startsWith('~')),
  possible: words.map((word) => word.replace('~', '')),
})

const built = new Map<string, readonly Opposites[]>()

/** The groups in the language of a locale; a side of which no words are known has none. */
export const oppositesOf = (locale: string): readonly Opposites[] => {
  const [language = ''] = locale.toLowerCase().split('-')
  const known = built.get(language)
  if (known) return known
  // Units are written the same in most languages.
  const made = groups.map(({id, sides}) => ({
    id,
    sides: sides.map((side) =>
      sideOf([
        ...(new Map(Object.entries(side)).get(language) ?? []),
        ...(side['en'] ?? []).filter((word) => word.startsWith('#')),
      ]),
    ),
  }))
  built.set(language, made)
  return made
}
