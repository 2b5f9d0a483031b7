/** Named addresses and services of a configuration, with groups that may hold groups. */

import {type AddressSets, everyAddress, union} from '../address-sets.ts'
import type {Intervals} from '../interval.ts'
import {type Match, onlyIn} from '../match.ts'

/** What a name stands for; null where the configuration names something that no address can be read of. */
export interface Objects<Value> {
  values: ReadonlyMap<string, Value | null>
  groups: ReadonlyMap<string, readonly string[]>
}

export interface Service {
  protocols: Intervals
  ports: Intervals
  sourcePorts: Intervals
}

/** All that the names stand for, and those that nothing is known of; a group that leads back to itself is one of these. */
export function resolve<Value>(
  names: readonly string[],
  objects: Objects<Value>,
  literal: (name: string) => Value | null,
  path: readonly string[] = [],
): {found: Value[]; missing: string[]} {
  const found: Value[] = []
  const missing: string[] = []
  for (const name of names) {
    const members = objects.groups.get(name)
    if (members !== undefined && !path.includes(name)) {
      const inner = resolve(members, objects, literal, [...path, name])
      found.push(...inner.found)
      missing.push(...inner.missing)
      continue
    }
    const own = objects.values.get(name)
    const value = own === undefined && members === undefined ? literal(name) : (own ?? null)
    if (value === null) missing.push(name)
    else found.push(value)
  }
  return {found, missing}
}

/** Addresses of the names; null and the names that aren't known. */
export function resolveAddresses(
  names: readonly string[],
  objects: Objects<AddressSets>,
  literal: (name: string) => AddressSets | null,
): {set: AddressSets; missing: string[]} {
  const {found, missing} = resolve(names, objects, literal)
  return {set: missing.length > 0 ? everyAddress : union(found), missing}
}

/** What is left for services, each with ports of its own. */
export const onlyServices = (match: Match, services: readonly Service[]): Match => ({
  ...match,
  regions: services.flatMap(
    ({protocols, ports, sourcePorts}) =>
      onlyIn(onlyIn(onlyIn(match, 'protocols', protocols), 'ports', ports), 'sourcePorts', sourcePorts)
        .regions,
  ),
})
