/** What a workspace says of its site, in the reader's language. */
import {nearestTag} from '../../languages/nearest-tag.ts'
import {lookUp} from '../../text/look-up.ts'
import type {Words} from './site-settings.ts'

/** Its text for the language, else the English, else the first that there is, with its language where that is told. */
export function saidWords(words: Words, locale: string): {text: string; lang: string | undefined} {
  if (typeof words === 'string') return {text: words, lang: undefined}
  const tags = Object.keys(words)
  const lang = nearestTag(locale, tags) ?? (tags.includes('en') ? 'en' : (tags[0] ?? 'en'))
  return {text: lookUp(words, lang) ?? '', lang}
}
