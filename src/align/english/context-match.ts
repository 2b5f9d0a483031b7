/**
 * In-context exact matches: a row that another document holds word for word in the same locale, with its English. What
 * both documents say in one place of one row has one English; the same word in another row may have another one.
 */

import {parseEndpointName} from '../../facts/endpoints/endpoint-translation.ts'
import {parseEndpoint} from '../../facts/endpoints/endpoints.ts'
import {transportsIn} from '../../facts/protocol-words.ts'
import {type EditionRow, type EditionTable, readingOf} from '../../model/edition.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {plainText} from '../../text/cell-structure.ts'
import {foldToken} from '../../text/normalize.ts'
import type {English} from './cell-english.ts'

/** A table with English, in a translation. */
export interface BilingualTable {
  edition: string
  locale: string
  table: EditionTable
}

export interface ContextMatches {
  /** English of a cell (column from 0) whose whole row, or header, stands in another document; else null. */
  of: (locale: string, row: EditionRow, column: number, isHeader: boolean) => English | null
}

/** One cell alone is no context. */
const LEAST_CELLS = 2

/** Indexes all rows that have English on the first question; of several documents the first one is named. */
export const createContextMatches = (tables: readonly BilingualTable[]): ContextMatches => {
  let index: ReadonlyMap<string, Match> | null = null
  // Asked for each cell of a row, which has one locale and is a header or none; its words are put together once.
  const matches = new WeakMap<EditionRow, Match | 'none'>()
  return {
    of: (locale, row, column, isHeader) => {
      index ??= indexRows(tables)
      const match = matches.get(row) ?? index.get(keyOf(locale, row, isHeader)) ?? 'none'
      matches.set(row, match)
      const text = match === 'none' ? null : (match.english[column] ?? null)
      return match === 'none' || text === null ? null : {text, origin: 'context', from: match.edition}
    },
  }
}

interface Match {
  edition: string
  /** By column; null where documents have none, or contradict each other. */
  english: (string | null)[]
}

const indexRows = (tables: readonly BilingualTable[]): ReadonlyMap<string, Match> => {
  const index = new Map<string, Match>()
  for (const {edition, locale, table} of tables) {
    for (const row of table.header === null ? table.rows : [table.header, ...table.rows]) {
      if (row.cells.filter(({target}) => target !== '').length < LEAST_CELLS) continue
      if (contradicts(row, table.columns, locale)) continue
      const key = keyOf(locale, row, row === table.header)
      const known = index.get(key)
      const english = row.cells.map(({source}) => (source === '' ? null : source))
      index.set(key, known === undefined ? {edition, english} : {...known, english: agreed(known, english)})
    }
  }
  return index
}

/**
 * Whether a row says something else than its own English: then either of them is wrong, and the same words elsewhere may be
 * right. Its figures, its transports and what stands for any address must be the same on both sides.
 */
const contradicts = ({cells}: EditionRow, columns: readonly ColumnKind[], locale: string): boolean =>
  cells.some((cell, column) => {
    const {source, target} = readingOf(cell)
    if (source === null || source === '') return false
    const [english, own] = [plainText(source), plainText(target)]
    return (
      figuresOf(english) !== figuresOf(own) ||
      transportsIn(english).join() !== transportsIn(own).join() ||
      (endKinds.has(columns[column] ?? 'other') && isAny(english, null) !== isAny(own, locale))
    )
  })

const endKinds: ReadonlySet<ColumnKind> = new Set(['source', 'destination', 'host'])

/** The digits of a text in the order of their runs, however they are grouped. */
const figuresOf = (text: string): string =>
  (
    foldToken(text)
      .replace(/(?<=[0-9])[,.’' ](?=[0-9]{3}(?![0-9]))/gu, '')
      .match(/[0-9]+/gu) ?? []
  )
    .toSorted()
    .join(' ')

const isAny = (text: string, locale: string | null): boolean =>
  (locale === null ? parseEndpoint(text) : parseEndpointName(text, locale))?.id === 'any'

const agreed = ({english}: Match, other: readonly (string | null)[]): (string | null)[] =>
  english.map((text, column) => {
    const second = other[column] ?? null
    return text !== null && second !== null && foldToken(text) === foldToken(second) ? text : null
  })

const keyOf = (locale: string, {cells}: EditionRow, isHeader: boolean): string =>
  JSON.stringify([locale, isHeader, cells.map(({target}) => foldToken(target))])
