/** Cells of pipe tables: cut or parsed content → text with marks, and where its pieces stand. */
import type {InlineCode, Nodes, TableCell, Text} from 'mdast'
import {isActiveTag} from '../html/active-content.ts'
import {flat} from '../html/html-tags.ts'
import {isHidden} from '../html/span-tags.ts'
import type {MarkedText} from '../marked-text.ts'
import type {RawRow} from '../table/raw-table.ts'
import type {CellPiece, RawCell} from '../table/read-cell.ts'
import {StructureBuilder, structureOfLines} from '../table/tree-structure.ts'
import {type CellStretch, plainMarkupRE} from './pipe-rows.ts'

const breaking = new Set(['br', 'p', 'li', 'ul', 'ol', 'div', 'hr', 'tr', 'td', 'th', 'table'])
const tagRE = /^<(\/?)([a-z][a-z0-9-]*)/i
/** One pair of asterisks around all of a cell. */
const boldRE = /^\*\*[^*]+\*\*$/
const noteRE = /\shref\s*=\s*["']?#/i
const alternativeRE = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i

export type CellText = Pick<RawCell, 'text' | 'structure' | 'pieces'> & {bold: boolean}

/** An HTML tag among Markdown. */
function readTag(structure: StructureBuilder, name: string, closing: boolean, tag: string): void {
  if (name === '') return
  if (closing) structure.close(name, {note: name === 'a'})
  else structure.open(name, {note: name === 'a' && noteRE.test(tag)})
  structure.image(alternativeOf(name, tag).trim())
}

/** What an image says instead of itself, between spaces; '' for other tags. */
function alternativeOf(name: string, tag: string): string {
  const [, double, single] = name === 'img' ? (alternativeRE.exec(tag) ?? []) : []
  return spaced(double ?? single ?? '')
}

/** Whether what stands in an element is no text of the page. */
const mutes = (name: string, tag: string): boolean =>
  name === 'script' || name === 'style' || (name !== '' && !flat.has(name) && isHidden(tag))

const spaced = (text: string): string => (text.trim() === '' ? '' : ` ${text.trim()} `)

/** Offset of a node in what was parsed. */
export const startOf = (node: Nodes): number => node.position?.start.offset ?? 0

/** Reads cells node by node, without recursion: emphasis can nest as deep as a cell is long. */
export class CellReader {
  /** Offset of the first script, style or event handler. */
  active: number | null = null
  readonly #marked: MarkedText

  constructor(marked: MarkedText) {
    this.#marked = marked
  }

  /** Offsets are those in the marked text. */
  readRow(start: number, head: boolean, cells: readonly ({start: number} & CellText)[]): RawRow {
    return {
      start: this.#marked.toSource(start),
      head,
      cells: cells.map(({text, structure, pieces, bold, start: at}) => ({
        text,
        structure,
        pieces,
        start: this.#marked.toSource(at),
        writable: true,
        header: head,
        bold,
        columns: 1,
        rows: 1,
      })),
    }
  }

  /** A cell without Markdown, as `isPlainText` tells. */
  readPlain({from, to}: CellStretch): CellText {
    const content = this.#marked.text.slice(from, to)
    const pieces: CellPiece[] = []
    let text = ''
    let at = from
    for (const [index, raw] of content.split(plainMarkupRE).entries()) {
      const isMarkup = index % 2 === 1
      if (!isMarkup && raw !== '') pieces.push({raw, at})
      text += isMarkup ? (raw.startsWith('<') ? '\n' : '') : raw
      at += raw.length
    }
    return {text, structure: structureOfLines(text), pieces, bold: boldRE.test(content)}
  }

  /** @param shift from an offset of the parsed text to one of the marked text */
  readParsed(cell: TableCell, shift: number): CellText {
    const pieces: CellPiece[] = []
    const structure = new StructureBuilder(this.#marked)
    let text = ''
    /** Name of the element whose content is left out. */
    let muted = ''
    /** Nodes still to be read, and links to a note that end there. */
    const rest: (Nodes | 'note' | 'end')[] = cell.children.toReversed()
    for (let node = rest.pop(); node; node = rest.pop()) {
      if (typeof node === 'string') structure.close('a', {note: node === 'note'})
      else if (node.type === 'html') {
        const [tag, slash, found] = tagRE.exec(node.value) ?? ['', '', '']
        const name = found?.toLowerCase() ?? ''
        if (tag !== '' && slash === '' && isActiveTag(name, node.value))
          this.active ??= this.#marked.toSource(startOf(node) + shift)
        if (muted !== '') muted = slash === '/' && name === muted ? '' : muted
        else if (slash === '' && mutes(name, node.value)) muted = name
        else {
          text += alternativeOf(name, node.value)
          readTag(structure, name, slash === '/', node.value)
          if (breaking.has(name)) text += '\n'
        }
      } else if (muted !== '') continue
      else if (node.type === 'text' || node.type === 'inlineCode') {
        text += node.value
        if (node.type === 'inlineCode') structure.open('code')
        structure.add(node.value)
        if (node.type === 'inlineCode') structure.close('code')
        const piece = this.#pieceOf(node, shift)
        if (piece) pieces.push(piece)
      } else if (node.type === 'break') {
        text += '\n'
        structure.open('br')
      } else if (node.type === 'image' || node.type === 'imageReference') {
        structure.image(node.alt ?? '')
        text += spaced(node.alt ?? '')
      } else if ('children' in node) {
        const note = node.type === 'link' && node.url.startsWith('#')
        structure.open('a', {note})
        rest.push(note ? 'note' : 'end')
        for (const child of node.children.toReversed()) rest.push(child)
      }
    }
    const bold = cell.children.length > 0 && cell.children.every(({type}) => type === 'strong')
    return {text, structure: structure.result, pieces, bold}
  }

  /** The source of a text, or of a code span without its backticks. */
  #pieceOf(node: Text | InlineCode, shift: number): CellPiece | null {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return null
    const raw = this.#marked.text.slice(start + shift, end + shift)
    let ticks = 0
    while (node.type === 'inlineCode' && raw.charCodeAt(ticks) === 96) ticks++
    return {raw: raw.slice(ticks, raw.length - ticks), at: start + shift + ticks}
  }
}
