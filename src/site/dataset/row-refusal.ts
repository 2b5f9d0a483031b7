/** Why a row of a port table gives no rule, as the ledger says of the documents that hold it. */
import type {Ledger, LedgerEntry, Row} from '../../model/schema.ts'

type Reason = LedgerEntry['reason']

const known = new WeakMap<Ledger, ReadonlyMap<string, Reason>>()

/** By `<edition>#t<table>r<row>`. */
function reasonsIn(ledger: Ledger): ReadonlyMap<string, Reason> {
  const found =
    known.get(ledger) ??
    new Map(ledger.entries.map(({edition, table, row, reason}) => [`${edition}#t${table}r${row}`, reason]))
  known.set(ledger, found)
  return found
}

/**
 * null for a row that gives a rule, and for one of which no document is current. English documents have no units: there the
 * row of the topic is that of the document.
 */
export function refusalOf(
  {row, rules, cells}: Row,
  ledger: Ledger,
  {editions, table}: {editions: readonly string[]; table: number},
): Reason | null {
  if (rules.length > 0) return null
  const reasons = reasonsIn(ledger)
  for (const {texts} of cells)
    for (const {unit} of Object.values(texts)) {
      const reason = unit === null ? undefined : reasons.get(unit.replace(/c\d+$/u, ''))
      if (reason !== undefined && reason !== 'superseded-edition') return reason
    }
  const own = editions.map((edition) => reasons.get(`${edition}#t${table}r${row}`))
  return own.find((reason) => reason !== undefined && reason !== 'superseded-edition') ?? null
}
