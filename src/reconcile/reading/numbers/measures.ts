/** Numbers that measure something: a share, a time or an amount of data. CLDR has the words of every language. */
import {memoize} from '../../../text/memoize.ts'
import {foldWords} from '../placed-fold.ts'

const MEMORY = 500
const COUNTS = [1, 2, 5]
const UNITS = [
  ...['millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month', 'year'],
  ...['percent', 'byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'],
]
const WIDTHS = ['long', 'short', 'narrow'] as const
const LETTER_RE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]/u

/** Words and symbols of units in a language, folded. Never throws. */
const unitWordsOf = memoize((locale): readonly string[] => {
  try {
    const words = UNITS.flatMap((unit) =>
      WIDTHS.flatMap((unitDisplay) => {
        const format = new Intl.NumberFormat(locale, {style: 'unit', unit, unitDisplay})
        return COUNTS.flatMap((count) => format.formatToParts(count))
          .filter(({type}) => type === 'unit' || type === 'percentSign')
          .map(({value}) => foldWords(value).trim())
      }),
    )
    return [...new Set(['%', ...words])].filter((word) => word !== '')
  } catch {
    // No tag of a language: only the sign of a share is known.
    return ['%']
  }
}, MEMORY)

const LONGEST_WORD = 24

/** Whether the word or symbol of a unit follows a number that ends at `end`; in an alphabet it stands alone. */
export const isMeasure = (text: string, end: number, locale: string): boolean => {
  const rest = foldWords(text.slice(end, end + LONGEST_WORD)).trimStart()
  return unitWordsOf(locale).some(
    (word) => rest.startsWith(word) && !(LETTER_RE.test(word) && /^\p{L}/u.test(rest.slice(word.length))),
  )
}
