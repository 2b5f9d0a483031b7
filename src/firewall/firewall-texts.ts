/** The few words that an export adds to what the documents say, in the reader's language or in English. */
import {lookUp} from '../text/look-up.ts'
import texts from './texts.json' with {type: 'json'}

export type TextId = keyof (typeof texts)['en']

const byLocale: Partial<Record<string, Record<TextId, string>>> = texts

/** Locales that have texts of their own, sorted. */
export const textLocales = Object.keys(texts).sort()

/** `say('fr-FR', 'load', {command: 'nft -f'})`; a locale without texts gets English. */
export function say(locale: string, id: TextId, values: Record<string, string> = {}): string {
  const text = (lookUp(byLocale, locale) ?? texts.en)[id]
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replaceAll(`{${name}}`, () => value),
    text,
  )
}
