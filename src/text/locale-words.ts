/** Asks whether a whole text is one of a locale's words, in any case, width and spacing. */
import {localeData} from '../languages/languages.ts'
import type {LocaleData} from '../languages/words-schema.ts'
import {foldToken} from './normalize.ts'

/** The lists of a locale that hold whole words. */
type WordList = {
  [Key in keyof LocaleData]-?: LocaleData[Key] extends string[] ? Key : never
}[keyof LocaleData]

/** No word of a locale file is as long as this. */
const MAX_WORD = 80

/** Whether `text` is a word of the list, white space aside: `isWord("N 'importe quel", "anyWords", "fr-FR")`. */
export function isWord(text: string, list: WordList, locale: string): boolean {
  return isOneOf(text, localeData(locale)[list])
}

/** By list, which a locale keeps as long as it is known. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

/** Whether `text` is one of the words of a locale's list, white space aside. */
export function isOneOf(text: string, list: readonly string[]): boolean {
  if (text.length > MAX_WORD) return false
  let words = sets.get(list)
  if (!words) {
    words = new Set(list.map(spaceless))
    sets.set(list, words)
  }
  return words.has(spaceless(text))
}

/** Folded like a token, without spaces: the form in which names are compared across spellings. */
export function spaceless(text: string): string {
  return foldToken(text).replaceAll(' ', '')
}
