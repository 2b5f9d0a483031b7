/** Ports of a row that are given by their first one and the last one or a count. */
import type {ColumnKind, PortRange} from '../../model/schema.ts'
import {foldWidth} from '../../text/normalize.ts'
import {toAsciiDigits} from '../ports/numerals.ts'
import {parsePorts} from '../ports/ports.ts'
import {MAX_PORT} from '../ports/ranges.ts'
import type {RowCell} from '../row/row-cell.ts'
import {fault, isNone, type RowFault} from './port-part.ts'

type Spanned = {ok: true; range: PortRange; cell: RowCell} | RowFault

/** A first port and how many there are, or the last one: `40803` and `8348` are the ports 40803 to 49150. */
export function readSpan(cells: readonly RowCell[]): Spanned | null {
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

/** One number with its thousands apart, which in a column of bounds is no list: `12,577`, `50 000`. */
const GROUPED_RE = /^([0-9]{1,2})[,.’' \u00a0\u202f]([0-9]{3})$/u

function single(text: string): number | null {
  const [, head, tail] = GROUPED_RE.exec(toAsciiDigits(foldWidth(text)).trim()) ?? []
  if (head !== undefined && tail !== undefined) return toPort(Number(head + tail))
  const reading = parsePorts(text, 'en')
  const [first] = reading.ok ? reading.ranges : []
  return reading.ok && reading.ranges.length === 1 && first && first[0] === first[1] ? first[0] : null
}

const toPort = (value: number): number | null => (value <= MAX_PORT ? value : null)

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
