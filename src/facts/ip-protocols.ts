/** Protocols beside TCP and UDP: `IP protocol 50`, `GRE (47)`, `ICMP type 8`. Their figures are no ports. */
import {localeData} from '../languages/languages.ts'
import type {ColumnKind, Transport} from '../model/schema.ts'
import {isWord} from '../text/locale-words.ts'
import {foldToken} from '../text/normalize.ts'
import {PhraseFinder, tokensOf} from '../text/phrase-finder.ts'
import {isNone} from './columns/port-part.ts'
import data from './ip-protocols.json' with {type: 'json'}
import type {RowCell} from './row/row-cell.ts'

export interface IpProtocol {
  /** Upper case, as the registry has it. */
  name: string
  number: number
}

const withSpellings = data.protocols.flatMap(({name, number, names}) =>
  [name, ...names].map((spelling) => ({name, number, spelling: tokensOf(spelling).join(' ')})),
)
const byNumber: ReadonlyMap<number, IpProtocol> = new Map(data.protocols.map((each) => [each.number, each]))
const numbers: ReadonlyMap<string, number> = new Map(data.protocols.map(({name, number}) => [name, number]))
const transports: ReadonlyMap<number, Transport> = new Map([
  [6, 'tcp'],
  [17, 'udp'],
])

/** Its number in the header of a packet; null for protocols that are carried by others. */
export const ipNumberOf = (name: string): number | null => numbers.get(name) ?? null

/** What a row of such protocols says; a message where its figures contradict it. */
export type IpProtocolReading =
  | {ok: true; names: string[]; icmpTypes: number[]}
  | {ok: false; message: string; column: number}

const MAX_CELL = 80
/** The type is one octet of the message. */
const MAX_TYPE = 255
/** So is the number of a protocol in the header of a packet. */
const MAX_NUMBER = 255
const protocolKinds: ReadonlySet<ColumnKind> = new Set(['protocol', 'traffic', 'path', 'port', 'service'])
const figureKinds: ReadonlySet<ColumnKind> = new Set([
  ...(['protocol', 'path', 'port', 'sourcePort', 'portStart', 'portEnd', 'portCount'] as const),
])

/** null for a row that names a transport, or no such protocol. */
export function readIpProtocols(row: readonly RowCell[], locale: string): IpProtocolReading | null {
  const names = new Set<string>()
  const icmpTypes = new Set<number>()
  const rest: RowCell[] = []
  const hasNone = saysNoPort(row, locale)
  for (const cell of row) {
    if (!protocolKinds.has(cell.kind) && !figureKinds.has(cell.kind)) continue
    const told = protocolKinds.has(cell.kind) ? readCell(cell, locale, hasNone) : null
    if (told === null) {
      if (figureKinds.has(cell.kind)) rest.push(cell)
      continue
    }
    if (!told.ok) return {ok: false, message: told.message, column: cell.column}
    for (const name of told.names) names.add(name)
    for (const type of told.types) icmpTypes.add(type)
  }
  if (names.size === 0) return null
  for (const cell of rest) {
    if (isNone(cell.text, locale) || isWord(cell.text, 'anyWords', locale)) continue
    const told = figuresOf(cell.text, locale)
    if (told === null) return null
    const isOwn = told.isType
      ? [...names].some((name) => name.startsWith('ICMP'))
      : told.figures.every((figure) => [...names].some((name) => numbers.get(name) === figure))
    if (!isOwn) {
      const [name = ''] = names
      return {
        ok: false,
        message: whyNoPorts(name, `“${cell.text.slice(0, 40)}”`),
        column: cell.column,
      }
    }
    if (told.isType) {
      const beyond = told.figures.find((figure) => figure > MAX_TYPE)
      if (beyond !== undefined) return {ok: false, message: noType(cell.text, beyond), column: cell.column}
      for (const figure of told.figures) icmpTypes.add(figure)
    }
  }
  return {ok: true, names: [...names].sort(), icmpTypes: [...icmpTypes].sort((a, b) => a - b)}
}

/** Whether a row says that it has no port: then a figure in a column of protocols is the number of one. */
export function saysNoPort(row: readonly RowCell[], locale: string): boolean {
  const ports = row.filter(({kind}) => kind === 'port')
  return ports.length > 0 && ports.every(({text}) => isNone(text, locale))
}

/** Whether a figure is all of a cell of protocols, and may be a number of one. */
export const isProtocolNumber = ({text, kind}: RowCell): boolean =>
  kind === 'protocol' && /^[0-9]{1,3}$/u.test(text.trim()) && Number(text) <= MAX_NUMBER

/** The transport whose number is all of a cell, below a header that asks for numbers or in a row without a port: 6 is TCP. */
export const transportOfNumber = (cell: RowCell, locale: string, hasNoPort: boolean): Transport | null =>
  isProtocolNumber(cell) && (hasNoPort || asksForNumber(cell.header, locale))
    ? (transports.get(Number(cell.text)) ?? null)
    : null

type CellReading = {ok: true; names: string[]; types: number[]} | {ok: false; message: string}

/** null where a cell holds anything else than such protocols. */
function readCell(cell: RowCell, locale: string, hasNone: boolean): CellReading | null {
  const {text, header, kind} = cell
  if (text === '' || text.length > MAX_CELL) return null
  const tokens = tokensOf(text).filter((token) => /[\p{L}\p{N}]/u.test(token))
  const {protocol, type, filler} = wordsOf(locale)
  const names: string[] = []
  const figures: number[] = []
  const types: number[] = []
  let saysProtocol = kind === 'protocol' && (hasNone || asksForNumber(header, locale))
  let saysType = false
  for (let at = 0; at < tokens.length; ) {
    const named = longest(tokens, at, withSpellings)
    const message = longest(tokens, at, icmpSpellings)
    if (named) names.push(named.name)
    else if (message && names.length > 0) types.push(names.includes('ICMPV6') ? message.typeV6 : message.type)
    const end = named?.end ?? (names.length > 0 ? message?.end : undefined)
    if (end !== undefined) {
      at = end
      continue
    }
    const token = tokens[at] ?? ''
    const phrase = Math.max(protocol.endAt(tokens, at), type.endAt(tokens, at), filler.endAt(tokens, at))
    if (/^[0-9]{1,3}$/u.test(token)) figures.push(Number(token))
    else if (phrase < 0) return null
    saysProtocol ||= protocol.endAt(tokens, at) >= 0
    saysType ||= type.endAt(tokens, at) >= 0
    at = Math.max(phrase, at + 1)
  }
  if (names.length === 0) {
    const found = saysProtocol && !saysType ? figures.flatMap((figure) => byNumber.get(figure) ?? []) : []
    return found.length > 0 && found.length === figures.length && kind !== 'service'
      ? {ok: true, names: found.map(({name}) => name), types: []}
      : null
  }
  if (kind === 'service' && figures.length === 0 && types.length === 0) return null
  const isIcmp = names.every((name) => name.startsWith('ICMP'))
  if (isIcmp && saysType) {
    const beyond = figures.find((figure) => figure > MAX_TYPE)
    return beyond === undefined
      ? {ok: true, names, types: [...types, ...figures]}
      : {ok: false, message: noType(text, beyond)}
  }
  const strange = figures.find((figure) => !names.some((name) => numbers.get(name) === figure))
  return strange === undefined
    ? {ok: true, names, types}
    : {ok: false, message: `“${text.slice(0, 60)}”: ${strange} is not the number of ${names.join(', ')}`}
}

const noType = (text: string, figure: number): string =>
  `“${text.slice(0, 60)}”: types of ICMP messages end at ${MAX_TYPE}, found ${figure}`

const icmpSpellings = data.icmpTypes.flatMap(({names, ...types}) =>
  names.map((name) => ({...types, spelling: tokensOf(name).join(' ')})),
)

/** The entry with the longest spelling that starts at a word, and where it ends. */
function longest<Entry extends {spelling: string}>(
  tokens: readonly string[],
  at: number,
  entries: readonly Entry[],
): (Entry & {end: number}) | undefined {
  return entries
    .map((entry) => ({...entry, end: at + entry.spelling.split(' ').length}))
    .filter(({spelling, end}) => tokens.slice(at, end).join(' ') === spelling)
    .toSorted((a, b) => b.end - a.end)[0]
}

/** Figures and nothing else, or a type of messages; null for other cells. */
function figuresOf(text: string, locale: string): {figures: number[]; isType: boolean} | null {
  const tokens = tokensOf(text).filter((token) => /[\p{L}\p{N}]/u.test(token))
  const {protocol, type, filler} = wordsOf(locale)
  const words = type.without(filler.without(protocol.without(tokens))).filter((token) => token !== '')
  const figures = words.map((word) => (/^[0-9]{1,3}$/u.test(word) ? Number(word) : Number.NaN))
  if (figures.length === 0 || figures.some(Number.isNaN)) return null
  return {figures, isType: type.isIn(tokens)}
}

interface Words {
  protocol: PhraseFinder
  type: PhraseFinder
  filler: PhraseFinder
  number: PhraseFinder
}

const words = new Map<string, Words>()

function wordsOf(locale: string): Words {
  const known = words.get(locale)
  if (known) return known
  const {rules, headers, conjunctions} = localeData(locale)
  const made = {
    protocol: new PhraseFinder([...rules.protocolNumbers.protocol, ...(headers['protocol'] ?? [])]),
    type: new PhraseFinder(rules.protocolNumbers.type),
    number: new PhraseFinder(rules.protocolNumbers.number),
    filler: new PhraseFinder(['ip', ...rules.protocolNumbers.number, ...conjunctions.map(foldToken)]),
  }
  words.set(locale, made)
  return made
}

/** `Protocol number`, `Protocol no.`: below it stand numbers of protocols. */
function asksForNumber(header: string, locale: string): boolean {
  const tokens = tokensOf(header)
  const {protocol, number} = wordsOf(locale)
  return protocol.isIn(tokens) && number.isIn(tokens)
}

/** Transports of their own, with ports that no rule here can carry. */
const portedRE = /^(?:SCTP|DCCP|UDP-?LITE)$/iu

/** Why figures beside a protocol are no ports of a rule. */
export const whyNoPorts = (name: string, figures: string): string =>
  portedRE.test(name)
    ? `${name} is a transport of its own: rules hold ports of TCP and UDP alone, and ${figures} are of neither`
    : `${name} has no ports, so that ${figures} must mean something else`
