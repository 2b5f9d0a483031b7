/** A reader of the site's own texts, for commands that speak the language of `--locale`. */

import {z} from 'zod'
import {UsageError} from '../../disk/usage-error.ts'
import {endpointNames} from '../../facts/endpoints/endpoint-label.ts'
import {readNearestFile} from '../../languages/language-file-fs.ts'
import type {KnowledgeBase, Topic} from '../../model/schema.ts'
import {countedText, fillText} from '../../site/shared/fill-text.ts'
import type {Reader} from '../../site/shared/reader.ts'
import {lookUp} from '../../text/look-up.ts'

const readTexts = (locale: string): Record<string, string> | null =>
  textsSchema.nullable().parse(readNearestFile(locale, 'interface'))

const textsSchema = z.record(z.string(), z.string())

/**
 * English where the site has no texts in the locale; names of endpoints are the dataset's.
 *
 * @throws {UsageError} when the dataset doesn't have the locale
 */
export function siteReader({endpoints, locales}: KnowledgeBase, locale: string): Reader {
  if (locale !== 'en' && !locales.includes(locale)) {
    throw new UsageError(
      `There is no locale “${locale}” in the dataset`,
      `It has ${['en', ...locales].join(', ')}.`,
    )
  }
  const own = readTexts(locale)
  const texts = {...readTexts('en'), ...own}
  return {
    locale,
    t: (key, values = {}) => fillText(texts[key] ?? key, values),
    textLang: own === null ? 'en' : undefined,
    count: countedText(texts, own === null ? 'en' : locale),
    to: (path) => path,
    endpoints: endpointNames(endpoints),
  }
}

/** A topic's title in the reader's language, else in English, else its id. */
export const titleIn = ({id, title}: Topic, locale: string): string =>
  lookUp(title.texts, locale)?.text ?? title.source ?? id
