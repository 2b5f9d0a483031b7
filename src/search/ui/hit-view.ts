/** What a result shows in few words: its ports, from where to where, and where the words were found. */
import {rowLine, rowPart} from '../../facts/row/row-parts.ts'
import {onwardArrow} from '../../text/text-direction.ts'
import type {Hit, HitCell} from '../find/hits.ts'
import {element, marked} from './dom.ts'

const shown = (cells: readonly HitCell[]): HitCell[] => cells.filter(({text}) => text !== '')

export const headCells = ({cells}: Hit): HitCell[] => {
  const head = shown(cells).filter(({kind}) => rowPart(kind) === 'opens')
  return head.length > 0 ? head : shown(cells).slice(0, 1)
}

/** Cells as one line: `Access/SIP(TLS)/TCP/5061`, `A → B`. */
export const cellLine = (cells: readonly HitCell[], locale: string): HTMLElement => {
  const line = element('span')
  for (const {character, cell} of rowLine(cells, onwardArrow(locale)))
    line.append(character, element('bdi', {}, marked(cell.text, cell.marks)))
  return line
}

/** From where to where, and any other cell only for what was found in it. */
export const otherCells = (hit: Hit): HitCell[] => {
  const head = new Set(headCells(hit))
  return shown(hit.cells)
    .filter((cell) => !head.has(cell))
    .filter(({kind, marks}) => rowPart(kind) !== 'rest' || marks.length > 0)
    .map((cell) => (cell.text.length > LONGEST && cell.marks.length > 0 ? clip(cell) : cell))
}

const LONGEST = 90
const BEFORE = 30

/** The part of a long text around its first mark. */
const clip = (cell: HitCell): HitCell => {
  const start = Math.max(0, (cell.marks[0]?.[0] ?? 0) - BEFORE)
  const end = Math.min(cell.text.length, start + LONGEST)
  const left = start > 0 ? '…' : ''
  const shift = left.length - start
  return {
    ...cell,
    text: `${left}${cell.text.slice(start, end)}${end < cell.text.length ? '…' : ''}`,
    marks: cell.marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from + shift, to + shift]),
  }
}

/** Path of the page of a result's rule. */
export const hitPath = ({topic, id}: Hit, locale: string): string => `${locale}/topics/${topic}/#${id}`
