/** The site's own texts, `interface.json` of each language's folder; English where a language has no file or no text. */
import {settings} from 'virtual:portolan/workspace'
import english from '../../languages/en/interface.json' with {type: 'json'}
import {nearestTag} from '../../languages/nearest-tag.ts'
import {lookUp} from '../../text/look-up.ts'
import {countedText, fillText, type Values} from './fill-text.ts'
import {interfaceFiles} from './language-files.ts'

export type TextKey = keyof typeof english

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

const en: Record<TextKey, string> = {...english, ...textsByLocale['en']}

/** The texts that a reader of the locale gets: its own, or those of its language (`fr-FR` for `fr-CA`); none where there are none. */
export function ownTextsOf(locale: string): Record<string, string> | undefined {
  return lookUp(textsByLocale, nearestTag(locale, Object.keys(textsByLocale)) ?? '')
}

/** The language of the site's texts where they are not in the reader's; else undefined. */
export const textLangOf = (locale: string): 'en' | undefined =>
  ownTextsOf(locale) === undefined ? 'en' : undefined

/** The texts with one of the beginnings, for a script: English for those that the reader's language lacks. */
export function textsFor(locale: string, beginnings: readonly string[]): Record<string, string> {
  const texts = Object.entries({...en, ...ownTextsOf(locale)})
  return Object.fromEntries(texts.filter(([key]) => beginnings.some((start) => key.startsWith(start))))
}

/** A site with a name of its own has it in every language. */
const named: Partial<Record<TextKey, string>> =
  settings.title === undefined ? {} : {'site.name': settings.title}

export function translator(locale: string): Translate {
  const texts = ownTextsOf(locale) ?? {}
  const translate = (key: TextKey, values: Values = {}) =>
    fillText(named[key] ?? texts[key] ?? en[key], values)
  return Object.assign(translate, {lang: (key: TextKey) => (Object.hasOwn(texts, key) ? locale : 'en')})
}

/** `{count}` in a counted text is the number, written for the language that the text is in. */
export function counter(locale: string): (key: CountedKey, count: number) => string {
  const texts = ownTextsOf(locale) ?? {}
  const [own, english] = [countedText(texts, locale), countedText(en, 'en')]
  return (key, count) => (Object.hasOwn(texts, `${key}.other`) ? own : english)(key, count)
}
