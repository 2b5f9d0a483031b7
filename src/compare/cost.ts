/** How far two rules are from each other, so that a changed rule is told from one rule closed and another opened. */

import {intersectRanges} from '../facts/ports/ranges.ts'
import type {EndpointRef, Facts} from '../model/schema.ts'
import {type ComparedField, comparedFields, fieldKey} from './compared-fields.ts'

/**
 * The largest cost at which two rules still count as one that changed: one field that identifies the flow may
 * differ wholly, two may differ in part. Both ends swapped (4 + 4) is another flow.
 */
export const maximumCost = 6

const overlap = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((member) => b.includes(member))

function endpointCost(a: EndpointRef | null, b: EndpointRef | null): number {
  if (a === null || b === null) return 3
  if (a.id !== b.id) return 4
  return 1
}

const costs: {[field in ComparedField]: (a: Facts, b: Facts) => number} = {
  role: (a, b) => (a.role === null || b.role === null ? 2 : 4),
  protocols: (a, b) => (overlap(a.protocols, b.protocols) ? 1 : 4),
  security: () => 1,
  transports: (a, b) => (overlap(a.transports, b.transports) ? 2 : 5),
  ports: (a, b) => (intersectRanges(a.ports, b.ports).length > 0 ? 2 : 5),
  sourcePorts: () => 2,
  source: (a, b) => endpointCost(a.source, b.source),
  destination: (a, b) => endpointCost(a.destination, b.destination),
  host: (a, b) => endpointCost(a.host, b.host),
  requirement: () => 1,
  action: () => 4,
  direction: () => 2,
}

/** A rule with the meaning of each field, made once for many comparisons. */
export interface Profile {
  facts: Facts
  /** In the order of `comparedFields`. */
  keys: string[]
}

export const profileOf = (facts: Facts): Profile => ({
  facts,
  keys: comparedFields.map((field) => fieldKey(facts, field)),
})

/** A whole number from 0 (same meaning), the same in both directions; null above `maximumCost`. */
export function changeCost(a: Profile, b: Profile): number | null {
  let sum = 0
  for (const [at, field] of comparedFields.entries()) {
    if (a.keys[at] === b.keys[at]) continue
    sum += costs[field](a.facts, b.facts)
    if (sum > maximumCost) return null
  }
  return sum
}
