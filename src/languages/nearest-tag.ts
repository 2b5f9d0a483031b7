/** Which of some languages speaks to a reader of a locale: texts in `fr-FR` also serve `fr-CA` and `fr`. */

/** The tag itself, else one of the same language and script, the language's main region first; null where there is none. */
export function nearestTag(locale: string, tags: readonly string[]): string | null {
  const exact = tags.find((tag) => tag.toLowerCase() === locale.toLowerCase())
  if (exact !== undefined) return exact
  const wanted = writingOf(locale)
  const same = wanted === null ? [] : tags.filter((tag) => writingOf(tag) === wanted).toSorted()
  const [first = null] = same
  return same.find((tag) => isMainRegion(tag)) ?? first
}

/** Bokmål serves who asks for Norwegian, and for Nynorsk where there is nothing of its own. */
const norwegian: ReadonlySet<string> = new Set(['no', 'nn'])

const writings = new Map<string, string | null>()

/** What a table of a few languages has for a locale; undefined where it has nothing near. */
export function nearestOf<Value>(table: ReadonlyMap<string, Value>, locale: string): Value | undefined {
  const tag = nearestTag(locale, [...table.keys()])
  return tag === null ? undefined : table.get(tag)
}

/** `zh-Hant` for `zh-HK`; null for what is no tag. */
function writingOf(tag: string): string | null {
  const known = writings.get(tag)
  if (known !== undefined) return known
  const {language, script} = maximized(tag) ?? {}
  const writing =
    language === undefined || script === undefined
      ? null
      : `${norwegian.has(language) ? 'nb' : language}-${script}`
  writings.set(tag, writing)
  return writing
}

/** Whether the region is where most readers of this language and script are: that of `pt-BR` is. */
function isMainRegion(tag: string): boolean {
  const writing = writingOf(tag)
  return writing !== null && maximized(writing)?.region === maximized(tag)?.region
}

/** null for what is no tag, such as `en-us-uk`. */
function maximized(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag).maximize()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
