/** What to change in a document so that a cell says another text: bytes of that cell and no others. */
import type {EditionCell} from '../dataset/edition.ts'
import {alignRaw} from './align-raw.ts'

/** Replaces `[start, end)`, UTF-16 offsets into the decoded document, by `text` as the document spells it. */
export interface TextEdit {
  start: number
  end: number
  text: string
}

/** How text is spelt where the cell stands. */
export type CellForm = 'html' | 'pipe'

/** A piece of the cell: `[from, to)` of its text, and the document's offset of each character there. */
interface Piece {
  from: number
  to: number
  offsets: number[]
}

const HTML_RE = /[&<>]/g
const HTML_ESCAPES: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'}
/** Signs that mean something in a pipe table or in inline Markdown. */
const MARKDOWN_RE = /[\\|*_`[\]<>&~]/g

const spell = (text: string, form: CellForm): string =>
  form === 'html'
    ? text.replace(HTML_RE, (sign) => HTML_ESCAPES[sign] ?? sign)
    : text.replace(MARKDOWN_RE, (sign) => `\\${sign}`)

/** The pieces with their places in the cell's text; null when the document spells it in a way that isn't known here. */
function placePieces(document: string, {spans, target}: EditionCell): Piece[] | null {
  const pieces: Piece[] = []
  let from = 0
  for (const [start, end] of spans) {
    if (target[from] === ' ') from += 1
    const inner = alignRaw(document.slice(start, end), target, from)
    if (inner === null) return null
    const to = from + inner.length - 1
    pieces.push({from, to, offsets: inner.map((offset) => start + offset)})
    from = to
  }
  return from === target.length ? pieces : null
}

/** Length of the common start of two texts, never between the halves of a surrogate pair. */
function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length
}

function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length])
    length += 1
  return isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000

/** Replaces `[start, end)` of the cell's text, as far as it lies in the piece. */
function editPiece({from, to, offsets}: Piece, {start, end, text}: TextEdit, form: CellForm): TextEdit {
  const inside = (at: number) => offsets[Math.max(from, Math.min(at, to)) - from] ?? 0
  return {start: inside(start), end: inside(end), text: spell(text, form)}
}

/** Everything into the first piece: for cells whose spelling is not known. */
const rewrite = ({spans}: EditionCell, text: string, form: CellForm): TextEdit[] =>
  spans.map(([start, end], index) => ({start, end, text: index === 0 ? spell(text, form) : ''}))

/**
 * The edits that make the cell say `text`, as few characters as possible; empty when it says so already, null when the
 * cell can't be written. A change over several pieces goes into the first of them, and what it covers of the others
 * is removed. Whoever writes the edits reads the document again to see that the cell says `text` then.
 */
export function cellEdits(
  document: string,
  cell: EditionCell,
  text: string,
  form: CellForm,
): TextEdit[] | null {
  const {target} = cell
  if (text === target) return []
  if (cell.spans.length === 0) return null
  const pieces = placePieces(document, cell)
  if (pieces === null) return rewrite(cell, text, form)
  const start = commonStart(target, text)
  const tail = commonEnd(target.slice(start), text.slice(start))
  const change = {start, end: target.length - tail, text: text.slice(start, text.length - tail)}
  const touched = pieces.filter(({from, to}) => change.start <= to && change.end >= from)
  const covered = touched.filter(({from, to}) => change.start < to && change.end > from)
  const [first, ...others] = covered.length > 0 ? covered : touched.slice(0, 1)
  if (first === undefined) return rewrite(cell, text, form)
  return [
    editPiece(first, change, form),
    ...others.map((piece) => editPiece(piece, {...change, text: ''}, form)),
  ]
}
