/** Where a document's HTML tables, pipe tables, code and comments are: a linear scan that needs no parser. */

import {rawTextEnd} from './html/span-tags.ts'
import {lastNotAbove} from './newlines.ts'
import {createFinder} from './text-finder.ts'

export interface Region {
  /** `html`: an HTML table. `rows`: table rows that stand in no table. `pipe`: what may be a pipe table. */
  kind: 'html' | 'rows' | 'pipe' | 'code' | 'comment'
  start: number
  end: number
  /** False when the end of the document or other text came before the closing tag or fence. */
  closed: boolean
}

interface Tag {
  name: 'table' | 'row' | 'cell'
  open: boolean
  start: number
  end: number
}

const SLASH = 47

/** What matters of HTML: comments, tables and their parts, and elements whose content is no HTML. */
const tagRE = /<(?:!--|(\/?)(table|tr|td|th|script|style|textarea|title|xmp)(?=[\s/>]))/iy
const fenceRE = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})(.*)$/gm

/** All regions in document order; they don't overlap, what is between them is prose. */
export function findRegions(text: string, bodyStart: number, starts: readonly number[]): Region[] {
  const {tags, regions} = readTags(text, bodyStart, starts)
  const tables = tableRegions(text, tags, starts)
  const all = [...tables, ...regions].toSorted((a, b) => a.start - b.start)
  let end = -1
  const outermost = all.filter((region) => {
    if (region.start < end) return false
    end = region.end
    return true
  })
  const stray = strayRows(text, tags, outermost, starts)
  return stray.length === 0 ? outermost : [...outermost, ...stray].toSorted((a, b) => a.start - b.start)
}

/** Offset of the start of the line after the one that holds `offset`. */
export function nextLine(starts: readonly number[], offset: number, end: number): number {
  return starts[lastNotAbove(starts, offset) + 1] ?? end
}

/** Tags of tables outside code, comments and raw text; and the regions of code and comments. */
function readTags(
  text: string,
  bodyStart: number,
  starts: readonly number[],
): {tags: Tag[]; regions: Region[]} {
  const tags: Tag[] = []
  const regions: Region[] = []
  let depth = 0
  let at = bodyStart
  const codeAt = createCodeSpanTest(text, starts)
  const nextClose = createFinder(text, '-->')
  const neverClosed = new Set<string>()
  const nextTag = finder((from) => findTag(text, from))
  const nextFence =
    text.includes('```') || text.includes('~~~') ? finder((from) => findFence(text, from)) : () => null
  for (;;) {
    const tag = nextTag(at)
    const fence = depth > 0 ? null : nextFence(at)
    if (fence && (!tag || fence.index <= tag.index)) {
      const code = readFence(text, fence, starts)
      if (code) regions.push(code)
      at = code ? code.end : fence.index + fence[0].length
      continue
    }
    if (!tag) return {tags, regions}
    at = tag.index + tag[0].length
    const [, slash, found] = tag
    if (depth === 0 && codeAt(tag.index)) continue
    if (found === undefined) {
      const comment = readComment(text, tag.index, nextClose(tag.index + 2), depth > 0, starts)
      if (comment?.own)
        regions.push({kind: 'comment', start: tag.index, end: comment.end, closed: comment.closed})
      if (comment) at = comment.end
      continue
    }
    const name = found.toLowerCase()
    if (name === 'table' || name === 'tr' || name === 'td' || name === 'th') {
      const open = slash === ''
      if (name === 'table') depth = open ? depth + 1 : Math.max(0, depth - 1)
      const close = text.indexOf('>', at)
      const end = close === -1 ? text.length : close + 1
      tags.push({
        name: name === 'table' ? 'table' : name === 'tr' ? 'row' : 'cell',
        open,
        start: tag.index,
        end,
      })
    } else if (slash === '' && depth > 0 && !neverClosed.has(name)) {
      const end = rawTextEnd(text, at, text.length, name)
      if (end === -1) neverClosed.add(name)
      else at = end
    }
  }
}

/**
 * A comment is a block of its own where it starts a line (CommonMark 0.31, 4.6); inside a line it must end before the
 * next blank line, and inside a table it must end at all: else it is text. Null when it is.
 */
function readComment(
  text: string,
  start: number,
  close: number,
  inTable: boolean,
  starts: readonly number[],
): {end: number; own: boolean; closed: boolean} | null {
  const end = close === -1 ? text.length : close + 3
  const lineStart = starts[lastNotAbove(starts, start)] ?? 0
  const own = !inTable && text.slice(lineStart, start).replace(/[ \t>]/g, '') === ''
  if (own) return {end, own, closed: close !== -1}
  if (close === -1) return null
  return inTable || !text.slice(start, end).includes('\n') ? {end, own, closed: true} : null
}

/** A search that starts anywhere and never looks at a stretch twice. */
function finder(find: (from: number) => RegExpExecArray | null): (from: number) => RegExpExecArray | null {
  let found: RegExpExecArray | null | undefined
  return (from) => {
    if (found === undefined || (found !== null && found.index < from)) found = find(from)
    return found
  }
}

function findTag(text: string, from: number): RegExpExecArray | null {
  for (let at = text.indexOf('<', from); at !== -1; at = text.indexOf('<', at + 1)) {
    // Nearly all tags are spans, which two letters tell from the others.
    const first = text.charCodeAt(at + 1)
    const name = first === SLASH ? at + 2 : at + 1
    const isSpan = (text.charCodeAt(name) | 32) === 115 && (text.charCodeAt(name + 1) | 32) === 112
    if (isSpan) continue
    tagRE.lastIndex = at
    const found = tagRE.exec(text)
    if (found) return found
  }
  return null
}

function findFence(text: string, from: number): RegExpExecArray | null {
  fenceRE.lastIndex = from
  return fenceRE.exec(text)
}

/** Tells for ascending offsets whether an odd number of backticks stands before one in its line, or a backslash. */
function createCodeSpanTest(text: string, starts: readonly number[]): (offset: number) => boolean {
  let line = -1
  let counted = 0
  let odd = false
  return (offset) => {
    const now = lastNotAbove(starts, offset)
    if (now !== line) {
      line = now
      counted = starts[line] ?? 0
      odd = false
    }
    for (; counted < offset; counted++) if (text.charCodeAt(counted) === 96) odd = !odd
    return odd || text.charCodeAt(offset - 1) === 92
  }
}

/** The code block that a fence opens (CommonMark 0.31, 4.5); null when the line opens none. */
function readFence(text: string, fence: RegExpExecArray, starts: readonly number[]): Region | null {
  const [whole, marker = '', info = ''] = fence
  if (marker.startsWith('`') && info.includes('`')) return null
  const quoted = whole.trimStart().startsWith('>')
  const start = fence.index
  for (let line = lastNotAbove(starts, start) + 1; line < starts.length; line++) {
    const lineStart = starts[line] ?? text.length
    const lineEnd = starts[line + 1] ?? text.length
    const content = text.slice(lineStart, lineEnd).trim()
    if (quoted && !content.startsWith('>')) return {kind: 'code', start, end: lineStart, closed: true}
    const bare = quoted ? content.replace(/^[> \t]+/, '') : content
    if (bare.startsWith(marker) && bare.replaceAll(marker.charAt(0), '') === '') {
      return {kind: 'code', start, end: lineEnd, closed: true}
    }
  }
  return {kind: 'code', start, end: text.length, closed: false}
}

/** Outermost tables; one that is never closed ends before the next Markdown, or with the document. */
function tableRegions(text: string, tags: readonly Tag[], starts: readonly number[]): Region[] {
  const closeOf = new Map<Tag, Tag>()
  const open: Tag[] = []
  for (const tag of tags) {
    if (tag.name !== 'table') continue
    if (tag.open) open.push(tag)
    else {
      const opener = open.pop()
      if (opener) closeOf.set(opener, tag)
    }
  }
  const regions: Region[] = []
  let end = -1
  for (const tag of tags) {
    if (tag.name !== 'table' || !tag.open || tag.start < end) continue
    const close = closeOf.get(tag)
    end = close ? close.end : markdownAfter(text, tag.end, starts)
    regions.push({kind: 'html', start: tag.start, end, closed: close !== undefined})
  }
  return regions
}

/** Start of the first line after a blank one that is Markdown (or opens a table) rather than the table going on. */
function markdownAfter(text: string, from: number, starts: readonly number[]): number {
  let blank = false
  for (let line = lastNotAbove(starts, from) + 1; line < starts.length; line++) {
    const start = starts[line] ?? text.length
    const content = text.slice(start, starts[line + 1] ?? text.length).trimStart()
    if (content === '') blank = true
    else {
      if (blank && (!content.startsWith('<') || /^<table[\s>]/i.test(content))) return start
      blank = false
    }
  }
  return text.length
}

/** Runs of rows or cells outside every table, as a table leaves them whose start was cut off. */
function strayRows(
  text: string,
  tags: readonly Tag[],
  regions: readonly Region[],
  starts: readonly number[],
): Region[] {
  const stray: Region[] = []
  const closes = tags.filter(({name, open}) => name === 'table' && !open).map(({start}) => start)
  let next = 0
  let end = -1
  for (const tag of tags) {
    while (next < regions.length && (regions[next]?.end ?? 0) <= tag.start) next++
    const region = regions[next]
    if (tag.start < end || !tag.open || tag.name === 'table') continue
    if (region && region.start <= tag.start) continue
    const close = closes[lastNotAbove(closes, tag.start) + 1]
    const limit = Math.min(region?.start ?? text.length, close ?? text.length)
    end = Math.min(limit, markdownAfter(text, tag.end, starts))
    stray.push({kind: 'rows', start: tag.start, end, closed: false})
  }
  return stray
}
