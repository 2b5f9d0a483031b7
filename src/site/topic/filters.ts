/** Values of facts that the rows of a page can be filtered by. */
import type {PlacedRule} from '../ports/port-entries.ts'

/** Transports, then security, then protocols, each sorted; only those that leave out some rule. */
export function filterValues(rules: readonly PlacedRule[]): string[] {
  const facts = rules.map(({rule}) => rule.facts)
  const groups = [
    facts.map((each) => each.transports),
    facts.map((each) => (each.security === null ? [] : [each.security])),
    facts.map((each) => each.protocols),
  ]
  return groups.flatMap((lists) => {
    const values = [...new Set(lists.flat())].toSorted()
    return values.filter((value) => !lists.every((list) => list.some((own) => own === value)))
  })
}
