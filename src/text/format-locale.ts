/** How numbers and dates are written beside ports. */
import {memoize} from './memoize.ts'

/**
 * The locale for formats of numbers and dates, with the digits of ports, versions and revisions and their calendar: a page
 * that counts rules as `١٢` beside port 443, or tells the year 1447 of a document of 2026, would have two of each.
 */
export const formatLocale = memoize(
  (locale): string => new Intl.Locale(locale, {numberingSystem: 'latn', calendar: 'gregory'}).toString(),
  1000,
)
