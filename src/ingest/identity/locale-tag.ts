/** Language tags as people write them in paths and front matter (`zh-cn`, `pt_BR`, `zh-hans`, `es-419`), as BCP 47 has them. */
import {memoize} from '../../text/memoize.ts'

const tagRE = /^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i
const LONGEST = 16
/** Repositories name few tags, and many folders that are none. */
const MOST_TAGS = 4000

const languages = new Intl.DisplayNames(['en'], {type: 'language', fallback: 'none'})
const regions = new Intl.DisplayNames(['en'], {type: 'region', fallback: 'none'})
const scripts = new Intl.DisplayNames(['en'], {type: 'script', fallback: 'none'})

/** The tag in canonical spelling (`zh_tw` → `zh-TW`); null where the language, script or region is none that CLDR names. */
export const toLocale: (text: string) => string | null = memoize(spell, MOST_TAGS)

function spell(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST || !tagRE.test(trimmed)) return null
  const locale = new Intl.Locale(trimmed.replaceAll('_', '-'))
  const isNamed =
    languages.of(locale.language) !== undefined &&
    (locale.region === undefined || regions.of(locale.region) !== undefined) &&
    (locale.script === undefined || scripts.of(locale.script) !== undefined)
  // Of short names of other things many are old codes of a language: `src`, `sql`.
  const isOldCode = locale.language.length === 2 && /^[a-z]{3}/i.test(trimmed)
  return isNamed && !isOldCode ? locale.toString() : null
}

/** Whether a tag names no more than a language: such a word may as well be the name of something else. */
export const isBareLanguage = (locale: string): boolean => !locale.includes('-')
