/**
 * Tells by the words that stand in nearly every sentence of a language which one a text is in. Relatives share many of them: what is
 * in both lists, or in English, which half-translated texts hold, says nothing.
 */
import {z} from 'zod'
import data from '../../../languages/lists/function-words.json' with {type: 'json'}
import {nearestTag} from '../../../languages/nearest-tag.ts'
import {foldWords} from '../placed-fold.ts'

const byTag: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(z.record(z.string(), z.string()).parse(data)).map(([tag, words]) => [
    tag,
    new Set(foldWords(words).split(' ')),
  ]),
)

/** The tag of the list of a locale's language; null where there is none. */
export const functionWordsTag = (locale: string): string | null => nearestTag(locale, [...byTag.keys()])

/** Whether a word, in lower case, stands in nearly every sentence of a locale's language. */
export const isFunctionWord = (word: string, locale: string): boolean =>
  byTag.get(functionWordsTag(locale) ?? '')?.has(foldWords(word)) ?? false

const ENGLISH = 'en'
/** A single letter counts things, too: (a), (e). */
const LETTERS = 2

/**
 * A language of which at least so many different words stand in a text that the locale's own doesn't have, and none that tells its
 * own from it; null for none.
 *
 * @param words folded by `foldWords` */
export function otherLanguageOf(words: readonly string[], locale: string, least: number): string | null {
  const own = functionWordsTag(locale)
  const ownWords = byTag.get(own ?? '') ?? new Set()
  const english = byTag.get(ENGLISH) ?? new Set()
  const told = new Set(words)
  for (const [tag, others] of byTag) {
    if (tag === own || tag === ENGLISH) continue
    const [ofOwn, ofOther] = [ownWords.difference(others), others.difference(ownWords).difference(english)]
    const found = [...ofOther].filter((word) => word.length >= LETTERS && told.has(word))
    if (found.length >= least && ofOwn.isDisjointFrom(told)) return tag
  }
  return null
}
