/** What the cells of a row say of ports: parts, each with its transports, or why they can't be read. */
import type {PortRange} from '../../model/schema.ts'
import {isWord} from '../../text/locale-words.ts'
import type {CellFacts} from '../path/path-reading.ts'
import type {RowCell} from '../row/row-cell.ts'

/** What one rule of a row opens: ports that share their transports. */
export interface RowPart {
  facts: CellFacts
  sourcePorts: PortRange[]
  /** Column of the ports, from 1; null where no column of ports has them. */
  column: number | null
  /** Which line of the cells it stands in, from 1, where the lines of several cells belong together; else null. */
  line: number | null
}

/** Which cell can't be read, and why. */
export interface RowFault {
  ok: false
  message: string
  /** From 1. */
  column: number
}

export type RowPorts =
  /** At least one part; where the row states no port, one without ports. */
  {ok: true; parts: RowPart[]; anomalies: string[]} | RowFault

export const fault = ({column}: RowCell, message: string): RowFault => ({ok: false, message, column})

export const quoted = ({text}: RowCell): string => `“${text.slice(0, 80)}”`

/** Whether a cell says "nothing": a word for it, or punctuation only. */
export function isNone(text: string, locale: string): boolean {
  if (!/[\p{L}\p{N}*]/u.test(text)) return true
  return isWord(text, 'noneWords', locale)
}
