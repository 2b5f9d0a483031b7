/** How many rules of a topic go between each two neighbouring zones, for its picture. */

import {type Direction, directionOf} from '../../facts/direction/rule-direction.ts'
import type {Endpoint, Topic} from '../../model/schema.ts'
import {placedRules} from '../ports/port-entries.ts'

/** Rules on one side of the edge, by direction. */
export interface SideFlows {
  side: 'external' | 'internal' | 'other'
  counts: Record<Direction | 'unknown', number>
}

/** External, internal, other; only sides that have rules. */
export function topicFlows(topic: Topic, endpoints: ReadonlyMap<string, Endpoint>): SideFlows[] {
  const rules = placedRules(topic)
  return (['external', 'internal', 'other'] as const).flatMap((side) => {
    const own = rules.filter(({table}) => (table.interface ?? 'other') === side)
    if (own.length === 0) return []
    const counts = {inbound: 0, outbound: 0, within: 0, both: 0, unknown: 0}
    for (const {rule, table} of own) counts[directionOf(rule.facts, table, endpoints) ?? 'unknown'] += 1
    return [{side, counts}]
  })
}
