/** Days as a language writes them. */
import {formatLocale} from '../../text/format-locale.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** @param date ISO 8601; its day in UTC is shown */
export function dateText(date: string, locale: string): string {
  // Asked for on every page of a topic, and slow to make.
  const format =
    formats.get(locale) ??
    new Intl.DateTimeFormat(formatLocale(locale), {dateStyle: 'medium', timeZone: 'UTC'})
  formats.set(locale, format)
  return format.format(new Date(date))
}
