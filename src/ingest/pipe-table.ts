/** Pipe tables: the table's own lines through a Markdown parser, then rows and cells with their places. */
import type {InlineCode, Nodes, TableCell, Text} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import {isActiveTag, reportActive} from './active-content.ts'
import type {CellPiece, RawCell} from './cell.ts'
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
  const builder = new MarkedTextBuilder(source.text, mark)
  for (const {start, end} of region.lines) {
    builder.copyMarked(start, end)
    builder.insert('\n', end)
  }
  const marked = builder.build()
  const [table] = fromMarkdown(marked.text, options).children
  if (table?.type !== 'table') return null
  const reader = new CellReader(marked)
  const rows = table.children.map((row, index) => ({
    start: marked.toSource(row.position?.start.offset ?? 0),
    head: index === 0,
    cells: row.children.map((cell) => ({
      ...reader.read(cell),
      start: marked.toSource(cell.position?.start.offset ?? 0),
      writable: true,
      header: index === 0,
      columns: 1,
      rows: 1,
    })),
  }))
  if (reader.active !== null) reportActive(source, reader.active)
  const end = marked.toSource(table.position?.end.offset ?? 0)
  return {table: {start: region.start, rows, captions: [], nested: 0}, marked, end}
}

const breaking = new Set(['br', 'p', 'li', 'ul', 'ol', 'div', 'hr', 'tr', 'td', 'th', 'table'])
const tagRE = /^<(\/?)([a-z][a-z0-9-]*)/i

/** Reads cells node by node, without recursion: emphasis can nest as deep as a cell is long. */
class CellReader {
  /** Offset of the first script, style or event handler. */
  active: number | null = null
  readonly #marked: MarkedText

  constructor(marked: MarkedText) {
    this.#marked = marked
  }

  read(cell: TableCell): Pick<RawCell, 'text' | 'pieces'> {
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
    return this.#marked.toSource(node.position?.start.offset ?? 0)
  }

  /** The source of a text, or of a code span without its backticks. */
  #pieceOf(node: Text | InlineCode): CellPiece | null {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return null
    const raw = this.#marked.text.slice(start, end)
    let ticks = 0
    while (node.type === 'inlineCode' && raw.charCodeAt(ticks) === 96) ticks++
    return {raw: raw.slice(ticks, raw.length - ticks), at: start + ticks}
  }
}
