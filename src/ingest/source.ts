/** The document being read: its text, its places and the diagnostics found so far. */
import type {DiagnosticId} from '../model/diagnostic-ids.ts'
import type {Diagnostic, Place} from '../model/schema.ts'
import {offsetIn, type Piece, placeIn} from './includes/text-pieces.ts'
import {lineAndColumn, lineStarts} from './newlines.ts'

export interface Source {
  readonly path: string
  /** Decoded text; all offsets are UTF-16 offsets into it. */
  readonly text: string
  /** Offsets at which lines start. */
  readonly starts: readonly number[]
  readonly diagnostics: Diagnostic[]
  /** Place of an offset. */
  place(offset: number): Place
  /** Offset of a place that this source gave. */
  offsetOf(place: Place): number
  /** Adds a diagnostic at an offset. */
  report(
    offset: number,
    severity: Diagnostic['severity'],
    id: DiagnosticId,
    message: string,
    hint: string,
  ): void
}

/** Wraps a document's text for the readers of its parts; `diagnostics` are those found so far, `written` what places are
 * counted in where it has other lines, `pieces` where a text stands that is put together from several files. */
export function createSource(
  text: string,
  path: string,
  diagnostics: Diagnostic[] = [],
  written: string = text,
  pieces: readonly Piece[] | null = null,
): Source {
  let starts: readonly number[] | null = null
  const startsOf = (): readonly number[] => {
    starts ??= lineStarts(text)
    return starts
  }
  let writtenStarts: readonly number[] | null = null
  const place = (offset: number): Place => {
    if (pieces !== null) return placeIn(pieces, offset)
    writtenStarts ??= written === text ? startsOf() : lineStarts(written)
    return {path, ...lineAndColumn(writtenStarts, offset)}
  }
  return {
    path,
    text,
    get starts() {
      return startsOf()
    },
    diagnostics,
    place,
    offsetOf: ({path: file, line, column}) =>
      pieces === null
        ? (startsOf()[line - 1] ?? 0) + column - 1
        : offsetIn(pieces, {path: file, line, column}),
    report(offset, severity, id, message, hint) {
      diagnostics.push({place: place(offset), severity, id, message, hint})
    },
  }
}
