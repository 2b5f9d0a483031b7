/**
 * Remarks in brackets beside ports: `80 (redirects to 443)` opens 80, and `80 (or 8080)` is no port with a remark but a list
 * that is written too freely to be read. `Dynamic (49152–65535)` is a range with its name.
 */
import {localeData} from '../../languages/languages.ts'
import {PhraseFinder, tokensOf} from '../../text/phrase-finder.ts'
import {termOf} from '../protocol-words.ts'
import {readGap} from './gap-words.ts'

/** A bracket with figures; it is short, so that the search stays linear. */
const FIGURES_RE = /\(([^()0-9]{0,100}[0-9][^()]{0,100})\)/gu
/** Brackets of other kinds, which say the same. */
const BRACKETS_RE = /[[【〔〖{]([^()[\]【】〔〕〖〗{}]{2,100})[\]】〕〗}]/gu
/** One without figures right behind a number. */
const WORDS_RE = /(?<=[0-9] ?)\(([^()0-9]{1,60})\)/gu
const DIGITS_RE = /[0-9]+/gu
const DIGIT_RE = /[0-9]/u

/** Brackets within brackets only part words: `(see note 4, Trivial FTP (TFTP))`. */
export function flattenBrackets(text: string): string {
  if (!/\([^()]{0,100}\(/u.test(text)) return text
  let depth = 0
  return text.replace(/[()]/gu, (bracket) => {
    if (bracket === '(') return ++depth === 1 ? bracket : ' '
    depth = Math.max(0, depth - 1)
    return depth === 0 ? bracket : ' '
  })
}

/** Text of a cell in plain digits, in which brackets with figures are either ports or gone. */
export function readBrackets(text: string, locale: string): string {
  const round = text.replace(BRACKETS_RE, '($1)')
  if (!round.includes('(')) return round
  // The name of a range is no remark: the grammar asks for its numbers.
  const named = round.replace(WORDS_RE, (bracket, inner: string) =>
    isName(inner, locale) ? ` ${inner}` : bracket,
  )
  return named.replace(FIGURES_RE, (bracket, inner: string, at: number) => {
    const before = named.slice(0, at)
    if (isPorts(inner, locale)) return isName(before, locale) ? inner : bracket
    const isRemark = /[0-9)] ?$/u.test(before) && !namesMore(inner, locale)
    return isRemark ? `(${inner.replace(NO_PORT_RE, withoutFigures).replace(DIGITS_RE, ' ')})` : bracket
  })
}

/** Figures with nothing beside them but what belongs to ports. */
const isPorts = (text: string, locale: string): boolean =>
  text.split(DIGITS_RE).every((gap) => readGap(gap, locale).every(({kind}) => kind !== 'unknown'))

/** Whether all that stands before a bracket is the name of a range: `Dynamic`, `Ephemeral ports`. */
const isName = (text: string, locale: string): boolean => {
  const tokens = readGap(text, locale)
  const isNamed = tokens.some(({kind}) => kind === 'named')
  return isNamed && tokens.every(({kind}) => kind === 'named' || kind === 'skip' || kind === 'count')
}

/** Figures that are none of ports wherever they stand: `v8`, `IPv4`, `1.2`, years behind a word. */
const NO_PORT_RE =
  /\p{Script=Latin}+[0-9]+\p{Script=Latin}*|[0-9]+\p{Script=Latin}+|[0-9]+(?:\.[0-9]+)+|(?<=\p{L} )(?:199[0-9]|20[0-3][0-9])(?![0-9])/gu
/** The letters of a word with figures, such as the name of a protocol. */
const withoutFigures = (word: string): string => (termOf(word) === null ? ' ' : word)
/** A figure that a label or nothing leads to. */
const LABELLED_RE =
  /^ ?[0-9]+(?![0-9]| ?[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])|[:=] ?[0-9]/u

/**
 * Whether the figures of a remark may be ports that are opened too: unless a word says what else they are, and nothing says
 * that one more port is meant.
 */
function namesMore(remark: string, locale: string): boolean {
  const told = remark.replace(NO_PORT_RE, ' ')
  if (!DIGIT_RE.test(told)) return false
  const words = told.match(/[\p{L}\p{N}.-]+/gu) ?? []
  const isNamed = words.some(
    (word, at) =>
      DIGIT_RE.test(word) && [words[at - 1], words[at + 1]].some((other) => termOf(other ?? '') !== null),
  )
  if (isNamed || LABELLED_RE.test(told) || addsPorts(told, locale)) return true
  return !findersOf(locale).figures.isIn(tokensOf(told))
}

interface Finders {
  figures: PhraseFinder
  adds: PhraseFinder
  conjunctions: PhraseFinder
}

const finders = new Map<string, Finders>()

function findersOf(locale: string): Finders {
  const known = finders.get(locale)
  if (known) return known
  const {additionWords, conjunctions, figureWords} = localeData(locale)
  const made = {
    figures: new PhraseFinder(figureWords),
    adds: new PhraseFinder(additionWords),
    conjunctions: new PhraseFinder(conjunctions),
  }
  finders.set(locale, made)
  return made
}

const listRE = /^[,;、/|&+]$/u

/** Whether a remark may name one more port: by a word for also, or a separator or word of a list before a figure. */
function addsPorts(remark: string, locale: string): boolean {
  const {adds, conjunctions} = findersOf(locale)
  const tokens = tokensOf(remark)
  return (
    adds.isIn(tokens) ||
    tokens.some((token, at) => {
      const end = listRE.test(token) ? at + 1 : conjunctions.endAt(tokens, at)
      return end > 0 && (at === 0 || /^[0-9]/u.test(tokens[end] ?? ''))
    })
  )
}
