/** Values of facts that the rows of a page can be filtered by. */
import {directionOf} from '../../facts/direction/rule-direction.ts'
import type {Endpoint} from '../../model/schema.ts'
import type {PlacedRule} from '../ports/port-entries.ts'
import type {Translate} from '../shared/interface-texts.ts'

export interface FilterGroup {
  kind: 'transport' | 'protocol' | 'security' | 'direction' | 'requirement'
  /** Sorted; only those that leave out some rule. */
  values: {value: string; label: string}[]
}

/** In the order in which a rule's chips stand and in their words; without kinds of which no value tells rules apart. */
export const filterGroups = (
  rules: readonly PlacedRule[],
  endpoints: ReadonlyMap<string, Endpoint>,
  t: Translate,
): FilterGroup[] =>
  [
    groupOf(
      'transport',
      rules.map(({rule}) => rule.facts.transports),
      (value) => value.toUpperCase(),
    ),
    groupOf(
      'protocol',
      rules.map(({rule}) => rule.facts.protocols),
      (value) => value,
    ),
    groupOf(
      'security',
      rules.map(({rule}) => [rule.facts.security]),
      (value) => value,
    ),
    groupOf(
      'direction',
      rules.map(({rule, table}) => [directionOf(rule.facts, table, endpoints)]),
      (value) => t(`direction.${value}`),
    ),
    groupOf(
      'requirement',
      // A table of which no rule states one says so below, not in its rows.
      rules.map(({rule: {facts}}) => (facts.requirement === 'unknown' ? [] : [facts.requirement])),
      (value) => t(`requirement.${value}`),
    ),
  ].filter(({values}) => values.length > 0)

function groupOf<Value extends string>(
  kind: FilterGroup['kind'],
  lists: readonly (readonly (Value | null)[])[],
  labelOf: (value: Value) => string,
): FilterGroup {
  const values = [...new Set(lists.flat())].filter((value) => value !== null).toSorted()
  const telling = values.filter((value) => !lists.every((list) => list.includes(value)))
  return {kind, values: telling.map((value) => ({value, label: labelOf(value)}))}
}
