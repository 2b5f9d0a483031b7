/** Compares documents by the rows of their tables that hold figures, which no language changes. */
import type {Edition} from '../model/edition.ts'
import {rowFigures} from './english/row-figures.ts'

const figuresOf = ({tables}: Edition): Set<string> =>
  new Set(tables.flatMap(({rows}) => rows.flatMap((row) => rowFigures(row) ?? [])))

/** Of the rows with figures of the document that has fewer of them at most so many stand in the other one. */
const MOST_SHARED = 0.5

/** Whether hardly any row of one document stands in the other; false where one has no figures. */
export const haveOtherTables = (one: Edition, other: Edition): boolean => {
  const [rows, otherRows] = [figuresOf(one), figuresOf(other)]
  const least = Math.min(rows.size, otherRows.size)
  return least > 0 && rows.intersection(otherRows).size <= MOST_SHARED * least
}

/** Whether an edition has more rows of one document than of another. */
export const isNearerTo = (edition: Edition, one: Edition, other: Edition): boolean => {
  const rows = figuresOf(edition)
  const sharedWith = (document: Edition): number => rows.intersection(figuresOf(document)).size
  return sharedWith(one) > sharedWith(other)
}
