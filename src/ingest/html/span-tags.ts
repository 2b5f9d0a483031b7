/** The span tags that hold a segment and its English, found by a linear scan of a tag. */
import {createFinder} from '../text-finder.ts'

/** What a span tag starts: a target segment, an English one, the wrapper around the English, or nothing of ours. */
export type SpanKind = 'target' | 'source' | 'wrapper' | 'plain' | 'close'

export interface SpanTag {
  /** Offset of `<` and offset after `>`. */
  start: number
  end: number
  kind: SpanKind
  /** Segment ids of the tag, in order; empty where it has none. */
  ids: string[]
  /** Whether its text is struck out, or not shown. */
  gone?: true
}

const targetIdRE = /\sdata-ttu-id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
const sourceIdRE = /\sdata-stu-id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
const wrapperRE = /\sclass\s*=\s*["']?[^"'>]*\bsxs-lookup\b/i

/** What no attribute holds: a closing tag, a span or a part of a table. A quote around it was left open. */
const swallowedRE = /<(?:\/|span|t[abdhr])/i

/**
 * Offset after the `>` that ends the tag starting at `start`, quotes respected. -1 when it doesn't end before `limit`,
 * or only by swallowing other tags: then the `<` is no tag.
 */
export function tagEnd(text: string, start: number, limit: number): number {
  const nextTag = createFinder(text, '<')
  let value = false
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 62) return at + 1
    if (code === 60) return -1
    if (value && (code === 34 || code === 39)) {
      const close = text.indexOf(code === 34 ? '"' : "'", at + 1)
      if (close === -1 || close >= limit) return -1
      const open = nextTag(at)
      if (open !== -1 && open < close && swallowedRE.test(text.slice(at, close))) return -1
      at = close
    }
    if (code === 61) value = true
    else if (code > 32) value = false
  }
  return -1
}

/** Offset of the closing tag of an element whose content is no HTML (`<script>`); -1 when it isn't closed before `limit`. */
export function rawTextEnd(text: string, from: number, limit: number, name: string): number {
  for (let at = text.indexOf('</', from); at !== -1 && at < limit; at = text.indexOf('</', at + 2)) {
    if (text.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  }
  return -1
}

const common: {opening: string; kind: 'target' | 'source'}[] = [
  {opening: '<span data-ttu-id="', kind: 'target'},
  {opening: '<span data-stu-id="', kind: 'source'},
]
const WRAPPER = '<span class="sxs-lookup">'
const CLOSE = '</span>'
const simpleIdRE = /[^\w-]/

/** The span tag at `start` where it is written as nearly all are; null when it takes `tagEnd` and `readSpanTag` to know. */
export function readCommonSpan(text: string, start: number, limit: number): SpanTag | null {
  // Both spellings have their first s of "span" within two characters; most tags are told apart here.
  const first = text.charCodeAt(start + 1)
  if (first !== 115 && (first !== 47 || text.charCodeAt(start + 2) !== 115)) return null
  if (text.startsWith(CLOSE, start)) return tagWithin(start, start + CLOSE.length, limit, 'close', [])
  if (text.startsWith(WRAPPER, start)) return tagWithin(start, start + WRAPPER.length, limit, 'wrapper', [])
  for (const {opening, kind} of common) {
    if (!text.startsWith(opening, start)) continue
    const from = start + opening.length
    const quote = text.indexOf('">', from)
    const id = quote === -1 || quote - from > 64 ? '' : text.slice(from, quote)
    return id === '' || simpleIdRE.test(id) ? null : tagWithin(start, quote + 2, limit, kind, [id])
  }
  return null
}

function tagWithin(start: number, end: number, limit: number, kind: SpanKind, ids: string[]): SpanTag | null {
  return end <= limit ? {start, end, kind, ids} : null
}

/** Reads the span tag at `start` (whose name is known to be `span`, perhaps with a slash before it). */
export function readSpanTag(text: string, start: number, end: number): SpanTag {
  if (text.charCodeAt(start + 1) === 47) return {start, end, kind: 'close', ids: []}
  const tag = text.slice(start, end)
  const target = targetIdRE.exec(tag)
  if (target) return {start, end, kind: 'target', ids: idsOf(target)}
  const english = sourceIdRE.exec(tag)
  if (english) return {start, end, kind: 'source', ids: idsOf(english)}
  if (wrapperRE.test(tag)) return {start, end, kind: 'wrapper', ids: []}
  return {start, end, kind: 'plain', ids: [], ...(isStruck(tag) || isHidden(tag) ? {gone: true} : {})}
}

const struckRE = /\sstyle\s*=\s*["']?[^"'>]*\bline-through\b/i

/** Whether a tag’s own style strikes out what stands in its element. */
export const isStruck = (tag: string): boolean => tag.includes('line-through') && struckRE.test(tag)

const hiddenRE =
  /\shidden(?=[\s=/>])(?!\s*=\s*["']?until-found)|\sstyle\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)\b(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i

/** Whether a tag itself says that its element is not shown. */
export const isHidden = (tag: string): boolean =>
  (tag.includes('hidden') || tag.includes('none') || tag.includes('collapse')) && hiddenRE.test(tag)

function idsOf(match: RegExpExecArray): string[] {
  return (match[1] ?? match[2] ?? match[3] ?? '').split(/[\s,;+]+/).filter((id) => id !== '')
}

/** Which language a stretch of text is in; `none` is text outside all spans, which is the document's own. */
export type Side = 'target' | 'source' | 'none'

/** Follows span tags and says which side the text between them is on; unclosed and stray tags do no harm. */
export class SideTracker {
  side: Side = 'none'
  /** Ids of the innermost segment; empty outside segments. */
  ids: readonly string[] = none
  readonly #stack: {side: Side; ids: readonly string[]}[] = []

  /** How many spans are still open. */
  get open(): number {
    return this.#stack.length
  }

  tag({kind, ids}: SpanTag): void {
    if (kind === 'close') {
      const outer = this.#stack.pop()
      if (!outer) return
      this.side = outer.side
      this.ids = outer.ids
      return
    }
    this.#stack.push({side: this.side, ids: this.ids})
    if (kind === 'plain') return
    this.side = kind === 'target' ? 'target' : 'source'
    this.ids = kind === 'wrapper' ? none : ids
  }
}

const none: readonly string[] = []
