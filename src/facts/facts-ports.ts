/** Reads the cells of a row that hold ports, protocols and transports, whatever columns the table has for them. */

import type {ColumnKind} from '../model/schema.ts'
import {linesOf} from '../text/cell-structure.ts'
import {readAddressPorts} from './columns/address-ports.ts'
import {endKinds, pairedLines} from './columns/paired-lines.ts'
import {joinAll, joinColumns, joinParts, type PortColumn} from './columns/port-columns.ts'
import {fault, isNone, quoted, type RowFault, type RowPart, type RowPorts} from './columns/port-part.ts'
import {readSpan} from './columns/port-span.ts'
import {isProtocolNumber, saysNoPort, transportOfNumber} from './ip-protocols.ts'
import {parsePathParts} from './path/path.ts'
import {type CellFacts, type CellReading, onePart, refuse} from './path/path-reading.ts'
import {
  joinReadings,
  namesProtocol,
  noFacts,
  parseNamedProtocols,
  parsePortParts,
  parseProtocolParts,
} from './port-cell.ts'
import {withoutNumbers} from './ports/join-numbers.ts'
import {portNamesIn} from './ports/named-ranges.ts'
import {rangesEqual} from './ports/ranges.ts'
import {transportsImpliedBy, transportsIn} from './protocol-words.ts'
import type {RowCell} from './row/row-cell.ts'
import {readTicks} from './transport-ticks.ts'

/** A text with figures and no more words than this is a broken cell of ports, a longer one is prose. */
const MAX_BROKEN_WORDS = 3

/** What all cells say together, one part for each set of transports. Never throws. */
export function readRowPorts(cells: readonly RowCell[], locale: string): RowPorts {
  const lines = pairedLines(cells, locale)
  if (!Array.isArray(lines)) return lines ?? readLine(cells, locale, null)
  const parts: RowPart[] = []
  const anomalies = new Set<string>()
  for (const [at, line] of lines.entries()) {
    const read = readLine(line, locale, at + 1)
    if (!read.ok) return read
    parts.push(...read.parts)
    for (const anomaly of read.anomalies) anomalies.add(anomaly)
  }
  const hasEnds = cells.some(({kind, read}) => endKinds.has(kind) && linesOf(read).length === lines.length)
  return {ok: true, parts: hasEnds ? parts : joinParts(parts), anomalies: [...anomalies]}
}

function readLine(cells: readonly RowCell[], locale: string, line: number | null): RowPorts {
  const ticks = readTicks(cells, locale)
  if (ticks !== null && !ticks.ok) return fault(ticks.cell, ticks.message)
  const told = cells.filter((cell) => !ticks?.cells.has(cell) && !isNone(cell.text, locale))
  const kinds = new Set(cells.map(({kind}) => kind))
  const hasNoPort = saysNoPort(cells, locale)
  let base = noFacts
  let source = noFacts
  const columns: PortColumn[] = []
  /** Cells that name ranges without numbers. */
  const named: RowCell[] = []
  let prose: RowCell | null = null
  let unknown: {cell: RowCell; reason: string} | null = null
  for (const cell of told) {
    if (cell.kind === 'port' && portNamesIn(cell.read, locale).length > 0) {
      named.push(cell)
      continue
    }
    const numbered = transportOfNumber(cell, locale, hasNoPort)
    if (numbered === null && hasNoPort && isProtocolNumber(cell))
      return fault(cell, `${quoted(cell)}: no protocol is known by this number`)
    let reading: CellReading | null =
      numbered === null
        ? readCell(cell, kinds, locale)
        : {ok: true, parts: [{...noFacts, transports: [numbered]}]}
    if (reading && !reading.ok && cell.kind === 'protocol') {
      const named = parseNamedProtocols(cell.read, locale)
      if (named.ok) {
        unknown ??= {cell, reason: reading.reason}
        reading = {ok: true, parts: [named]}
      }
    }
    if (reading === null) {
      const isPart = cell.kind === 'port' && transportsIn(cell.header).length === 1
      if (holdsPorts(cell, kinds) && (isPart || /\p{Nd}/u.test(cell.text))) prose ??= cell
      continue
    }
    if (!reading.ok) return fault(cell, `${quoted(cell)}: ${reading.reason}`)
    if (
      cell.kind === 'port' ||
      cell.kind === 'address' ||
      (reading.parts.length > 1 && cell.kind !== 'sourcePort')
    ) {
      columns.push({cell, parts: reading.parts})
      continue
    }
    const one = onePart(reading)
    if (!one.ok) return fault(cell, `${quoted(cell)}: ${one.reason}`)
    const joined = joinReadings(cell.kind === 'sourcePort' ? source : base, one)
    if (!joined.ok) return fault(cell, `${quoted(cell)}: ${joined.reason}`)
    if (cell.kind === 'sourcePort') source = joined
    else base = joined
  }
  const spanned = readSpan(told)
  if (spanned && !spanned.ok) return spanned
  if (spanned) columns.push({cell: spanned.cell, parts: [{...noFacts, ports: [spanned.range]}]})
  const beside = joinColumns(columns)
  if (!beside.ok) return beside
  const first = columns[0]?.cell ?? cells.find(isSourcePort) ?? cells[0]
  const [tick] = ticks?.cells ?? []
  let parts: CellFacts[] = beside.parts
  for (const facts of [base, {...source, ports: []}]) {
    const joined = joinAll(parts, facts)
    if (!joined.ok)
      return {
        ok: false,
        message: `${first ? quoted(first) : ''}: ${joined.reason}`,
        column: first?.column ?? 1,
      }
    parts = joined.parts
  }
  const hasPorts = parts.some(({ports}) => ports.length > 0)
  if (tick && ticks) {
    const joined = joinAll(parts, {...noFacts, transports: ticks.transports})
    if (!joined.ok) return fault(tick, `${quoted(tick)}: ${joined.reason}`)
    parts = joined.parts
    if (parts.some(({transports}) => transports.length === 0) && (hasPorts || source.ports.length > 0))
      return fault(tick, 'no column of a transport says yes')
  }
  if (prose && hasPorts)
    return fault(prose, `${quoted(prose)}: the figures among the words were not understood`)
  const withNames = addPortNames(parts, named, locale)
  if (!withNames.ok) return withNames
  parts = withNames.parts
  // An unknown name tells no transport: another cell must.
  if (unknown && !parts.every(tellsTransport))
    return fault(unknown.cell, `${quoted(unknown.cell)}: ${unknown.reason}`)
  const anomalies = [...parts, source].flatMap(({anomaly}) => anomaly ?? [])
  const columnOf = (part: CellFacts): number | null =>
    columns.find(({parts: own}) => own.some(({ports}) => rangesEqual(ports, part.ports)))?.cell.column ?? null
  return {
    ok: true,
    parts: parts.map((facts) => ({facts, sourcePorts: source.ports, column: columnOf(facts), line})),
    anomalies: [...new Set(anomalies)],
  }
}

/** Ranges without numbers are what the row opens, or one more rule where headers tell their transport from that of its numbers. */
function addPortNames(
  parts: readonly CellFacts[],
  named: readonly RowCell[],
  locale: string,
): {ok: true; parts: CellFacts[]} | RowFault {
  const [first] = named
  if (!first) return {ok: true, parts: [...parts]}
  const transports = [...new Set(named.flatMap(({header}) => transportsIn(header)))].sort()
  const told = {portNames: portNamesIn(first.read, locale)}
  const numbered = parts.filter(({ports}) => ports.length > 0)
  if (numbered.length === 0) {
    const joined = joinAll(parts, {...noFacts, transports})
    if (!joined.ok) return fault(first, `${quoted(first)}: ${joined.reason}`)
    return {ok: true, parts: joined.parts.map((part) => ({...part, ...told}))}
  }
  const isApart = transports.length > 0 && numbered.every((part) => part.transports.length > 0)
  if (!isApart || numbered.some((part) => part.transports.some((name) => transports.includes(name))))
    return fault(first, `${quoted(first)}: ${withoutNumbers(first.text)}`)
  const [{protocols = [], security = null} = noFacts] = parts
  return {ok: true, parts: [...parts, {...noFacts, protocols, security, transports, ...told}]}
}

const tellsTransport = ({transports, protocols}: CellFacts): boolean =>
  transports.length > 0 || protocols.some((name) => transportsImpliedBy(name).length > 0)

const isSourcePort = ({kind}: RowCell): boolean => kind === 'sourcePort'

const holdsPorts = ({kind}: RowCell, kinds: ReadonlySet<ColumnKind>): boolean =>
  kind === 'port' || kind === 'sourcePort' || (kind === 'portCount' && !kinds.has('portStart'))

/** null for a cell of another kind, or one that speaks of something else than ports. */
function readCell(cell: RowCell, kinds: ReadonlySet<ColumnKind>, locale: string): CellReading | null {
  const {kind, text, read} = cell
  if (kind === 'path') {
    const reading = parsePathParts(read, locale)
    if (!reading.ok && kinds.has('port')) return parseProtocolParts(read, locale)
    return reading.ok || /\p{Nd}/u.test(text) ? reading : null
  }
  if (kind === 'address') return kinds.has('port') || kinds.has('path') ? null : readAddressPorts(read)
  if (kind === 'traffic' && !namesProtocol(text, locale)) return null
  if (kind === 'protocol' || kind === 'traffic') return parseProtocolParts(read, locale)
  if (!holdsPorts(cell, kinds)) return null
  const reading = parsePortParts(read, locale)
  if (reading.ok) return withHeader(reading.parts, cell.header)
  const isProse =
    reading.kind === 'words' && !(/\p{Nd}/u.test(text) && text.split(' ').length <= MAX_BROKEN_WORDS)
  return isProse ? null : reading
}

/** `UDP port`, `Port (TCP)`: the transport stands in the header. */
function withHeader(parts: CellFacts[], header: string): CellReading {
  const [own, more] = transportsIn(header)
  if (!own || more) return {ok: true, parts}
  const told = parts.filter(({ports}) => ports.length > 0)
  if (told.some(({transports}) => transports.length > 0 && transports.join() !== own))
    return refuse('the header names another transport')
  return {
    ok: true,
    parts: parts.map((part) => (part.ports.length === 0 ? part : {...part, transports: [own]})),
  }
}
