/** Tells without a parser whether a table may be a port table: markup is cut away, then the grammar is asked. */
import {foldWhiteSpace, joinEnglish} from './fold.ts'
import {looksLikeHeader} from './header-words.ts'
import {splitRow} from './pipe-rows.ts'
import {withoutPlainTags} from './plain-tags.ts'
import {mayHoldPath, namesPorts, withoutMarkup} from './port-words.ts'
import {isPath, isTransport, sampleOf} from './recognise.ts'
import type {Region} from './regions.ts'

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
      } else if (isPlain(cell) && withoutMarkup(cell, '').trim() !== '') column.filled++
    }
  }
  return columns.some(({filled, paths}) => paths > 0 && paths * 2 >= filled)
}

const spanningRE = /(?:row|col)span/i

const htmlCells = (row: string): string[] => row.split(/(?=<t[dh][\s>])/i).slice(1)

function pipeCells(row: string): string[] {
  const line = (lineRE.exec(row)?.[0] ?? '').trimEnd()
  return splitRow(line, 0, line.length).map(({from, to}) => line.slice(from, to))
}

const lineRE = /^[^\r\n]*/

/** Whether the text of a cell is surely what is left of it without markup: tags are whole, spans closed and their language known. */
const isPlain = (cell: string): boolean =>
  !cell.includes('<') ||
  (!cell.includes('`') &&
    !withoutPlainTags(cell).includes('<') &&
    count(cell, /<span[\s>]/gi) === count(cell, /<\/span>/gi) &&
    count(cell, /sxs-lookup/gi) === count(cell, /data-stu-id/gi))

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

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
