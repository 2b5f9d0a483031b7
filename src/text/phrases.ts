/** Where a title may break in a script that writes no spaces between words. */
import {memoize} from './memoize.ts'

/** Scripts of such languages; breaks between any two of their characters are allowed and often ugly in large letters. */
const unspaced = new Set(['Hans', 'Hant', 'Jpan', 'Thai', 'Khmr', 'Laoo', 'Mymr'])

/** Words of these scripts are told apart by dictionaries, which are the same whatever language is asked for. */
const segmenter = new Intl.Segmenter('ja', {granularity: 'word'})

const opensRE = /[\p{Ps}\p{Pi}]$/u
const wordRE = /^[\p{L}\p{N}]/u
const wordEndRE = /[\p{L}\p{N}]$/u
const loneRE = /^\p{L}$/u
const katakanaRE = /^[\p{scx=Katakana}]/u
const katakanaEndRE = /[\p{scx=Katakana}]$/u

/** Pieces of a text in that language, which stay whole; joined they are the text. One piece where it has spaces. */
export const phrases = (text: string, lang: string): readonly string[] =>
  isUnspaced(lang) ? unspacedPhrases(text) : [text]

const isUnspaced = memoize((lang) => unspaced.has(new Intl.Locale(lang).maximize().script ?? ''), 1000)

/** Titles of a few thousand topics. */
const MOST_KNOWN = 20_000

/**
 * Punctuation stays with the word before it, an opening bracket with the word behind it, a single character with the word
 * before it, and a name in katakana with itself. Titles and names of machines stand on many pages, and dictionaries are slow.
 */
export const unspacedPhrases = memoize((text): readonly string[] => {
  const pieces: string[] = []
  for (const {segment} of segmenter.segment(text)) {
    const last = pieces.at(-1)
    if (last !== undefined && staysWith(last, segment)) pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  return pieces
}, MOST_KNOWN)

const staysWith = (last: string, segment: string): boolean =>
  opensRE.test(last) ||
  (!wordRE.test(segment) && !opensRE.test(segment)) ||
  (wordEndRE.test(last) && loneRE.test(segment)) ||
  (wordEndRE.test(last) && katakanaEndRE.test(last) && katakanaRE.test(segment))
