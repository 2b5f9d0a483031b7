/** The one value that a page hands to its components: its place, its language, and how to address other pages. */
import {base} from 'virtual:portolan/workspace'
import {formatLocale} from '../../text/format-locale.ts'
import {checkTitle} from '../corrections/check-texts.ts'
import {dataset} from '../dataset/dataset.ts'
import {type CountedKey, counter, type Translate, textLangOf, translator} from '../shared/interface-texts.ts'

export interface Page {
  /** `en` or a locale of the documents. */
  locale: string
  /** What follows the locale in the address, the same in every language: ``, `ports/443/`. */
  path: string
  t: Translate
  /** Language of the site's own texts where they are not in the page's language; else undefined. */
  textLang: string | undefined
  /** A text with a number: `page.count('rules', 3)` is "3 rules". */
  count: (key: CountedKey, count: number) => string
  number: (value: number) => string
  /** What a check is called in the reader’s language. */
  checkTitle: (id: string) => string
  /** Address of another page in this page's language. */
  to: (path: string) => string
  /** Address of this page (or of `path`) in another language. */
  inLocale: (locale: string, path?: string) => string
  /** Address of a file beside the languages, such as `data/rules.csv`. */
  file: (path: string) => string
}

type Language = Pick<Page, 't' | 'textLang' | 'count' | 'number' | 'checkTitle'>

const languages = new Map<string, Language>()

function language(locale: string): Language {
  const made = languages.get(locale)
  if (made !== undefined) return made
  const format = new Intl.NumberFormat(formatLocale(locale))
  const fresh: Language = {
    t: translator(locale),
    textLang: textLangOf(locale),
    count: counter(locale),
    number: (value) => format.format(value),
    checkTitle: (id) => checkTitle(id, {locale}),
  }
  languages.set(locale, fresh)
  return fresh
}

export function createPage(locale: string, path: string): Page {
  const inLocale = (other: string, to = path) => `${base}${other}/${to}`
  return {
    locale,
    path,
    ...language(locale),
    to: (to) => inLocale(locale, to),
    inLocale,
    file: (to) => `${base}${to}`,
  }
}

/** For `getStaticPaths`: the given paths once in each language. */
export const inEveryLocale = <Entry extends {params: Record<string, string>}>(entries: readonly Entry[]) =>
  dataset.locales.flatMap((locale) => entries.map((entry) => ({...entry, params: {...entry.params, locale}})))
