/** Passes over a document without a table that could be a port table: counts the rows of its tables and reads none. */
import type {UnreadTable} from '../../model/edition.ts'
import type {Block} from '../../model/schema.ts'
import type {FrontMatter} from '../identity/front-matter.ts'
import {readIdentity} from '../identity/identity.ts'
import type {Placement} from '../identity/placement.ts'
import {readProse} from '../markdown/markdown-prose.ts'
import {findPipeRegions} from '../markdown/pipe-regions.ts'
import {lastNotAbove} from '../newlines.ts'
import type {Region} from '../regions.ts'
import {createSource, type Source} from '../source.ts'
import {namesPorts} from '../table/port-like-words.ts'
import type {SpansIn} from '../table/read-tables.ts'
import {isHeaderRow, mayHoldPorts, type SkimmedTable} from './skim-cells.ts'
import {skimHtmlRows} from './skim-html.ts'
import {skimPipeRows} from './skim-pipe.ts'

export interface Skimmed {
  /** The first heading; its place is one in the heading itself, since nobody asks for it. */
  heading: Block[]
  spansIn: SpansIn
  unread: UnreadTable[]
}

/**
 * What is kept of a document that names ports neither in its title nor in the header of a table, and no transport or path in a
 * cell. Linear, without a parser.
 *
 * @param regions those of the whole document, which whoever reads it may need again
 * @returns null when the document has to be read: it may be about ports, or it takes a parser to count its rows
 */
export function skim(
  source: Source,
  front: FrontMatter,
  regions: () => readonly Region[],
  placement: Placement,
): Skimmed | null {
  const {text} = source
  const {values, bodyStart} = front
  const heading = firstHeading(text, bodyStart)
  const title = `${values.get('title')?.value ?? ''}\n${text.slice(heading?.start, heading?.end ?? 0)}`
  if (namesPorts(title)) return null
  let locale: string | null = null
  const ownLocale = (): string => {
    locale ??= localeOf(source, front, placement)
    return locale
  }
  const tables = hasTable(text) ? skimTables(source, bodyStart, regions, ownLocale) : []
  if (tables === null) return null
  return {
    heading: heading === null ? [] : readHeading(source, heading),
    spansIn: spansInOf(text, tables),
    unread: tables.map(({rows}, index) => ({table: index + 1, rows: rows.map((at) => source.place(at))})),
  }
}

const tableTagRE = /<t(?:able|r|d|h)[\s/>]/iy

/** Whether a text may hold a table at all: a tag of one, or a line of dashes, colons and pipes. */
function hasTable(text: string): boolean {
  return (text.includes('|') && hasDelimiterRow(text)) || hasTableTag(text)
}

function hasTableTag(text: string): boolean {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    // Nearly all tags are spans: their first letter tells.
    if ((text.charCodeAt(at + 1) | 32) !== 116) continue
    tableTagRE.lastIndex = at
    if (tableTagRE.test(text)) return true
  }
  return false
}

function hasDelimiterRow(text: string): boolean {
  for (let at = text.indexOf('-'); at !== -1; ) {
    // Back to the start of the line over what a delimiter row may hold, then forward to its end.
    let start = at
    while (start > 0 && isDelimiterSign(text.charCodeAt(start - 1))) start--
    let end = at
    while (end < text.length && isDelimiterSign(text.charCodeAt(end))) end++
    const atStart = start === 0 || isLineEnd(text.charCodeAt(start - 1))
    if (atStart && (end === text.length || isLineEnd(text.charCodeAt(end)))) {
      const line = text.slice(start, end)
      if (line.includes('|') || line.includes(':')) return true
    }
    at = text.indexOf('-', end)
  }
  return false
}

/** `-`, `:`, `|`, `>` and the white space inside a line. */
const isDelimiterSign = (code: number): boolean =>
  code === 45 ||
  code === 32 ||
  code === 124 ||
  code === 58 ||
  code === 62 ||
  (code >= 9 && code <= 13 && !isLineEnd(code))

const isLineEnd = (code: number): boolean => code === 10 || code === 13

/** A heading with signs before it, or with a line of signs below it. */
const headingRE = /^(?: {0,3}#{1,6}[ \t].*|[^\s#>|<=-].*\r?\n(?:=+|-+)[ \t]*\r?)$/m

function firstHeading(text: string, bodyStart: number): {start: number; end: number} | null {
  const found = headingRE.exec(text.slice(bodyStart))
  if (!found) return null
  const start = bodyStart + found.index
  return {start, end: start + found[0].length}
}

/** Read as a document of its own: the lines of the whole one need not be counted. */
function readHeading({text, path}: Source, {start, end}: {start: number; end: number}): Block[] {
  const heading = createSource(text.slice(start, end), path)
  return readProse(heading, 0, heading.text.length)
}

/** The document's locale; what is odd about it is reported when its identity is read. */
function localeOf({text, path}: Source, front: FrontMatter, placement: Placement): string {
  return readIdentity(createSource(text, path), front, {spans: false, spansIn: null}, placement).info.locale
}

/** The tables of a document; null when one has to be read. */
function skimTables(
  {text, starts}: Source,
  bodyStart: number,
  regions: () => readonly Region[],
  locale: () => string,
): SkimmedTable[] | null {
  const tables: SkimmedTable[] = []
  let from = bodyStart
  const skimPipes = (end: number): boolean => {
    for (const region of findPipeRegions(text, from, end, lastNotAbove(starts, from), starts)) {
      const rows = skimPipeRows(text, region)
      if (rows === null || mayHoldPorts(text, {region, rows}, locale)) return false
      tables.push({region, rows})
    }
    return true
  }
  for (const region of regions()) {
    if (!region.closed || region.kind === 'rows' || !skimPipes(region.start)) return null
    from = region.end
    if (region.kind !== 'html') continue
    const rows = skimHtmlRows(text.slice(region.start, region.end), isHeaderRow)?.map(
      (at) => region.start + at,
    )
    if (!rows || mayHoldPorts(text, {region, rows}, locale)) return null
    tables.push({region, rows})
  }
  return skimPipes(text.length) ? tables : null
}

/** Which kind of table carries English spans: an HTML table if any does. */
function spansInOf(text: string, tables: readonly SkimmedTable[]): SpansIn {
  const kinds = tables
    .filter(({region}) => text.slice(region.start, region.end).includes('data-stu-id'))
    .map(({region}) => region.kind)
  return kinds.includes('html') ? 'html' : kinds.includes('pipe') ? 'pipe' : null
}
