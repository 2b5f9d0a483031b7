/** Which document this is: locale, form, translation type, revision, asset id and name, with what was assumed. */

import {knownLocales, localeData} from '../../languages/languages.ts'
import type {Edition} from '../../model/edition.ts'
import type {Form} from '../../model/schema.ts'
import type {Source} from '../source.ts'
import type {FrontMatter} from './front-matter.ts'
import type {FrontMatterValue} from './front-matter-value.ts'

export interface Identity {
  info: Edition['info']
  assetId: string | null
  name: string
}

/** Words in folder and file names that say how a document was made. */
const formWords = new Map<string, 'human' | 'machine' | 'other'>([
  ['human', 'human'],
  ['ht', 'human'],
  ['machine', 'machine'],
  ['mt', 'machine'],
  ['bilingual', 'machine'],
  ['bilingual-pipe', 'machine'],
  ['pipe', 'other'],
])

const localeRE = /^[a-z]{2,3}(?:-[a-z]{4})?-(?:[a-z]{2}|\d{3})$/i
const languages = new Intl.DisplayNames(['en'], {type: 'language', fallback: 'none'})

/** Puts together what the front matter, the folders and the file name tell; reports each assumption. */
export function readIdentity(
  source: Source,
  front: FrontMatter,
  content: {spans: boolean; spansIn: 'html' | 'pipe' | null},
): Identity {
  const value = (key: string): FrontMatterValue | undefined => front.values.get(key)
  const id = value('ms.assetid')?.value.trim().toLowerCase() ?? ''
  const name = nameOf(source.path)
  if (id === '') {
    source.report(
      0,
      'warning',
      'no-asset-id',
      `Expected ms:assetid in the front matter, found none; assumed the topic “${name}” by the file name`,
      'Add the asset id of the topic, the same in every locale.',
    )
  }
  const translationType = typeOf(source, value('ms.translationtype'), content.spans)
  const form = content.spans ? bilingualForm(source.path, content.spansIn) : translationType
  return {
    info: {
      id: source.path,
      path: source.path,
      locale: localeOf(source, value('ms.contentlocale'), value('ms.mtpsurl')),
      form,
      translationType,
      revision: revisionOf(source, [value('ms.date'), value('ms.lasthandoff')]),
    },
    assetId: id === '' ? null : id,
    name,
  }
}

/** Spans in no table at all: the folder tells which kind of bilingual document it is kept with. */
function bilingualForm(path: string, spansIn: 'html' | 'pipe' | null): Form {
  if (spansIn !== null) return spansIn === 'pipe' ? 'bilingual-pipe' : 'bilingual'
  return pathParts(path).some((part) => part.toLowerCase() === 'bilingual-pipe')
    ? 'bilingual-pipe'
    : 'bilingual'
}

/** The locale: `ms.contentlocale`, else the address of the page, else a folder or a part of the file name. */
function localeOf(
  source: Source,
  stated: FrontMatterValue | undefined,
  address: FrontMatterValue | undefined,
): string {
  const own = stated && canonical(stated.value)
  if (stated && !own) {
    source.report(
      stated.offset,
      'error',
      'unknown-locale',
      `Expected a language tag such as zh-TW in ms.contentlocale, found “${stated.value}”`,
      'Write the tag as BCP 47 spells it.',
    )
  }
  if (own && isEnglish(own)) {
    source.report(
      stated.offset,
      'warning',
      'english-document',
      `Unexpected locale ${own}, expected a translation; English is taken from the spans of translations`,
      'Leave the English documents out of the sources.',
    )
    return own
  }
  if (own) return checked(source, own, stated.offset)
  const inAddress = address?.value
    .split('/')
    .map(canonical)
    .find((tag) => tag !== null && !isEnglish(tag))
  if (inAddress && address) {
    return checked(source, inAddress, address.offset)
  }
  const inPath = pathParts(source.path)
    .flatMap((part) => canonical(part) ?? [])
    .find((tag) => !isEnglish(tag))
  source.report(
    0,
    inPath ? 'warning' : 'error',
    'no-locale',
    inPath
      ? `Expected ms.contentlocale in the front matter, found none; assumed ${inPath} by the path`
      : 'Expected ms.contentlocale in the front matter or a locale in the path, found neither',
    'Add ms.contentlocale, or put the document into a folder named after its locale.',
  )
  return inPath ? checked(source, inPath, 0) : 'und'
}

/** Says when nothing is known of a locale: its documents are read by the words that hold everywhere. */
function checked(source: Source, locale: string, offset: number): string {
  if (localeData(locale).matches.length === 0) {
    source.report(
      offset,
      'warning',
      'unknown-locale',
      `Unexpected locale ${locale}, expected one of ${knownLocales.join(', ')}; its tables are read by English words and by their cells`,
      `Add src/languages/${locale}/words.json with the header words of the language, and its line in src/languages/registry.ts.`,
    )
  }
  return locale
}

const spellings = new Map<string, string | null>()

/** A tag of language and region in its canonical spelling (`zh-tw` → `zh-TW`), or null. */
function canonical(tag: string): string | null {
  if (tag.length > 16 || !tag.includes('-')) return null
  const known = spellings.get(tag)
  if (known !== undefined) return known
  const spelling = spell(tag)
  if (spellings.size < 1000) spellings.set(tag, spelling)
  return spelling
}

function spell(tag: string): string | null {
  const trimmed = tag.trim()
  if (!localeRE.test(trimmed)) return null
  const language = trimmed.slice(0, trimmed.indexOf('-')).toLowerCase()
  return languages.of(language) === undefined ? null : (Intl.getCanonicalLocales(trimmed)[0] ?? null)
}

function isEnglish(tag: string): boolean {
  return tag.startsWith('en-')
}

/** HT or MT; without it by the folder, the file name, or by the spans, which only machine translation carries. */
function typeOf(source: Source, stated: FrontMatterValue | undefined, spans: boolean): 'human' | 'machine' {
  const word = stated?.value.trim().toUpperCase()
  if (word === 'HT') return 'human'
  if (word === 'MT') return 'machine'
  const words = pathParts(source.path).map((part) => formWords.get(part.toLowerCase()))
  const assumed = words.includes('human') ? 'human' : words.includes('machine') || spans ? 'machine' : null
  source.report(
    stated?.offset ?? 0,
    'warning',
    'no-translation-type',
    `Expected HT or MT in ms.translationtype, found ${word === undefined ? 'none' : `“${stated?.value}”`}; assumed ${assumed ?? 'machine'} translation${words.includes('human') || words.includes('machine') ? ' by the path' : ''}`,
    'Add ms.translationtype to the front matter.',
  )
  return assumed ?? 'machine'
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

/** File name in lower case without locale, form words and extension; the folder's name where nothing else is left. */
export function nameOf(path: string): string {
  const folders = path.split(/[/\\]/)
  const file = (folders.pop() ?? '').toLowerCase().replace(/\.(?:md|markdown|html?)$/, '')
  const meaningful = (part: string) => part !== '' && canonical(part) === null && !formWords.has(part)
  const parts = file.split('.').filter(meaningful)
  if (parts.length > 0) return parts.join('.')
  return folders.map((part) => part.toLowerCase()).findLast(meaningful) ?? file
}
