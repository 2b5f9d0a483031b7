/** Prepares the source of an HTML table for the parser: marks for spans, and a bound on how deep elements nest. */
import {isActiveTag, reportActive} from './active-content.ts'
import {type MarkedText, MarkedTextBuilder} from './marked-text.ts'
import type {Region} from './regions.ts'
import type {Source} from './source.ts'
import {rawTextEnd, readCommonSpan, readSpanTag, tagEnd} from './span-tags.ts'
import {createFinder} from './text-finder.ts'

/** Deepest nesting inside a cell that is parsed; deeper elements lose their tags, never their text. Real cells have 6. */
export const MAX_DEPTH = 64

/** Tags that start or end a row or cell: nesting is counted from there. Anything inside a cell that is never closed ends with it. */
const structure = new Set([
  'table',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'caption',
  'colgroup',
  'col',
])
/** Elements that never hold others, or that the next one of their kind closes. */
const flat = new Set([
  ...['area', 'base', 'br', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'],
  ...['p', 'li', 'dt', 'dd', 'option', 'optgroup'],
])
const rawText = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
])

/** Marked text of a table, and how many rows its tags announce. */
export interface MarkedHtml extends MarkedText {
  rows: number
}

/** The region as marked text; reports script, event handlers and nesting that is too deep. */
export function markHtmlRegion(source: Source, region: Region, mark: string): MarkedHtml {
  const {text} = source
  const {start, end} = region
  const builder = new MarkedTextBuilder(text, mark)
  if (region.kind === 'rows') builder.insert('<table>', start)
  const nextClose = createFinder(text, '-->')
  const neverClosed = new Set<string>()
  let from = start
  let rows = 0
  let depth = 0
  let tableDepth = 0
  let deep = -1
  let unsafe = -1
  let broken = -1
  for (let at = text.indexOf('<', start); at !== -1 && at < end; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      const close = nextClose(at + 2)
      if (close === -1 || close >= end) {
        // The parser would take the rest of the table for a comment.
        builder.copy(from, at)
        builder.insert('&lt;', at)
        from = at + 1
        reportComment(source, at)
      }
      at = close === -1 || close >= end ? at + 4 : close + 3
      continue
    }
    const span = readCommonSpan(text, at, end)
    if (span) {
      builder.copy(from, at)
      builder.span(span)
      from = span.end
      at = span.end
      continue
    }
    const closing = text.charCodeAt(at + 1) === 47
    const letter = text.charCodeAt(at + (closing ? 2 : 1)) | 32
    if (letter < 97 || letter > 122) {
      at++
      continue
    }
    const close = tagEnd(text, at, end)
    if (close === -1) {
      // The parser would take what follows for attributes.
      builder.copy(from, at)
      builder.insert('&lt;', at)
      from = at + 1
      if (broken === -1) broken = at
      at++
      continue
    }
    const name = tagName(text, at + (closing ? 2 : 1), close)
    let drop = false
    if (name === 'span') {
      builder.copy(from, at)
      builder.span(readSpanTag(text, at, close))
      from = close
    } else if (structure.has(name)) {
      if (name === 'tr' && !closing) rows++
      if (name === 'table' && at > start) tableDepth += closing ? -1 : 1
      drop = name === 'table' && Math.abs(tableDepth) >= MAX_DEPTH
      depth = 0
    } else if (!flat.has(name)) {
      depth = closing ? depth - 1 : depth + 1
      drop = depth >= MAX_DEPTH + (closing ? 0 : 1)
      if (depth < 0) depth = 0
    }
    if (drop) {
      if (deep === -1) deep = at
      builder.copy(from, at)
      from = close
    }
    const raw = rawText.has(name) && !closing
    const stop = raw && !neverClosed.has(name) ? rawTextEnd(text, close, end, name) : -1
    if (raw && stop === -1) {
      // Without its closing tag the parser would take the rest of the table for the element's content.
      neverClosed.add(name)
      builder.copy(from, at)
      builder.insert('&lt;', at)
      from = at + 1
    }
    if (unsafe === -1 && !closing && isActiveTag(name, text.slice(at, close))) unsafe = at
    at = raw && stop !== -1 ? stop : close
  }
  builder.copy(from, end)
  reportHtml(source, {deep, unsafe, broken})
  return {...builder.build(), rows}
}

function tagName(text: string, start: number, limit: number): string {
  let end = start
  while (end < limit) {
    const code = text.charCodeAt(end)
    if (code === 62 || code === 47 || code <= 32) break
    end++
  }
  return text.slice(start, end).toLowerCase()
}

function reportComment(source: Source, at: number): void {
  source.report(
    at,
    'error',
    'unclosed-comment',
    'Expected "-->" before the end of the table, found none; the comment was read as text',
    'Close the comment.',
  )
}

/** Reports the first of each kind; -1 stands for none. */
function reportHtml(
  source: Source,
  {deep, unsafe, broken}: {deep: number; unsafe: number; broken: number},
): void {
  if (broken !== -1) {
    source.report(
      broken,
      'warning',
      'broken-tag',
      'Expected ">" at the end of a tag in a table, found another tag; it was read as text',
      'Close the tag and its quotes.',
    )
  }
  if (deep !== -1) {
    source.report(
      deep,
      'error',
      'too-deep',
      `Unexpected element nested more than ${MAX_DEPTH} deep in a table cell; its tags were left out, its text was kept`,
      'Remove the needless elements around the text.',
    )
  }
  if (unsafe !== -1) reportActive(source, unsafe)
}
