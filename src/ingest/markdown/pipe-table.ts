/** Pipe tables: the table's own lines through a Markdown parser, then rows and cells with their places. */
import type {Table, TableCell} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import {reportActive} from '../html/active-content.ts'
import {MAX_LINES, MAX_TEXT, reportTooLong} from '../limits.ts'
import {type MarkedText, MarkedTextBuilder} from '../marked-text.ts'
import type {Source} from '../source.ts'
import type {RawRow, RawTable} from '../table/raw-table.ts'
import {CellReader, startOf} from './pipe-cell.ts'
import type {PipeRegion} from './pipe-regions.ts'
import {type CellStretch, isPlainText, splitPipeRows} from './pipe-rows.ts'

const options = {extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()]}

interface TableReading {
  rows: RawRow[]
  /** Offset in the marked text after the last row. */
  end: number
}

/** Reads the table at the start of the lines; null when the Markdown parser sees none there. */
export function readPipeTable(
  source: Source,
  region: PipeRegion,
  mark: string,
): {table: RawTable; marked: MarkedText; end: number} | null {
  const {marked, starts} = markLines(source, region, mark)
  const reader = new CellReader(marked)
  const reading = readPlainRows(reader, marked.text, starts) ?? readParsedRows(reader, marked.text, starts)
  if (reading.rows.length === 0) return null
  if (reader.active !== null) reportActive(source, reader.active)
  const table = {start: region.start, rows: reading.rows, captions: [], nested: 0}
  return {table, marked, end: marked.toSource(reading.end)}
}

/** Rows that are cut by their pipes; only cells with Markdown in them are parsed, as rows of one cell. Null where that won’t do. */
function readPlainRows(reader: CellReader, text: string, starts: readonly number[]): TableReading | null {
  const lines = splitPipeRows(text, starts)
  if (lines === null) return null
  const toParse = lines.flatMap((cells) =>
    cells.filter(({from, to}) => from < to && !isPlainText(text.slice(from, to))),
  )
  const parsed = new Map<CellStretch, {cell: TableCell; shift: number}>()
  for (let first = 0; first < toParse.length; first += MAX_LINES) {
    const part = toParse.slice(first, first + MAX_LINES)
    const contents = part.map(({from, to}) => `| ${text.slice(from, to)} |\n`)
    const table = parseTable(ONE_COLUMN + contents.join(''))
    if (table?.children.length !== part.length + 1) return null
    let at = ONE_COLUMN.length + 2
    for (const [index, stretch] of part.entries()) {
      const [cell, more] = table.children[index + 1]?.children ?? []
      if (!cell || more) return null
      parsed.set(stretch, {cell, shift: stretch.from - at})
      at += contents[index]?.length ?? 0
    }
  }
  const rows = lines.map((cells, index) =>
    reader.readRow(
      index === 0 ? (starts[0] ?? 0) : (starts[index + 1] ?? 0),
      index === 0,
      cells.map((stretch) => {
        const found = parsed.get(stretch)
        return {
          start: stretch.start,
          ...(found ? reader.readParsed(found.cell, found.shift) : reader.readPlain(stretch)),
        }
      }),
    ),
  )
  return {rows, end: text.length - 1}
}

/** Head of a table of one column. */
const ONE_COLUMN = '|a|\n|-|\n'

/** Rows as the Markdown parser finds them. */
function readParsedRows(reader: CellReader, text: string, starts: readonly number[]): TableReading {
  const rows: RawRow[] = []
  const lines = starts.length - 1
  let end = 0
  // A row never reaches into the next one, so a long table is parsed in parts, each below the same head.
  for (let line = 2; line === 2 || line < lines; line += MAX_LINES) {
    const from = starts[line] ?? text.length
    const to = starts[line + MAX_LINES] ?? text.length
    const head = line === 2 ? '' : text.slice(0, starts[2])
    const table = parseTable(head + text.slice(line === 2 ? 0 : from, to))
    if (!table) break
    const shift = line === 2 ? 0 : from - head.length
    for (const [index, row] of table.children.entries()) {
      if (index === 0 && line > 2) continue
      const cells = row.children.map((cell) => ({
        start: startOf(cell) + shift,
        ...reader.readParsed(cell, shift),
      }))
      rows.push(reader.readRow(startOf(row) + shift, index === 0, cells))
    }
    end = (table.position?.end.offset ?? 0) + shift
    if (table.children.length <= Math.min(MAX_LINES, lines - line)) break
  }
  return {rows, end}
}

const parseTable = (text: string): Table | null => {
  const [table] = fromMarkdown(text, options).children
  return table?.type === 'table' ? table : null
}

/** All lines as marked text, and where each starts in it. */
function markLines(
  source: Source,
  {lines}: PipeRegion,
  mark: string,
): {marked: MarkedText; starts: number[]} {
  const builder = new MarkedTextBuilder(source.text, mark)
  const starts: number[] = []
  for (const {start, end} of lines) {
    starts.push(builder.length)
    copyLine(builder, source.text, start, Math.min(end, start + MAX_TEXT))
    builder.insert('\n', end)
    if (end - start > MAX_TEXT) reportTooLong(source, start + MAX_TEXT)
  }
  starts.push(builder.length)
  return {marked: builder.build(), starts}
}

/** What a Markdown parser looks for the end of up to the end of the line, again for each that it meets. */
const openerRE = /\]\(|<[!?]|`+/g
/** Openers in one line that are read as such; real lines have a dozen. The characters of more are left out. */
const MOST_OPENERS = 200

function copyLine(builder: MarkedTextBuilder, text: string, start: number, end: number): void {
  let from = start
  if (end - start > 2 * MOST_OPENERS) {
    let openers = 0
    for (const {0: opener, index} of text.slice(start, end).matchAll(openerRE)) {
      if (++openers <= MOST_OPENERS) continue
      builder.copyMarked(from, start + index)
      from = start + index + opener.length
    }
  }
  builder.copyMarked(from, end)
}
