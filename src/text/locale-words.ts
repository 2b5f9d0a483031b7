/** Asks whether a whole text is one of a locale's words, in any case, width and spacing. */
import {localeData} from '../locales/index.ts'
import type {LocaleData} from '../locales/schema.ts'
import {foldToken} from './normalize.ts'

/** The lists of a locale that hold whole words. */
type WordList = {
  [Key in keyof LocaleData]-?: LocaleData[Key] extends string[] ? Key : never
}[keyof LocaleData]

/** No word of a locale file is as long as this. */
const MAX_WORD = 80

const sets = new Map<string, ReadonlySet<string>>()

/** Whether `text` is a word of the list, white space aside: `isWord("N 'importe quel", "anyWords", "fr-FR")`. */
export function isWord(text: string, list: WordList, locale: string): boolean {
  if (text.length > MAX_WORD) return false
  const key = `${locale} ${list}`
  let words = sets.get(key)
  if (!words) {
    words = new Set(localeData(locale)[list].map(spaceless))
    sets.set(key, words)
  }
  return words.has(spaceless(text))
}

/** Folded like a token, without spaces: the form in which names are compared across spellings. */
export function spaceless(text: string): string {
  return foldToken(text).replaceAll(' ', '')
}
