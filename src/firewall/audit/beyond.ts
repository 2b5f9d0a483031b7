/** What a device lets through beyond a topic, rule by rule: what each decides itself and no rule of the topic asks for. */

import type {Direction} from '../export-types.ts'
import type {Device, Line, Stage} from './device.ts'
import {evaluate} from './evaluate.ts'
import type {Intervals} from './interval.ts'
import {mayOverlap, outsideOf, type Region, split} from './region.ts'

export interface Beyond {
  /** `wider`: it lets through what the topic asks for, and more. */
  kind: 'wider' | 'extra'
  way: Direction
  line: Line
  /** What can't be told from the configuration may be open. */
  isSure: boolean
  /** What the line lets through and the topic doesn't ask for, earlier lines left aside; empty for the default of a list. */
  regions: readonly Region[]
}

/** In the order of the configuration. `asked` are the regions of the topic. */
export function openBeyond(device: Device, way: Direction, asked: readonly Region[]): Beyond[] {
  const stages = device.stages[way]
  const main = stages.filter(({otherwise}) => otherwise !== 'allow')
  const judging = main.length > 0 ? main : stages.slice(-1)
  const byLine = new Map<Line, Beyond>()
  for (const name of chainsFrom(device, judging))
    for (const {action, regions, line} of device.chains.get(name) ?? []) {
      if (action.do !== 'allow' && action.do !== 'unknown') continue
      const near = asked.filter((one) => regions.some((region) => mayOverlap(region, one)))
      const left = outsideOf(regions, near)
      const found = left
        .map((region) => ({region, open: openFor(device, way, region, line)}))
        .filter(({open}) => open !== 'no')
      if (found.length === 0) continue
      const isWider = regions.some((region) => near.some((one) => split(region, one).inside !== null))
      const before = byLine.get(line)
      byLine.set(line, {
        kind: isWider || before?.kind === 'wider' ? 'wider' : 'extra',
        way,
        line,
        isSure: before?.isSure === true || found.some(({open}) => open === 'yes'),
        regions: [
          ...(before?.regions ?? []),
          ...found.flatMap(({region}) => openParts(device, way, region, line)),
        ],
      })
    }
  return [...byLine.values(), ...defaults(way, stages)]
}

/** More parts than this are not looked at one by one. */
const mostParts = 200

/** Whether a line decides for some of a region that it is let through. One packet that it is so for is enough. */
function openFor(device: Device, way: Direction, region: Region, line: Line): 'yes' | 'perhaps' | 'no' {
  const results = (of: Region): Set<string> =>
    new Set(
      evaluate(device, way, of, mostParts)
        .filter(({result, lines, isCutOff}) => result !== 'deny' && (lines.includes(line) || isCutOff))
        .map(({result}) => result),
    )
  const told = new Set<string>()
  for (const packet of packetsOf(region)) {
    for (const result of results(packet)) told.add(result)
    if (told.has('allow')) return 'yes'
  }
  if (told.size > 0) return 'perhaps'
  const found = results(region)
  return found.has('allow') ? 'yes' : found.size > 0 ? 'perhaps' : 'no'
}

/** What of a region the line lets through, without what lines before it decide; all of it where that falls into too many parts. */
function openParts(device: Device, way: Direction, region: Region, line: Line): Region[] {
  const parts = evaluate(device, way, region, mostParts).filter(
    ({result, lines, isCutOff}) => result !== 'deny' && (lines.includes(line) || isCutOff),
  )
  if (parts.length === 0 || parts.some(({isCutOff}) => isCutOff)) return [region]
  return parts.map((part) => part.region)
}

/** The first and the last packet of a region. */
const packetsOf = (region: Region): Region[] =>
  ([0, -1] as const).map((side) => {
    const point = (set: Intervals): Intervals => {
      const [from, to] = set.at(side) ?? [0, 1]
      if (side === 0) return [[from, typeof from === 'bigint' ? from + 1n : from + 1]]
      return [[typeof to === 'bigint' ? to - 1n : to - 1, to]]
    }
    const {family, ports, destinations, sources, protocols, sourcePorts} = region
    return {
      family,
      ports: point(ports),
      destinations: point(destinations),
      sources: point(sources),
      protocols: point(protocols),
      sourcePorts: point(sourcePorts),
    }
  })

/** Where every list lets through what no rule speaks of, everything else is open. */
function defaults(way: Direction, stages: readonly Stage[]): Beyond[] {
  return (['v4', 'v6'] as const).flatMap((family): Beyond[] => {
    const own = stages.filter(({families}) => families.includes(family))
    const last = own.at(-1)
    if (last === undefined || own.some(({otherwise}) => otherwise === 'deny')) return []
    // Both families have one default; it is said once.
    if (family === 'v6' && stages.some(({families, line}) => line === last.line && families.includes('v4')))
      return []
    const isSure = own.every(({otherwise}) => otherwise === 'allow')
    return [{kind: 'extra', way, line: last.line, isSure, regions: []}]
  })
}

/** The chains that traffic of these stages can come to. */
function chainsFrom(device: Device, stages: readonly Stage[]): Set<string> {
  const found = new Set<string>()
  const visit = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    for (const {action} of device.chains.get(name) ?? []) if ('chain' in action) visit(action.chain)
  }
  for (const {chain} of stages) visit(chain)
  return found
}
