/** Reads a whole text with a reader, in one piece or in small ones; splits readings into units and diagnostics. */

import {type InterchangeUnit, readAll, type UnitReader} from '../../src/formats/interchange-unit.ts'
import type {Diagnostic} from '../../src/model/schema.ts'

export function readText(reader: UnitReader, text: string, size = text.length) {
  const chunks: string[] = []
  for (let at = 0; at < text.length; at += Math.max(1, size))
    chunks.push(text.slice(at, at + Math.max(1, size)))
  const units: InterchangeUnit[] = []
  const diagnostics: Diagnostic[] = []
  for (const reading of readAll(reader, chunks)) {
    if ('unit' in reading) units.push(reading.unit)
    else diagnostics.push(reading.diagnostic)
  }
  return {units, diagnostics}
}

/** `line:column severity id` of each diagnostic. */
export const shortly = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({place, severity, id}) => `${place.line}:${place.column} ${severity} ${id}`)
