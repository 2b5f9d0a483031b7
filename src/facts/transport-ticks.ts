/** Columns named TCP or UDP that say beside a port whether it is one of that transport: `✓`, `Yes`, `否`. */
import {localeData} from '../languages/languages.ts'
import type {Transport} from '../model/schema.ts'
import {isOneOf} from '../text/locale-words.ts'
import {foldSpace} from '../text/normalize.ts'
import {parseProtocolCell} from './port-cell.ts'
import {transportNamed, transportsIn} from './protocol-words.ts'
import type {RowCell} from './row/row-cell.ts'

export type Ticks =
  | {ok: true; transports: Transport[]; cells: ReadonlySet<RowCell>}
  | {ok: false; cell: RowCell; message: string}

/** `yes` or `no` where a cell is an answer and nothing else; null for other cells. */
export function answerIn(text: string, locale: string): 'yes' | 'no' | null {
  const {yes, no} = localeData(locale).answers
  const cell = foldSpace(text).replace(/[.。!]$/u, '')
  return isOneOf(cell, yes) ? 'yes' : isOneOf(cell, no) ? 'no' : null
}

/** The transports that a row says yes to; null for a row without such a column. */
export function readTicks(row: readonly RowCell[], locale: string): Ticks | null {
  const transports: Transport[] = []
  const cells = new Set<RowCell>()
  const crossed = isTickedByCrosses(row, locale)
  for (const cell of row) {
    const answer = crossed && crossRE.test(cell.text) ? 'yes' : answerIn(cell.text, locale)
    const named =
      cell.kind === 'protocol' && (answer === null || transportNamed(cell.header) !== null)
        ? transportNamed(cell.header)
        : ownTransport(cell)
    if (named === null) continue
    if (answer === null && cell.kind === 'port') continue
    cells.add(cell)
    if (answer === 'yes' || (answer === null && saysName(cell, named, locale))) transports.push(named)
    else if (answer === null && /[\p{L}\p{N}\p{S}*]/u.test(cell.text) && !isNo(cell.text, locale))
      return {ok: false, cell, message: `“${cell.text.slice(0, 80)}” is neither yes nor no`}
  }
  return cells.size === 0 ? null : {ok: true, transports: transports.sort(), cells}
}

/** A letter for a cross, by which people tick, or strike out. */
export const crossRE = /^\s*[x×]\s*$/iu

/** Whether the columns of transports have a cross or nothing: what has nothing but a cross is ticked by it. */
function isTickedByCrosses(row: readonly RowCell[], locale: string): boolean {
  const told = row.filter(
    ({header, text}) =>
      transportNamed(header) !== null && /[\p{L}\p{N}\p{S}*]/u.test(text) && !isNo(text, locale),
  )
  return told.length > 0 && told.every(({text}) => crossRE.test(text))
}

const isNo = (text: string, locale: string): boolean => isOneOf(text, localeData(locale).noneWords)

/** Of a column of ports or protocols: `TCP`, `UDP port`. */
function ownTransport({kind, header}: RowCell): Transport | null {
  const [own, other] = kind === 'port' || kind === 'protocol' ? transportsIn(header) : []
  return own && !other ? own : null
}

function saysName({read}: RowCell, named: Transport, locale: string): boolean {
  const reading = parseProtocolCell(read, locale)
  return reading.ok && reading.ports.length === 0 && reading.transports.join() === named
}
