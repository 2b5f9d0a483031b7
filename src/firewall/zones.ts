/**
 * Where the traffic of a rule goes through: the firewall between Internet and perimeter network, the one between perimeter
 * network and inside, both, or none of them. An any of the Internet is not an any of the inside.
 */

import type {Endpoint, EndpointRef, Facts} from '../model/schema.ts'
import {tellingQualifiers} from '../model/topic-rules.ts'
import type {DeviceChoice, ExportRequest, ExportRule} from './export-types.ts'

/** A firewall between zones. */
export type Firewall = 'perimeter' | 'internal'

export type Zones = ReadonlyMap<string, Endpoint['zone']>

/** Every end of every rule asks for the zones of the same list. */
const zonesByList = new WeakMap<readonly Pick<Endpoint, 'id' | 'zone'>[], Zones>()

export function zonesOf(endpoints: readonly Pick<Endpoint, 'id' | 'zone'>[]): Zones {
  const known = zonesByList.get(endpoints)
  if (known !== undefined) return known
  const zones = new Map(endpoints.map(({id, zone}) => [id, zone]))
  zonesByList.set(endpoints, zones)
  return zones
}

/** Only the bare word: "Any except …" and "Any client" are names of something less. */
export const isBareAny = (end: EndpointRef | null): boolean =>
  end !== null && end.id === 'any' && end.alternatives.length === 0 && tellingQualifiers(end).length === 0

type Zone = Endpoint['zone']

/** The zones of the machines that a list names; those of an any are not told. */
function zonesOfEnd(end: EndpointRef | null, zones: Zones): ReadonlySet<Zone> {
  if (end === null) return new Set(['unknown'])
  const ids = end.id === 'any' || end.id === 'several' ? end.alternatives : [end.id, ...end.alternatives]
  return new Set(ids.length === 0 ? ['unknown'] : ids.map((id) => zones.get(id) ?? 'unknown'))
}

/** Of the machines that a list names, all must be in one zone. */
function zoneOf(end: EndpointRef | null, zones: Zones): Zone {
  const [zone = 'unknown', ...others] = zonesOfEnd(end, zones)
  return others.length === 0 ? zone : 'unknown'
}

const levels = {internet: 0, 'edge-external': 1, 'edge-internal': 1, internal: 2, unknown: null} as const

/**
 * An end that names no zone is on the far side of the interface that the table names, or of the other end's own. What
 * passes the outer interface from the inside, or the inner one from the Internet, passes both.
 */
function levelOf(own: Zone, other: Zone, side: ExportRule['interface']): number | null {
  if (levels[own] !== null) return levels[own]
  if (levels[other] === 2) return side === 'external' ? 0 : null
  if (levels[other] === 0) return side === 'internal' ? 2 : null
  if (levels[other] === null) return null
  if (side !== null) return side === 'external' ? 0 : 2
  return other === 'edge-external' ? 0 : 2
}

type Placed = Pick<ExportRule, 'facts' | 'interface'>

/** The firewalls between two zones; null where neither they nor the table tell. */
export function firewallsBetween(
  source: Zone,
  destination: Zone,
  side: ExportRule['interface'],
): readonly Firewall[] | null {
  const [from, to] = [levelOf(source, destination, side), levelOf(destination, source, side)]
  if (from === null || to === null)
    return side === null ? null : side === 'external' ? ['perimeter'] : ['internal']
  return [
    ...(Math.min(from, to) === 0 && from !== to ? (['perimeter'] as const) : []),
    ...(Math.max(from, to) === 2 && from !== to ? (['internal'] as const) : []),
  ]
}

/** Whether traffic of a rule crosses a firewall, between any two of the machines that it lists. */
function isCrossing({facts, interface: side}: Placed, firewall: Firewall, zones: Zones): boolean {
  const destinations = zonesOfEnd(facts.destination ?? facts.host, zones)
  return [...zonesOfEnd(facts.source, zones)].some((from) =>
    [...destinations].some((to) => firewallsBetween(from, to, side)?.includes(firewall) === true),
  )
}

/** Whether the any at one end of a rule stands for machines of the inside only. */
export const isInsideAny = ({interface: side}: Placed, other: EndpointRef | null, zones: Zones): boolean => {
  const zone = zoneOf(other, zones)
  return zone === 'edge-internal' || (side === 'internal' && zone !== 'internet')
}

const firewallOf = {external: 'perimeter', internal: 'internal'} as const

/** A table that names no interface belongs to one only when its ends do. */
export const isOfInterface = (rule: Placed, asked: ExportRule['interface'], zones: Zones): boolean =>
  asked === null || rule.interface === asked
    ? true
    : rule.interface === null && isCrossing(rule, firewallOf[asked], zones)

/** Whether a device sees the traffic of a rule. */
export function isOfDevice(rule: Placed, device: DeviceChoice | null, zones: Zones): boolean {
  if (device === null) return true
  if (device.kind === 'host') return endsAt(rule.facts, device.endpoint) !== null
  return isCrossing(rule, device.kind, zones)
}

/** The ends of a rule that a machine is: by its id, or by id and qualifiers. */
export function endsAt(facts: Facts, endpoint: string): {source: boolean; destination: boolean} | null {
  const isAt = (end: EndpointRef | null): boolean =>
    end !== null &&
    ([end.id, ...end.alternatives].includes(endpoint) ||
      [end.id, ...tellingQualifiers(end)].join('+') === endpoint)
  const found = {source: isAt(facts.source), destination: isAt(facts.destination ?? facts.host)}
  return found.source || found.destination ? found : null
}

/** `any` as each end of a rule means it: `any:internal` for machines of the inside, `any:source` where both ends are any. */
export function placeAny(
  rule: Placed,
  [end, side]: readonly [EndpointRef | null, 'source' | 'destination'],
  request: Pick<ExportRequest, 'endpoints'>,
): EndpointRef | null {
  if (end === null || !isBareAny(end)) return end
  const other = side === 'source' ? (rule.facts.destination ?? rule.facts.host) : rule.facts.source
  if (isBareAny(other)) return {...end, id: `any:${side}`}
  return isInsideAny(rule, other, zonesOf(request.endpoints)) ? {...end, id: 'any:internal'} : end
}
