/** Which way a language is written. */
import {memoize} from './memoize.ts'

/** Scripts that are written from right to left, by their codes in ISO 15924. */
const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'])

/** `rtl` for `ar-SA` and `fa`, `ltr` for `az-Latn`. */
export const textDirection = memoize(
  (locale): 'ltr' | 'rtl' =>
    rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr',
  1000,
)

/** From what came before to what comes behind it, as the language is read. */
export const onwardArrow = (locale: string): '→' | '←' => (textDirection(locale) === 'rtl' ? '←' : '→')
