/**
 * A part of a document made ready for an HTML or Markdown parser: span tags become numbered marks.
 *
 * The parsers and `hast-util-to-text` then never see a target text glued to its English, cost half as much, and
 * need no knowledge of segments; `splitMarks` tells the two languages apart afterwards, in text and in source places.
 */

import {readCommonSpan, readSpanTag, type SpanTag, tagEnd} from './html/span-tags.ts'
import {lastNotAbove} from './newlines.ts'
import {indexWithin} from './text-finder.ts'

export interface MarkedText {
  /** What the parser gets. */
  text: string
  /** The character around the number of a mark: `⣿12⣿`; the document holds none of it. */
  mark: string
  tags: SpanTag[]
  /** Whether it has spans that hold no segment, which may part figures or take text out. */
  hasPlain: boolean
  /** Offset in the document of an offset in `text`. */
  toSource(offset: number): number
}

/**
 * Characters that a mark can be made of: Braille patterns, because they are symbols to Markdown as `<` and `>` are, never
 * white space, and rarely written in documents.
 */
const FIRST_MARK = 0x28ff
const LAST_MARK = 0x2800

/** A character that the document doesn't use; null when it uses them all. */
export function freeCharacter(text: string): string | null {
  for (let code = FIRST_MARK; code > LAST_MARK; code--) {
    const character = String.fromCharCode(code)
    if (!text.includes(character)) return character
  }
  return null
}

/** Collects pieces of the document and marks into one text, and remembers where each piece came from. */
export class MarkedTextBuilder {
  readonly #text: string
  readonly #mark: string
  readonly #parts: string[] = []
  /** Ascending offsets in the result and the document's offset of each; below zero for what was inserted there. */
  readonly #from: number[] = []
  readonly #to: number[] = []
  readonly #tags: SpanTag[] = []
  #length = 0

  constructor(text: string, mark: string) {
    this.#text = text
    this.#mark = mark
  }

  /** Length of the text so far. */
  get length(): number {
    return this.#length
  }

  /** Text that is not in the document, placed at an offset of it. */
  insert(part: string, at: number): void {
    this.#push(part, -1 - at)
  }

  /** The document's own text from `start` to `end`, NUL characters left out: parsers disagree about them. */
  copy(start: number, end: number): void {
    if (end <= start) return
    const part = this.#text.slice(start, end)
    if (!part.includes('\0')) {
      this.#push(part, start)
      return
    }
    let at = start
    for (const piece of part.split('\0')) {
      if (piece !== '') this.#push(piece, at)
      at += piece.length + 1
    }
  }

  /** As `copy`, with each span tag replaced by its mark. */
  copyMarked(start: number, end: number): void {
    let from = start
    for (let at = this.#nextSpan(start, end); at !== -1; ) {
      const tag = readSpan(this.#text, at, end)
      if (tag) {
        this.copy(from, at)
        this.span(tag)
        from = tag.end
      }
      at = this.#nextSpan(tag ? tag.end : at + 1, end)
    }
    this.copy(from, end)
  }

  /** A mark for a span tag. */
  span(tag: SpanTag): void {
    this.#push(`${this.#mark}${this.#tags.length}${this.#mark}`, tag.start)
    this.#tags.push(tag)
  }

  build(): MarkedText {
    const from = this.#from
    const to = this.#to
    return {
      text: this.#parts.join(''),
      mark: this.#mark,
      tags: this.#tags,
      hasPlain: this.#tags.some(({kind}) => kind === 'plain'),
      toSource(offset) {
        const piece = Math.max(0, lastNotAbove(from, offset))
        const start = to[piece] ?? 0
        return start < 0 ? -1 - start : start + offset - (from[piece] ?? 0)
      },
    }
  }

  #push(part: string, at: number): void {
    this.#from.push(this.#length)
    this.#to.push(at)
    this.#parts.push(part)
    this.#length += part.length
  }

  #nextSpan(start: number, end: number): number {
    for (
      let at = indexWithin(this.#text, 60, start, end);
      at !== -1;
      at = indexWithin(this.#text, 60, at + 1, end)
    ) {
      if (isSpanTag(this.#text, at)) return at
    }
    return -1
  }
}

/** The span tag at an offset; null when it doesn't end before `limit`. */
export function readSpan(text: string, at: number, limit: number): SpanTag | null {
  const common = readCommonSpan(text, at, limit)
  if (common) return common
  const end = tagEnd(text, at, limit)
  return end === -1 ? null : readSpanTag(text, at, end)
}

/** Whether `<span` or `</span` stands at an offset, in any case. */
export function isSpanTag(text: string, at: number): boolean {
  const name = at + (text.charCodeAt(at + 1) === 47 ? 2 : 1)
  if ((text.charCodeAt(name) | 32) !== 115 || text.slice(name, name + 4).toLowerCase() !== 'span')
    return false
  const after = text.charCodeAt(name + 4)
  return after === 62 || after === 32 || after === 47 || (after >= 9 && after <= 13)
}

/**
 * Splits parsed text at its marks. `onText` gets each stretch of text and its offset, `onTag` each span tag between
 * them, in order.
 */
export function splitMarks(
  text: string,
  {mark, tags}: Pick<MarkedText, 'mark' | 'tags'>,
  onText: (text: string, at: number) => void,
  onTag: (tag: SpanTag) => void,
): void {
  let at = 0
  while (at < text.length) {
    const open = text.indexOf(mark, at)
    const close = open === -1 ? -1 : text.indexOf(mark, open + 1)
    if (close === -1) break
    if (open > at) onText(text.slice(at, open), at)
    const tag = tags[Number(text.slice(open + 1, close))]
    if (tag) onTag(tag)
    at = close + 1
  }
  if (at < text.length) onText(at === 0 ? text : text.slice(at), at)
}
