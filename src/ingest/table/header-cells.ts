/** Whether a cell may be a header, wherever it stands in a table. */
import {transportNamed} from '../../facts/protocol-words.ts'
import {type EditionCell, readingOf} from '../../model/edition.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {plainHeader} from '../../text/cell-structure.ts'
import {kindsOfHeader} from './header-words.ts'

/** A port, or more than the mark of a note has: no header. */
export const figuresRE = /\p{Nd}{2}/u

/** The English of a cell, or its text where there is none; '' for a cell that is not there. */
export function textOf(cell: EditionCell | undefined): string {
  if (cell === undefined) return ''
  const {source, target} = readingOf(cell)
  return plainHeader(source ?? target)
}

/** What the column below a cell may hold, in any language. */
export const kindsOf = (cell: EditionCell): ColumnKind[] => {
  const {source, target} = readingOf(cell)
  return [source, target].flatMap((text) => (text === null ? [] : [...kindsOfHeader(plainHeader(text))]))
}

/** Whether a cell names a transport. */
export const isTransportCell = (cell: EditionCell): boolean => transportNamed(textOf(cell)) !== null

/** Whether the text of a cell is known as a header. */
export const isHeaderCell = (cell: EditionCell): boolean => isTransportCell(cell) || kindsOf(cell).length > 0
