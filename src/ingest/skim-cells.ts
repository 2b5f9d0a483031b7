/** Tells without a parser whether a table may be a port table: markup is cut away, then the grammar is asked. */
import {foldWhiteSpace, joinEnglish} from './fold.ts'
import {looksLikeHeader} from './header-words.ts'
import {mayHoldPath, namesPorts, withoutMarkup} from './port-words.ts'
import {isPath, isTransport, sampleOf} from './recognise.ts'
import type {Region} from './regions.ts'

export interface SkimmedTable {
  region: Region
  /** Offsets of the rows below the header. */
  rows: number[]
}

/** Whether the header names ports, or most cells of a column read as paths or transports. */
export function mayHoldPorts(text: string, {region, rows}: SkimmedTable, locale: () => string): boolean {
  if (namesPorts(text.slice(region.start, rows[0] ?? region.end))) return true
  const lines = sampleOf(rows.map((start, index) => [start, rows[index + 1] ?? region.end] as const))
  const sample = lines.map(([start, end]) => {
    const line = text.slice(start, end)
    return region.kind === 'html' ? line.replace(/<t[dh](?=[\s>])/gi, '|<td') : line
  })
  if (!sample.some((line) => mayHoldPath(line))) return false
  const columns: {filled: number; paths: number}[] = []
  for (const line of sample) {
    for (const [index, cell] of line.split(/(?<!\\)\|/).entries()) {
      columns[index] ??= {filled: 0, paths: 0}
      const column = columns[index]
      const plain = withoutMarkup(cell, '')
      if (plain.trim() === '') continue
      column.filled++
      if (!mayHoldPath(cell)) continue
      // A broken tag: what is text in it takes a parser.
      if (plain.includes('<')) return true
      if (readsAsPath(cell, locale())) column.paths++
    }
  }
  return columns.some(({filled, paths}) => paths > 0 && paths * 2 >= filled)
}

/** Whether the first row of an HTML table reads like its header. */
export const isHeaderRow = (row: string): boolean =>
  looksLikeHeader(
    row
      .split(/<t[dh](?=[\s>])/i)
      .slice(1)
      .map((cell) => roughCell(`<td${cell}`)),
  )

/** Whether the grammar reads a cell as a path or a transport, in its English or else in its locale. */
function readsAsPath(cell: string, locale: string): boolean {
  const {source, target} = roughCell(cell)
  const texts = source === null ? [target, foldWhiteSpace(withoutMarkup(cell, ' '))] : [source]
  const language = source === null ? locale : 'en'
  return texts.some((text) => isPath(text, language) || isTransport(text, language))
}

/** A span and the text behind it; of which language it is, its attributes say, in any order and case. */
const spanRE = /<span\s([^<>]*)>([^<]*)/gi

/** Both languages of a cell, markup left out. */
function roughCell(cell: string): {source: string | null; target: string} {
  const english: string[] = []
  const rest = cell.replace(spanRE, (whole: string, attributes: string, text: string) => {
    if (!attributes.toLowerCase().includes('data-stu-id')) return whole
    english.push(withoutMarkup(text, ''))
    return ''
  })
  const target = foldWhiteSpace(withoutMarkup(rest, ''))
  return {source: english.length === 0 ? null : joinEnglish(english), target}
}
