/** Meanings that exclude each other (allow and block, before and after, seconds and minutes), with their words in each language. */

import {z} from 'zod'
import english from './en/opposites.json' with {type: 'json'}
import {readLanguageFile} from './language-file-fs.ts'
import {knownLocales, localeData} from './languages.ts'
import {outlineOf} from './outlines.ts'

/**
 * `opposites.json` of a language's folder: of each group its sides in the order of the English ones, words as in a lexicon.
 * `~word` may say it, but does not prove it: it is never called wrong. `#word` says it after a number only.
 */
export const oppositesSchema = z.record(z.string(), z.array(z.array(z.string())).min(2))

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

/** Groups of which a language with a lexicon has the words there, and other checks ask. */
export const lexiconGroups: readonly string[] = ['direction', 'need', 'end', 'zone']

const groups = Object.entries(oppositesSchema.parse(english))

const sideOf = (words: readonly string[]): Side => ({
  certain: words.filter((word) => !word.startsWith('~')),
  possible: words.map((word) => word.replace('~', '')),
})

const built = new Map<string, readonly Opposites[]>()

const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''

/** The file of a tag, else that of another tag of its language. */
const fileOf = (locale: string): ReadonlyMap<string, string[][]> => {
  const served = knownLocales.filter((tag) => languageOf(tag) === languageOf(locale))
  const tag = served.find((each) => each.toLowerCase() === locale.toLowerCase()) ?? served[0]
  const file = tag === undefined ? null : readLanguageFile(tag, 'opposites')
  return new Map(Object.entries(oppositesSchema.nullable().parse(file) ?? {}))
}

/** A language without a file also has for “allow” and “block” the words for what a rule does. */
const ACTIONS = 'allow'
/** So much of a word stays when it is inflected. */
const [LONG, ENDING] = [6, 2]

/** The words for an action and, as ones that may say it, what begins as they do; those that English has too say nothing. */
const actionWords = (locale: string): string[][] => {
  const [own, base] = [localeData(locale), localeData('en')].map(({denial}) => [
    denial.allows,
    denial.actions,
  ])
  const foreign = new Set(base?.flat().map((word) => word.toLowerCase()))
  return (own ?? []).map((words) =>
    words
      .filter((word) => LETTER_RE.test(word) && !foreign.has(word.toLowerCase()))
      .flatMap((word) =>
        word.length < LONG || word.includes(' ') ? [word] : [word, `~${word.slice(0, -ENDING)}*`],
      ),
  )
}

const LETTER_RE = /\p{L}/u

/** What is known of a language without a file. */
const outlined = (locale: string): ReadonlyMap<string, string[][]> => {
  const own = new Map<string, string[][]>(Object.entries(outlineOf(locale)?.opposites ?? {}))
  const sides = actionWords(locale).map((words, at) => [...(own.get(ACTIONS)?.[at] ?? []), ...words])
  return own.set(ACTIONS, sides)
}

/** The groups in the language of a locale; a side of which no words are known has none. */
export const oppositesOf = (locale: string): readonly Opposites[] => {
  const known = built.get(locale)
  if (known) return known
  const file = fileOf(locale)
  const own = file.size > 0 ? file : outlined(locale)
  // Units are written the same in most languages.
  const made = groups.map(([id, sides]) => ({
    id,
    sides: sides.map((words, at) =>
      sideOf([...(own.get(id)?.[at] ?? []), ...words.filter((word) => word.startsWith('#'))]),
    ),
  }))
  built.set(locale, made)
  return made
}
