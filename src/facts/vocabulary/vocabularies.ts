/** The vocabularies in use: those that ship, until a workspace says otherwise (docs/decisions/0006). */
import {lookUp} from '../../text/look-up.ts'
import {shippedVocabularies} from './shipped-vocabularies.ts'
import {type LanguageOfVocabulary, type Vocabulary, vocabularySchema} from './vocabulary-schema.ts'

/** Those that ship, by name. */
export const shipped: ReadonlyMap<string, Vocabulary> = new Map(
  Object.entries(shippedVocabularies).map(([name, data]) => [name, vocabularySchema.parse(data)]),
)

let inUse: readonly Vocabulary[] = [...shipped.values()]

/** Everything that is read from now on is read with these; the first of several that know a name goes before the others. */
export const useVocabularies = (vocabularies: readonly Vocabulary[]): void => {
  inUse = vocabularies
}

export const vocabulariesInUse = (): readonly Vocabulary[] => inUse

/** What is made from the vocabularies in use: made at the first call, and again when others are in use. */
export const ofVocabularies = <Made>(make: (vocabularies: readonly Vocabulary[]) => Made): (() => Made) => {
  let last: {of: readonly Vocabulary[]; made: Made} | null = null
  return () => {
    if (last?.of !== inUse) last = {of: inUse, made: make(inUse)}
    return last.made
  }
}

/**
 * What the vocabularies in use have for a language: that of its tag, of a beginning of it, or of another region that writes
 * the language alike (`fr-FR` for `fr-CA`, `zh-TW` for `zh-HK`). English stands apart, for those who want it too.
 */
export const inLanguage = (locale: string): LanguageOfVocabulary[] =>
  inUse.flatMap(({languages}) => {
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
