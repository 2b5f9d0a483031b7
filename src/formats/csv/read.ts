/**
 * Reads CSV whose first line names its columns (RFC 4180): `source` and `target` with `locale`, and perhaps `id`, `date` and
 * `state`; or `source` and a column for each language, named by its tag. Commas, semicolons and tabs part the fields.
 */

import {parse} from 'csv-parse/sync'
import type {DiagnosticId} from '../../model/diagnostic-ids.ts'
import type {Diagnostic} from '../../model/schema.ts'
import {
  canonicalLocale,
  isEnglish,
  type Reading,
  shorten,
  type UnitFileFormat,
  type UnitReader,
  unitToReadings,
} from '../interchange-unit.ts'
import {lineSplitter, type NumberedLine} from '../line-splitter.ts'
import {stateOfSegment, UNSTATED} from '../work-state.ts'

export const csv: UnitFileFormat = {extensions: ['.csv', '.tsv'], reader: csvReader}

/** Names that people give to columns, in small letters. */
const names: readonly (readonly [Column, readonly string[]])[] = [
  ['id', ['id', 'key', 'unit', 'name']],
  ['source', ['source', 'english', 'en', 'en-us', 'source text', 'msgid']],
  ['target', ['target', 'translation', 'target text', 'msgstr']],
  ['locale', ['locale', 'language', 'lang', 'target language', 'target locale']],
  ['date', ['date', 'changed']],
  ['state', ['state', 'status']],
]

type Column = 'id' | 'source' | 'target' | 'locale' | 'date' | 'state'

interface Columns {
  at: ReadonlyMap<Column, number>
  /** Columns named by a language, where there is no column of targets. */
  targets: readonly {locale: string; index: number}[]
}

/** Lines of a record; more are an open quote. */
const MOST_LINES = 1000

const EXPECTED = 'id, locale, source, target'

/** A reader of one file; `path` names it in places. */
export function csvReader(path: string): UnitReader {
  const splitter = lineSplitter()
  let columns: Columns | 'unknown' | null = null
  let delimiter = ','
  let lines: string[] = []
  let quotes = 0
  let start = 1
  let row = 0

  const problem = (line: number, id: DiagnosticId, message: string): Reading[] => {
    const diagnostic: Diagnostic = {
      place: {path, line, column: 1},
      severity: 'error',
      id,
      message,
      hint: `name the columns in the first line: ${EXPECTED}; or source and a column for each language`,
    }
    return [{diagnostic}]
  }

  const readRecord = (): Reading[] => {
    const text = lines.join('\n')
    lines = []
    quotes = 0
    if (text.trim() === '' || columns === 'unknown') return []
    if (columns === null) delimiter = delimiterOf(text)
    const record = recordOf(text, delimiter)
    if (typeof record === 'string')
      return problem(start, 'malformed-csv', `expected a record of CSV, found: ${shorten(record)}`)
    if (columns !== null) return unitsOf(record, columns, {path, line: start, column: 1}, ++row)
    columns = columnsOf(record)
    return columns === 'unknown'
      ? problem(
          start,
          'missing-field',
          `expected columns named ${EXPECTED}, found: ${shorten(record.join(', '))}`,
        )
      : []
  }

  const add = ({text, line}: NumberedLine): Reading[] => {
    if (text === null || lines.length > MOST_LINES) {
      lines = []
      quotes = 0
      return problem(
        line,
        'line-too-long',
        'expected a record of CSV, found one that is too long or never ends',
      )
    }
    if (lines.length === 0) start = line
    lines.push(text)
    quotes += text.split('"').length - 1
    // A quote that is still open goes on in the next line.
    return quotes % 2 === 0 ? readRecord() : []
  }

  return {
    write: (chunk) => splitter.write(chunk).flatMap(add),
    end: () => [...splitter.end().flatMap(add), ...(lines.length > 0 ? readRecord() : [])],
  }
}

/** Whether the first line of a file names the columns of translations: other tables are kept as CSV, too. */
export function holdsUnits(start: string): boolean {
  const [line = ''] = start.replace(/^\uFEFF/, '').split(/\r?\n/, 1)
  const record = recordOf(line, delimiterOf(line))
  return typeof record !== 'string' && columnsOf(record) !== 'unknown'
}

/** The fields of a record, or what is wrong with it. */
function recordOf(text: string, delimiter: string): readonly string[] | string {
  try {
    return parse(text, {delimiter, relax_column_count: true})[0] ?? []
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What parts the fields of the first line; a field in quotes parts none. */
function delimiterOf(head: string): string {
  const line = (head.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (character: string): number => line.split(character).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

function columnsOf(record: readonly string[]): Columns | 'unknown' {
  const titles = record.map((title) => title.trim().toLowerCase())
  const at = new Map<Column, number>()
  for (const [column, known] of names) {
    const index = titles.findIndex((title) => known.includes(title))
    if (index !== -1) at.set(column, index)
  }
  if (!at.has('source')) return 'unknown'
  if (at.has('target')) return at.has('locale') ? {at, targets: []} : 'unknown'
  const used = new Set(at.values())
  const targets = titles.flatMap((title, index) => {
    const locale = used.has(index) ? null : canonicalLocale(title)
    return locale === null || isEnglish(locale) ? [] : [{locale, index}]
  })
  return targets.length === 0 ? 'unknown' : {at, targets}
}

function unitsOf(
  record: readonly string[],
  {at, targets}: Columns,
  place: Diagnostic['place'],
  row: number,
): Reading[] {
  const field = (column: Column): string | null => record[at.get(column) ?? -1] ?? null
  const id = field('id') ?? String(row)
  const state = field('state')
  const rest = {
    source: field('source'),
    date: field('date'),
    states: [state === null || state === '' ? UNSTATED : stateOfSegment(state)],
    place,
  }
  const target = field('target')
  if (targets.length === 0) return unitToReadings({...rest, id, locale: field('locale'), target})
  return targets.flatMap(({locale, index}) => {
    const text = record[index] ?? ''
    return text === '' ? [] : unitToReadings({...rest, id: `${id}.${locale}`, locale, target: text})
  })
}
