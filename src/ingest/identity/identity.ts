/** Which document this is: locale, form, translation type, revision, asset id and name. */

import {knownLocales, localeData} from '../../languages/languages.ts'
import {limitWordsOf} from '../../languages/lists/limiting.ts'
import {outlineOf} from '../../languages/outlines.ts'
import type {Edition, LocaleFrom} from '../../model/edition.ts'
import {isEnglish, UNDETERMINED} from '../../model/edition-language.ts'
import type {EditionInfo, Form} from '../../model/schema.ts'
import type {Source} from '../source.ts'
import {readsAsEnglish} from './english-text.ts'
import {formWordOf} from './form-words.ts'
import type {FrontMatter} from './front-matter.ts'
import type {FrontMatterValue} from './front-matter-value.ts'
import {isBareLanguage, toLocale} from './locale-tag.ts'
import {pathOf} from './path-parts.ts'
import {type Placement, placeDocument} from './placement.ts'

export type Identity = Pick<Edition, 'info' | 'assetId' | 'name' | 'stem' | 'localeFrom'>

/** Puts together what the front matter states, and where it doesn't, what the path tells. */
export function readIdentity(
  source: Source,
  front: FrontMatter,
  content: {spans: boolean; spansIn: 'html' | 'pipe' | null},
  placement: Placement = placeDocument(source.path),
): Identity {
  const value = (...keys: string[]): FrontMatterValue | undefined => {
    for (const key of keys) {
      const found = front.values.get(key)
      if (found !== undefined && found.value.trim() !== '') return found
    }
    return undefined
  }
  const id = value('ms.assetid', 'translationkey')?.value.trim().toLowerCase() ?? ''
  const {locale, from} = localeOf(source, front, placement)
  const translationType = typeOf(source, value('ms.translationtype'), content.spans)
  const form = content.spans
    ? bilingualForm(source.path, content.spansIn)
    : isEnglish(locale)
      ? 'source'
      : translationType === 'unknown'
        ? 'plain'
        : translationType
  return {
    info: {
      id: source.path,
      path: source.path,
      locale,
      form,
      translationType,
      revision: revisionOf(source, [value('ms.date'), value('ms.lasthandoff')]),
    },
    assetId: id === '' ? null : id,
    name: placement.stem.split('/').at(-1) ?? placement.stem,
    stem: placement.stem,
    localeFrom: from,
  }
}

/** Spans in no table at all: the folder tells which kind of bilingual document it is kept with. */
function bilingualForm(path: string, spansIn: 'html' | 'pipe' | null): Form {
  if (spansIn !== null) return spansIn === 'pipe' ? 'bilingual-pipe' : 'bilingual'
  return pathParts(path).some((part) => part.toLowerCase() === 'bilingual-pipe')
    ? 'bilingual-pipe'
    : 'bilingual'
}

/** Keys whose value is the locale of the document by the conventions of those that write them. */
const localeKeys = ['lang', 'locale', 'language']

/** The locale as the front matter states it, else the address of the page, the path, or the text itself. */
function localeOf(
  source: Source,
  {values, bodyStart}: FrontMatter,
  placement: Placement,
): {locale: string; from: LocaleFrom} {
  const stated = values.get('ms.contentlocale')
  const own = stated ? toLocale(stated.value) : null
  if (stated && own === null) {
    source.report(
      stated.offset,
      'error',
      'unknown-locale',
      `Expected a language tag such as zh-TW in ms.contentlocale, found “${stated.value}”`,
      'Write the tag as BCP 47 spells it.',
    )
  }
  if (stated && own !== null) return {locale: checked(source, own, stated.offset), from: 'front-matter'}
  for (const key of localeKeys) {
    const named = values.get(key)
    const locale = named ? toLocale(named.value) : null
    if (named && locale !== null) return {locale: checked(source, locale, named.offset), from: 'front-matter'}
  }
  const address = values.get('ms.mtpsurl')
  const inAddress = address?.value
    .split('/')
    .map(toLocale)
    .find((tag) => tag !== null && !isBareLanguage(tag) && !isEnglish(tag))
  if (inAddress && address) return {locale: checked(source, inAddress, address.offset), from: 'front-matter'}
  if (placement.locale !== UNDETERMINED)
    return {locale: checked(source, placement.locale, 0), from: placement.by}
  if (readsAsEnglish(source.text.slice(bodyStart))) return {locale: 'en', from: 'text'}
  source.report(
    0,
    'error',
    'no-locale',
    'Expected a language in the front matter or in the path, found neither, and the text is not English',
    'State it with lang or ms.contentlocale, put the document into a folder named after its locale, or give a pattern in portolan.config.',
  )
  return {locale: UNDETERMINED, from: null}
}

/** Says when a locale has no words of its own, and what its tables are read by all the same. */
function checked(source: Source, locale: string, offset: number): string {
  if (localeData(locale).matches.length === 0) {
    const isOutlined = outlineOf(locale) !== null
    source.report(
      offset,
      'warning',
      'unknown-locale',
      isOutlined
        ? `Locale ${locale} is read in part: headers, ranges, actions, directions, yes and no and what is required are understood, ${limitWordsOf(locale).length > 1 ? 'so are limits such as “only from”; ' : ''}conditions, old products and machines in headings only in English`
        : `Unexpected locale ${locale}, expected one of ${knownLocales.join(', ')}; its tables are read by English words and by their cells, and a column that may say what is denied refuses their rows`,
      isOutlined
        ? `Add src/languages/${locale}/words.json with what else is known of the language, and its line in src/languages/registry.ts.`
        : `Add the language to src/languages/outlines.json, or src/languages/${locale}/words.json and its line in src/languages/registry.ts.`,
    )
  }
  return locale
}

/** HT or MT; without it by the folder, the file name, or by the spans, which only machine translation carries. */
function typeOf(
  source: Source,
  stated: FrontMatterValue | undefined,
  spans: boolean,
): EditionInfo['translationType'] {
  const word = stated?.value.trim().toUpperCase()
  if (word === 'HT') return 'human'
  if (word === 'MT') return 'machine'
  const words = pathParts(source.path).map(formWordOf)
  const assumed = words.includes('human')
    ? 'human'
    : words.includes('machine') || spans
      ? 'machine'
      : 'unknown'
  if (stated)
    source.report(
      stated.offset,
      'warning',
      'no-translation-type',
      `Expected HT or MT in ms.translationtype, found “${stated.value}”; assumed ${assumed} translation`,
      'Correct ms.translationtype in the front matter.',
    )
  return assumed
}

/**
 * The later of `ms.date` (of the article) and `ms.lasthandoff` (of the translation), as an ISO date.
 *
 * Each is a day on which the document was touched, so the later one is the closest to when it took its present form.
 */
function revisionOf(source: Source, stated: (FrontMatterValue | undefined)[]): string | null {
  const dates = stated.flatMap((entry) => {
    if (!entry) return []
    const date = isoDate(entry.value)
    if (date !== null) return [date]
    source.report(
      entry.offset,
      'warning',
      'unknown-date',
      `Expected a date as MM/DD/YYYY or YYYY-MM-DD, found “${entry.value}”`,
      'Correct the date; the document counts as older than its siblings that have one.',
    )
    return []
  })
  return dates.toSorted().at(-1) ?? null
}

/** The pages of a repository share a few hundred dates. */
const isoDates = new Map<string, string | null>()

function isoDate(text: string): string | null {
  const known = isoDates.get(text)
  if (known !== undefined) return known
  const date = readDate(text)
  if (isoDates.size < 1000) isoDates.set(text, date)
  return date
}

function readDate(text: string): string | null {
  const american = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text.trim())
  const iso = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})/.exec(text.trim())
  const year = Number(american?.[3] ?? iso?.[1])
  let month = Number(american?.[1] ?? iso?.[2])
  let day = Number(american?.[2] ?? iso?.[3])
  // 23/07/2014 can only be day first.
  if (american && month > 12 && day <= 12) [month, day] = [day, month]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null
  return date.toISOString().slice(0, 10)
}

/** Folders, and the parts of the file name between dots. */
function pathParts(path: string): string[] {
  const folders = path.split(/[/\\]/)
  const file = folders.pop() ?? ''
  return [...file.split('.'), ...folders.toReversed()]
}

/**
 * File name in lower case without locale, form words and extension; the folder's name where nothing else is
 * left. A part that only names a language is one where it is the document’s own `tag`.
 */
export function nameOf(path: string, tag = UNDETERMINED): string {
  const {folders, parts} = pathOf(path.toLowerCase())
  const isLocale = (part: string): boolean => {
    const locale = toLocale(part)
    return locale !== null && (!isBareLanguage(locale) || locale === tag)
  }
  const meaningful = (part: string) => part !== '' && !isLocale(part) && formWordOf(part) === null
  const own = parts.filter(meaningful)
  return own.length > 0 ? own.join('.') : (folders.findLast(meaningful) ?? parts.join('.'))
}
