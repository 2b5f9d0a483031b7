/** Tables that say in each cell what goes from the machine of its row to that of its column, or the other way: one row a cell. */
import {isNone} from '../../../facts/columns/port-part.ts'
import {namesProtocol} from '../../../facts/port-cell.ts'
import {localeData} from '../../../languages/languages.ts'
import {type EditionCell, type EditionRow, readingOf} from '../../../model/edition.ts'
import {linesOf, plainText} from '../../../text/cell-structure.ts'
import {foldSearch} from '../../../text/normalize.ts'
import {isPort} from '../cell-counts.ts'
import {textOf} from '../header-cells.ts'
import {namesPorts} from '../port-like-words.ts'
import type {ReadTable} from '../read-table.ts'
import {type Corner, cornerOf, endOfWord} from './matrix-corner.ts'

/** A table as rows of source, destination and ports; one of which the corner does not tell them apart is left, and said to be unclear; null for other tables. */
export function readMatrix(table: ReadTable, locale: string): ReadTable | null {
  const {header, rows} = table
  if (header === null || rows.length === 0 || header.cells.length < 3) return null
  const told = toldBy(header, rows, locale)
  if (told === null || !holdsPorts(table, locale)) return null
  if (told.rows === null) {
    const message = 'it lays machines against each other, and nothing says which of the two sends'
    return {...table, unclear: message, isMatrix: true}
  }
  const cells = rows.flatMap((row) =>
    header.cells.slice(1).flatMap((head, at): EditionRow[] => {
      const [own, cell] = [row.cells[0], row.cells[at + 1]]
      if (row.inHead || own === undefined || cell === undefined || isBlank(cell, locale)) return []
      const ends = [repeated(own), repeated(lowest(head))]
      return [
        {row: 0, cells: [...(told.rows === 'source' ? ends : ends.toReversed()), cell], place: cell.place},
      ]
    }),
  )
  return {
    ...table,
    header: {...header, cells: headersOf(header, told, locale)},
    rows: cells.map((row, at) => ({...row, row: at + 1})),
  }
}

/** What the first header says, or what stands above all others: `From`, and `To` above each. */
function toldBy(header: EditionRow, rows: readonly EditionRow[], locale: string): Corner | null {
  const [corner, ...heads] = header.cells
  if (corner === undefined) return null
  const {source, target} = readingOf(corner)
  const told = (source === null ? null : cornerOf(source, 'en')) ?? cornerOf(target, locale)
  if (told !== null) return told
  const above = new Set(heads.map((head) => groupOf(head)))
  const [group = ''] = above
  const [own, other] = [endOfWord(textOf(corner), locale), endOfWord(group, locale)]
  if (above.size === 1 && own !== null && other !== null && own !== other)
    return {rows: own, words: own === 'source' ? [textOf(corner), group] : [group, textOf(corner)]}
  return isOfSame(heads, rows) ? {rows: null, words: ['', '']} : null
}

/** What stands above the lowest line of a header; '' where it has one line. */
const groupOf = (cell: EditionCell): string => {
  const {source, target} = readingOf(cell)
  return linesOf(source ?? target)
    .slice(0, -1)
    .map(plainText)
    .join(' ')
}

/** Whether the same names stand on both axes: at least two, and half of those of an axis. */
function isOfSame(heads: readonly EditionCell[], rows: readonly EditionRow[]): boolean {
  const names = (cells: readonly (EditionCell | undefined)[]): Set<string> =>
    new Set(cells.map((cell) => foldSearch(textOf(cell))).filter((name) => /\p{L}/u.test(name)))
  const [across, down] = [names(heads), names(rows.map(({cells}) => cells[0]))]
  const both = across.intersection(down).size
  return both > 1 && both * 2 >= Math.min(across.size, down.size)
}

/** Numbers alone may be of anything: a cell must name a protocol, or the caption ports. */
function holdsPorts({rows, captions, header}: ReadTable, locale: string): boolean {
  const cells = rows.flatMap((row) => row.cells.slice(1)).filter((cell) => !isBlank(cell, locale))
  const texts = cells.map((cell) => ({
    text: textOf(cell),
    tag: readingOf(cell).source === null ? locale : 'en',
  }))
  const read = texts.filter(({text, tag}) => isPort(text, tag))
  const isNamed =
    read.some(({text, tag}) => namesProtocol(text, tag)) ||
    [...captions, textOf(header?.cells[0])].some((text) => namesPorts(text))
  return read.length * 2 >= texts.length && read.length > 0 && isNamed
}

const isBlank = (cell: EditionCell, locale: string): boolean => {
  const text = textOf(cell)
  return text === '' || isNone(text, locale) || isNone(text, 'en')
}

const repeated = (cell: EditionCell): EditionCell => ({...cell, spans: []})

/** A header without what stands above it. */
const lowest = (cell: EditionCell): EditionCell => {
  const {source, target} = readingOf(cell)
  const last = (text: string): string => linesOf(text).at(-1) ?? ''
  return {...cell, read: {target: last(target), source: source === null ? null : last(source)}}
}

function headersOf({cells: [corner]}: EditionRow, {words}: Corner, locale: string): EditionCell[] {
  const place = corner?.place ?? {path: '', line: 1, column: 1}
  const [port = 'Port'] = localeData(locale).headers['port'] ?? []
  const cell = (target: string, read?: string): EditionCell => ({
    ...{
      target,
      source: null,
      segments: target === '' ? [] : [{ids: [], source: null, target}],
      place,
      spans: [],
    },
    ...(read === undefined ? {} : {read: {target: read, source: null}}),
  })
  return [...words.map((word) => cell(word)), cell('', port)]
}
