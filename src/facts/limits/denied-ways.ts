/** A cell that names both ends of a way and says “not”: `not between Depot and Vault` opens nothing. */
import type {ColumnKind} from '../../model/schema.ts'
import {foldSearch} from '../../text/normalize.ts'
import {joinsTwo} from '../direction/connection.ts'
import {type Refusal, refuse} from '../refusals.ts'
import type {RowCell} from '../row/row-cell.ts'
import {restrictionWordsOf} from './restrictions.ts'

const bothEnds: ReadonlySet<ColumnKind> = new Set(['ends', 'direction'])
const sides: ReadonlySet<ColumnKind> = new Set(['source', 'destination', 'host', 'peer', 'address'])

/** `no. 2`, `(no NAT)`: a number, and a remark, which is read by itself. */
const besideRE = /(?<![\p{L}\p{N}])n(?:o|r|°)\.?\s?[0-9]+|[(（][^()（）]*[)）]/giu

/** Why a row opens nothing whose one cell for both ends denies the way between them; null for other rows. */
export function refuseDeniedWay(row: readonly RowCell[], locale: string): Refusal | null {
  const cell = row.find((each) => each.isKnown && namesWay(each, row, locale) && denies(each.text, locale))
  return cell ? refuse('denied', `the row says “${cell.text.slice(0, 80)}”`, cell.column) : null
}

/** Whether a cell is of both ends: by its column, or because it stands in those of both. */
function namesWay({kind, text, read, column}: RowCell, row: readonly RowCell[], locale: string): boolean {
  if (bothEnds.has(kind)) return joinsTwo(text, locale)
  if (!sides.has(kind)) return false
  const isInBoth = row.some(
    (other) => other.column !== column && sides.has(other.kind) && other.read === read,
  )
  return isInBoth || joinsTwo(text, locale)
}

function denies(text: string, locale: string): boolean {
  const {plain, no, unreachable} = restrictionWordsOf(locale)
  const told = plain.without(foldSearch(text.replace(besideRE, ' ')))
  // “None” alone names no machine.
  return unreachable.isIn(told) || (no.isIn(told) && /\p{L}/u.test(no.without(told)))
}
