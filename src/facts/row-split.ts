/** Takes a row apart whose columns hold the ports of several directions: `Inbound ports` beside `Outbound ports`. */
import type {StatedDirection} from '../model/schema.ts'
import {directionOfHeader} from './direction/direction-words.ts'
import type {RowCell} from './row-cell.ts'

/** The cells that the rules of one direction are read from. */
export interface DirectedCells {
  cells: readonly RowCell[]
  /** What the header of their column of ports says; null where it says nothing. */
  direction: StatedDirection | null
}

/** One entry for a row whose ports are not told apart so. */
export function splitByDirection(row: readonly RowCell[], locale: string): DirectedCells[] {
  const ports = row.filter(({kind, text}) => kind === 'port' && /\p{N}/u.test(text))
  const directed = ports.map((cell) => ({cell, direction: directionOfHeader(cell.header, locale)}))
  const told = new Set(directed.flatMap(({direction}) => direction ?? []))
  const [only] = told
  if (only === undefined || directed.some(({direction}) => direction === null))
    return [{cells: row, direction: null}]
  return [...told].map((direction) => ({
    cells: row.filter(
      (cell) =>
        cell.kind !== 'port' || directed.some((each) => each.cell === cell && each.direction === direction),
    ),
    direction,
  }))
}
