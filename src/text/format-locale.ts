/** How numbers and dates are written beside ports. */
import {memoize} from './memoize.ts'

/**
 * The locale for formats of numbers and dates, with the digits of ports, versions and revisions and their calendar: a page
 * that counts rules as `١٢` beside port 443, or tells the year 1447 of a document of 2026, would have two of each.
 */
export const formatLocale = memoize((locale): string => {
  const options = {numberingSystem: 'latn', calendar: 'gregory'}
  try {
    return new Intl.Locale(locale, options).toString()
  } catch (error) {
    // What is no tag, such as `en-us-uk`, is written as English is.
    if (error instanceof RangeError) return new Intl.Locale('en', options).toString()
    throw error
  }
}, 1000)
