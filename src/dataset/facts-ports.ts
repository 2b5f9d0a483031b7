/** Reads the cells of a row that hold ports, protocols and transports, whatever columns the table has for them. */
import {isWord} from '../text/locale-words.ts'
import {parsePorts} from '../text/ports.ts'
import {MAX_PORT} from '../text/ranges.ts'
import {parsePath} from './path.ts'
import type {CellFacts, PathReading} from './path-reading.ts'
import {joinReadings, namesProtocol, noFacts, parsePortCell, parseProtocolCell} from './port-cell.ts'
import type {ColumnKind, PortRange} from './schema.ts'

/** One cell; `column` counts from 1. */
export interface RowCell {
  kind: ColumnKind
  text: string
  column: number
}

export type RowPorts =
  | {ok: true; facts: CellFacts; sourcePorts: PortRange[]; anomalies: string[]}
  | {ok: false; message: string; column: number}

/** A text with figures and no more words than this is a broken cell of ports, a longer one is prose. */
const MAX_BROKEN_WORDS = 3

/** Facts of all cells together; ports stay empty where no cell states any. Never throws. */
export function readRowPorts(cells: readonly RowCell[], locale: string): RowPorts {
  let facts = noFacts
  let source = noFacts
  const kinds = new Set(cells.map(({kind}) => kind))
  for (const cell of cells.filter(({text}) => !isNone(text, locale))) {
    const reading = readCell(cell, kinds, locale)
    if (reading === null) continue
    const side = cell.kind === 'sourcePort' ? source : facts
    const joined = reading.ok ? joinReadings(side, reading) : reading
    if (!joined.ok)
      return {ok: false, message: `“${cell.text.slice(0, 80)}”: ${joined.reason}`, column: cell.column}
    if (cell.kind === 'sourcePort') source = joined
    else facts = joined
  }
  const counted = readCount(cells)
  if (counted && !counted.ok) return counted
  const all = joinReadings(
    {...facts, ports: counted?.ok ? [counted.range] : facts.ports},
    {...source, ports: []},
  )
  if (!all.ok) return {ok: false, message: all.reason, column: cells.find(isSourcePort)?.column ?? 1}
  const anomalies = [facts.anomaly, source.anomaly].filter((anomaly) => anomaly !== null)
  return {ok: true, facts: all, sourcePorts: source.ports, anomalies}
}

const isSourcePort = ({kind}: RowCell): boolean => kind === 'sourcePort'

/** null for a cell of another kind, or one that speaks of something else than ports. */
function readCell({kind, text}: RowCell, kinds: ReadonlySet<ColumnKind>, locale: string): PathReading | null {
  if (kind === 'path') {
    const reading = parsePath(text, locale)
    if (!reading.ok && kinds.has('port')) return parseProtocolCell(text, locale)
    return reading.ok || /\p{Nd}/u.test(text) ? reading : null
  }
  if (kind === 'traffic' && !namesProtocol(text, locale)) return null
  if (kind === 'protocol' || kind === 'traffic') return parseProtocolCell(text, locale)
  const holdsPort =
    kind === 'port' || kind === 'sourcePort' || (kind === 'portCount' && !kinds.has('portStart'))
  if (!holdsPort) return null
  const reading = parsePortCell(text, locale)
  const prose = !reading.ok && reading.kind === 'words'
  return prose && !(/\p{Nd}/u.test(text) && text.split(' ').length <= MAX_BROKEN_WORDS) ? null : reading
}

type Counted = {ok: true; range: PortRange} | {ok: false; message: string; column: number}

/** A first port and how many there are: `40803` and `8348` are the ports 40803 to 49150. */
function readCount(cells: readonly RowCell[]): Counted | null {
  const startCell = cells.find(({kind}) => kind === 'portStart')
  const countCell = cells.find(({kind}) => kind === 'portCount')
  if (!startCell || !countCell || startCell.text === '') return null
  const start = single(startCell.text)
  const count = single(countCell.text)
  if (start === null)
    return {ok: false, message: `“${startCell.text}” is no first port`, column: startCell.column}
  if (count === null || count === 0)
    return {ok: false, message: `“${countCell.text}” is no number of ports`, column: countCell.column}
  const last = start + count - 1
  if (last > MAX_PORT)
    return {
      ok: false,
      message: `${count} ports from ${start} end above ${MAX_PORT}`,
      column: countCell.column,
    }
  return {ok: true, range: [start, last]}
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
    single(count?.text ?? '') !== null &&
    !cells.some(({kind}) => kind === 'port' || kind === 'path')
  )
}

/** Whether a cell says "nothing": a word for it, or signs only. */
export function isNone(text: string, locale: string): boolean {
  if (!/[\p{L}\p{N}*]/u.test(text)) return true
  return isWord(text, 'noneWords', locale)
}
