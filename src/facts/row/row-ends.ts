/** From where to where the traffic of a row goes: by its columns of ends, by a peer with a direction, and by what its table is about. */
import type {EndpointRef, Known, StatedDirection} from '../../model/schema.ts'
import {BREAK} from '../../text/cell-structure.ts'
import {foldSpace} from '../../text/normalize.ts'
import {type Beside, readBeside} from '../action/beside-words.ts'
import {isNone} from '../columns/port-part.ts'
import {arrowIn} from '../direction/arrows.ts'
import {type Connection, connectionIn, pairOf} from '../direction/connection.ts'
import {
  besideDirection,
  directionOfCell,
  directionOfHeader,
  endBesideDirection,
} from '../direction/direction-words.ts'
import {endpointOf} from '../endpoints/endpoint-of.ts'
import {isOpen, limitedEnds} from '../limits/limited-ends.ts'
import {limitOfAll} from '../limits/shut-out-ends.ts'
import type {Limit} from '../limits/stated-limits.ts'
import type {TableFrame} from '../table-frame.ts'
import {answerIn} from '../transport-ticks.ts'
import type {RowCell} from './row-cell.ts'

export interface RowEnds {
  ok: true
  source: EndpointRef | null
  destination: EndpointRef | null
  host: EndpointRef | null
  direction: StatedDirection | null
  /** How those of them are known that no column of their own states. */
  known: {source?: Known; destination?: Known; direction?: Known}
}

export type EndsReading = RowEnds | {ok: false; message: string; column: number | null; isDenied?: true}

/** Names of machines in two languages stand for one. */
type End = EndpointRef | null

/** `read` says which way by the header of a column of ports; null where none does. */
export function readEnds(
  row: readonly RowCell[],
  locale: string,
  {
    frame,
    byHeader,
    limits,
  }: {frame: TableFrame | undefined; byHeader: StatedDirection | null; limits: readonly Limit[]},
): EndsReading {
  const told = readDirection(row, locale)
  if (!told.ok) return told
  const nameless = row.find(
    ({kind, text}) => kind === 'address' && /\d/u.test(text) && withoutPort(text).trim() === '',
  )
  if (nameless)
    return {
      ok: false,
      message: `“${foldSpace(nameless.text).slice(0, 80)}” is an address without a machine`,
      column: nameless.column,
    }
  const lone = row.find(
    ({kind, text}) => kind === 'ends' && !isNone(text, locale) && pairOf(text, locale) === null,
  )
  if (lone)
    return {
      ok: false,
      message: `“${foldSpace(lone.text).slice(0, 80)}” names no two ends`,
      column: lone.column,
    }
  const known: RowEnds['known'] = {}
  const end = (kind: RowCell['kind']): End => endOf(row, kind, locale)
  let [source, destination] = [end('source'), end('destination') ?? end('address')]
  const host = end('host')
  const pair = readPair(row, locale)
  if (pair) {
    source ??= endpointOf(pair.source, locale)
    destination ??= endpointOf(pair.destination, locale)
  }
  const beside = row.flatMap(({kind, text}) =>
    kind === 'direction' && pair === null ? (endBesideDirection(text, locale) ?? []) : [],
  )
  for (const {side, name} of beside) {
    if (side === 'source' && isOpen(source)) source = endpointOf(name, locale)
    if (side === 'destination' && isOpen(destination)) destination = endpointOf(name, locale)
  }
  let direction = told.direction ?? byHeader ?? (pair?.both ? 'both' : null)
  if (direction === null && frame?.direction) {
    direction = frame.direction.value
    known.direction = {how: 'stated', quote: frame.direction.quote}
  }
  // Another machine than that of the heading may be meant where the direction names one.
  const about = host ?? (beside.length > 0 ? null : (frame?.machine?.end ?? null))
  const implied: Known | null =
    host === null && frame?.machine ? {how: 'implied', by: frame.machine.quote} : null
  const peer = end('peer')
  const [own, other] = direction === 'in' ? ['destination', 'source'] : ['source', 'destination']
  if (peer !== null && direction !== null) {
    if (other === 'source') source ??= peer
    else destination ??= peer
  }
  // Beside one end, the peer is the other one.
  if (peer !== null && direction === null) {
    if (source !== null && destination === null) destination = peer
    else if (destination !== null && source === null) source = peer
  }
  if ((direction !== null || isUsedBy(row)) && about !== null) {
    const side = direction === null ? 'destination' : own
    if (side === 'source' && source === null) {
      source = about
      if (implied) known.source = implied
    } else if (side === 'destination' && destination === null) {
      destination = about
      if (implied) known.destination = implied
    }
  }
  if (source === null && destination === null && host === null && frame?.connection) {
    const {connection} = frame
    source = connection.source
    destination = connection.destination
    known.source = {how: 'stated', quote: connection.quote}
    known.destination = {how: 'stated', quote: connection.quote}
    if (direction === null && connection.both) direction = 'both'
  }
  const isHost = host !== null && source !== host && destination !== host
  const isAtHost = destination === null && isHost && limits.some(({side}) => side === 'destination')
  const stated = {source, destination: isAtHost ? host : destination, known}
  const out = limitOfAll(stated, limits, locale)
  if (out !== null)
    return {ok: false, message: `“${out.quote.slice(0, 80)}” leaves nobody`, column: null, isDenied: true}
  const limited = limitedEnds(stated, limits, locale)
  return {
    ok: true,
    ...limited,
    host: isHost && !isAtHost ? host : null,
    direction,
    known: {...known, ...limited.known},
  }
}

/** A row with clients and no other machine, of which every column is understood: they use what the table is about. */
const isUsedBy = (row: readonly RowCell[]): boolean =>
  row.some(({kind, text}) => kind === 'source' && text !== '') &&
  !row.some(
    ({kind, text}) =>
      kind === 'destination' || kind === 'host' || kind === 'peer' || (kind === 'other' && text !== ''),
  )

/** `To`, `From` in a column of peers beside another one. */
const isDirection = ({kind, text}: RowCell, locale: string): boolean =>
  kind === 'direction' || (kind === 'peer' && directionOfCell(text, locale) !== null)

type DirectionReading =
  | {ok: true; direction: StatedDirection | null}
  | {ok: false; message: string; column: number}

/** All columns of directions together; those that are headed by one each are ticked. */
function readDirection(row: readonly RowCell[], locale: string): DirectionReading {
  const found = new Set<StatedDirection>()
  let ticks = 0
  for (const cell of row) {
    const {kind, text, header, column} = cell
    const isSymbol = arrowIn(text) !== null || answerIn(text, locale) !== null
    if (!isDirection(cell, locale) || (isNone(text, locale) && !isSymbol)) {
      if (kind === 'direction' && directionOfHeader(header, locale) !== null) ticks++
      continue
    }
    const answer = directionOfHeader(header, locale) === null ? null : answerIn(text, locale)
    if (answer !== null) ticks++
    if (answer === 'no') continue
    const direction = directionOfCell(text, locale, header)
    if (direction !== null) found.add(direction)
    else if (connectionIn(text, locale) === null && answer === null)
      return {ok: false, message: `“${foldSpace(text).slice(0, 80)}” is no direction`, column}
  }
  const [one = null] = found
  if (
    ticks > 0 &&
    one === null &&
    row.some(
      ({kind, text, header}) =>
        kind === 'direction' && answerIn(text, locale) === 'no' && directionOfHeader(header, locale) !== null,
    )
  )
    return {
      ok: false,
      message: 'no direction is answered with yes',
      column: row.find(({kind}) => kind === 'direction')?.column ?? 1,
    }
  return {ok: true, direction: found.has('both') || found.size > 1 ? 'both' : one}
}

/** What cells of directions say beside a direction that is none of a machine: a condition, a limit; words that are not understood make the row unreadable. */
export function besideDirections(
  row: readonly RowCell[],
  locale: string,
): {ok: true; beside: Beside[]} | {ok: false; message: string; column: number} {
  const all: Beside[] = []
  for (const {kind, text, column, header} of row) {
    if (kind !== 'direction' || directionOfCell(text, locale, header) === null) continue
    if (connectionIn(text, locale) !== null || endBesideDirection(text, locale)?.side) continue
    const words = besideDirection(text, locale)
    const beside = words === '' ? null : readBeside(words, locale, foldSpace(text))
    if (beside !== null) all.push(beside)
    else if (words !== '')
      return {ok: false, message: `“${words.slice(0, 80)}” beside a direction was not understood`, column}
  }
  return {ok: true, beside: all}
}

/** Two machines in one cell: `Console → Client`, or `Console / Client` below `Source / Destination`. */
function readPair(row: readonly RowCell[], locale: string): Connection | null {
  for (const {kind, text} of row) {
    const found =
      kind === 'ends' ? pairOf(text, locale) : kind === 'direction' ? connectionIn(text, locale) : null
    if (found !== null) return found
  }
  return null
}

function endOf(row: readonly RowCell[], kind: RowCell['kind'], locale: string): End {
  const texts = row.filter(
    (cell) =>
      cell.kind === kind && !isNone(cell.text, locale) && !(kind === 'peer' && isDirection(cell, locale)),
  )
  const [first] = texts
  if (first === undefined) return null
  const read = texts.map((cell) => cell.read).join(' ')
  return endpointOf(kind === 'address' ? withoutPort(read) : read, locale)
}

/** An address of version 6 or a network: what stands behind its colons or its slash is no port and no path. */
const addressRE = /^(?:[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*|[0-9.]+(?=\/))(?:\/[0-9]{1,3})?$/iu

/** What stands on a line of its own is a word of its own, too. */
const wordRE = new RegExp(`[^\\s,;،؛、，；${BREAK}]+`, 'gu')

/** `https://host.example:8443/path` → `host.example`; empty where a port stands alone. */
const withoutPort = (text: string): string =>
  text
    .replace(/[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@]*@)?/giu, '')
    .replace(wordRE, (word) =>
      addressRE.test(word) ? word : word.replace(/(?<=^|[a-z0-9\]])(?::\d{1,5})?(?:\/.*)?$/iu, ''),
    )
