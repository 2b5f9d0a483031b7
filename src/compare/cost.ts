/** How far two rules are from each other, so that a changed rule is told from one rule closed and another opened. */
import type {EndpointRef, Facts} from '../dataset/schema.ts'
import {intersectRanges} from '../text/ranges.ts'
import {type ComparedField, differingFields} from './meaning.ts'

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
}

/** A whole number from 0 (same meaning), the same in both directions. */
export const changeCost = (a: Facts, b: Facts): number =>
  differingFields(a, b).reduce((sum, field) => sum + costs[field](a, b), 0)
