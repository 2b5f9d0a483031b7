/** What a row states in no language: the figures and transports of each of its columns. */
import type {EditionRow} from '../../model/edition.ts'

const tokenRE = /\d+(?:[,. \u00a0\u202f]\d{3})*(?!\d)|(?<![a-z])(?:tcp|udp|sctp|icmp)(?![a-z])/gi
const groupRE = /[,. \u00a0\u202f]/g

/** One string for the same figures and transports in the same columns, in any order within one; null for a row without figures. */
export const rowFigures = (row: EditionRow): string | null => {
  const columns = row.cells.map((cell) => figuresIn(cell.source ?? cell.target))
  return columns.some((tokens) => tokens.some((token) => /\d/.test(token)))
    ? columns.map((tokens) => tokens.join(' ')).join('|')
    : null
}

/** Digit groups joined, so that `50,000` and `50 000` are one figure; transports in upper case. */
const figuresIn = (text: string): string[] =>
  [...text.normalize('NFKC').matchAll(tokenRE)]
    .map(([token]) => token.replace(groupRE, '').toUpperCase())
    .toSorted()
