/** HTML tables: the table's own source through a real HTML parser, then rows and cells with their places. */
import type {Element, ElementContent, Root, Text} from 'hast'
import {toText} from 'hast-util-to-text'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import type {MarkedText} from '../marked-text.ts'
import type {RawRow, RawTable} from '../table/raw-table.ts'
import type {CellPiece, RawCell} from '../table/read-cell.ts'
import {StructureBuilder, structureOfText} from '../table/tree-structure.ts'
import {foldWhiteSpace} from '../white-space.ts'

const parser = unified().use(rehypeParse, {fragment: true}).freeze()

/** Tables of a region in document order: the outer one first, then those nested in its cells. */
export function readHtmlTables(marked: MarkedText): {tables: RawTable[]; outside: string} {
  const root = parser.parse(marked.text)
  const tables: RawTable[] = []
  const outside = textOutside(root, marked)
  collectTables(root, marked, tables)
  return {tables, outside}
}

function collectTables(node: Root | Element, marked: MarkedText, tables: RawTable[]): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'table') readTable(child, marked, tables)
    else collectTables(child, marked, tables)
  }
}

/** Text that the parser found between cells and moved out of the table. */
function textOutside(root: Root, marked: MarkedText): string {
  const rest: Root = {type: 'root', children: root.children.filter((child) => !isTable(child))}
  return rest.children.length === 0 ? '' : foldWhiteSpace(withoutMarks(toText(rest), marked))
}

function withoutMarks(text: string, {mark}: MarkedText): string {
  return text
    .split(mark)
    .filter((_, index) => index % 2 === 0)
    .join('')
}

const isTable = (node: Root['children'][number] | ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'table'

function readTable(table: Element, marked: MarkedText, tables: RawTable[]): void {
  const rows: RawRow[] = []
  const captions: string[] = []
  const result: RawTable = {start: startOf(table, marked), rows, captions, nested: 0}
  tables.push(result)
  const nested: Element[] = []
  const readRows = (parent: Element, head: boolean) => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue
      if (child.tagName === 'tr') rows.push(readRow(child, head, marked, nested))
      else if (child.tagName === 'thead') readRows(child, true)
      else if (child.tagName === 'tbody' || child.tagName === 'tfoot') readRows(child, false)
      else if (child.tagName === 'caption') captions.push(foldWhiteSpace(toText(child)))
    }
  }
  readRows(table, false)
  result.nested = nested.length
  for (const inner of nested) readTable(inner, marked, tables)
}

function readRow(row: Element, head: boolean, marked: MarkedText, nested: Element[]): RawRow {
  const cells: RawRow['cells'] = []
  for (const child of row.children) {
    if (child.type !== 'element' || (child.tagName !== 'td' && child.tagName !== 'th')) continue
    tidyCell(child)
    const before = nested.length
    detachTables(child, nested)
    cells.push({
      ...readCellText(child, marked),
      writable: nested.length === before,
      header: child.tagName === 'th',
      bold: isBold(child),
      columns: spanOf(child, 'colSpan'),
      rows: spanOf(child, 'rowSpan'),
    })
  }
  return {start: startOf(row, marked), head, cells}
}

/** Whether nothing of a cell stands outside of bold text. */
function isBold({children}: Element): boolean {
  const shown = children.filter((child) => child.type !== 'comment' && !isBlank(child))
  return (
    shown.length > 0 &&
    shown.every((child) => child.type === 'element' && (strong.has(child.tagName) || isBold(child)))
  )
}

const strong = new Set(['strong', 'b'])
const isBlank = (node: ElementContent): boolean => node.type === 'text' && node.value.trim() === ''

/** Takes what is not shown out of a cell, and lets images say their other text. */
function tidyCell(cell: Element): void {
  cell.children = cell.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (isNotShown(child)) return []
    if (child.tagName === 'img') {
      const alternative = String(child.properties['alt'] ?? '').trim()
      return alternative === '' ? [] : [{type: 'text', value: ` ${alternative} `}]
    }
    tidyCell(child)
    return [child]
  })
}

const isNotShown = ({properties}: Element): boolean =>
  (properties['hidden'] !== undefined && properties['hidden'] !== 'until-found') ||
  notShownRE.test(String(properties['style'] ?? ''))
const notShownRE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i

/** Takes tables out of a cell: their rows are rows of their own, not text of the cell. */
function detachTables(cell: Element, nested: Element[]): void {
  for (const [index, child] of cell.children.entries()) {
    if (child.type !== 'element') continue
    if (isTable(child)) {
      nested.push(child)
      cell.children[index] = {type: 'text', value: ' '}
    } else detachTables(child, nested)
  }
}

type CellText = Pick<RawCell, 'text' | 'structure' | 'pieces' | 'start'>

function readCellText(cell: Element, marked: MarkedText): CellText {
  const pieces: CellPiece[] = []
  const start = startOf(cell, marked)
  const lone = loneText(cell)
  if (lone) {
    pushPiece(lone, marked, pieces)
    return {text: lone.value, structure: structureOfText(lone.value), pieces, start}
  }
  const structure = new StructureBuilder(marked)
  collectPieces(cell, marked, pieces, structure)
  return {text: toText(cell), structure: structure.result, pieces, start}
}

/** The text of a cell that holds nothing else, perhaps in one paragraph: what nearly all cells are. */
function loneText(cell: Element): Text | null {
  const [child, more] = cell.children
  if (!child || more) return null
  if (child.type === 'text') return child
  return child.type === 'element' && child.tagName === 'p' && !('hidden' in child.properties)
    ? loneText(child)
    : null
}

function collectPieces(
  node: Element,
  marked: MarkedText,
  pieces: CellPiece[],
  structure: StructureBuilder,
): void {
  for (const child of node.children) {
    if (child.type === 'text') {
      pushPiece(child, marked, pieces)
      structure.add(child.value)
    } else if (child.type === 'element' && !unread.has(child.tagName)) {
      const {tagName, properties} = child
      const note = tagName === 'a' && String(properties['href'] ?? '').startsWith('#')
      const struck = String(properties['style'] ?? '').includes('line-through')
      structure.open(tagName, {note})
      if (struck) structure.open('del')
      collectPieces(child, marked, pieces, structure)
      if (struck) structure.close('del')
      structure.close(tagName, {note})
    }
  }
}

/** Elements whose content is no text of the page. */
const unread = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'noframes',
  'noembed',
  'title',
  'datalist',
  'rp',
])

function pushPiece(text: Text, marked: MarkedText, pieces: CellPiece[]): void {
  const start = text.position?.start.offset
  const end = text.position?.end.offset
  if (start !== undefined && end !== undefined) pieces.push({raw: marked.text.slice(start, end), at: start})
}

/** `colspan` or `rowspan`: 1 when absent or broken. */
function spanOf(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(cell.properties[name] ?? 1)
  return Number.isInteger(value) && value > 0 ? value : 1
}

function startOf(node: Element, marked: MarkedText): number {
  return marked.toSource(node.position?.start.offset ?? 0)
}
