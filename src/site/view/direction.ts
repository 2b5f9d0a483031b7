/** Which way a rule's traffic goes, as the firewall between the zones of its endpoints sees it. */
import type {Endpoint, Facts, Table} from '../../dataset/schema.ts'

export type Direction = 'inbound' | 'outbound' | 'within'

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

/** null where the document doesn't tell. */
export function directionOf(
  facts: Facts,
  table: Pick<Table, 'interface'>,
  endpoints: ReadonlyMap<string, Endpoint>,
): Direction | null {
  const known = (id: string | undefined) => depth[endpoints.get(id ?? '')?.zone ?? 'unknown']
  const from = known(facts.source?.id)
  const to = known(facts.destination?.id)
  const far = table.interface === null ? null : farSide[table.interface]
  // Two unknown ends have no direction, whatever the heading says.
  if (facts.source === null || facts.destination === null || (from === null && to === null)) return null
  const start = from ?? far
  const end = to ?? far
  if (start === null || end === null) return null
  if (start === end) return 'within'
  return start < end ? 'inbound' : 'outbound'
}
