/** Prose of a document in reading order: headings, paragraphs, list items and notes, by a cheap line splitter. */
import type {Block} from '../../model/schema.ts'
import {MAX_BLOCKS} from '../limits.ts'
import {lastNotAbove} from '../newlines.ts'
import {createSource, type Source} from '../source.ts'
import type {Part} from '../table/read-tables.ts'
import {readInline} from './markdown-inline.ts'

/** Lines that belong together, before their inline Markdown is read. */
interface Chunk {
  kind: 'heading' | 'paragraph' | 'listItem' | 'note'
  depth: number
  /** Stretches of the document, one a line. */
  lines: {start: number; end: number}[]
}

const headingRE = /^(#{1,6})[ \t]+/
const listRE = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/
const alertRE = /^\[![^\]]*\][ \t]*$/
const underlineRE = /^(?:=+|-+)[ \t]*$/
const breakRE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const htmlHeadingRE = /^<h([1-6])[\s>]/i

/** Blocks between two offsets that hold neither table nor code. */
export function readProse(source: Source, from: number, to: number): Block[] {
  const {text, starts} = source
  const chunks: Chunk[] = []
  /** Whether the next line may go on with the last chunk. */
  let open = false
  for (let line = lastNotAbove(starts, from); line < starts.length; line++) {
    const lineStart = Math.max(from, starts[line] ?? to)
    if (lineStart >= to) break
    if (chunks.length >= MAX_BLOCKS) {
      reportTooMany(source, lineStart)
      break
    }
    const {content, start, quoted, indent} = readLine(
      text,
      lineStart,
      Math.min(to, starts[line + 1] ?? text.length),
    )
    const end = start + content.length
    const last = open ? chunks.at(-1) : undefined
    const heading = headingRE.exec(content)
    const item = heading ? null : listRE.exec(content)
    const level = htmlHeadingRE.exec(content)?.[1]
    if (content === '' || (quoted && alertRE.test(content))) open = false
    else if (heading || level !== undefined) {
      const depth = heading ? (heading[1]?.length ?? 1) : Number(level)
      chunks.push({kind: 'heading', depth, lines: [{start: start + (heading?.[0].length ?? 0), end}]})
      open = false
    } else if (last?.kind === 'paragraph' && underlineRE.test(content)) {
      last.kind = 'heading'
      last.depth = content.startsWith('=') ? 1 : 2
      open = false
    } else if (breakRE.test(content)) open = false
    else if (item) {
      const depth = quoted ? 0 : 1 + Math.floor(indent / 2)
      chunks.push({kind: quoted ? 'note' : 'listItem', depth, lines: [{start: start + item[0].length, end}]})
      open = true
    } else if (last && (last.kind === 'note') === quoted) last.lines.push({start, end})
    else {
      chunks.push({kind: quoted ? 'note' : 'paragraph', depth: 0, lines: [{start, end}]})
      open = true
    }
  }
  return chunks.flatMap((chunk) => toBlock(source, chunk))
}

/** A heading with number signs before it, or with a line below it. */
const firstHeadingRE = /^(?: {0,3}#{1,6}[ \t].*|[^\s#>|<=-].*\r?\n(?:=+|-+)[ \t]*\r?)$/m

/** The first heading of a document, found without reading the prose before it; its place is one in the heading itself. */
export function firstHeading({text, path}: Source, parts: readonly Part[]): Block | null {
  for (const part of parts) {
    const [found] = part.kind === 'prose' ? (firstHeadingRE.exec(text.slice(part.start, part.end)) ?? []) : []
    if (found !== undefined) return readProse(createSource(found, path), 0, found.length)[0] ?? null
  }
  return null
}

function reportTooMany(source: Source, offset: number): void {
  source.report(
    offset,
    'error',
    'too-much-prose',
    `Unexpected prose of more than ${MAX_BLOCKS} headings, paragraphs and list items; the rest of it was left out`,
    'Split the document.',
  )
}

/** A line without indentation, quote markers, line end, and closing number signs of a heading. */
function readLine(
  text: string,
  lineStart: number,
  lineEnd: number,
): {content: string; start: number; quoted: boolean; indent: number} {
  let start = lineStart
  let quoted = false
  let indent = 0
  for (; start < lineEnd; start++) {
    const code = text.charCodeAt(start)
    if (code === 62) quoted = true
    else if (code === 9) indent += 4
    else if (code === 32) indent++
    else break
  }
  const content = text.slice(start, lineEnd).trimEnd()
  return {content, start, quoted, indent}
}

function toBlock(source: Source, {kind, depth, lines}: Chunk): Block[] {
  const {english, markdown, at} = readInline(source.text, lines)
  if (markdown === '' && english === null) return []
  const place = source.place(at ?? lines[0]?.start ?? 0)
  return [{kind, depth, source: english, markdown, table: null, place}]
}
