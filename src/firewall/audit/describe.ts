/** Regions in words, for people. */
import {addressText} from './address-sets.ts'
import {allIcmpTypes, isIcmp} from './icmp-types.ts'
import {common, type Interval, type Intervals} from './interval.ts'
import {protocolName} from './match.ts'
import {allAddresses, allPorts, allProtocols, type Region} from './region.ts'

/** Members of a set that are named; the others are counted. */
const mostNamed = 4

/** The words of a language. */
export interface RegionWords {
  any: string
  anyProtocol: string
  protocols: (numbers: string) => string
  more: (count: number) => string
  /** `from` is empty for all source ports. */
  whole: (parts: {what: string; source: string; from: string; destination: string}) => string
}

const english: RegionWords = {
  any: 'any',
  anyProtocol: 'any protocol',
  protocols: (numbers) => `protocols ${numbers}`,
  more: (count) => `${count} more`,
  whole: ({what, source, from, destination}) =>
    `${what} from ${source}${from === '' ? '' : ` port ${from}`} to ${destination}`,
}

/** `TCP 443, 5061 from any to 203.0.113.10 (IPv4)`. */
export function regionText(region: Region, words: RegionWords = english): string {
  const {family, protocols, ports, sourcePorts, sources, destinations} = region
  const every = allAddresses[family]
  const listed = (set: Intervals, text: (interval: Interval) => string): string => listText(set, text, words)
  const end = (set: Intervals): string =>
    isWhole(set, every) ? words.any : listed(set, (interval) => addressText(family, interval))
  const [only] = protocols
  const isMessage = protocols.length === 1 && only !== undefined && isIcmp(Number(only[0]))
  const own = isMessage ? common(ports, allIcmpTypes) : ports
  const isAll = isWhole(own, isMessage ? allIcmpTypes : allPorts)
  const to = isAll ? '' : ` ${isMessage ? 'type ' : ''}${listed(own, portText)}`
  const named = protocolsText(protocols, words)
  // Two numbers beside each other are one to the eye.
  const apart = to !== '' && /\d$/u.test(named) ? ':' : ''
  const text = words.whole({
    what: `${named}${apart}${to}`,
    source: end(sources),
    from: isWhole(sourcePorts, allPorts) ? '' : listed(sourcePorts, portText),
    destination: end(destinations),
  })
  const isAnyEnd = isWhole(sources, every) || isWhole(destinations, every)
  return isAnyEnd ? `${text} (${family === 'v4' ? 'IPv4' : 'IPv6'})` : text
}

const isWhole = (set: Intervals, all: Intervals): boolean =>
  set.length === 1 && set[0]?.[0] === all[0]?.[0] && set[0]?.[1] === all[0]?.[1]

const portText = ([from, to]: Interval): string =>
  Number(to) - Number(from) === 1 ? `${from}` : `${from}-${Number(to) - 1}`

function protocolsText(set: Intervals, words: RegionWords): string {
  if (isWhole(set, allProtocols)) return words.anyProtocol
  const text = ([from, to]: Interval): string =>
    Number(to) - Number(from) === 1
      ? protocolName(Number(from))
      : words.protocols(`${from}-${Number(to) - 1}`)
  return listText(set, text, words)
}

function listText(set: Intervals, text: (interval: Interval) => string, {more}: RegionWords): string {
  const shown = set.slice(0, set.length > mostNamed + 1 ? mostNamed : undefined).map(text)
  const rest = set.length - shown.length
  return [...shown, ...(rest > 0 ? [more(rest)] : [])].join(', ')
}
