/** Reads the cells of a row that hold ports, protocols and transports, whatever columns the table has for them. */

import type {ColumnKind, PortRange} from '../model/schema.ts'
import {linesOf} from '../text/cell-structure.ts'
import {isWord} from '../text/locale-words.ts'
import {foldToken} from '../text/normalize.ts'
import {parsePath} from './path/path.ts'
import {type CellFacts, type PathReading, refuse} from './path/path-reading.ts'
import {joinReadings, namesProtocol, noFacts, parsePortCell, parseProtocolCell} from './port-cell.ts'
import {parsePorts} from './ports/ports.ts'
import {MAX_PORT, rangesEqual} from './ports/ranges.ts'
import {transportsIn} from './protocol-words.ts'
import type {RowCell} from './row-cell.ts'
import {readTicks} from './transport-ticks.ts'

/** What one rule of a row opens. */
export interface RowPart {
  facts: CellFacts
  sourcePorts: PortRange[]
}

/** Several parts where a row tells of several transports with ports of their own: each is a rule. */
export type RowPorts =
  | {ok: true; parts: RowPart[]; anomalies: string[]}
  | {ok: false; message: string; column: number}

/** A text with figures and no more words than this is a broken cell of ports, a longer one is prose. */
const MAX_BROKEN_WORDS = 3

const fault = ({column}: RowCell, message: string): RowPorts & {ok: false} => ({ok: false, message, column})

/** Facts of all cells together; ports stay empty where no cell states any. Never throws. */
export function readRowPorts(cells: readonly RowCell[], locale: string): RowPorts {
  const ticks = readTicks(cells, locale)
  if (ticks !== null && !ticks.ok) return fault(ticks.cell, ticks.message)
  const told = cells.filter((cell) => !ticks?.cells.has(cell) && !isNone(cell.text, locale))
  const paired = pairedLines(told)
  if (paired) return paired
  let facts = noFacts
  let source = noFacts
  const kinds = new Set(cells.map(({kind}) => kind))
  /** Columns of ports beside each other. */
  const ports: {cell: RowCell; reading: CellFacts}[] = []
  let prose: RowCell | null = null
  for (const cell of told) {
    const reading = readCell(cell, kinds, locale)
    if (reading === null) {
      const isPart = cell.kind === 'port' && transportsIn(cell.header).length === 1
      if (holdsPorts(cell, kinds) && (isPart || /\p{Nd}/u.test(cell.text))) prose ??= cell
      continue
    }
    if (!reading.ok) return fault(cell, `“${cell.text.slice(0, 80)}”: ${reading.reason}`)
    if (cell.kind === 'port') {
      ports.push({cell, reading})
      continue
    }
    const joined = joinReadings(cell.kind === 'sourcePort' ? source : facts, reading)
    if (!joined.ok) return fault(cell, `“${cell.text.slice(0, 80)}”: ${joined.reason}`)
    if (cell.kind === 'sourcePort') source = joined
    else facts = joined
  }
  const beside = joinColumns(ports)
  if (!beside.ok) return beside
  const withPorts = joinReadings(beside.facts, facts)
  const [first = cells[0]] = ports.map(({cell}) => cell)
  if (!withPorts.ok && first) return fault(first, `“${first.text.slice(0, 80)}”: ${withPorts.reason}`)
  if (withPorts.ok) facts = withPorts
  const spanned = readSpan(told)
  if (spanned && !spanned.ok) return spanned
  if (spanned?.ok && facts.ports.length > 0 && !rangesEqual(facts.ports, [spanned.range]))
    return fault(spanned.cell, 'two columns name different ports')
  const all = joinReadings(
    {...facts, ports: spanned?.ok ? [spanned.range] : facts.ports},
    {...source, ports: []},
  )
  if (!all.ok) return {ok: false, message: all.reason, column: cells.find(isSourcePort)?.column ?? 1}
  const [tick] = ticks?.cells ?? []
  if (tick && ticks) {
    const ticked = joinReadings(all, {...noFacts, transports: ticks.transports})
    if (!ticked.ok) return fault(tick, `“${tick.text.slice(0, 80)}”: ${ticked.reason}`)
    all.transports = ticked.transports
    if (all.transports.length === 0 && all.ports.length + source.ports.length > 0)
      return fault(tick, 'no column of a transport says yes')
  }
  if (prose && all.ports.length > 0)
    return fault(prose, `“${prose.text.slice(0, 80)}”: the figures among the words were not understood`)
  const anomalies = [facts.anomaly, source.anomaly].filter((anomaly) => anomaly !== null)
  return {ok: true, parts: [{facts: all, sourcePorts: source.ports}], anomalies}
}

const isSourcePort = ({kind}: RowCell): boolean => kind === 'sourcePort'

const holdsPorts = ({kind}: RowCell, kinds: ReadonlySet<ColumnKind>): boolean =>
  kind === 'port' || kind === 'sourcePort' || (kind === 'portCount' && !kinds.has('portStart'))

const endKinds: ReadonlySet<ColumnKind> = new Set(['source', 'destination', 'host', 'sourcePort'])
const carrierKinds: ReadonlySet<ColumnKind> = new Set(['protocol', 'traffic'])

/** Lines of ports beside as many lines of something else belong together line by line: never each with each. */
function pairedLines(cells: readonly RowCell[]): (RowPorts & {ok: false}) | null {
  const ports = cells.find(({kind, read}) => kind === 'port' && linesOf(read).length > 1)
  if (!ports) return null
  const count = linesOf(ports.read).length
  const other = cells.find(({kind, read}) => {
    const lines = linesOf(read)
    const differ = new Set(lines.map(foldToken)).size > 1
    return differ && (carrierKinds.has(kind) || (endKinds.has(kind) && lines.length === count))
  })
  return other ? fault(ports, 'the lines of two cells belong together, and were not told apart') : null
}

/** Ports of several columns: the same ports under headers of several transports, or one column alone. */
function joinColumns(
  ports: readonly {cell: RowCell; reading: CellFacts}[],
): {ok: true; facts: CellFacts} | (RowPorts & {ok: false}) {
  let facts = noFacts
  for (const {cell, reading} of ports) {
    const different = facts.ports.length > 0 && reading.ports.length > 0
    if (different && !rangesEqual(facts.ports, reading.ports))
      return fault(cell, `“${cell.text.slice(0, 80)}”: two columns name different ports`)
    const transports = [...new Set([...facts.transports, ...reading.transports])].sort()
    const joined = joinReadings({...facts, transports}, {...reading, transports})
    if (!joined.ok) return fault(cell, `“${cell.text.slice(0, 80)}”: ${joined.reason}`)
    facts = joined
  }
  return {ok: true, facts}
}

/** null for a cell of another kind, or one that speaks of something else than ports. */
function readCell(cell: RowCell, kinds: ReadonlySet<ColumnKind>, locale: string): PathReading | null {
  const {kind, text, read} = cell
  if (kind === 'path') {
    const reading = parsePath(read, locale)
    if (!reading.ok && kinds.has('port')) return parseProtocolCell(read, locale)
    return reading.ok || /\p{Nd}/u.test(text) ? reading : null
  }
  if (kind === 'traffic' && !namesProtocol(text, locale)) return null
  if (kind === 'protocol' || kind === 'traffic') return parseProtocolCell(read, locale)
  if (!holdsPorts(cell, kinds)) return null
  const reading = parsePortCell(read, locale)
  if (reading.ok) return withHeader(reading, cell.header)
  const isProse =
    reading.kind === 'words' && !(/\p{Nd}/u.test(text) && text.split(' ').length <= MAX_BROKEN_WORDS)
  return isProse ? null : reading
}

/** `UDP port`, `Port (TCP)`: the transport stands in the header. */
function withHeader(reading: CellFacts, header: string): PathReading {
  const transports = transportsIn(header)
  const [own] = transports
  if (!own || transports.length > 1 || reading.ports.length === 0) return {...reading, ok: true}
  if (reading.transports.length > 0 && reading.transports.join() !== own)
    return refuse('the header names another transport')
  return {...reading, ok: true, transports: [own]}
}

type Spanned = {ok: true; range: PortRange; cell: RowCell} | (RowPorts & {ok: false})

/** A first port and how many there are, or the last one: `40803` and `8348` are the ports 40803 to 49150. */
function readSpan(cells: readonly RowCell[]): Spanned | null {
  const of = (wanted: ColumnKind): RowCell | undefined => cells.find(({kind}) => kind === wanted)
  const startCell = of('portStart')
  const endCell = of('portEnd')
  const countCell = of('portCount')
  const lone = endCell ?? countCell
  if (!startCell) return endCell ? fault(endCell, 'a last port stands without its first') : null
  if (!lone) return null
  const start = single(startCell.read)
  if (start === null) return fault(startCell, `“${startCell.text}” is no first port`)
  const count = countCell ? single(countCell.read) : null
  if (countCell && (count === null || count === 0))
    return fault(countCell, `“${countCell.text}” is no number of ports`)
  const end = endCell ? single(endCell.read) : null
  if (endCell && end === null) return fault(endCell, `“${endCell.text}” is no last port`)
  const last = end ?? start + (count ?? 1) - 1
  if (end !== null && count !== null && end - start + 1 !== count)
    return fault(lone, 'the first and the last port are not as many as counted')
  if (last < start) return fault(lone, `the range runs backwards: ${start} to ${last}`)
  if (last > MAX_PORT) return fault(lone, `${count} ports from ${start} end above ${MAX_PORT}`)
  return {ok: true, range: [start, last], cell: startCell}
}

function single(text: string): number | null {
  const reading = parsePorts(text, 'en')
  const [first] = reading.ok ? reading.ranges : []
  return reading.ok && reading.ranges.length === 1 && first && first[0] === first[1] ? first[0] : null
}

/** Whether a row counts ports but has no first one: the sum of a column of counts, whatever its first cell says. */
export function isSum(cells: readonly RowCell[], locale: string): boolean {
  const starts = cells.filter(({kind}) => kind === 'portStart')
  const count = cells.find(({kind}) => kind === 'portCount')
  return (
    starts.length > 0 &&
    starts.every(({text}) => isNone(text, locale)) &&
    single(count?.read ?? '') !== null &&
    !cells.some(({kind}) => kind === 'port' || kind === 'path')
  )
}

/** Whether a cell says "nothing": a word for it, or signs only. */
export function isNone(text: string, locale: string): boolean {
  if (!/[\p{L}\p{N}*]/u.test(text)) return true
  return isWord(text, 'noneWords', locale)
}
