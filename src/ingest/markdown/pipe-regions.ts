/** Where pipe tables may stand in prose: a line with a delimiter row below it (GFM 0.29, 4.10). */

import type {Region} from '../regions.ts'
import {splitRow} from './pipe-rows.ts'

export interface PipeLine {
  /** Offset of the first character after quote markers, list markers and indentation. */
  start: number
  /** Offset after the last character, line end left out. */
  end: number
  /** Whether it stands in a quote. */
  quoted: boolean
}

/** A possible pipe table: its lines without what contains them. */
export interface PipeRegion extends Region {
  lines: PipeLine[]
}

const listMarkerRE = /(?:[-*+]|\d{1,9}[.)])[ \t]+/y

/** Candidates between two offsets; the Markdown parser decides whether they are tables. */
export function findPipeRegions(
  text: string,
  from: number,
  to: number,
  firstLine: number,
  starts: readonly number[],
): PipeRegion[] {
  const found: PipeRegion[] = []
  if (text.indexOf('|', from) === -1) return found
  for (let line = firstLine; line < starts.length; line++) {
    const lineStart = Math.max(from, starts[line] ?? to)
    const below = starts[line + 1] ?? to
    if (below >= to) break
    const delimiter = contentOf(text, below, starts[line + 2] ?? text.length, to)
    if (!isDelimiterRow(text, delimiter)) continue
    const header = withoutListMarker(text, contentOf(text, lineStart, below, to))
    if (header.start >= header.end || cellsOf(text, header) !== cellsOf(text, delimiter)) continue
    const lines = [header, delimiter]
    let next = line + 2
    for (; next < starts.length; next++) {
      const nextStart = starts[next] ?? to
      if (nextStart >= to) break
      const content = contentOf(text, nextStart, starts[next + 1] ?? text.length, to)
      if (content.start >= content.end || (content.quoted && !header.quoted)) break
      lines.push(content)
    }
    found.push({kind: 'pipe', start: header.start, end: lines.at(-1)?.end ?? header.end, closed: true, lines})
    line = next - 1
  }
  return found
}

/** A line without indentation and quote markers. */
function contentOf(text: string, lineStart: number, nextStart: number, limit: number): PipeLine {
  let end = Math.min(nextStart, limit)
  while (end > lineStart && isSpace(text.charCodeAt(end - 1))) end--
  let start = lineStart
  let quoted = false
  for (; start < end; start++) {
    const code = text.charCodeAt(start)
    if (code === 62) quoted = true
    else if (!isSpace(code)) break
  }
  return {start, end, quoted}
}

function withoutListMarker(text: string, line: PipeLine): PipeLine {
  listMarkerRE.lastIndex = line.start
  const marker = listMarkerRE.exec(text)
  return marker && line.start + marker[0].length < line.end
    ? {...line, start: line.start + marker[0].length}
    : line
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

function isDelimiterRow(text: string, {start, end}: PipeLine): boolean {
  let dash = false
  let isBordered = false
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 45) dash = true
    else if (code === 124 || code === 58) isBordered = true
    else if (!isSpace(code)) return false
  }
  return dash && isBordered
}

const cellsOf = (text: string, {start, end}: PipeLine): number => splitRow(text, start, end).length
