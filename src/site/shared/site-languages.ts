/** Names of languages, for their switch and their `lang` marks. */

const names = new Map<string, string>()

/**
 * The language's own name, with the script where it is not the usual one (繁體中文) or another one of `others` is written in
 * another script (简体中文), and with the region where another one has the same name.
 */
export function languageName(locale: string, others: readonly string[] = []): string {
  const name = nameOf(locale)
  const isShared = others.some((other) => other !== locale && nameOf(other) === name)
  if (isShared) return displayName(locale, locale)
  const {language, script} = new Intl.Locale(locale).maximize()
  const isScripted = others.some((other) => {
    const another = new Intl.Locale(other).maximize()
    return another.language === language && another.script !== script
  })
  return isScripted ? displayName(`${language}-${script}`, locale) : name
}

function nameOf(locale: string): string {
  // Asked for in every cell, and slow to make.
  const name = names.get(locale) ?? ownName(locale)
  names.set(locale, name)
  return name
}

function ownName(locale: string): string {
  const {language, script} = new Intl.Locale(locale).maximize()
  const scripted = script !== undefined && new Intl.Locale(language).maximize().script !== script
  return displayName(scripted ? `${language}-${script}` : language, locale)
}

/** The name of `locale` in the language `reader`. */
export const displayName = (locale: string, reader: string): string => {
  const key = `${reader} ${locale}`
  const name = displayNames.get(key) ?? new Intl.DisplayNames(reader, {type: 'language'}).of(locale) ?? locale
  displayNames.set(key, name)
  return name
}

const displayNames = new Map<string, string>()
