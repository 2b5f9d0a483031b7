/** The vocabularies in use: those that ship, until a workspace says otherwise (docs/decisions/0006). */
import {lookUp} from '../../text/look-up.ts'
import {shippedVocabularies} from './shipped-vocabularies.ts'
import {type LanguageOfVocabulary, type Vocabulary, vocabularySchema} from './vocabulary-schema.ts'

/** Those that ship, by name. */
export const shipped: ReadonlyMap<string, Vocabulary> = new Map(
  Object.entries(shippedVocabularies).map(([name, data]) => [name, vocabularySchema.parse(data)]),
)

let available: readonly Vocabulary[] = [...shipped.values()]
let inUse: readonly Vocabulary[] = available

/** Everything that is read from now on is read with these; the first of several that know a name goes before the others. */
export const useVocabularies = (vocabularies: readonly Vocabulary[]): void => {
  available = vocabularies
  inUse = vocabularies
}

export const vocabulariesInUse = (): readonly Vocabulary[] => inUse

/** All of them, whatever a document names. */
export const allVocabularies = (): readonly Vocabulary[] => available

/**
 * The places of the vocabularies that a document is read with: those that are of any document, and those of whose product it is:
 * its metadata, a heading or a machine in a table names it, or its text does so again and again. “Unlike Lync, …” makes no document one of Lync.
 */
export const vocabulariesNamedIn = (text: string): number[] =>
  available.flatMap((vocabulary, at) => {
    const pattern = namesOf(vocabulary)
    return pattern === null || isOf(text, pattern) ? [at] : []
  })

/** A product that so many places name is what a text is about. */
const OFTEN = 3
/** Metadata at the start of a text, and headings of Markdown and HTML. */
const frontRE = /^(?:---|\+\+\+)\r?\n[\s\S]{0,10000}?\n(?:---|\+\+\+)/u
const headingRE =
  /^#{1,6}[ \t][^\n]*|^[^\n|]+(?=\r?\n(?:=+|-{3,})[ \t]*\r?$)|<(?:title|h[1-6])\b[^>]*>[^<]{0,300}/gim

/** A machine in a cell of a table, of so many words, is one of the product's; a longer cell may speak of what works beside the product, or replaces it. */
const FEW_WORDS = 8
const rowRE = /^[^\n]*(?:\||<t[dh]\b)[^\n]*$/gim
const refusingRE = /\b(?:not?|unlike|except|without|instead|replac\w*|versus|vs)\b/i

const isOfCells = (text: string, pattern: RegExp): boolean =>
  (text.match(rowRE) ?? [])
    .flatMap((row) => row.split(/\||<[^>]*>/))
    .some(
      (cell) =>
        pattern.test(cell) && !refusingRE.test(cell) && (cell.match(/\S+/g) ?? []).length <= FEW_WORDS,
    )

function isOf(text: string, pattern: RegExp): boolean {
  if (!pattern.test(text)) return false
  if (isOfCells(text, pattern)) return true
  const often = [...text.matchAll(new RegExp(pattern, 'giu'))].length >= OFTEN
  const [front = ''] = frontRE.exec(text) ?? []
  return often || [front, ...(text.match(headingRE) ?? [])].some((title) => pattern.test(title))
}

/** The sets that documents of one product are read with: those of any document alone, and with each of the others. */
export function vocabularySets(): number[][] {
  const places = available.map((vocabulary, at) => ({at, isOfAny: namesOf(vocabulary) === null}))
  const ofAny = places.filter(({isOfAny}) => isOfAny).map(({at}) => at)
  return [ofAny, ...places.filter(({isOfAny}) => !isOfAny).map(({at}) => [...ofAny, at])]
}

const patterns = new WeakMap<Vocabulary, RegExp | null>()

/** null for a vocabulary of any document. */
function namesOf(vocabulary: Vocabulary): RegExp | null {
  const known = patterns.get(vocabulary)
  if (known !== undefined) return known
  const names = vocabulary.namedBy.map((name) =>
    name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(' ', '[\\s\u00a0]+'),
  )
  const made = names.length === 0 ? null : new RegExp(`(?<![a-z0-9])(?:${names.join('|')})(?![a-z0-9])`, 'iu')
  patterns.set(vocabulary, made)
  return made
}

/** Lists that were in use, by the places of their vocabularies: what is made from one is made once. */
const lists = new WeakMap<readonly Vocabulary[], Map<string, readonly Vocabulary[]>>()

/**
 * What a function gives that reads with some of the vocabularies only.
 *
 * @param places of the vocabularies, as `vocabulariesNamedIn` gives them; undefined for all
 */
export function withVocabularies<Result>(places: Iterable<number> | undefined, read: () => Result): Result {
  const before = inUse
  inUse = places === undefined ? available : listOf([...new Set(places)].sort((a, b) => a - b))
  try {
    return read()
  } finally {
    inUse = before
  }
}

function listOf(places: readonly number[]): readonly Vocabulary[] {
  if (places.length === available.length) return available
  const known = lists.get(available) ?? new Map<string, readonly Vocabulary[]>()
  lists.set(available, known)
  const key = places.join()
  const list = known.get(key) ?? places.flatMap((at) => available[at] ?? [])
  known.set(key, list)
  return list
}

/** What is made from the vocabularies in use: made once for each list of them. */
export const ofVocabularies = <Made>(make: (vocabularies: readonly Vocabulary[]) => Made): (() => Made) => {
  const made = new WeakMap<readonly Vocabulary[], {made: Made}>()
  return () => {
    const known = made.get(inUse) ?? {made: make(inUse)}
    made.set(inUse, known)
    return known.made
  }
}

/**
 * What the vocabularies in use have for a language: that of its tag, of a beginning of it, or of another region that writes
 * the language alike (`fr-FR` for `fr-CA`, `zh-TW` for `zh-HK`). English stands apart, for those who want it too.
 */
export const inLanguage = (locale: string, vocabularies = inUse): LanguageOfVocabulary[] =>
  vocabularies.flatMap(({languages}) => {
    const tag = tagFor(locale, Object.keys(languages))
    return tag === undefined ? [] : (lookUp(languages, tag) ?? [])
  })

const tagFor = (locale: string, tags: readonly string[]): string | undefined => {
  const wanted = locale.toLowerCase()
  const beginnings = tags.filter(
    (tag) => wanted === tag.toLowerCase() || wanted.startsWith(`${tag.toLowerCase()}-`),
  )
  return (
    beginnings.toSorted((a, b) => b.length - a.length)[0] ??
    tags.find((tag) => writingOf(tag) === writingOf(locale))
  )
}

/** Language and script, `zh-Hant` of `zh-HK`; the tag itself where it is none that CLDR knows. */
const writingOf = (tag: string): string => {
  try {
    const {language, script} = new Intl.Locale(tag).maximize()
    return `${language}-${script ?? ''}`
  } catch (error) {
    if (error instanceof RangeError) return tag
    throw error
  }
}
