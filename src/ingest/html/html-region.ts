/** Prepares the source of an HTML table for the parser: marks for spans, and nothing that could make it lose a row. */

import {MAX_DEPTH, MAX_TEXT, reportTooLong} from '../limits.ts'
import {type MarkedText, MarkedTextBuilder} from '../marked-text.ts'
import type {Region} from '../regions.ts'
import type {Source} from '../source.ts'
import {createFinder} from '../text-finder.ts'
import {isActiveTag, reportActive} from './active-content.ts'
import {flat, isBlank, rawText, spanRE, structure, tagName} from './html-tags.ts'
import {rawTextEnd, readCommonSpan, readSpanTag, tagEnd} from './span-tags.ts'

/** Marked text of a table, and how many rows its tags announce. */
export interface MarkedHtml extends MarkedText {
  rows: number
}

/** The region as marked text; reports script, broken tags, nesting that is too deep and texts that are too long. */
export function markHtmlRegion(source: Source, region: Region, mark: string): MarkedHtml {
  return new HtmlMarker(source, region, mark).read()
}

class HtmlMarker {
  readonly #source: Source
  readonly #text: string
  readonly #start: number
  readonly #end: number
  readonly #builder: MarkedTextBuilder
  readonly #nextCommentEnd: (from: number) => number
  readonly #nextParagraph: (from: number) => number
  readonly #nextParagraphEnd: (from: number) => number
  /** Offset of the `</p>` of a paragraph whose `<p>` was left out. */
  #paragraphEnd = -1
  /** Elements whose closing tag was looked for in vain. */
  readonly #neverClosed = new Set<string>()
  /** Up to where the source has been copied. */
  #from: number
  #rows = 0
  #depth = 0
  #tableDepth = 0
  readonly #said = new Set<string>()

  constructor(source: Source, {start, end, kind}: Region, mark: string) {
    this.#source = source
    this.#text = source.text
    this.#start = start
    this.#end = end
    this.#from = start
    this.#builder = new MarkedTextBuilder(source.text, mark)
    this.#nextCommentEnd = createFinder(source.text, '-->')
    this.#nextParagraph = createFinder(source.text, '<p')
    this.#nextParagraphEnd = createFinder(source.text, '</p>')
    if (kind === 'rows') this.#builder.insert('<table>', start)
  }

  read(): MarkedHtml {
    let after = this.#start
    for (;;) {
      const found = this.#text.indexOf('<', after)
      const at = found === -1 || found >= this.#end ? this.#end : found
      if (at - after > MAX_TEXT) this.#shorten(after, at)
      if (at === this.#end) break
      after = this.#readTag(at)
    }
    this.#builder.copy(this.#from, this.#end)
    return {...this.#builder.build(), rows: this.#rows}
  }

  /** Reads what starts with the `<` at an offset; returns where to go on. */
  #readTag(at: number): number {
    if (at === this.#paragraphEnd) {
      this.#drop(at, at + 4)
      return at + 4
    }
    if (this.#text.startsWith('<!--', at)) return this.#readComment(at)
    const span = readCommonSpan(this.#text, at, this.#end)
    if (span) {
      this.#builder.copy(this.#from, at)
      this.#builder.span(span)
      this.#from = span.end
      return span.end
    }
    const closing = this.#text.charCodeAt(at + 1) === 47
    const name = tagName(this.#text, at + (closing ? 2 : 1), this.#end)
    if (name === '') return at + 1
    const close = tagEnd(this.#text, at, this.#end)
    if (close === -1) {
      // The parser would take what follows for attributes.
      this.#asText(at)
      this.#sayOnce('broken-tag', at)
      return at + 1
    }
    if (name === 'span') {
      this.#builder.copy(this.#from, at)
      this.#builder.span(readSpanTag(this.#text, at, close))
      this.#from = close
      return close
    }
    if (this.#isTooDeep(name, closing, at)) this.#drop(at, close)
    else if (close - at > MAX_TEXT) {
      this.#drop(at, close)
      this.#builder.insert(`<${name}>`, at)
      reportTooLong(this.#source, at)
    } else if (structure.has(name)) return this.#readStructure(name, closing, at, close)
    else if (!closing) this.#checkActive(name, at, close)
    return rawText.has(name) && !closing ? this.#readRawText(name, at, close) : close
  }

  /**
   * Rows and cells carry classes and widths, and stand on lines of their own: none of it is text, and all of it would
   * cost a node or a property.
   */
  #readStructure(name: string, closing: boolean, at: number, close: number): number {
    if (!closing) this.#checkActive(name, at, close)
    if (name === 'col' || name === 'colgroup') this.#drop(at, close)
    else if (!closing && close - at > name.length + 2 && !spanRE.test(this.#text.slice(at, close))) {
      this.#drop(at, close)
      this.#builder.insert(`<${name}>`, at)
    }
    const after = this.#afterBlanks(close)
    const paragraph = !closing && (name === 'td' || name === 'th') && this.#isOnlyParagraph(after)
    if ((after > close && this.#text.charCodeAt(after) === 60) || paragraph) {
      this.#builder.copy(this.#from, close)
      this.#from = paragraph ? after + 3 : after
      return this.#from
    }
    return close
  }

  /** Whether all that a cell holds is one paragraph without attributes: its tags tell nothing, and cost an element. */
  #isOnlyParagraph(at: number): boolean {
    if (!this.#text.startsWith('<p>', at)) return false
    const end = this.#nextParagraphEnd(at)
    if (end === -1 || end >= this.#end) return false
    const next = this.#nextParagraph(at + 3)
    const only = (next === -1 || next > end) && this.#text.startsWith('</t', this.#afterBlanks(end + 4))
    if (only) this.#paragraphEnd = end
    return only
  }

  #afterBlanks(at: number): number {
    let after = at
    while (after < this.#end && isBlank(this.#text.charCodeAt(after))) after++
    return after
  }

  /** Counts rows and nesting. */
  #isTooDeep(name: string, closing: boolean, at: number): boolean {
    let deep = false
    if (structure.has(name)) {
      if (name === 'tr' && !closing) this.#rows++
      if (name === 'table' && at > this.#start) this.#tableDepth += closing ? -1 : 1
      deep = name === 'table' && Math.abs(this.#tableDepth) >= MAX_DEPTH
      this.#depth = 0
    } else if (!flat.has(name)) {
      this.#depth += closing ? -1 : 1
      deep = this.#depth >= MAX_DEPTH + (closing ? 0 : 1)
      if (this.#depth < 0) this.#depth = 0
    }
    if (deep) this.#sayOnce('too-deep', at)
    return deep
  }

  #readComment(at: number): number {
    const close = this.#nextCommentEnd(at + 2)
    if (close !== -1 && close < this.#end) return close + 3
    // The parser would take the rest of the table for a comment.
    this.#asText(at)
    this.#sayOnce('unclosed-comment', at)
    return at + 4
  }

  #readRawText(name: string, at: number, close: number): number {
    const stop = this.#neverClosed.has(name) ? -1 : rawTextEnd(this.#text, close, this.#end, name)
    if (stop !== -1) return stop
    // Without its closing tag the parser would take the rest of the table for the element's content.
    this.#neverClosed.add(name)
    this.#asText(at)
    return close
  }

  #checkActive(name: string, at: number, close: number): void {
    if (this.#said.has('active-content') || !isActiveTag(name, this.#text.slice(at, close))) return
    this.#said.add('active-content')
    reportActive(this.#source, at)
  }

  /** Makes a `<` a character of the text. */
  #asText(at: number): void {
    this.#builder.copy(this.#from, at)
    this.#builder.insert('&lt;', at)
    this.#from = at + 1
  }

  #drop(at: number, close: number): void {
    this.#builder.copy(this.#from, at)
    this.#from = close
  }

  /** Keeps the beginning of a text that is too long. */
  #shorten(start: number, end: number): void {
    this.#builder.copy(this.#from, start + MAX_TEXT)
    this.#from = end
    reportTooLong(this.#source, start + MAX_TEXT)
  }

  #sayOnce(id: keyof typeof messages, at: number): void {
    if (this.#said.has(id)) return
    this.#said.add(id)
    const {severity, message, hint} = messages[id]
    this.#source.report(at, severity, id, message, hint)
  }
}

const messages = {
  'broken-tag': {
    severity: 'warning',
    message: 'Expected ">" at the end of a tag in a table, found another tag; it was read as text',
    hint: 'Close the tag and its quotes.',
  },
  'too-deep': {
    severity: 'error',
    message: `Unexpected element nested more than ${MAX_DEPTH} deep in a table cell; its tags were left out, its text was kept`,
    hint: 'Remove the needless elements around the text.',
  },
  'unclosed-comment': {
    severity: 'error',
    message: 'Expected "-->" before the end of the table, found none; the comment was read as text',
    hint: 'Close the comment.',
  },
} as const
