/** What a column means, by its header: the words of a locale first, then the longest known word inside it. */

import {pairedHeaderOf} from '../../facts/columns/paired-ports.ts'
import {knownLocales, localeData} from '../../languages/languages.ts'
import {outlinedLocales} from '../../languages/outlines.ts'
import type {EditionCell} from '../../model/edition.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {columnKindSchema} from '../../model/schema.ts'
import {plainHeader} from '../../text/cell-structure.ts'
import {isOneOf} from '../../text/locale-words.ts'
import {foldSearch} from '../../text/normalize.ts'
import {PhraseFinder, tokensOf} from '../../text/phrase-finder.ts'

interface HeaderWords {
  /** Kind by the whole header, folded. */
  whole: Map<string, ColumnKind>
  /** Whole headers that stand for a destination and for a purpose: 目的, “Назначение”. */
  destinationOrPurpose: Set<string>
  /** Words that decide as a part of a longer header, the longest first; `bounded` is one between spaces. */
  parts: {word: string; bounded: string | null; kind: ColumnKind}[]
  /** Names that hold a word for port and mean none. */
  notPorts: PhraseFinder
}

/** When a word is listed for two kinds, the earlier one here has it. */
const order: ColumnKind[] = [
  ...([
    'path',
    'sourcePort',
    'portStart',
    'portEnd',
    'portCount',
    'port',
    'protocol',
    'traffic',
    'source',
    'destination',
  ] as const),
  ...(['direction', 'action', 'requirement', 'peer', 'ends', 'address'] as const),
  ...(['authentication', 'host', 'service', 'notes', 'other'] as const),
]

const cache = new Map<string, HeaderWords>()
const spacedRE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}\d]/u

function headerWords(locale: string): HeaderWords {
  const known = cache.get(locale)
  if (known) return known
  const {headers, notPorts, rules} = localeData(locale)
  const whole = new Map<string, ColumnKind>()
  for (const kind of order) {
    for (const word of headers[kind] ?? []) {
      const key = headerKey(word)
      if (!whole.has(key)) whole.set(key, kind)
    }
  }
  const parts = [...whole]
    .map(([word, kind]) => ({word, kind, spaced: spacedRE.test(word)}))
    .filter(({word, kind, spaced}) => word.length >= (spaced ? 4 : kind === 'port' ? 1 : 2))
    .toSorted((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1))
    .map(({word, kind, spaced}) => ({word, bounded: spaced ? ` ${word} ` : null, kind}))
  // After the parts were taken: what counts as a whole header only.
  for (const kind of order)
    for (const word of rules.headers[kind] ?? []) {
      const key = headerKey(word)
      if (!whole.has(key)) whole.set(key, kind)
    }
  const keysOf = (kind: ColumnKind): Set<string> =>
    new Set([...(headers[kind] ?? []), ...(rules.headers[kind] ?? [])].map(headerKey))
  const words = {
    whole,
    destinationOrPurpose: keysOf('destination').intersection(keysOf('notes')),
    parts,
    notPorts: new PhraseFinder(notPorts.map(headerKey)),
  }
  cache.set(locale, words)
  return words
}

/** Kana and ideographs are written with spaces beside them or without. */
const unspacedGapRE =
  / (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]) /gu

/** A header for comparing: folded, brackets and punctuation as spaces, slashes kept. */
export function headerKey(text: string): string {
  return foldSearch(text)
    .replace(/[^\p{L}\p{M}\p{N}/]+/gu, ' ')
    .replace(/ ?\/ ?/g, '/')
    .replace(unspacedGapRE, '')
    .trim()
}

/** How a header was understood: as a whole, by a part of it, or not at all. */
export interface HeaderReading {
  kind: ColumnKind
  by: 'whole' | 'part' | null
}

const nothing: HeaderReading = {kind: 'other', by: null}

/** Kind of a column by its header text in a locale (`en` for English). */
export function readHeader(text: string, locale: string): HeaderReading {
  const key = headerKey(text)
  if (key === '' || key.length > 120) return nothing
  const {whole, parts, notPorts} = headerWords(locale)
  const exact = whole.get(key)
  if (exact) return {kind: exact, by: 'whole'}
  const pair = kindOfPair(text, locale, whole)
  if (pair) return {kind: pair, by: 'whole'}
  const sides = pairedHeaderOf(text, locale)
  if (sides?.isOfPorts) return {kind: 'port', by: 'part'}
  if (sides?.first === 'source') return {kind: 'ends', by: 'part'}
  const bracket = /[(（]([^)）]*)[)）]/u.exec(text)
  if (bracket) {
    const outer =
      whole.get(headerKey(text.replace(bracket[0], ' '))) ?? whole.get(headerKey(bracket[1] ?? ''))
    if (outer) return {kind: outer, by: 'whole'}
  }
  const slashed = key.split('/')
  if (slashed.length > 2 || (slashed.length === 2 && !whole.has(key))) {
    const kinds = slashed.map((part) => whole.get(part) ?? null)
    if (kinds.includes('port') && kinds.includes('protocol')) return {kind: 'path', by: 'whole'}
  }
  const found = kindOfPart(key, parts)
  const kind = found && portKinds.has(found) ? kindWithout(notPorts, key, found, parts) : found
  return kind ? {kind: endOfMachine(key, kind, whole, parts) ?? kind, by: 'part'} : nothing
}

/** Whether a header may be of a destination or of what a port is for: columns beside it tell. */
export const isDestinationOrPurpose = (text: string, locale: string): boolean =>
  headerWords(locale).destinationOrPurpose.has(headerKey(text))

/** Kinds of words that say nothing of a column beside one for an end: 源主机, `Machine cible`, 通信元. */
const besideEnds: ReadonlySet<ColumnKind> = new Set(['host', 'traffic'])

/** The end that a header names beside a word for machines or traffic; null without one. */
function endOfMachine(
  key: string,
  kind: ColumnKind,
  whole: HeaderWords['whole'],
  parts: HeaderWords['parts'],
): ColumnKind | null {
  if (!besideEnds.has(kind)) return null
  const word = parts.find((part) => part.kind === kind && holdsWord(key, part))?.word ?? ''
  const rest = key.replace(word, ' ').trim()
  // `Equipo de origen`: a short word joins the two.
  const end = whole.get(rest) ?? whole.get(rest.replace(/^\p{L}{1,3} /u, ''))
  return end === 'source' || end === 'destination' ? end : null
}

const pairRE = /^([^/→⇒]{1,60}?)\s*(?:\/|→|⇒|[-–—]+>|=>)\s*([^/→⇒]{1,60})$/u

/** `Source / Destination` heads two ends, `To/From` a peer, `In / Out` a direction, in any order and language. */
function kindOfPair(text: string, locale: string, whole: ReadonlyMap<string, ColumnKind>): ColumnKind | null {
  const [, one = '', two = ''] = pairRE.exec(text.trim()) ?? []
  if (one === '' || two === '') return null
  const {ways, directions} = localeData(locale).rules
  const are = (first: readonly string[], second: readonly string[]): boolean =>
    (isOneOf(one, first) && isOneOf(two, second)) || (isOneOf(one, second) && isOneOf(two, first))
  if (are(directions.in, directions.out)) return 'direction'
  if (are(ways.to, ways.from)) return 'peer'
  const [first, second] = [whole.get(headerKey(one)), whole.get(headerKey(two))]
  if (first === 'source' && second === 'destination') return 'ends'
  // The other order is none of two machines in one cell.
  return first === 'destination' && second === 'source' ? 'peer' : null
}

const portKinds: ReadonlySet<ColumnKind> = new Set([
  'path',
  'port',
  'sourcePort',
  'portStart',
  'portEnd',
  'portCount',
])

/** The kind that is left when names such as `USB port` are taken out. */
function kindWithout(
  notPorts: PhraseFinder,
  key: string,
  kind: ColumnKind,
  parts: HeaderWords['parts'],
): ColumnKind | undefined {
  const tokens = tokensOf(key)
  if (!notPorts.isIn(tokens)) return kind
  const words = notPorts.without(tokens)
  return kindOfPart(words.join(words.some((word) => word.length > 1) ? ' ' : ''), parts)
}

/** Ends of a range in more words than these are prose: `I want to port existing numbers`. */
const MAX_BOUND_WORDS = 4
const boundKinds: ReadonlySet<ColumnKind> = new Set(['portStart', 'portEnd'])

const holdsWord = (key: string, {word, bounded}: HeaderWords['parts'][number]): boolean =>
  bounded === null ? key.includes(word) : ` ${key.replaceAll('/', ' ')} `.includes(bounded)

/** By the longest known word in a header. */
function kindOfPart(key: string, parts: HeaderWords['parts']): ColumnKind | undefined {
  const isLong = key.split(' ').length > MAX_BOUND_WORDS
  return parts.find((part) => !(isLong && boundKinds.has(part.kind)) && holdsWord(key, part))?.kind
}

const allLocales: readonly string[] = [...knownLocales, ...outlinedLocales]

/** Whether the first row of a table without a head reads like one: at least half of its cells are header words. */
export function looksLikeHeader(
  cells: readonly Pick<EditionCell, 'source' | 'target'>[],
  locales: readonly string[] = allLocales,
): boolean {
  const filled = cells.filter(({target}) => target !== '')
  if (filled.length < 2 || filled.length < cells.length / 2) return false
  const known = filled.filter(
    ({source, target}) =>
      (source !== null && readHeader(plainHeader(source), 'en').by === 'whole') ||
      locales.some((locale) => readHeader(plainHeader(target), locale).by === 'whole'),
  )
  return known.length * 2 >= filled.length
}

let kinds: Map<string, Set<ColumnKind>> | null = null

/** Kinds that a text has as a whole header in any language; empty for other texts. */
export function kindsOfHeader(text: string): ReadonlySet<ColumnKind> {
  if (kinds === null) {
    kinds = new Map()
    for (const locale of allLocales)
      for (const [word, kind] of headerWords(locale).whole) {
        const known = kinds.get(word)
        if (known) known.add(kind)
        else kinds.set(word, new Set([kind]))
      }
  }
  return kinds.get(headerKey(text)) ?? none
}

const none: ReadonlySet<ColumnKind> = new Set()

export const columnKinds: readonly ColumnKind[] = columnKindSchema.options
