/** Pipe tables: the table's own lines through a Markdown parser, then rows and cells with their places. */
import type {Nodes, Table} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
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
  return {
    table: {start: region.start, rows: readRows(table, marked), captions: [], nested: 0},
    marked,
    end: marked.toSource(table.position?.end.offset ?? 0),
  }
}

function readRows(table: Table, marked: MarkedText): RawTable['rows'] {
  return table.children.map((row, index) => ({
    start: marked.toSource(row.position?.start.offset ?? 0),
    head: index === 0,
    cells: row.children.map((cell) => ({
      ...readCellText(cell, marked),
      writable: true,
      header: index === 0,
      columns: 1,
      rows: 1,
    })),
  }))
}

function readCellText(
  cell: Table['children'][number]['children'][number],
  marked: MarkedText,
): Pick<RawCell, 'text' | 'pieces' | 'start'> {
  const pieces: CellPiece[] = []
  let text = ''
  let muted = ''
  const visit = (node: Nodes): void => {
    if (node.type === 'html') {
      const tag = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(node.value)
      const name = tag?.[2]?.toLowerCase() ?? ''
      if (muted !== '') muted = tag?.[1] === '/' && name === muted ? '' : muted
      else if (tag?.[1] === '' && (name === 'script' || name === 'style')) muted = name
      else if (breaking.has(name)) text += '\n'
    } else if (muted !== '') return
    else if (node.type === 'text' || node.type === 'inlineCode') {
      text += node.value
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start !== undefined && end !== undefined)
        pieces.push(trimCode(marked.text.slice(start, end), start, node.type))
    } else if (node.type === 'break') text += '\n'
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const child of cell.children) visit(child)
  const start = marked.toSource(cell.position?.start.offset ?? 0)
  return {text, pieces, start}
}

const breaking = new Set(['br', 'p', 'li', 'ul', 'ol', 'div', 'hr', 'tr', 'td', 'th', 'table'])

/** The content of a code span without its backticks. */
function trimCode(raw: string, at: number, type: 'text' | 'inlineCode'): CellPiece {
  if (type === 'text') return {raw, at}
  let ticks = 0
  while (raw.charCodeAt(ticks) === 96) ticks++
  return {raw: raw.slice(ticks, raw.length - ticks), at: at + ticks}
}
