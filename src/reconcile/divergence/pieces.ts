/** The words of a text as a dictionary counts them: stems where words are set apart, the pieces of a segmenter where they are not. */
import {memoize, memoizeByLocale} from '../../text/memoize.ts'
import {stemmerOf} from '../../text/stem.ts'
import {withoutLinks} from '../reading/addresses.ts'
import {foldWords} from '../reading/placed-fold.ts'

/** A word of a text. */
export interface Piece {
  /** What a dictionary knows it by. */
  key: string
  /** As it stands in the folded text. */
  text: string
  start: number
  /** A piece of a Korean word that is not its beginning: it may be a particle. */
  inner?: boolean
}

const MEMORY = 5_000
/** `A/V` and `I/O` are one word, and so is a place that a program fills: `{0}`. */
const WORD_RE =
  /\{[A-Za-z0-9_.]{1,60}\}|(?<![\p{L}\p{N}])\p{Script=Latin}(?:\/\p{Script=Latin})+(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+/gu
const NUMBER_RE = /^\p{N}+$/u
/** Scripts that set no spaces between words. */
const UNSPACED_RE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u
const HANGUL_RE = /\p{Script=Hangul}/u
const SCRIPT_RUN_RE = /[\p{Script=Latin}\p{M}\p{N}]+|[^\p{Script=Latin}\p{M}\p{N}]+/gu

const segmenters = memoize((locale): Intl.Segmenter => {
  try {
    return new Intl.Segmenter(locale, {granularity: 'word'})
  } catch {
    return new Intl.Segmenter('und', {granularity: 'word'})
  }
}, 100)

/** Words of the text in order, without numbers; the answer is shared. */
export const piecesOf = memoizeByLocale((text, locale): readonly Piece[] => {
  const folded = foldWords(withoutLinks(text))
  const stem = stemmerOf(locale)
  return [...folded.matchAll(WORD_RE)].flatMap(({0: word, index}) => {
    if (!UNSPACED_RE.test(word) && !HANGUL_RE.test(word))
      return NUMBER_RE.test(word) ? [] : [{key: stem(word.replaceAll('İ', 'i')), text: word, start: index}]
    return [...word.matchAll(SCRIPT_RUN_RE)].flatMap(({0: run, index: at}) =>
      runPieces(run, index + at, locale),
    )
  })
}, MEMORY)

const runPieces = (run: string, start: number, locale: string): Piece[] => {
  if (NUMBER_RE.test(run)) return []
  if (HANGUL_RE.test(run)) return bigrams(run, start)
  if (!UNSPACED_RE.test(run)) return [{key: stemmerOf(locale)(run), text: run, start}]
  return [...segmenters(locale).segment(run)].map(({segment, index}) => ({
    key: segment,
    text: segment,
    start: start + index,
  }))
}

/** Words of Korean end in particles that no library takes off: what they are made of is counted instead. */
const bigrams = (run: string, start: number): Piece[] =>
  run.length < 2
    ? [{key: run, text: run, start}]
    : Array.from({length: run.length - 1}, (_, at) => ({
        key: run.slice(at, at + 2),
        text: run.slice(at, at + 2),
        start: start + at,
        inner: at > 0,
      }))
