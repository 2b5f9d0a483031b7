/** What topics are called where one is chosen among others. */
import {lexiconOf} from '../languages/lexicon.ts'
import type {Topic} from '../model/schema.ts'
import {shortLabels, type Titled} from './short-labels.ts'
import {shownText} from './shown-text.ts'

const known = new WeakMap<readonly Topic[], Map<string, ReadonlyMap<string, string>>>()

/**
 * Short labels by topic: what tells its title from the others.
 *
 * @param locale `en` or a locale of the documents
 */
export function topicLabels(topics: readonly Topic[], locale: string): ReadonlyMap<string, string> {
  const byLocale = known.get(topics) ?? new Map<string, ReadonlyMap<string, string>>()
  known.set(topics, byLocale)
  const found = byLocale.get(locale) ?? shortLabels(topics.map(titled(locale)), smallWords(locale))
  byLocale.set(locale, found)
  return found
}

const titled =
  (locale: string) =>
  ({id, title, editions}: Topic): Titled => ({
    id,
    title: shownText(title, locale) || id,
    path: editions[0] ?? id,
  })

/** Of English, which a title is in where the language has none. */
const english = ['at', 'by', 'for', 'from', 'in', 'of', 'on', 'to', 'with']

const smallWords = (locale: string): readonly string[] => [...lexiconOf(locale).small, ...english]
