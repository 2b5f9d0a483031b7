/** Tells without a parser whether a table may be a port table: markup is cut away, then the grammar is asked. */
import {hasStructure} from '../../text/cell-structure.ts'
import {toClass, unfolded} from '../folded-codes.ts'
import {splitRow} from '../markdown/pipe-rows.ts'
import type {Region} from '../regions.ts'
import {looksLikeHeader} from '../table/header-words.ts'
import {mayHoldPath, namesPorts, withoutMarkup} from '../table/port-like-words.ts'
import {isPath, isTransport, sampleOf} from '../table/recognise.ts'
import {structureTagRE} from '../table/tree-structure.ts'
import {foldWhiteSpace, joinEnglish} from '../white-space.ts'
import {hasOpenReference, withoutPlainTags} from './plain-markup.ts'

export interface SkimmedTable {
  region: Region
  /** Offsets of the rows below the header. */
  rows: number[]
}

/** Whether the header names ports, or most cells of a column read as paths or transports, or may as far as one can tell. */
export function mayHoldPorts(text: string, {region, rows}: SkimmedTable, locale: () => string): boolean {
  if (namesPorts(text.slice(region.start, rows[0] ?? region.end))) return true
  const sample = sampleOf(rows.map((start, index) => text.slice(start, rows[index + 1] ?? region.end)))
  if (!sample.some((row) => mayHoldPath(row))) return false
  // Cells below others stand in columns that only a parser counts.
  if (region.kind === 'html' && sample.some((row) => spanningRE.test(row))) return true
  const columns: {filled: number; paths: number}[] = []
  for (const row of sample) {
    for (const [index, cell] of (region.kind === 'html' ? htmlCells(row) : pipeCells(row)).entries()) {
      columns[index] ??= {filled: 0, paths: 0}
      const column = columns[index]
      if (mayHoldPath(cell)) {
        column.filled++
        if (!isPlain(cell) || readsAsPath(cell, locale())) column.paths++
      } else if (isPlain(cell) && wordRE.test(withoutMarkup(withoutLinks(cell), ''))) column.filled++
    }
  }
  return columns.some(({filled, paths}) => paths > 0 && paths * 2 >= filled)
}

const spanningRE = /(?:row|col)span/i
const wordRE = /[\p{L}\p{N}]/u

/** What stands behind a cell's end is none of its text. */
const htmlCells = (row: string): string[] =>
  row
    .split(/(?=<t[dh][\s>])/i)
    .slice(1)
    .map((cell) => cell.split(/<\/t[dh][\s>]/i, 1)[0] ?? '')

function pipeCells(row: string): string[] {
  const line = (lineRE.exec(row)?.[0] ?? '').trimEnd()
  return splitRow(line, 0, line.length).map(({from, to}) => line.slice(from, to))
}

const lineRE = /^[^\r\n]*/

/** A link or picture of Markdown (CommonMark 0.31, 6.3 and 6.4), as it is mostly written. */
const linkRE = /(!?)\[([^[\]]*)\]\([^()\s]*\)/g

/** Of a link its words remain, of a picture nothing. */
const withoutLinks = (cell: string): string =>
  cell.includes('](')
    ? cell.replace(linkRE, (_, picture: string, words: string) => (picture === '' ? words : ''))
    : cell

/** English in a span, without another span inside. */
const englishRE = /<span\s[^<>]*data-stu-id[^<>]*>((?:[^<>]|<(?!\/?span)[^<>]*>)*)<\/span>/gi

/** Whether the text of a cell is surely what is left of it without markup: tags are whole, spans closed and their language known. */
function isPlain(cell: string): boolean {
  const rest = withoutPlainTags(withoutLinks(cell))
  return (
    !structureTagRE.test(cell) &&
    !hasStructure(cell) &&
    !rest.includes('<') &&
    !hasOpenReference(rest) &&
    !rest.includes('](') &&
    !(rest.includes('`') && cell.includes('<')) &&
    count(cell, /<span[\s>]/gi) === count(cell, /<\/span>/gi) &&
    count(cell, /<span\s[^<>]*sxs-lookup/gi) === count(cell, englishRE) &&
    count(cell, /data-stu-id/gi) === count(cell, englishRE)
  )
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Signs of Markdown, which are text in HTML, and what the quick look folds or reads sooner than a parser does. */
const signRE = new RegExp(`[&*_\`\\\\]|${toClass(unfolded)}`)

/** Whether the first row of an HTML table reads like its header; null when it takes a parser to know. */
export function isHeaderRow(row: string): boolean | null {
  const cells = htmlCells(row)
  return cells.every((cell) => isPlain(cell) && !signRE.test(withoutPlainTags(cell)))
    ? looksLikeHeader(cells.map((cell) => roughCell(cell)))
    : null
}

/** Whether the grammar reads a cell as a path or a transport, in its English or else in its locale. */
function readsAsPath(cell: string, locale: string): boolean {
  const {source} = roughCell(cell)
  const language = source === null ? locale : 'en'
  // What is a link in Markdown is text in HTML, and tags join words or part them.
  const texts =
    source === null
      ? [cell, withoutLinks(cell)].flatMap((text) => [
          roughCell(text).target,
          foldWhiteSpace(withoutMarkup(text, ' ')),
        ])
      : [source]
  return texts.some((text) => isPath(text, language) || isTransport(text, language))
}

/** Both languages of a cell, markup left out. */
function roughCell(cell: string): {source: string | null; target: string} {
  const english: string[] = []
  const rest = cell.replace(englishRE, (_, text: string) => {
    english.push(withoutMarkup(text, ''))
    return ''
  })
  const target = foldWhiteSpace(withoutMarkup(rest, ''))
  return {source: english.length === 0 ? null : joinEnglish(english), target}
}
