/** Pairs the two ends of a rule by address family: IPv4 with IPv4, IPv6 with IPv6. */

import type {Family, PlanEnd} from './export-types.ts'
import type {ResolvedEnd} from './resolve-ends.ts'

export interface FamilyEnds {
  family: Family | null
  source: PlanEnd
  destination: PlanEnd
}

/**
 * None when the ends have no family in common; one without family when no address tells, unless the protocol is of one.
 */
export function familyEnds(
  source: ResolvedEnd,
  destination: ResolvedEnd,
  names: ReadonlyMap<string, string>,
  only: Family | null = null,
): FamilyEnds[] {
  const told = [...familiesOf(source), ...familiesOf(destination)]
  const both = (['v4', 'v6'] as const).filter(
    (family) => told.includes(family) && has(source, family) && has(destination, family),
  )
  const families = told.length === 0 ? [only] : both.filter((family) => only === null || family === only)
  return families.map((family) => ({
    family,
    source: planEnd(source, family, names),
    destination: planEnd(destination, family, names),
  }))
}

/** Families that the end's addresses bind the rule to; none for any and for variables. */
const familiesOf = (end: ResolvedEnd): Family[] => {
  const {addresses} = end
  if (addresses === null || addresses.any) return []
  return (['v4', 'v6'] as const).filter((family) => addresses[family].length > 0)
}

const has = (end: ResolvedEnd, family: Family): boolean => {
  const own = familiesOf(end)
  return own.length === 0 || own.includes(family)
}

function planEnd(end: ResolvedEnd, family: Family | null, names: ReadonlyMap<string, string>): PlanEnd {
  const {key, label, addresses, open} = end
  const name = names.get(key) ?? key
  if (addresses === null && open) return {key, name, label, kind: 'any', by: 'document'}
  if (addresses?.any === true) return {key, name, label, kind: 'any', by: open ? 'document' : 'reader'}
  if (addresses === null) {
    return {key, name, label, kind: 'variable', variable: `${name}_ADDRESS${family === 'v6' ? '6' : ''}`}
  }
  return {key, name, label, kind: 'addresses', addresses: family === null ? [] : addresses[family]}
}
