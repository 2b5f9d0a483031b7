/**
 * Proves that what stands in a file opens no more than the rows of the topic: apart from the plan, from the facts and
 * the reader's own words alone, so that a mistake of the planning can't prove itself.
 */

import {isNamedQualifier} from '../../facts/endpoints/endpoint-label.ts'
import {ipNumberOf} from '../../facts/ip-protocols.ts'
import {indexRanges} from '../../facts/ports/range-index.ts'
import {mergeRanges, subtractRanges} from '../../facts/ports/ranges.ts'
import {MAX_PORT} from '../../model/max-port.ts'
import type {EndpointRef, Facts, PortRange} from '../../model/schema.ts'
import {endpointKey, tellingQualifiers} from '../../model/topic-rules.ts'
import {lookUp} from '../../text/look-up.ts'
import {readAddress} from '../address.ts'
import type {ExportRequest, ExportRule, ReadRule, Target} from '../export-types.ts'
import {ipOf, opensAllPorts} from '../ip-transport.ts'

/** The rules of a file that no row states, or that nobody may write unasked. */
export const widerThanRows = (
  request: ExportRequest,
  target: Pick<Target, 'sourcePorts'>,
  found: readonly ReadRule[],
): ReadRule[] => {
  const mayState = rowsByTraffic(request)
  return found.filter((rule) => !mayState(rule).some((row) => isWithin(rule, row, request, target)))
}

/** The rows that may state the traffic of a rule: those that hold its first port, or name a protocol beside TCP and UDP; others can't. */
function rowsByTraffic(request: ExportRequest): (rule: ReadRule) => ExportRule[] {
  const {rules} = request
  const holding = indexRanges(rules.map((row) => portsOf(row, request)))
  const named = rules.filter(
    (row) => isOfAll(row) || row.facts.protocols.some((name) => ipNumberOf(name) !== null),
  )
  return ({transport, ports: [first]}) => {
    if (ipOf(transport) !== null) return named
    return first === undefined ? [] : holding([[first[0], first[0]]]).flatMap((at) => rules[at] ?? [])
  }
}

/** What the row states, else what the reader gave for it. */
function portsOf(row: ExportRule, request: ExportRequest): PortRange[] {
  const {action, allProtocols, ports, sourcePorts} = row.facts
  if (ports.length > 0) return ports
  // From certain ports alone, any protocol is stopped to all of them.
  const isStop = (action === 'deny' || row.purpose === 'deny') && allProtocols === true
  return isStop && sourcePorts.length > 0 ? everyPort : givenPorts(row, request)
}

function isWithin(
  rule: ReadRule,
  row: ExportRule,
  request: ExportRequest,
  {sourcePorts: tellsSourcePorts}: Pick<Target, 'sourcePorts'>,
): boolean {
  const {id, purpose} = row
  const facts = {...row.facts, ports: portsOf(row, request)}
  const isDenied = facts.action === 'deny' || purpose === 'deny'
  if (isDenied !== (rule.action === 'deny')) return false
  const isAllowed = isDenied || request.allowed.includes(id)
  const from = facts.sourcePorts.length === 0 ? everyPort : facts.sourcePorts
  if (!isAtMachine(rule, row, request)) return false
  const isFromStated = holds(from, rule.sourcePorts.length === 0 ? everyPort : rule.sourcePorts)
  return (
    (rule.transport === 'ip' ? isOfAll(row) : isStatedTraffic(rule, facts)) &&
    (ipOf(rule.transport) !== null ||
      isFromStated ||
      holds(from, [[1, MAX_PORT]]) ||
      (!tellsSourcePorts && isAllowed)) &&
    rule.sources.every((text) => isStated(text, row, 'source', request)) &&
    rule.destinations.every((text) => isStated(text, row, 'destination', request)) &&
    (isAllowed || isRestricted(rule, row, request))
  )
}

/** What stands on a machine on the way in ends there, what stands on the way out begins there. */
function isAtMachine({direction}: ReadRule, row: ExportRule, {device}: ExportRequest): boolean {
  if (direction === 'forward' || device?.kind !== 'host') return true
  const end = endOf(row, direction === 'in' ? 'destination' : 'source')
  const ids = end === null ? [] : [end.id, ...end.alternatives]
  return ids.includes(device.endpoint.split('+')[0] ?? '')
}

/** A row that stops something, and that of all protocols: by its own word, or since it names neither ports nor a protocol. */
const isOfAll = ({facts, purpose}: ExportRule): boolean =>
  (facts.action === 'deny' || purpose === 'deny') &&
  (facts.ports.length === 0 || holds(facts.ports, [[1, MAX_PORT]])) &&
  (facts.allProtocols === true || facts.ports.length + facts.transports.length + facts.protocols.length === 0)

/** Ports of TCP or UDP, or a protocol that has none: the row must name it, and each type of its messages. */
function isStatedTraffic({transport, ports}: ReadRule, facts: Facts): boolean {
  if (transport === 'tcp' || transport === 'udp') {
    const isNamed =
      facts.transports.includes(transport) || (facts.transports.length === 0 && facts.allProtocols)
    return isNamed === true && ports.length > 0 && holds(facts.ports, ports)
  }
  const ip = ipOf(transport)
  const {icmpTypes = []} = facts
  if (ip === null || ports.length > 0) return false
  return (
    facts.protocols.some((name) => ipNumberOf(name) === ip.number) &&
    (ip.icmpType === null
      ? icmpTypes.length === 0 || !icmpNumbers.includes(ip.number ?? 0)
      : icmpTypes.includes(ip.icmpType))
  )
}

/** ICMP, and that of IPv6. */
const icmpNumbers: readonly number[] = [1, 58]

const everyPort: PortRange[] = [[0, MAX_PORT]]

const holds = (outer: readonly PortRange[], inner: readonly PortRange[]): boolean =>
  subtractRanges(inner, outer).length === 0

type Side = 'source' | 'destination'

const endOf = ({facts}: ExportRule, side: Side): EndpointRef | null =>
  side === 'source' ? facts.source : destinationOf(facts)

const destinationOf = ({destination, host}: Facts): EndpointRef | null => destination ?? host

/** Not all ports, and one end at least that isn't every address. */
const isRestricted = (
  {transport, ports, sources, destinations}: ReadRule,
  row: ExportRule,
  request: ExportRequest,
): boolean =>
  !opensAllPorts(transport) &&
  mergeRanges(ports).every(([low, high]) => low > 1 || high < MAX_PORT) &&
  !(
    sources.some((text) => isOpen(text, row, 'source', request)) &&
    destinations.some((text) => isOpen(text, row, 'destination', request))
  )

/** Every address, or a name that stands for what neither the document nor the reader tells. */
function isOpen(text: string, row: ExportRule, side: Side, request: ExportRequest): boolean {
  if (text === 'any') return true
  const end = endOf(row, side)
  const isName = text.startsWith('$') || text.startsWith('group:')
  const isUntold = end === null || endpointKey(end) === 'any'
  const {exact} = keysOf(row, side, request)
  // An any of the inside must be set before the file can be loaded, as a machine must.
  return (
    isName &&
    isUntold &&
    !exact.includes('any:internal') &&
    exact.every((key) => writtenFor(key, request).length === 0)
  )
}

/** A variable or a group of machines opens nothing; any needs the word of the document or of the reader, an address that of either. */
function isStated(text: string, row: ExportRule, side: Side, request: ExportRequest): boolean {
  if (text.startsWith('$') || text.startsWith('group:')) return true
  const keys = keysOf(row, side, request)
  if (text !== 'any')
    return (
      statedIn(endOf(row, side)).includes(text) ||
      [...keys.exact, ...keys.general].some((key) => writtenFor(key, request).includes(text))
    )
  const isInside = keys.exact.includes('any:internal') && request.device?.kind !== 'internal'
  return (
    (endpointKey(endOf(row, side)) === 'any' && !isInside) ||
    keys.exact.some((key) => writtenFor(key, request).includes('any'))
  )
}

/** The addresses that a row itself states; none where anything narrows them. */
const statedIn = (end: EndpointRef | null): string[] =>
  end === null || tellingQualifiers(end).length > 0
    ? []
    : [end.id, ...end.alternatives].flatMap((id) => {
        const reading = readAddress(id)
        return reading.ok && reading.kind === 'address' ? [reading.text] : []
      })

/** What of the request's addresses may stand for an end: its own, or those of the endpoint that it is a part of. */
function keysOf(row: ExportRule, side: Side, request: ExportRequest): {exact: string[]; general: string[]} {
  const end = endOf(row, side)
  if (end === null) return {exact: [`unstated:${side}`], general: []}
  if (endpointKey(end) === 'any') return {exact: [anyKeyOf(row, side, request)], general: []}
  const qualifiers = tellingQualifiers(end)
  const unknown = qualifiers.filter((name) => !isNamedQualifier(name))
  if (end.alternatives.length === 0)
    return {
      exact: [[end.id, ...qualifiers].join('+')],
      general: unknown.length > 0 || end.id === 'any' ? [] : [end.id],
    }
  // What is said of all members of a list stays with each; what stands for the list is no machine.
  const members = end.id === 'any' || end.id === 'several' ? end.alternatives : [end.id, ...end.alternatives]
  const own = members.map((id) => [id, ...unknown].join('+'))
  return {exact: end.id === 'any' ? ['any', ...own] : own, general: []}
}

/** An any beside another any is one of its own, and so is one that stands before the inside. */
function anyKeyOf(row: ExportRule, side: Side, request: ExportRequest): string {
  const other = endOf(row, side === 'source' ? 'destination' : 'source')
  if (endpointKey(other) === 'any') return `any:${side}`
  const zones = new Set(
    (other === null ? [] : [other.id, ...other.alternatives])
      .filter((id) => id !== 'any' && id !== 'several')
      .map((id) => request.endpoints.find((endpoint) => endpoint.id === id)?.zone ?? 'unknown'),
  )
  const [zone] = zones.size === 1 ? zones : ['unknown']
  const isInside = zone === 'edge-internal' || (row.interface === 'internal' && zone !== 'internet')
  return isInside ? 'any:internal' : 'any'
}

/** What the reader gave for a rule that states no ports, by its id or by the machine that listens. */
function givenPorts({id, facts}: ExportRule, {ports = {}}: ExportRequest): PortRange[] {
  const end = destinationOf(facts)
  const machine = end === null ? 'unstated:destination' : [end.id, ...tellingQualifiers(end)].join('+')
  const name = [machine, ...facts.protocols.map((protocol) => protocol.toLowerCase())].join('-')
  return [...(lookUp(ports, id) ?? lookUp(ports, name) ?? [])]
}

/** The addresses that the reader gave for a key, as a file has them. */
const writtenFor = (key: string, {addresses}: ExportRequest): string[] =>
  (lookUp(addresses, key) ?? []).flatMap((text) => {
    const reading = readAddress(text)
    if (!reading.ok) return []
    return reading.kind === 'any' ? ['any'] : [reading.text]
  })
