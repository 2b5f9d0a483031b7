/** Words that multiply the number before them: 萬, 만, `mil`, `Tausend`. CLDR knows them for every language. */
import {memoize} from '../../../text/memoize.ts'
import {foldWords} from '../placed-fold.ts'

const MEMORY = 500
/** Singular and plural forms of thousands, myriads and millions. */
const SAMPLES = [1, 2, 5].flatMap((times) => [1e3, 1e4, 1e6, 1e8].map((value) => times * value))
/** Shorter ones in an alphabet are units: `M`, `K`. */
const SHORTEST = 3
const ALPHABET_RE = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

/** The words in small letters with their factors, the longest first. Never throws. */
export const multipliersOf = memoize((locale): readonly (readonly [word: string, factor: number])[] => {
  const words = new Map<string, number>()
  try {
    const format = new Intl.NumberFormat(locale, {notation: 'compact', compactDisplay: 'long'})
    for (const value of SAMPLES) {
      const parts = format.formatToParts(value)
      const word = foldWords(parts.find(({type}) => type === 'compact')?.value ?? '').trim()
      const count = Number(parts.find(({type}) => type === 'integer')?.value)
      if (word === '' || !(count > 0) || (ALPHABET_RE.test(word) && word.length < SHORTEST)) continue
      words.set(word, value / count)
    }
  } catch {
    // No tag of a language: nothing multiplies.
    return []
  }
  return [...words].toSorted(([a], [b]) => b.length - a.length)
}, MEMORY)
