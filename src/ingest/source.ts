/** The document being read: its text, its places and the diagnostics found so far. */
import type {DiagnosticId} from '../model/diagnostic-ids.ts'
import type {Diagnostic, Place} from '../model/schema.ts'
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
 * counted in where it has other lines. */
export function createSource(
  text: string,
  path: string,
  diagnostics: Diagnostic[] = [],
  written: string = text,
): Source {
  let starts: readonly number[] | null = null
  const startsOf = (): readonly number[] => {
    starts ??= lineStarts(text)
    return starts
  }
  let writtenStarts: readonly number[] | null = null
  const place = (offset: number): Place => {
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
    report(offset, severity, id, message, hint) {
      diagnostics.push({place: place(offset), severity, id, message, hint})
    },
  }
}
