/**
 * Knows a row of all that the other rows of its table leave: `All other ports | Deny`, `All other traffic`. What it is of
 * depends on them, and “all other traffic” is no machine, so that it gives no rule.
 */
import type {ColumnKind} from '../../model/schema.ts'
import {foldSearch} from '../../text/normalize.ts'
import {type Refusal, refuse} from '../refusals.ts'
import type {RowCell} from '../row/row-cell.ts'
import {restrictionWordsOf} from './restrictions.ts'

const endKinds: ReadonlySet<ColumnKind> = new Set(['source', 'destination', 'host', 'peer', 'ends'])

/** Columns that tell which traffic a row is of, by what rules are made of. */
const trafficKinds: ReadonlySet<ColumnKind> = new Set([
  ...(['path', 'port', 'portStart', 'portEnd', 'sourcePort', 'protocol', 'address'] as const),
])

/** Words for a service beside a port say what it is for, unless the row stops it. */
const nameKinds: ReadonlySet<ColumnKind> = new Set(['traffic', 'service'])

/** A longer text says more. */
const MAX_LENGTH = 60

/** null for a row that names what it is of. */
export function refuseRest(row: readonly RowCell[], locale: string, isDenial: boolean): Refusal | null {
  const rest = row.find(({kind, text, isKnown}) => {
    if (!isKnown) return false
    if (trafficKinds.has(kind)) return isRest(text, locale, false)
    if (endKinds.has(kind)) return isRest(text, locale, isDenial)
    return isDenial && nameKinds.has(kind) && isRest(text, locale, true)
  })
  if (rest === undefined) return null
  const {text, column} = rest
  return isDenial
    ? refuse('denied', `the row stops what no other row names: “${text}”`, column)
    : refuse('unreadable', `“${text}” stands for what no other row names`, column)
}

/** Whether a cell says “all other” of traffic, or of machines, and nothing else. */
function isRest(text: string, locale: string, orMachines: boolean): boolean {
  if (text.length > MAX_LENGTH) return false
  const {elsewhere, remaining, anything, anybody} = restrictionWordsOf(locale)
  const folded = foldSearch(text)
  const beside = remaining.without(orMachines ? elsewhere.without(folded) : folded)
  if (beside === folded) return false
  const left = anything.without(orMachines ? anybody.without(beside) : beside)
  return !/[\p{L}\p{N}]/u.test(left)
}
