/** Cuts the lines of a pipe table into cells where it takes no Markdown parser to know them (GFM 0.29, 4.10). */

const PIPE = 124
const BACKSLASH = 92

/** Not one that starts like an item of a list. */
const delimiterRE = /^(?!-[ \t])\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/
/**
 * Characters with a meaning inside a line (CommonMark 0.31, 6), but for a line break and asterisks; without them a cell is its own
 * text.
 */
const inlineRE = /[\\`_[\]\t]|&[#a-z]|<(?!br ?\/?>)/i
/** Asterisks in pairs only, each two around a stretch that begins and ends with a letter or digit and stands apart. */
const strongRE =
  /^(?:[^*]|(?<![^\s>\u2800-\u28ff])\*\*(?=[\p{L}\p{N}])[^*]*(?<=[\p{L}\p{N}])\*\*(?![^\s<\u2800-\u28ff]))*$/u
/** What `isPlainText` lets pass and a cell's text does not hold: a line break as it is mostly written, and the asterisks of strong text. */
export const plainMarkupRE = /(<br ?\/?>|\*\*)/i

/** A cell: where it starts (its pipe, where it has one), and its content without white space around it. */
export interface CellStretch {
  start: number
  from: number
  to: number
}

/** Whether a line below a head, and below no other block, is a row: it starts like no other block could. */
const firstRE = /[|\p{L}\u2800-\u28ff]/uy

/** Whether a line is a delimiter row, whatever stands above it. */
export const isPlainDelimiter = (line: string): boolean => delimiterRE.test(line)

/** Whether the content of a cell has no Markdown and no tags in it, but for line breaks and strong text. */
export const isPlainText = (content: string): boolean =>
  !inlineRE.test(content) && (!content.includes('*') || strongRE.test(content))

/**
 * @param text lines that each end with a line feed, without indentation
 * @param starts where each line starts, and the end
 * @returns the cells of the head and of each row; null when it takes a parser to know whether each line is a row
 */
export function splitPipeRows(text: string, starts: readonly number[]): CellStretch[][] | null {
  const rows: CellStretch[][] = []
  for (let line = 0; line + 1 < starts.length; line++) {
    const start = starts[line] ?? 0
    const end = withoutBlanks(text, start, (starts[line + 1] ?? 0) - 1)
    if (line === 1) {
      const delimiter = text.slice(start, end)
      if (!isPlainDelimiter(delimiter) || countCells(delimiter) !== rows[0]?.length) return null
      continue
    }
    firstRE.lastIndex = start
    if (!firstRE.test(text) || (text.charCodeAt(start) === PIPE && end - start < 2)) return null
    rows.push(splitRow(text, start, end))
  }
  return rows
}

const countCells = (line: string): number => splitRow(line, 0, line.length).length

/** The cells of a line; a pipe at its start or its end opens none. */
export function splitRow(text: string, start: number, end: number): CellStretch[] {
  const cells: CellStretch[] = []
  let own = start
  let from = text.charCodeAt(start) === PIPE ? start + 1 : start
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) {
      const next = text.charCodeAt(at + 1)
      if (next === BACKSLASH || next === PIPE) at++
    } else if (code === PIPE) {
      cells.push(trimmed(text, own, from, at))
      own = at
      from = at + 1
    }
  }
  if (from < end) cells.push(trimmed(text, own, from, end))
  return cells
}

function trimmed(text: string, start: number, from: number, to: number): CellStretch {
  let first = from
  while (first < to && isBlank(text.charCodeAt(first))) first++
  return {start, from: first, to: withoutBlanks(text, first, to)}
}

function withoutBlanks(text: string, from: number, to: number): number {
  let last = to
  while (last > from && isBlank(text.charCodeAt(last - 1))) last--
  return last
}

const isBlank = (code: number): boolean => code === 32 || code === 9
