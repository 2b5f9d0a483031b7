/**
 * Reads JSON Lines of `{id, locale, source, target}`, one unit a line. Of other fields three count: `date`; `state`, named
 * like those of XLIFF 2 (without it the work is unstated); and `sourceOrigin` of `units.jsonl`, where `shape` and `memory`
 * mean that the English was inferred.
 */

import {z} from 'zod'
import type {DiagnosticId} from '../model/diagnostic-ids.ts'
import type {Diagnostic} from '../model/schema.ts'
import {isInferredOrigin} from '../model/stated.ts'
import {
  type Reading,
  shorten,
  type UnitFileFormat,
  type UnitReader,
  unitToReadings,
} from './interchange-unit.ts'
import {lineSplitter} from './line-splitter.ts'
import {stateOfSegment, UNSTATED} from './work-state.ts'

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  locale: z.string(),
  source: z.string().nullable(),
  target: z.string(),
  date: z.string().nullish(),
  state: z.string().nullish(),
  sourceOrigin: z.string().nullish(),
})

/** Where V8 says that it stopped: `… at position 12`. */
const POSITION_RE = / at position (\d+)/

const EXPECTED = '{"id": …, "locale": …, "source": …, "target": …}'

function parseLine(line: string, at: {path: string; line: number}): Reading[] {
  const problem = (column: number, id: DiagnosticId, message: string): Reading[] => {
    const hint = `write one object a line, like ${EXPECTED}; the line was left out`
    const diagnostic: Diagnostic = {place: {...at, column}, severity: 'error', id, message, hint}
    return [{diagnostic}]
  }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    // SyntaxError for what isn't JSON, RangeError for what is nested too deep to be read.
    const reason = error instanceof Error ? error.message : String(error)
    const position = POSITION_RE.exec(reason)?.[1]
    return problem(
      Number(position ?? 0) + 1,
      'malformed-json',
      `expected a line of JSON, found: ${shorten(reason)}`,
    )
  }
  const unit = lineSchema.safeParse(value)
  if (!unit.success) {
    const [issue] = unit.error.issues
    const field = issue?.path.join('.') || 'an object'
    return problem(1, 'missing-field', `expected ${field} of ${EXPECTED}, found: ${shorten(line)}`)
  }
  const {id, locale, source, target, date, state, sourceOrigin} = unit.data
  return unitToReadings({
    id: `${id}`,
    locale,
    source,
    target,
    date: date ?? null,
    states: [state == null ? UNSTATED : stateOfSegment(state)],
    english: isInferredOrigin(sourceOrigin) ? 'inferred' : 'stated',
    place: {...at, column: 1},
  })
}

export const jsonl: UnitFileFormat = {extensions: ['.jsonl', '.ndjson'], start: '{', reader: jsonlReader}

/** A reader of one file of JSON Lines in any newline style, with or without a byte order mark; empty lines don't count. */
export function jsonlReader(path: string): UnitReader {
  const readLine = (text: string | null, line: number): Reading[] => {
    if (text === null)
      return [
        {
          diagnostic: {
            place: {path, line, column: 1},
            severity: 'error',
            id: 'line-too-long',
            message: 'expected a unit, found a line of more than 16 million characters',
            hint: 'write one object a line; the line was left out',
          },
        },
      ]
    return text.trim() === '' ? [] : parseLine(text, {path, line})
  }
  const splitter = lineSplitter()
  return {
    write: (chunk) => splitter.write(chunk).flatMap(({text, line}) => readLine(text, line)),
    end: () => splitter.end().flatMap(({text, line}) => readLine(text, line)),
  }
}
