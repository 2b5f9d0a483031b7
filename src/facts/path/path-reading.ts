/** Reads the tokens of a path, port or protocol cell into protocols, security, transports and ports. */

import type {PortName, PortRange, Security, Transport} from '../../model/schema.ts'
import {BREAK, linesOf} from '../../text/cell-structure.ts'
import {parsePorts} from '../ports/ports.ts'
import type {Term} from '../protocol-words.ts'
import {bindParts, type CellItem, type Gap} from './cell-parts.ts'
import type {Token} from './path-tokens.ts'

export interface CellFacts {
  role: string | null
  /** In the order of `protocols.json`. */
  protocols: string[]
  security: Security | null
  transports: Transport[]
  /** Sorted; 67 and 68 written apart stay apart. */
  ports: PortRange[]
  /** Ranges that the cell names and gives no numbers for; absent where there is none. */
  portNames?: PortName[] | undefined
  /** What is wrong with the cell's own text although its meaning is clear; else null. */
  anomaly: string | null
}

export type PathReading =
  | ({ok: true} & CellFacts)
  /** `words`: the cell holds prose instead of ports; `broken`: it holds ports or protocols that can't be read. */
  | {ok: false; reason: string; kind: 'words' | 'broken'}

export const refuse = (reason: string, kind: 'words' | 'broken' = 'broken'): PathReading & {ok: false} => ({
  ok: false,
  reason,
  kind,
})

/**
 * `path`: the parts stand between slashes, and each must be known. `column`: a protocol or port cell, which may also
 * explain itself after a dash, and give a long name before its short one.
 */
export type Mode = 'path' | 'column'

/** What a cell says: one part for each set of transports. */
export type CellReading = {ok: true; parts: CellFacts[]} | Extract<PathReading, {ok: false}>

/** The same for readers that know nothing of several parts. */
export function onePart(reading: CellReading): PathReading {
  if (!reading.ok) return reading
  const [part, more] = reading.parts
  if (part === undefined || more !== undefined) return refuse('different transports have different ports')
  return {ok: true, ...part}
}

export function readParts(text: string, cell: readonly Token[], locale: string, mode: Mode): CellReading {
  const told = mode === 'column' ? dropProse(cell) : cell
  if (cell.slice(told.length).some(({kind}) => kind === 'number'))
    return refuse('the words after a protocol hold figures')
  const {tokens, reason} = dropRemarks(told, mode)
  if (reason) return refuse(reason)
  if (text.startsWith('+')) return refuse('a plus leads the cell')
  const items: CellItem[] = []
  let anomaly: string | null = null
  let gap: Gap = 'none'
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) break
    if (isTerm(token)) {
      if (token.kind === 'transport' && mode === 'path' && isGlued(tokens, i))
        anomaly = `a slash is missing before ${text.slice(token.start, token.end)}`
      items.push({gap, term: token})
      gap = 'none'
    } else if (token.kind === 'stop') {
      if (!isTerm(tokens[i - 1]) || !isTerm(tokens[i + 1])) return refuse('unexpected full stop')
      anomaly ??= 'a full stop stands where a comma belongs'
    } else if (token.kind === 'number' || token.kind === 'word' || token.kind === 'symbol') {
      const end = chunkEnd(text, tokens, i)
      const chunks = linesOf(text.slice(token.start, tokens[end - 1]?.end))
      if (chunks.length === 0) return refuse('unexpected markup between its numbers')
      for (const chunk of chunks) {
        const reading = parsePorts(chunk, locale)
        if (!reading.ok) return refuse(reading.reason, reading.kind)
        items.push({gap, ports: reading.ranges})
        gap = 'line'
      }
      gap = 'none'
      i = end - 1
    } else if (token.kind === 'list' && tokens[i + 1]?.kind === 'number' && isOver(text, token))
      return refuse('“over” before a number may mean by it or above it')
    else if (token.kind === 'list' && !(isTerm(tokens[i - 1]) && text[token.start] === ':'))
      gap = widest(gap, text.charAt(token.start))
  }
  const bound = bindParts(items)
  if (!bound.ok) return refuse(bound.reason)
  return {
    ok: true,
    parts: bound.parts.map(({securities, ...part}) => ({
      ...part,
      role: null,
      security: securities.includes('TLS') ? 'TLS' : securities.includes('MTLS') ? 'MTLS' : null,
      anomaly:
        securities.length > 1 ? (anomaly ?? 'TLS and MTLS are both named; TLS stands for both') : anomaly,
    })),
  }
}

/** `TCP over 443`: a transport by a port, or above it. */
const isOver = (text: string, {start, end}: Token): boolean => text.slice(start, end).toLowerCase() === 'over'

const widest = (gap: Gap, separator: string): Gap =>
  gap === 'line' || separator === BREAK || separator === ';' ? 'line' : 'list'

/** Removes remarks: brackets without a known term or a digit, the long name before `(RPC)`, the text after a dash. */
function dropRemarks(cell: readonly Token[], mode: Mode): {tokens: Token[]; reason: string | null} {
  const tokens: Token[] = []
  for (let i = 0; i < cell.length; i++) {
    const token = cell[i]
    if (!token) break
    const isRange = tokens.at(-1)?.kind === 'number' && cell[i + 1]?.kind === 'number'
    if (token.kind === 'dash' && mode === 'column' && tokens.some(isTerm) && !isRange) {
      if (cell.slice(i).some(({kind}) => kind === 'number'))
        return {tokens, reason: 'the words after the dash hold figures'}
      break
    }
    if (token.kind === 'close') return {tokens, reason: 'the brackets do not match'}
    if (token.kind !== 'open') {
      tokens.push(token)
      continue
    }
    const close = cell.findIndex(({kind}, j) => j > i && (kind === 'close' || kind === 'open'))
    if (close < 0 || cell[close]?.kind === 'open') return {tokens, reason: 'the brackets do not match'}
    const inner = cell.slice(i + 1, close)
    if (inner.length === 0) return {tokens, reason: 'the brackets are empty'}
    if (inner.some(isTerm)) {
      if (mode === 'column' && inner.length === 1 && inner[0]?.kind === 'protocol') dropWords(tokens)
      // `(secure IMAP)`: words beside a name are a remark, as long as they hold no figure.
      const hasFigures = inner.some(({kind}) => kind === 'number')
      // `389 (SSL: 636)`: figures with a name are members of a list of their own.
      if (!hasFigures) tokens.push(...inner.filter(({kind}) => kind !== 'word'))
      else {
        const borders = [token, cell[close] ?? token].map((each): Token => ({...each, kind: 'list'}))
        tokens.push(...borders.slice(0, 1), ...inner)
        if (close < cell.length - 1) tokens.push(...borders.slice(1))
      }
    } else if (inner.some(({kind}) => kind === 'number')) tokens.push(token, ...inner)
    i = close
  }
  return {tokens, reason: null}
}

/** Words in a row after a term that make a remark. */
const PROSE_WORDS = 3

/** Cuts the sentence that follows a protocol: `XMPP Not supported in …`; not if it names another one. */
function dropProse(cell: readonly Token[]): readonly Token[] {
  const last = cell.findLastIndex(isTerm)
  const tail = cell.slice(last + 1)
  const prose =
    last >= 0 && tail.slice(0, PROSE_WORDS).filter(({kind}) => kind === 'word').length === PROSE_WORDS
  return prose ? cell.slice(0, last + 1) : cell
}

/** Removes the words at the end: the long name of the abbreviation that follows. */
function dropWords(tokens: Token[]): void {
  while (tokens.at(-1)?.kind === 'word') tokens.pop()
}

export const isTerm = (token: Token | undefined): token is Token & Term =>
  token?.kind === 'protocol' || token?.kind === 'security' || token?.kind === 'transport'

/** Whether a protocol stands before the transport at `i` with nothing between them. */
function isGlued(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  return before?.kind === 'protocol' || before?.kind === 'security'
}

/** Where the ports that start at `from` end: before the next known term, without the punctuation that leads to it. */
function chunkEnd(text: string, tokens: readonly Token[], from: number): number {
  let end = from
  while (end < tokens.length && !isTerm(tokens[end])) end++
  // At the end of the cell, and after `1024+`, the plus sign belongs to the ports.
  const isLead = (token: Token | undefined): boolean =>
    token !== undefined && ['slash', 'list', 'dash'].includes(token.kind) && text[token.start] !== '+'
  if (end < tokens.length) while (end > from + 1 && isLead(tokens[end - 1])) end--
  return end
}
