/** Where the pieces of a text stand that is put together from several files. */
import type {Place} from '../../model/schema.ts'
import {lineAndColumn} from '../newlines.ts'

/** A stretch of the text that stands in one file. */
export interface Piece {
  /** In the expanded text. */
  start: number
  path: string
  /** Where it stands in its file. */
  offset: number
  /** Line starts of its file. */
  starts: readonly number[]
}

/** The place of an offset of the expanded text, in the file where it stands. */
export function placeIn(pieces: readonly Piece[], offset: number): Place {
  const piece = pieceAt(pieces, offset)
  if (piece === undefined) throw new Error('an expanded text has a piece')
  return {path: piece.path, ...lineAndColumn(piece.starts, piece.offset + offset - piece.start)}
}

/** The piece that an offset stands in. */
export function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let [low, high] = [0, pieces.length]
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle
    else high = middle
  }
  return pieces[low]
}

/** The offset of a place; the last one where a file stands several times. */
export function offsetIn(pieces: readonly Piece[], {path, line, column}: Place): number {
  const offsetOf = ({starts}: Piece): number => (starts[line - 1] ?? 0) + column - 1
  const piece = pieces.findLast((each) => each.path === path && each.offset <= offsetOf(each))
  return piece === undefined ? 0 : piece.start + offsetOf(piece) - piece.offset
}
