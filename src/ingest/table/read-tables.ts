/** Splits a document into prose, code and tables, and reads each table from its own source alone. */

import {markHtmlRegion} from '../html/html-region.ts'
import {readHtmlTables} from '../html/html-table.ts'
import {findPipeRegions, type PipeRegion} from '../markdown/pipe-regions.ts'
import {readPipeTable} from '../markdown/pipe-table.ts'
import {freeCharacter, type MarkedText} from '../marked-text.ts'
import {lastNotAbove} from '../newlines.ts'
import {rowsWithoutPorts} from '../prefilter.ts'
import type {Region} from '../regions.ts'
import {createSource, type Source} from '../source.ts'
import {looksLikeHeader} from './header-words.ts'
import type {RawTable} from './raw-table.ts'
import {type ReadTable, readTable} from './read-table.ts'

export type Part =
  | {kind: 'prose' | 'code'; start: number; end: number}
  | {kind: 'table'; table: ReadTable}
  /** A table without ports, of which nothing was read but where its rows start. */
  | {kind: 'counted'; rows: number[]}
  /** Text that stood between the cells of a table. */
  | {kind: 'stray'; start: number; text: string}

/** Which kind of table carries English spans: an HTML table if any does. */
export type SpansIn = 'html' | 'pipe' | null

/** All parts in reading order; a nested table follows the one that holds it. With `filter` (the document's locale), rows of pipe tables are counted where that will do. */
export function readTables(
  source: Source,
  bodyStart: number,
  regions: readonly Region[],
  filter: (() => string) | null,
): {parts: Part[]; spansIn: SpansIn} {
  const parts: Part[] = []
  const mark = freeCharacter(source.text) ?? fallbackCharacter(source)
  let spansIn: SpansIn = null
  let from = bodyStart
  const prose = (start: number, end: number): void => {
    if (end > start) parts.push({kind: 'prose', start, end})
  }
  const add = (marked: MarkedText, raw: RawTable): void => {
    parts.push({kind: 'table', table: readTable(source, marked, raw, looksLikeHeader)})
  }
  const readAlone = (region: PipeRegion): ReadTable | null => {
    const scratch = createSource(source.text, source.path)
    const read = readPipeTable(scratch, region, mark)
    return read && readTable(scratch, read.marked, read.table, looksLikeHeader)
  }
  const between = (end: number): void => {
    const line = lastNotAbove(source.starts, from)
    for (const region of findPipeRegions(source.text, from, end, line, source.starts)) {
      const rows =
        filter && rowsWithoutPorts(source, region, (lines) => readAlone({...region, lines}), filter)
      const read = rows === null ? readPipeTable(source, region, mark) : null
      if (rows === null && read === null) continue
      prose(from, region.start)
      if (read) add(read.marked, read.table)
      else parts.push({kind: 'counted', rows: rows ?? []})
      if (spansIn === null && hasEnglish(source.text, region)) spansIn = 'pipe'
      from = read?.end ?? region.end
    }
    prose(from, end)
  }
  for (const region of regions) {
    between(region.start)
    from = region.end
    if (region.kind === 'code') parts.push({kind: 'code', start: region.start, end: region.end})
    if (region.kind !== 'html' && region.kind !== 'rows') continue
    const marked = markHtmlRegion(source, region, mark)
    const {tables, outside} = readHtmlTables(marked)
    if (marked.tags.some(({kind}) => kind === 'source')) spansIn = 'html'
    for (const raw of tables) add(marked, raw)
    if (outside !== '') {
      parts.push({kind: 'stray', start: region.start, text: outside})
      source.report(
        region.start,
        'warning',
        'text-outside-cell',
        `Unexpected text between the cells of a table: “${outside.slice(0, 80)}”`,
        'Put it into a cell or before the table; it is kept as a paragraph after it.',
      )
    }
    const read = tables.reduce((sum, {rows}) => sum + rows.length, 0)
    if (read < marked.rows) {
      source.report(
        region.start,
        'error',
        'lost-row',
        `Expected ${marked.rows} rows by their tags, found ${read}; the text of the others is kept as a paragraph`,
        'Put each row into a table.',
      )
    }
  }
  between(source.text.length)
  return {parts, spansIn}
}

const hasEnglish = (text: string, {start, end}: Region): boolean =>
  text.slice(start, end).includes('data-stu-id')

/** A document that uses all 255 characters: one of them then counts as a mark, which can only garble a cell that holds it. */
function fallbackCharacter(source: Source): string {
  source.report(
    0,
    'warning',
    'no-free-character',
    'Unexpected use of all Braille patterns in one document; cells that hold U+28FF may be read wrongly',
    'Split the document.',
  )
  return '\u28ff'
}
