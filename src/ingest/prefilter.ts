/**
 * What spares most documents most of the work: pipe tables whose words rule ports out have their rows counted and no cell read,
 * and documents without a table about ports have no prose read. It changes what an edition costs, and nothing that it says.
 */
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {readAddressPorts} from '../facts/columns/address-ports.ts'
import {type EditionRow, readingOf} from '../model/edition.ts'
import {foldWidth} from '../text/normalize.ts'
import type {PipeLine, PipeRegion} from './markdown/pipe-regions.ts'
import {isPlainDelimiter} from './markdown/pipe-rows.ts'
import type {Source} from './source.ts'
import {isPath, isTransport} from './table/cell-counts.ts'
import {portKinds} from './table/column-kinds.ts'
import {CUT, mayHoldPath, mayNamePorts, namesPorts} from './table/port-like-words.ts'
import type {ReadTable} from './table/read-table.ts'
import type {Recognition} from './table/recognise.ts'

/** Whether a table makes its document one about ports: by a column of ports, or by a cell that reads as a path or a transport. */
export const isAboutPorts = (
  {portTable, columns}: Pick<Recognition, 'portTable' | 'columns'>,
  rows: readonly EditionRow[],
  locale: string,
): boolean => portTable || columns.some((kind) => portKinds.has(kind)) || holdsPaths(rows, locale)

const holdsPaths = (rows: readonly EditionRow[], locale: string): boolean =>
  rows.some(({cells}) =>
    cells
      .flatMap((cell) => [cell, readingOf(cell)])
      .some(({source, target}) => {
        const [text, language] = source === null ? [target, locale] : [source, 'en']
        return isPath(text, language) || isTransport(text, language)
      }),
  )

/** What may be the port of an address. */
const hostPortRE = /[\p{L}\p{N}\]}>*.]:[0-9]{1,5}(?![0-9:])/u

const holdsAddressPorts = (rows: readonly EditionRow[]): boolean =>
  rows.some(({cells}) =>
    cells.some((cell) => {
      const {source, target} = readingOf(cell)
      return readAddressPorts(source ?? target)?.ok === true
    }),
  )

/** Links in one table of which the address is cut out; of a line with very many the reader keeps it. */
const MOST_LINKS = 200

/** A line that starts like a row, and like nothing that would end the table (GFM 0.29, 4.10). */
const rowRE = /(?:\|.|\p{L}|<\/?span[\s>])/uy

/**
 * The offsets of a pipe table's rows, if it is surely not about ports; null when it has to be read. A row is passed over when
 * it names no transport, nor a protocol beside a number; the others, and a header with a word for ports, are read alone.
 */
export function rowsWithoutPorts(
  {text}: Source,
  {start, end, lines}: PipeRegion,
  read: (lines: PipeLine[]) => ReadTable | null,
  locale: () => string,
): number[] | null {
  const [header, delimiter, ...rows] = lines
  if (!header || !delimiter || !isPlainDelimiter(text.slice(delimiter.start, delimiter.end))) return null
  const startsRow = (line: PipeLine): boolean => {
    rowRE.lastIndex = line.start
    return rowRE.test(text)
  }
  if (!startsRow(header) || !rows.every(startsRow)) return null
  const whole = text.slice(start, end)
  // Parsers drop NUL characters, each in its own way.
  if (whole.includes('\0') || whole.split('](').length > MOST_LINKS) return null
  const mayName = ({start, end}: PipeLine): boolean => {
    const plain = withoutMarkup(text.slice(start, end))
    return plain === null || mayNamePorts(plain)
  }
  // A second row may go on with the header.
  const isHeadLonger = rows[0] !== undefined && mayName(rows[0])
  const named = mayName(header) || isHeadLonger
  const mayMatter = (from: number, to: number): boolean => {
    const plain = withoutMarkup(text.slice(from, to))
    return plain === null || mayHoldPath(plain) || hostPortRE.test(plain)
  }
  const isRead = (row: PipeLine, at: number): boolean =>
    (isHeadLonger && at < 2) || mayMatter(row.start, row.end)
  const doubtful = isHeadLonger || mayMatter(delimiter.end, end) ? rows.filter(isRead) : []
  if (named || doubtful.length > 0) {
    const table = read([header, delimiter, ...doubtful])
    if (
      table === null ||
      table.header?.cells
        .map(readingOf)
        .some(({source, target}) => namesPorts(source ?? '') || namesPorts(target))
    )
      return null
    if (holdsPaths(table.rows, locale()) || holdsAddressPorts(table.rows)) return null
  }
  return rows.map((row) => row.start)
}

/** A tag of an element that shows its content and nothing else, on one line, its values quoted and without a pipe. */
const tag = String.raw`<\/?(?!script|style|img)[a-z][a-z\d]*(?:[ \t]+(?!style|hidden)[a-z-]+="[^"<>|\r\n]*")*[ \t]*\/?>`
/** Where a link of Markdown leads (CommonMark 0.31, 6.3), as it is mostly written. */
const address = String.raw`\]\([^()\s<>]*\)`
const escaped = String.raw`\\[!-\/:-@[-\`{-~]`
/** What a parser takes out. */
const markupRE = new RegExp(String.raw`${escaped}|${tag}|${address}|[*_\`\\[\]]`, 'gi')
/** Other tags, links and pictures; and code beside what would be one elsewhere, in one cell. */
const unsureRE = /<[a-z/!?]|\]\(|!\[/i
const codeRE = /`[^\r\n|]*(?:<(?!\/?span[ >])|\]\()|(?:<(?!\/?span[ >])|\]\()[^\r\n|]*`/
const referenceRE = /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}))|([a-z\d]{1,31}));/gi
/** Texts that folding leaves as they are, but for their punctuation: ASCII, kana, ideographs and Hangul. */
export const foldedRE =
  /^[\0-\x7f\xa0\u2010-\u2016\u2018-\u2026\u2190-\u21ff\u3000-\u3003\u3008-\u3011\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff0f\uff1a-\uff20]*$/

/** The text with `CUT` in place of what a parser takes out; null where it takes one to know. */
function withoutMarkup(text: string): string | null {
  if (text.includes('`') && codeRE.test(text.replaceAll('\\|', ''))) return null
  const rest = text.replace(markupRE, CUT)
  if (unsureRE.test(rest)) return null
  const decoded = rest.includes('&') ? rest.replace(referenceRE, decode) : rest
  return foldedRE.test(decoded) ? decoded : foldWidth(decoded)
}

function decode(reference: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return decodeNamedCharacterReference(name) || reference
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference
}
