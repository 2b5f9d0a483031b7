/** Regions in words, for people. */
import {addressText} from './address-sets.ts'
import type {Interval, Intervals} from './interval.ts'
import {protocolName} from './match.ts'
import {allAddresses, allPorts, allProtocols, type Region} from './region.ts'

/** Members of a set that are named; the others are counted. */
const mostNamed = 4

/** `TCP 443, 5061 from any to 203.0.113.10 (IPv4)`. */
export function regionText(region: Region): string {
  const {family, protocols, ports, sourcePorts, sources, destinations} = region
  const every = allAddresses[family]
  const end = (set: Intervals): string =>
    isWhole(set, every) ? 'any' : listed(set, (interval) => addressText(family, interval))
  const from = isWhole(sourcePorts, allPorts) ? '' : ` port ${listed(sourcePorts, portText)}`
  const where = `from ${end(sources)}${from} to ${end(destinations)}`
  return `${protocolsText(protocols)}${isWhole(ports, allPorts) ? '' : ` ${listed(ports, portText)}`} ${where}${isWhole(sources, every) || isWhole(destinations, every) ? ` (${family === 'v4' ? 'IPv4' : 'IPv6'})` : ''}`
}

const isWhole = (set: Intervals, all: Intervals): boolean =>
  set.length === 1 && set[0]?.[0] === all[0]?.[0] && set[0]?.[1] === all[0]?.[1]

const portText = ([from, to]: Interval): string =>
  Number(to) - Number(from) === 1 ? `${from}` : `${from}-${Number(to) - 1}`

function protocolsText(set: Intervals): string {
  if (isWhole(set, allProtocols)) return 'any protocol'
  return listed(set, ([from, to]) =>
    Number(to) - Number(from) === 1 ? protocolName(Number(from)) : `protocols ${from}-${Number(to) - 1}`,
  )
}

function listed(set: Intervals, text: (interval: Interval) => string): string {
  const shown = set.slice(0, set.length > mostNamed + 1 ? mostNamed : undefined).map(text)
  const rest = set.length - shown.length
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}
