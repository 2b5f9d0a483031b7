/** What an English cell says, as far as a translation of it can be held to it. Memoized by text. */

import {ofVocabularies} from '../../facts/vocabulary/vocabularies.ts'
import {localeData} from '../../languages/languages.ts'
import {memoize} from '../../text/memoize.ts'
import {withoutAddresses} from './addresses.ts'
import {type Identifier, readIdentifiers, withoutIdentifiers} from './identifiers.ts'
import {isAcronym, isShouted, type LatinWord, latinWords, singular} from './latin.ts'
import {multipliersOf} from './numbers/multipliers.ts'
import {type NumberRead, type RangeRead, readNumbers, readRanges} from './numbers/numbers.ts'
import {foldWidth} from './placed-fold.ts'
import {type ProductName, readNames} from './products.ts'
import {countSentences} from './sentence-count.ts'
import {isWire} from './wire.ts'

/** Abbreviations and numbers joined by slashes: `STUN/TURN`, `UDP/3478`. */
export interface SlashGroup {
  parts: string[]
  text: string
}

export interface English {
  text: string
  lower: string
  /** All words in Latin letters outside identifiers. */
  words: LatinWord[]
  /** Lower-case singulars of the words, in order. */
  singulars: string[]
  /** The same as a set. */
  vocabulary: Set<string>
  numbers: NumberRead[]
  ranges: RangeRead[]
  /** Values of all runs of digits, also of those inside words and identifiers: `v1.5`, `Q1`. */
  digits: ReadonlySet<number>
  /** Transports and protocols, in order of first appearance. */
  wire: string[]
  /** Other abbreviations (`FQDN`, `VIP`), singular, in order. */
  acronyms: string[]
  slashGroups: SlashGroup[]
  identifiers: Identifier[]
  /** Products and other names of several words. */
  names: ProductName[]
  sentences: number
  /** Nothing but tokens of the wire, numbers, and words that join them: `TCP (MTLS)`, `UDP 3478`. */
  tokensOnly: boolean
  /** Cells of parts joined by slashes: `A/V/RTP/TCP/50,000-59,999`, `Access/SIP(TLS)`. */
  path: boolean
}

/** A comma or a hyphen belongs to a part inside it, not behind it: `TCP/443, …`. */
const SLASH_PART = '[A-Z0-9](?:[A-Z0-9,-]{0,60}[A-Z0-9])?'
const SLASH_GROUP_RE = new RegExp(`(?<![A-Za-z0-9/])${SLASH_PART}(?:/${SLASH_PART})+(?![A-Za-z0-9/])`, 'g')
const JOINERS = new Set(['and', 'or'])
const PATH_RE = /^\S.*\/[^/]*[A-Z0-9)]$/
const MEMORY = 5_000

/** Reads an English text; the answer is shared, so it must not be changed. */
export const readEnglish = (source: string): English => memoized()(source)

const memoized = ofVocabularies(() => memoize(read, MEMORY))

const read = (source: string): English => {
  const text = foldWidth(source).replace(/[’‘]/g, "'")
  const bare = withoutAddresses(text)
  const identifiers = readIdentifiers(text)
  const plain = withoutIdentifiers(bare)
  const words = latinWords(plain)
  const numbers = readNumbers(plain, [',', '.'], multipliersOf('en'))
  const tokens = words.map((word) => singular(word.text))
  const singulars = words.map((word) => englishSingular(word.text.toLowerCase()))
  const wire = unique(tokens.filter(isWire))
  const acronyms = unique(
    words
      .filter((word) => isAcronym(word.text) && !isShouted(word, words))
      .map((word) => singular(word.text)),
  )
  return {
    text,
    lower: text.toLowerCase(),
    words,
    singulars,
    vocabulary: new Set(singulars),
    numbers,
    digits: new Set((text.match(/\d+/g) ?? []).map(Number)),
    ranges: readRanges(plain, numbers, localeData('en')),
    wire,
    acronyms: acronyms.filter((token) => !isWire(token) && token !== 'A' && token !== 'V'),
    slashGroups: slashGroups(plain),
    identifiers,
    names: readNames(text),
    sentences: countSentences(text),
    tokensOnly:
      (wire.length > 0 || numbers.length > 0) &&
      tokens.every((token) => isWire(token) || JOINERS.has(token.toLowerCase())) &&
      identifiers.length === 0,
    path: wire.length > 0 && mayBePath(text),
  }
}

/** Whether a text has the form of a path, of whatever words: told without reading it. */
export const mayBePath = (source: string): boolean => {
  const text = foldWidth(source)
  return PATH_RE.test(text) && !/\s[a-z(]|;/.test(text)
}

/** A plain English plural to its singular; good enough to look a noun up. */
export const englishSingular = (word: string): string => {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && /(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word
}

const slashGroups = (text: string): SlashGroup[] =>
  [...text.matchAll(SLASH_GROUP_RE)]
    .map(([group]) => ({text: group, parts: group.split('/')}))
    .filter(({parts}) => parts.every((part) => isWire(part) || /^\d/.test(part)) && parts.some(isWire))

/** Whether the words of `term` (folded singulars) stand in the text one after the other. */
export const hasTerm = ({singulars, vocabulary}: English, term: readonly string[]): boolean => {
  const [first] = term
  if (first === undefined || !term.every((word) => vocabulary.has(word))) return false
  return singulars.some((_, start) => term.every((word, offset) => singulars[start + offset] === word))
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
