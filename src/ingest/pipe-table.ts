/** Pipe tables: the table's own lines through a Markdown parser, then rows and cells with their places. */
import type {InlineCode, Nodes, Table, TableCell, TableRow, Text} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import {isActiveTag, reportActive} from './active-content.ts'
import type {CellPiece, RawCell} from './cell.ts'
import {MAX_LINES, MAX_TEXT, reportTooLong} from './limits.ts'
import {type MarkedText, MarkedTextBuilder} from './marked-text.ts'
import type {PipeRegion} from './pipe-regions.ts'
import type {RawTable} from './raw-table.ts'
import type {Source} from './source.ts'

const options = {extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()]}

/** Reads the table at the start of the lines; null when the Markdown parser sees none there. */
export function readPipeTable(
  source: Source,
  region: PipeRegion,
  mark: string,
): {table: RawTable; marked: MarkedText; end: number} | null {
  const {marked, starts} = markLines(source, region, mark)
  const reader = new CellReader(marked)
  const rows: RawTable['rows'] = []
  let end = 0
  // A row never reaches into the next one, so a long table is parsed in parts, each below the same head.
  for (let line = 2; line === 2 || line < region.lines.length; line += MAX_LINES) {
    const part = parsePart(marked.text, starts, line)
    if (!part) break
    reader.shift = part.shift
    for (const [index, row] of part.table.children.entries()) {
      if (index === 0 && line > 2) continue
      rows.push(reader.readRow(row, index === 0))
    }
    end = (part.table.position?.end.offset ?? 0) + part.shift
    if (part.table.children.length <= Math.min(MAX_LINES, region.lines.length - line)) break
  }
  if (rows.length === 0) return null
  if (reader.active !== null) reportActive(source, reader.active)
  return {table: {start: region.start, rows, captions: [], nested: 0}, marked, end: marked.toSource(end)}
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
/** Openers in one line that are read as such; real lines have a dozen. The signs of more are left out. */
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

/** The head with the lines from `line` on; `shift` leads from an offset in it to one in the marked text. */
function parsePart(
  text: string,
  starts: readonly number[],
  line: number,
): {table: Table; shift: number} | null {
  const from = starts[line] ?? text.length
  const to = starts[line + MAX_LINES] ?? text.length
  const head = line === 2 ? '' : text.slice(0, starts[2])
  const [table] = fromMarkdown(head + text.slice(line === 2 ? 0 : from, to), options).children
  return table?.type === 'table' ? {table, shift: line === 2 ? 0 : from - head.length} : null
}

const breaking = new Set(['br', 'p', 'li', 'ul', 'ol', 'div', 'hr', 'tr', 'td', 'th', 'table'])
const tagRE = /^<(\/?)([a-z][a-z0-9-]*)/i

/** Reads cells node by node, without recursion: emphasis can nest as deep as a cell is long. */
class CellReader {
  /** Offset of the first script, style or event handler. */
  active: number | null = null
  /** From an offset of the parsed part to one of the marked text. */
  shift = 0
  readonly #marked: MarkedText

  constructor(marked: MarkedText) {
    this.#marked = marked
  }

  readRow(row: TableRow, head: boolean): RawTable['rows'][number] {
    const cells = row.children.map((cell) => ({
      ...this.#read(cell),
      start: this.#offsetOf(cell),
      writable: true,
      header: head,
      columns: 1,
      rows: 1,
    }))
    return {start: this.#offsetOf(row), head, cells}
  }

  #read(cell: TableCell): Pick<RawCell, 'text' | 'pieces'> {
    const pieces: CellPiece[] = []
    let text = ''
    /** Name of the element whose content is left out. */
    let muted = ''
    const rest: Nodes[] = cell.children.toReversed()
    for (let node = rest.pop(); node; node = rest.pop()) {
      if (node.type === 'html') {
        const [tag, slash, found] = tagRE.exec(node.value) ?? ['', '', '']
        const name = found?.toLowerCase() ?? ''
        if (tag !== '' && slash === '' && isActiveTag(name, node.value)) this.active ??= this.#offsetOf(node)
        if (muted !== '') muted = slash === '/' && name === muted ? '' : muted
        else if (slash === '' && (name === 'script' || name === 'style')) muted = name
        else if (breaking.has(name)) text += '\n'
      } else if (muted !== '') continue
      else if (node.type === 'text' || node.type === 'inlineCode') {
        text += node.value
        const piece = this.#pieceOf(node)
        if (piece) pieces.push(piece)
      } else if (node.type === 'break') text += '\n'
      else if ('children' in node) for (const child of node.children.toReversed()) rest.push(child)
    }
    return {text, pieces}
  }

  #offsetOf(node: Nodes): number {
    return this.#marked.toSource((node.position?.start.offset ?? 0) + this.shift)
  }

  /** The source of a text, or of a code span without its backticks. */
  #pieceOf(node: Text | InlineCode): CellPiece | null {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return null
    const raw = this.#marked.text.slice(start + this.shift, end + this.shift)
    let ticks = 0
    while (node.type === 'inlineCode' && raw.charCodeAt(ticks) === 96) ticks++
    return {raw: raw.slice(ticks, raw.length - ticks), at: start + this.shift + ticks}
  }
}
