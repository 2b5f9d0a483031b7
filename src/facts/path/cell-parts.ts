/**
 * Which of the names in a cell belong to which of its ports: `UDP 161, TCP 5666` are two parts, `143/TCP (IMAP), 993/TCP` is
 * one, and `443, UDP 3478` is none that a reader could be sure of.
 */
import type {Security, Transport} from '../../model/schema.ts'
import {mergeRanges, type Range, rangesEqual, sortRanges} from '../ports/ranges.ts'
import {sortProtocols, type Term, transportsImpliedBy} from '../protocol-words.ts'

/** What parts two neighbours in a cell: nothing or a slash, a list separator, a line or semicolon. */
export type Gap = 'none' | 'list' | 'line'

/** Ports, or the name of a protocol, transport or security, with what stands before it. */
export type CellItem = {gap: Gap; ports: Range[]; term?: never} | {gap: Gap; term: Term; ports?: never}

/** Ports with the names that belong to them. */
export interface CellPart {
  protocols: string[]
  securities: Security[]
  transports: Transport[]
  ports: Range[]
}

export type PartsReading = {ok: true; parts: CellPart[]} | {ok: false; reason: string}

const emptyPart = (ports: Range[]): CellPart => ({protocols: [], securities: [], transports: [], ports})
const isPorts = (item: CellItem | undefined): boolean => item?.ports !== undefined

/** At least one part; where there are several, they differ in their transports. */
export function bindParts(items: readonly CellItem[]): PartsReading {
  const parts: CellPart[] = []
  const lines = splitLines(items)
  const isOne = lines.filter((line) => line.some(isPorts)).length < 2
  for (const line of isOne ? [items] : lines) {
    const own = partsOfLine(line)
    if (own === null) return refuse('it is unclear which of its transports have which ports')
    parts.push(...own)
  }
  return settle(parts)
}

function splitLines(items: readonly CellItem[]): CellItem[][] {
  const lines: CellItem[][] = []
  for (const item of items) {
    if (item.gap === 'line' || lines.length === 0) lines.push([])
    lines.at(-1)?.push(item)
  }
  return lines
}

/**
 * Names bind to the ports that no list separator parts them from, else the way the line begins: `TCP 80`, or `80/TCP`; null
 * where ports get different transports from both sides.
 */
function partsOfLine(items: readonly CellItem[]): CellPart[] | null {
  const count = items.filter(isPorts).length
  const parts = items.flatMap(({ports}) => (ports === undefined ? [] : [emptyPart(ports)]))
  if (count < 2) {
    const [part = emptyPart([])] = parts
    for (const {term} of items) if (term) add(part, term)
    return [part]
  }
  const leads = !isPorts(items.find(({term}) => term === undefined || term.kind === 'transport'))
  /** By part the transports that stand before its ports, and those behind. */
  const sides = parts.map(() => ({front: new Set<string>(), back: new Set<string>()}))
  let next = 0
  for (const [at, item] of items.entries()) {
    if (item.ports) {
      next++
      continue
    }
    const isBack = next === parts.length || (next > 0 && (bindsBefore(items, at) ?? !leads))
    const own = isBack ? next - 1 : next
    const [part, side] = [parts[own], sides[own]]
    if (part === undefined || side === undefined) continue
    add(part, item.term)
    if (item.term.kind === 'transport') (isBack ? side.back : side.front).add(item.term.transport)
  }
  const isTorn = sides.some(
    ({front, back}) =>
      front.size > 0 && back.size > 0 && [...front].sort().join() !== [...back].sort().join(),
  )
  if (isTorn) return null
  // `TCP 80 (HTTP), 443 (HTTPS)`: a name in front holds until the next one.
  if (leads)
    for (const [at, part] of parts.entries())
      if (part.transports.length === 0) part.transports = [...(parts[at - 1]?.transports ?? [])]
  return parts
}

/** Whether the separators around a name part it from the ports after it only (true), or from those before it only (false). */
function bindsBefore(items: readonly CellItem[], at: number): boolean | null {
  const start = items.findLastIndex((item, i) => i < at && isPorts(item))
  const end = items.findIndex((item, i) => i > at && isPorts(item))
  const left = items.slice(start + 1, at + 1).some(({gap}) => gap !== 'none')
  const right = items.slice(at + 1, end + 1).some(({gap}) => gap !== 'none')
  return left === right ? null : right
}

function add(part: CellPart, term: Term): void {
  if (term.kind === 'protocol') part.protocols.push(term.name)
  else if (term.kind === 'security') part.securities.push(term.security)
  else part.transports.push(term.transport)
}

/** One part for each set of transports; a port without one beside others that have one is not told apart. */
function settle(all: readonly CellPart[]): PartsReading {
  const told = all.map((part) => ({...part, transports: [...new Set(part.transports)].sort()}))
  const [lead] = told
  // A name on a line of its own is told of all: `TCP`, `80`, `443`.
  const bare = told.filter(({ports}) => ports.length === 0)
  const withPorts = told.filter(({ports}) => ports.length > 0)
  const named = withPorts.filter(({transports}) => transports.length > 0)
  if (withPorts.length === 0 || lead === undefined) return {ok: true, parts: [join(told)]}
  if (bare.some(({transports}) => transports.length > 0)) {
    if (named.length > 0 || bare.length > 1) return unnamed
    for (const part of withPorts) part.transports = bare[0]?.transports ?? []
  } else if (named.length > 0 && named.length < withPorts.length) {
    // Lines below the one that names a transport go on with it, where no other is named.
    const [first] = withPorts
    const same = named.every(({transports}) => transports.join() === first?.transports.join())
    if (!same) return unnamed
    for (const part of withPorts) part.transports = [...(first?.transports ?? [])]
  }
  for (const {protocols, securities} of bare)
    for (const part of withPorts) {
      part.protocols.push(...protocols)
      part.securities.push(...securities)
    }
  return {ok: true, parts: joinAlike(withPorts)}
}

const refuse = (reason: string): PartsReading => ({ok: false, reason})
const unnamed = refuse('some of its ports name a transport and some name none')

/** The same ports over two transports are one part, and the ports of the same transports are. */
function joinAlike(parts: readonly CellPart[]): CellPart[] {
  const keyOfPorts = ({ports}: CellPart): string => JSON.stringify(mergeRanges(ports))
  const keyOfTransports = ({transports, protocols}: CellPart): string =>
    transports.length > 0 ? transports.join() : `implied ${implied(protocols)}`
  const byPorts = [...Map.groupBy(parts, keyOfPorts).values()].map(join)
  return [...Map.groupBy(byPorts, keyOfTransports).values()].map(join)
}

const implied = (protocols: readonly string[]): string =>
  [...new Set(protocols.map((name) => transportsImpliedBy(name).join('/')))].sort().join()

function join(parts: readonly CellPart[]): CellPart {
  const ports = parts.map((part) => part.ports)
  const [first = []] = ports
  return {
    protocols: sortProtocols(parts.flatMap(({protocols}) => protocols)),
    securities: [...new Set(parts.flatMap(({securities}) => securities))],
    transports: [...new Set(parts.flatMap(({transports}) => transports))].sort(),
    ports: ports.every((each) => rangesEqual(each, first)) ? first : sortRanges(ports.flat()),
  }
}
