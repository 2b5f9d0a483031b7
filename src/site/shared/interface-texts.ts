/** The site's own texts, `interface.json` of each language's folder; English where a language has no file or no text. */
import en from '../../languages/en/interface.json' with {type: 'json'}
import {lookUp} from '../../text/look-up.ts'
import {countedText, fillText, type Values} from './fill-text.ts'
import {interfaceFiles} from './language-files.ts'

export type TextKey = keyof typeof en

/** Looks up a text and fills its `{name}` places. */
export interface Translate {
  (key: TextKey, values?: Values): string
  /** Language that the text of this key is in: the locale, or `en` where it falls back. */
  lang: (key: TextKey) => string
}

/** Texts whose wording depends on a number: `rules` has `rules.one`, `rules.other` and what else the locale needs. */
export type CountedKey = {[Key in TextKey]: Key extends `${infer Name}.other` ? Name : never}[TextKey]

/** Texts by locale, as the files hold them. */
export const textsByLocale: Record<string, Record<string, string>> = interfaceFiles

export function translator(locale: string): Translate {
  const texts = lookUp(textsByLocale, locale) ?? {}
  const translate = (key: TextKey, values: Values = {}) => fillText(texts[key] ?? en[key], values)
  return Object.assign(translate, {lang: (key: TextKey) => (Object.hasOwn(texts, key) ? locale : 'en')})
}

/** `{count}` in a counted text is the number, written for the locale. */
export const counter = (locale: string): ((key: CountedKey, count: number) => string) =>
  countedText({...en, ...lookUp(textsByLocale, locale)}, locale)
