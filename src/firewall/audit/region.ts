/**
 * A region: the packets of one address family that are in a set of each dimension, as an exact product of sets. The
 * difference of two regions is a list of regions that don't overlap.
 */

import type {PortRange} from '../../model/schema.ts'
import type {Family} from '../export-types.ts'
import {portedProtocols} from '../ip-transport.ts'
import {common, type Intervals, mayMeet, without} from './interval.ts'

/** What a packet that opens a connection is told by; the most telling dimension first, where differences are cut. */
const dimensions = ['ports', 'destinations', 'sources', 'protocols', 'sourcePorts'] as const
export type Dimension = (typeof dimensions)[number]

export type Region = {readonly family: Family} & Readonly<Record<Dimension, Intervals>>

export const allPorts: Intervals = [[0, 65536]]
/** Numbers of the IANA registry of protocols: 6 is TCP, 17 UDP. */
export const allProtocols: Intervals = [[0, 256]]
export const allAddresses: Readonly<Record<Family, Intervals>> = {
  v4: [[0, 2 ** 32]],
  v6: [[0n, 2n ** 128n]],
}

export const universe = (family: Family): Region => ({
  family,
  ports: allPorts,
  destinations: allAddresses[family],
  sources: allAddresses[family],
  protocols: allProtocols,
  sourcePorts: allPorts,
})

/** Of other protocols a port says nothing. */
export const portProtocols: Intervals = portedProtocols.map((number) => [number, number + 1])

export const mayOverlap = (a: Region, b: Region): boolean =>
  a.family === b.family &&
  mayMeet(a.ports, b.ports) &&
  mayMeet(a.destinations, b.destinations) &&
  mayMeet(a.sources, b.sources) &&
  mayMeet(a.protocols, b.protocols) &&
  mayMeet(a.sourcePorts, b.sourcePorts)

/** Cuts a region in the part that is in the other one (null when there is none) and those that are not. */
export function split(region: Region, by: Region): {inside: Region | null; outside: Region[]} {
  if (!mayOverlap(region, by)) return {inside: null, outside: [region]}
  const outside: Region[] = []
  let rest = region
  for (const dimension of dimensions) {
    const inside = common(rest[dimension], by[dimension])
    if (inside.length === 0) return {inside: null, outside: [region]}
    const left = without(rest[dimension], by[dimension])
    if (left.length > 0) outside.push({...rest, [dimension]: left})
    rest = {...rest, [dimension]: inside}
  }
  return {inside: rest, outside}
}

/** What of the regions is in none of the others. */
export const outsideOf = (regions: readonly Region[], others: readonly Region[]): Region[] =>
  others.reduce<Region[]>((left, other) => left.flatMap((one) => split(one, other).outside), [...regions])

/** The packets that are in both, or null. */
export const both = (a: Region, b: Region): Region | null => split(a, b).inside

/** Whether a region holds no packet, since one of its sets is empty. */
export const isEmpty = (region: Region): boolean =>
  dimensions.some((dimension) => region[dimension].length === 0)

/** `[[443, 443]]` → `[[443, 444]]`, sorted. */
export const portIntervals = (ranges: readonly PortRange[]): [number, number][] =>
  ranges.map(([low, high]): [number, number] => [low, high + 1])
