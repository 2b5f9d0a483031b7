/** A translated cell, read once for all checks. */
import type {LocaleData} from '../../languages/words-schema.ts'
import {withoutAddresses} from './addresses.ts'
import {withoutIdentifiers} from './identifiers.ts'
import {type LatinWord, latinWords, singular} from './latin.ts'
import {multipliersOf} from './numbers/multipliers.ts'
import {type NumberRead, type RangeRead, readNumbers, readRanges} from './numbers/numbers.ts'
import {foldWidth, foldWords} from './placed-fold.ts'
import {countSentences} from './sentence-count.ts'

export interface Target {
  text: string
  /** Width and spaces folded; same offsets as `text`. */
  wide: string
  /** Case folded too; same offsets. */
  folded: string
  words: LatinWord[]
  /** Words as written, plurals of abbreviations as singulars. */
  tokens: Set<string>
  /** The same in capitals. */
  tokensAnyCase: Set<string>
  numbers: NumberRead[]
  ranges: RangeRead[]
  /** Counted when asked for: few checks need it. */
  sentences(): number
}

export const readTarget = (text: string, data: LocaleData): Target => {
  const wide = foldWidth(text)
  const bare = withoutIdentifiers(withoutAddresses(wide))
  const words = latinWords(bare)
  const tokens = new Set(words.map((word) => singular(word.text)))
  const numbers = readNumbers(bare, data.digitGroups, multipliersOf(data.locale))
  return {
    text,
    wide,
    folded: foldWords(text),
    words,
    tokens,
    tokensAnyCase: new Set([...tokens].map((token) => token.toUpperCase())),
    numbers,
    ranges: readRanges(wide, numbers, data),
    sentences: () => countSentences(wide),
  }
}
