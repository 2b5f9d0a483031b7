/** The smallest edit that turns the text of a cell into another one. */
import type {EditionCell} from '../../model/edition.ts'
import {plainRange} from '../markdown/plain-range.ts'
import {foldWhiteSpace} from '../white-space.ts'
import type {Edit} from './edits.ts'

/**
 * Edits that make a cell of a document read `wanted`, all inside one piece of its target text.
 *
 * What both texts start and end with is left as it is. Null when the change crosses the border of two pieces (two
 * segments, or text and emphasis), or when the document's spelling can't be matched with what was read: then a person
 * must make the change.
 */
export function cellEdits(
  text: string,
  cell: Pick<EditionCell, 'target' | 'spans'>,
  wanted: string,
): Edit[] | null {
  const goal = foldWhiteSpace(wanted)
  if (goal === cell.target) return []
  const pieces = locate(text, cell, false) ?? locate(text, cell, true)
  if (pieces === null) return null
  let head = 0
  while (head < goal.length && head < cell.target.length && goal[head] === cell.target[head]) head++
  let tail = 0
  while (
    tail < goal.length - head &&
    tail < cell.target.length - head &&
    goal[goal.length - 1 - tail] === cell.target[cell.target.length - 1 - tail]
  ) {
    tail++
  }
  const end = cell.target.length - tail
  const piece = pieces.find(({from, to}) => from <= head && end <= to)
  if (!piece) return null
  const span: [number, number] = [
    piece.offsetOf(head - piece.from, 'start'),
    piece.offsetOf(end - piece.from, 'end'),
  ]
  return [{span, text: goal.slice(head, goal.length - tail)}]
}

interface Located {
  /** Where the piece stands in the cell's target. */
  from: number
  to: number
  /** Offset in the document of a character of the piece. */
  offsetOf(index: number, side: 'start' | 'end'): number
}

/** Finds each piece of the source in the folded target, in order; null when one doesn't read as the target does. */
function locate(
  text: string,
  {target, spans}: Pick<EditionCell, 'target' | 'spans'>,
  escapes: boolean,
): Located[] | null {
  const located: Located[] = []
  let at = 0
  for (const [start, end] of spans) {
    const {plain, offsets} = plainRange(text, start, end, escapes)
    if (target.charAt(at) === ' ' && !plain.startsWith(' ')) at++
    if (!target.startsWith(plain, at)) return null
    located.push({
      from: at,
      to: at + plain.length,
      offsetOf: (index, side) =>
        (side === 'start' ? offsets[index]?.[0] : offsets[index - 1]?.[1]) ??
        (side === 'start' ? end : start),
    })
    at += plain.length
  }
  return target.slice(at).trim() === '' && located.length > 0 ? located : null
}
