/** Cuts a path, port or protocol cell into tokens: known terms, ports, punctuation, and words that mean nothing to us. */
import {localeData} from '../../languages/languages.ts'
import {foldSpace, foldToken} from '../../text/normalize.ts'
import {plainNumbers} from '../ports/ports.ts'
import {DASHES} from '../ports/range-separators.ts'
import {connectors, MAX_TERM_WORDS, type Term, termOf} from '../protocol-words.ts'

/** `start` and `end` are offsets into the plain text that `tokenize` returns. */
export type Token = (
  | Term
  | {kind: 'number'}
  | {kind: 'word'}
  | {kind: 'slash'}
  /** A list separator or a word for "and" or "or". */
  | {kind: 'list'}
  | {kind: 'open'}
  | {kind: 'close'}
  /** A dash with a space on both sides: what follows it explains what stands before. */
  | {kind: 'dash'}
  /** A full stop between two words, where a comma belongs. */
  | {kind: 'stop'}
  | {kind: 'symbol'}
) & {start: number; end: number}

/** Footnote stars, also escaped ones, the version of TLS, and a full stop at the end. */
const NOISE_RE = /\\?\*|(?<=tls ?v?)1\.[0-3](?![0-9])|[.。]$/giu

/** Two protocols written as one: `HTTP(S)`. */
const SECURED_RE = /(?<name>[a-z0-9]{2,8})\(s\)/giu

const TOKEN_RE = new RegExp(
  [
    /(?<number>[0-9]+)/,
    /(?<latin>\p{Script=Latin}[\p{Script=Latin}\p{M}0-9._+'’-]*)/u,
    /(?<word>[\p{L}\p{M}ー]+?(?=[^\p{L}\p{M}ー]|\p{Script=Latin}|$))/u,
    /(?<slash>[/／]|(?<=\p{L})\\(?=\p{L}))|(?<open>\()|(?<close>\))|(?<list>[,、،;؛&+|・:\ufdd0])/u,
    {source: `(?<dash>(?<= )[${DASHES}](?= ))`},
    /(?<stop>。)|(?<symbol>[^\s])/,
  ]
    .map(({source}) => source)
    .join('|'),
  'gu',
)

/** Two transports that are joined as one word: `TCP+UDP`, `UDP-TCP`, `TCP\\UDP`. */
const JOINED_RE = /(?<![\p{L}\p{N}])(?<one>tcp|udp)\s?[+\\-]\s?(?<two>tcp|udp)(?![\p{L}\p{N}])/giu

/** A transport with its port glued to it: `TCP443`. */
const GLUED_RE = /^(?<term>tcp|udp)(?=[0-9]+$)/iu

/** The text with one kind of spaces, digits and brackets, and its tokens in order. */
export function tokenize(cell: string, locale: string): {text: string; tokens: Token[]} {
  const plain = plainNumbers(cell, locale)
  const text = foldSpace(plain.replace(NOISE_RE, ''))
    .replace(JOINED_RE, '$<one>/$<two>')
    .replace(SECURED_RE, securedPair)
  const conjunctions = conjunctionsOf(locale)
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN_RE)) {
    const {number, latin, word, slash, open, close, list, dash, stop} = match.groups ?? {}
    const place = {start: match.index, end: match.index + match[0].length}
    if (latin !== undefined) addLatin(latin, place.start, conjunctions, tokens)
    else if (number !== undefined) tokens.push({kind: 'number', ...place})
    else if (word !== undefined)
      tokens.push({kind: conjunctions.has(foldToken(word)) ? 'list' : 'word', ...place})
    else if (slash !== undefined) tokens.push({kind: 'slash', ...place})
    else if (open !== undefined) tokens.push({kind: 'open', ...place})
    else if (close !== undefined) tokens.push({kind: 'close', ...place})
    else if (list !== undefined) tokens.push({kind: 'list', ...place})
    else if (dash !== undefined) tokens.push({kind: 'dash', ...place})
    else tokens.push({kind: stop === undefined ? 'symbol' : 'stop', ...place})
  }
  return {text, tokens: joinTerms(text, tokens)}
}

function securedPair(whole: string, name: string): string {
  return termOf(`${name}s`) ? `${name},${name}s` : whole
}

const conjunctionSets = new Map<string, ReadonlySet<string>>()

function conjunctionsOf(locale: string): ReadonlySet<string> {
  let words = conjunctionSets.get(locale)
  if (!words) {
    words = new Set([...localeData(locale).conjunctions, ...connectors].map(foldToken))
    conjunctionSets.set(locale, words)
  }
  return words
}

function addLatin(latin: string, start: number, conjunctions: ReadonlySet<string>, tokens: Token[]): void {
  const glued = GLUED_RE.exec(latin)?.groups?.['term']
  if (glued !== undefined) {
    const term = termOf(glued)
    if (term) tokens.push({...term, start, end: start + glued.length})
    tokens.push({kind: 'number', start: start + glued.length, end: start + latin.length})
    return
  }
  // `HTTP.TCP` lacks a comma, `TCP-TLS` a slash.
  const joint = latin.includes('.') ? '.' : '-'
  const parts = latin.split(joint)
  if (parts.length > 1 && termOf(latin) === null && parts.every((part) => termOf(part) !== null)) {
    let at = start
    for (const part of parts) {
      if (at > start) tokens.push({kind: joint === '.' ? 'stop' : 'slash', start: at - 1, end: at})
      tokens.push({kind: 'word', start: at, end: at + part.length})
      at += part.length + 1
    }
    return
  }
  const word = latin.replace(/[.'’-]{1,3}$/u, '')
  const end = start + word.length
  tokens.push({kind: conjunctions.has(foldToken(word)) ? 'list' : 'word', start, end})
}

/** Words that together name a protocol, transport or security become one token, the longest name first. */
function joinTerms(text: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (let i = 0; i < tokens.length; ) {
    const {token, taken} = termAt(text, tokens, i)
    joined.push(token)
    i += taken
  }
  return joined
}

function termAt(text: string, tokens: readonly Token[], at: number): {token: Token; taken: number} {
  const first = tokens[at]
  if (!first) throw new RangeError(`no token ${at}`)
  if (first.kind === 'word')
    for (let taken = MAX_TERM_WORDS; taken > 0; taken--) {
      const last = tokens[at + taken - 1]
      if (!last || !isWordy(last)) continue
      const term = termOf(text.slice(first.start, last.end))
      if (term) return {token: {...term, start: first.start, end: last.end}, taken}
    }
  return {token: first, taken: 1}
}

const isWordy = ({kind}: Token): boolean => kind === 'word' || kind === 'list' || kind === 'number'
