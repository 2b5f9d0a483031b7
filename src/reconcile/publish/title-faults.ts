/** What makes a title a poor one whatever its English is: that it is cut, abbreviated, or carries the name of its site. */
import {foldCase, foldSpace} from '../../text/normalize.ts'
import {weigh} from '../learning/lengths.ts'

const ELLIPSIS_RE = /(?:…|\.{3})["”»]?$/u
/** What stands between the name of a page and that of its site. */
const SITE_RE = /^\s*[|·•—–-]\s*\S/u
const LETTERS_RE = /^[\p{L}\p{M}]+$/u
/** A word that ends with a full stop before the title does. */
const SHORTENED_RE = /(?<![\p{L}\p{M}\p{N}.])([\p{L}\p{M}]+)\.(?=[\s,;:)])/gu
const WORD_RE = /[\p{L}\p{M}]+/gu
/** So many shortened words are no sentences that end, whatever else is known of them. */
const MANY = 3
/** A word is this much longer than what stands for it. */
const LONGER = 2

const fold = (text: string): string => foldCase(foldSpace(text))

/** Whether one title goes on behind the end of the other, which is more than the name of a site. */
const goesOn = (text: string, other: string, sites: ReadonlySet<string>): boolean => {
  const rest = other.startsWith(text) ? other.slice(text.length) : ''
  return rest !== '' && !SITE_RE.test(rest) && !sites.has(rest)
}

/**
 * The title breaks off, or says less than another one: it ends with dots, ends within a word that another title of the language
 * has whole, or its document states one that goes on.
 *
 * @param others all titles in the language  @param own those of the same document  @param sites names of sites
 */
export function isCut(
  title: string,
  others: readonly string[],
  own: readonly string[],
  sites: ReadonlySet<string>,
): boolean {
  const text = fold(title)
  if (ELLIPSIS_RE.test(text)) return true
  const endsInWord = (other: string): boolean =>
    goesOn(text, other, sites) &&
    LETTERS_RE.test(other.slice(text.length - 1, text.length + 1)) &&
    hasSpaces(text)
  return others.map(fold).some(endsInWord) || own.map(fold).some((other) => goesOn(text, other, sites))
}

/** Only where words are set apart by spaces one can end within a word. */
const hasSpaces = (text: string): boolean => text.includes(' ') && weigh(text) < text.length * 1.5

/** Words with a full stop that another title of the language writes out: `conf. req.` beside `configuration requise`. */
export function isAbbreviated(title: string, others: readonly string[]): boolean {
  const shortened = [...fold(title).matchAll(SHORTENED_RE)].map(([, letters = '']) => letters)
  if (shortened.length >= MANY) return true
  if (shortened.length === 0) return false
  const words = others.filter((other) => other !== title).flatMap((other) => fold(other).match(WORD_RE) ?? [])
  return shortened.some((letters) =>
    words.some((word) => word.startsWith(letters) && word.length >= letters.length + LONGER),
  )
}

/** What a title has behind another one of its document: `: Contoso Help`; empty where it has nothing or is another title. */
const behind = (title: string, own: readonly string[]): string[] =>
  own.map(fold).flatMap((base) => {
    const text = fold(title)
    return base !== '' && text.startsWith(base) && text.length > base.length ? text.slice(base.length) : []
  })

/** What stands behind the titles of several documents is the name of their site, whatever sets it off. */
const SEVERAL = 2

/** @param documents the titles of each document */
export function siteNames(documents: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const own of documents)
    for (const name of new Set(own.flatMap((title) => behind(title, own))))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Set([...counts].flatMap(([name, count]) => (count >= SEVERAL ? name : [])))
}

/** Another title of the document, and behind it the name of the site: `Ports | Contoso Docs`. */
export const isDecorated = (title: string, own: readonly string[], sites: ReadonlySet<string>): boolean =>
  behind(title, own).some((rest) => SITE_RE.test(rest) || sites.has(rest))
