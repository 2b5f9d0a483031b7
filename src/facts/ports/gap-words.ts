/** Splits the text between two numbers of a port cell into what its words and separators mean, with the words of a locale. */
import {localeData} from '../../languages/languages.ts'
import {BREAK} from '../../text/cell-structure.ts'
import {foldToken} from '../../text/normalize.ts'
import {DASHES, rangeSeparatorEnd} from './range-separators.ts'

/**
 * `mid` stands for a word that joins the bounds of a frame only: the "and" of "between 1 and 2". `count` is a word for ports
 * that says behind a number how many there are, `named` the name of a range such as "dynamic".
 */
export type GapKind =
  | ('range' | 'colon' | 'list' | 'and' | 'plus')
  | ('open' | 'mid' | 'close')
  | ('skip' | 'count' | 'named' | 'any' | 'unknown')

export interface GapToken {
  kind: GapKind
  /** Folded. */
  text: string
}

/** The words around a range: `between … and …`; empty where the frame has none. */
export interface Frame {
  open: string
  mid: string
  close: string
}

interface Lexicon {
  /** Folded phrases, the longest first. */
  phrases: [phrase: string, kind: GapKind][]
  frames: Frame[]
}

const LIST_SEPARATORS = ['、', ',', ';', '/', '|', '・', BREAK]
const LETTER_RE = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
const WORD_RE = new RegExp(`^[^\\s,;/|、・~:\ufdd0${DASHES}]+|^.`, 'u')

/** Longer than any run of words that still belongs to a port cell; what is longer is prose. */
const MAX_GAP = 120

const lexicons = new Map<string, Lexicon>()

export function framesOf(locale: string): Frame[] {
  return lexiconOf(locale).frames
}

/** Reads a gap from left to right, the longest known phrase first; at most one `unknown` token a word. */
export function readGap(gap: string, locale: string): GapToken[] {
  const text = foldToken(gap)
  if (text.length > MAX_GAP) return [{kind: 'unknown', text: text.slice(0, MAX_GAP)}]
  const {phrases} = lexiconOf(locale)
  const tokens: GapToken[] = []
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    const after = rangeSeparatorEnd(text, at)
    const known = phrases.find(([phrase]) => rest.startsWith(phrase) && endsWord(rest, phrase.length))
    const token: GapToken =
      after !== -1
        ? {kind: 'range', text: text.slice(at, after)}
        : known
          ? {kind: known[1], text: known[0]}
          : {kind: rest.startsWith(' ') ? 'skip' : 'unknown', text: WORD_RE.exec(rest)?.[0] ?? rest}
    if (token.text !== ' ') tokens.push(token)
    at += token.text.length
  }
  return tokens
}

/** A word in letters must end where its phrase ends; Han, kana and Hangul words have no such border. */
function endsWord(text: string, end: number): boolean {
  return !(LETTER_RE.test(text.charAt(end - 1)) && LETTER_RE.test(text.charAt(end)))
}

function lexiconOf(locale: string): Lexicon {
  const known = lexicons.get(locale)
  if (known) return known
  const data = localeData(locale)
  const frames = data.rangeFrames.map(frameOf)
  const kinds = new Map<string, GapKind>()
  const add = (kind: GapKind, words: readonly string[]) => {
    for (const word of words) {
      const phrase = foldToken(word)
      if (phrase !== '' && !kinds.has(phrase)) kinds.set(phrase, kind)
    }
  }
  add('colon', [':'])
  add('plus', ['+'])
  add('range', data.rangeWords)
  add('list', [...LIST_SEPARATORS, ...data.listSeparators])
  add('and', data.conjunctions)
  add('any', data.anyWords)
  const ports = new Set((data.headers['port'] ?? []).map(foldToken))
  add(
    'count',
    data.portWords.filter((word) => LETTER_RE.test(word) && ports.has(foldToken(word))),
  )
  add('skip', data.portWords)
  add('named', data.namedRanges)
  add(
    'mid',
    frames.map((frame) => frame.mid),
  )
  add(
    'open',
    frames.map((frame) => frame.open),
  )
  add(
    'close',
    frames.map((frame) => frame.close),
  )
  const lexicon = {phrases: [...kinds].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1)), frames}
  lexicons.set(locale, lexicon)
  return lexicon
}

function frameOf(template: string): Frame {
  const [open = '', mid = '', close = ''] = template.split(/\{low\}|\{high\}/u).map(foldToken)
  return {open, mid, close}
}
