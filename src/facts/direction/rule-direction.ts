/** Which way a rule's traffic goes, as the firewall between the zones of its endpoints sees it. */
import type {Endpoint, Facts, Table} from '../../model/schema.ts'

export type Direction = 'inbound' | 'outbound' | 'within' | 'both'

/** From the outside in. */
const depth: Record<Endpoint['zone'], number | null> = {
  internet: 0,
  'edge-external': 1,
  'edge-internal': 2,
  internal: 3,
  unknown: null,
}

/** Who stands on the far side of the interface that the table's heading names, for "any" and unknown hosts. */
const farSide: Record<NonNullable<Table['interface']>, number> = {external: 0, internal: 3}

const told = {in: 'inbound', out: 'outbound', both: 'both'} as const

/** As the document states it, else as the zones of its ends tell; null where neither does. */
export function directionOf(
  {source, destination, direction}: Pick<Facts, 'source' | 'destination' | 'direction'>,
  table: Pick<Table, 'interface'>,
  endpoints: ReadonlyMap<string, Pick<Endpoint, 'zone'>>,
): Direction | null {
  if (direction !== null) return told[direction]
  if (source === null || destination === null) return null
  const from = depth[endpoints.get(source.id)?.zone ?? 'unknown']
  const to = depth[endpoints.get(destination.id)?.zone ?? 'unknown']
  // Two unknown ends have no direction, whatever the heading says.
  if (from === null && to === null) return null
  const far = table.interface === null ? null : farSide[table.interface]
  const start = from ?? far
  const end = to ?? far
  if (start === null || end === null) return null
  if (start === end) return 'within'
  return start < end ? 'inbound' : 'outbound'
}
