/**
 * The language of documents that tell none, such as pages of code or of release notes: one tree of documents has one
 * language, unless a document says otherwise.
 */
import type {Edition} from '../../model/edition.ts'
import {isEnglish, UNDETERMINED} from '../../model/edition-language.ts'

/** So many documents of a folder and those below it tell its language. */
const LEAST = 3

/** The editions, those without a language with that of the nearest folder around them whose documents have but one. */
export const withTreeLanguages = (editions: readonly Edition[]): Edition[] => {
  if (editions.every(({info}) => info.locale !== UNDETERMINED)) return [...editions]
  const trees = new Map<string, Map<string, number>>()
  for (const {info} of editions) {
    if (info.locale === UNDETERMINED) continue
    for (const folder of foldersOf(info.path)) {
      const locales = trees.get(folder) ?? new Map<string, number>()
      trees.set(folder, locales.set(info.locale, (locales.get(info.locale) ?? 0) + 1))
    }
  }
  return editions.map((edition) => {
    const locale = edition.info.locale === UNDETERMINED ? localeOf(edition, trees) : null
    return locale === null ? edition : inLocale(edition, locale)
  })
}

/** The folders of a path, the innermost first, the last one '' for the root. */
const foldersOf = (path: string): string[] => {
  const parts = path.split('/').slice(0, -1)
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), '']
}

const localeOf = (
  {info}: Edition,
  trees: ReadonlyMap<string, ReadonlyMap<string, number>>,
): string | null => {
  for (const folder of foldersOf(info.path)) {
    const [first, second] = trees.get(folder) ?? []
    if (second !== undefined) return null
    if (first !== undefined && first[1] >= LEAST) return first[0]
  }
  return null
}

const inLocale = (edition: Edition, locale: string): Edition => ({
  ...edition,
  info: {...edition.info, locale, form: isEnglish(locale) ? 'source' : edition.info.form},
  localeFrom: 'tree',
  diagnostics: edition.diagnostics.filter(({id}) => id !== 'no-locale'),
})
