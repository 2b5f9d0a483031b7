/** Groups the rules of a topic into arrows between boxes and puts each box into a zone. */

import {sortRanges} from '../../facts/ports/ranges.ts'
import type {Endpoint, EndpointRef, Facts} from '../../model/schema.ts'
import {endpointKey} from '../../model/topic-rules.ts'
import type {
  FlowBox,
  FlowGroup,
  FlowLine,
  FlowMark,
  FlowRule,
  FlowStyle,
  FlowWords,
  FlowZone,
} from './flow-types.ts'

export const zoneOrder: readonly FlowZone[] = [
  'internet',
  'edge-external',
  'edge-internal',
  'unstated',
  'internal',
]

export const styleOrder: readonly FlowStyle[] = ['plain', 'conditional', 'optional', 'legacy', 'deny']

/** From more lines than this on, an arrow names the ports of equal protocols in one line. */
const manyLines = 12

/** Sorted from the outside in; a rule that states no port is drawn, too, with its protocol. */
export function flowGroups(
  rules: readonly FlowRule[],
  endpoints: readonly Pick<Endpoint, 'id' | 'zone'>[],
  words: FlowWords,
): FlowGroup[] {
  const zones = new Map(endpoints.map(({id, zone}) => [id, zone]))
  const found = new Map<string, {from: FlowBox; to: FlowBox; style: FlowStyle; rules: FlowRule[]}>()
  const boxes = new Map<string, FlowBox>()
  for (const rule of rules) {
    const ends = boxesOf(rule, zones, words)
    const [from, to] = [sharedBox(ends.from, boxes), sharedBox(ends.to, boxes)]
    const style = styleOf(rule)
    const key = `${from.key} ${to.key} ${style}`
    const group = found.get(key) ?? {from, to, style, rules: []}
    group.rules.push(rule)
    found.set(key, group)
  }
  return [...found.values()]
    .map(({from, to, style, rules: own}) => ({from, to, style, lines: linesOf(own, words)}))
    .sort((one, two) => compareGroups(one, two))
}

/** One box for all rules that name its machine, by whichever of its addresses. */
function sharedBox(box: FlowBox, boxes: Map<string, FlowBox>): FlowBox {
  const known = boxes.get(box.key) ?? box
  known.addresses = [...new Set([...known.addresses, ...box.addresses])].sort()
  boxes.set(box.key, known)
  return known
}

/** Ports that a comparison opens or closes say so by their mark, which turns round where a rule denies. */
function styleOf({rule, mark}: FlowRule): FlowStyle {
  const {action, requirement} = rule.facts
  if (action === 'deny' && mark !== 'opened' && mark !== 'closed') return 'deny'
  return requirement === 'required' || requirement === 'unknown' ? 'plain' : requirement
}

const rank = ({zone}: FlowBox): number => zoneOrder.indexOf(zone)

function compareGroups(one: FlowGroup, two: FlowGroup): number {
  const outer = ({from, to}: FlowGroup): number => Math.min(rank(from), rank(to))
  const inner = ({from, to}: FlowGroup): FlowBox => (rank(from) <= rank(to) ? to : from)
  const [x, y] = [inner(one), inner(two)]
  return (
    outer(one) - outer(two) ||
    rank(x) - rank(y) ||
    compareText(x.key, y.key) ||
    rank(one.from) - rank(two.from) ||
    compareText(one.from.key, two.from.key) ||
    compareText(one.to.key, two.to.key) ||
    styleOrder.indexOf(one.style) - styleOrder.indexOf(two.style)
  )
}

const compareText = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0)

function boxesOf(
  rule: FlowRule,
  zones: ReadonlyMap<string, Endpoint['zone']>,
  words: FlowWords,
): {from: FlowBox; to: FlowBox} {
  const {source} = rule.rule.facts
  const destination = rule.rule.facts.destination ?? rule.rule.facts.host
  const known = (end: EndpointRef | null): Endpoint['zone'] => zones.get(end?.id ?? '') ?? 'unknown'
  const from = zoneBeside(rule, known(source), known(destination))
  const to = zoneBeside(rule, known(destination), known(source))
  return {from: boxOf(source, from, words), to: boxOf(destination, to, words)}
}

/**
 * An end without a zone stands on the far side of an edge, or of the interface that the heading names; where neither is told,
 * nobody knows that it is of the inside.
 */
function zoneBeside(rule: FlowRule, own: Endpoint['zone'], other: Endpoint['zone']): FlowZone {
  if (own !== 'unknown') return own
  if (other === 'edge-external') return 'internet'
  if (other === 'edge-internal') return 'internal'
  if (rule.interface === null) return 'unstated'
  return rule.interface === 'external' ? 'internet' : 'internal'
}

function boxOf(end: EndpointRef | null, zone: FlowZone, words: FlowWords): FlowBox {
  if (end === null) return {key: 'unstated', zone: 'unstated', name: words.unstated, addresses: []}
  // Addresses of one machine, and what "any" can be narrowed to, are told by the rule; the picture shows the machine.
  const machine = end.id === 'several' ? end : {...end, alternatives: []}
  const plain = {...machine, qualifiers: []}
  const addresses = words.addressesOf(end)
  return {key: `${zone} ${endpointKey(plain)}`, zone, name: words.nameOf(plain), addresses}
}

function linesOf(rules: readonly FlowRule[], words: FlowWords): FlowLine[] {
  const single = uniqueLines(
    rules.map((rule) => ({rules: [rule]})),
    words,
  )
  if (single.length <= manyLines) return single
  const alike = Map.groupBy(rules, (rule) => `${rule.mark} ${protocolText(rule.rule.facts)}`)
  return uniqueLines(
    [...alike.values()].map((own) => ({rules: own})),
    words,
  )
}

function uniqueLines(sets: readonly {rules: readonly FlowRule[]}[], words: FlowWords): FlowLine[] {
  const lines = new Map<string, FlowLine>()
  for (const {rules} of sets) {
    const [first] = rules
    if (first === undefined) continue
    const ports = sortRanges(rules.flatMap(({rule}) => rule.facts.ports))
    const text = [protocolText(first.rule.facts), ports.length === 0 ? '' : words.formatPorts(ports)]
      .filter((part) => part !== '')
      .join(' ')
    const key = `${first.mark} ${text}`
    if (!lines.has(key)) lines.set(key, {text: text === '' ? '–' : text, mark: first.mark, href: first.href})
  }
  return withChanges([...lines.values()])
}

/** What is closed and opened between the same machines in the same words changes in something that a box doesn't show. */
function withChanges(lines: readonly FlowLine[]): FlowLine[] {
  const marked = (mark: FlowMark): Set<string> =>
    new Set(lines.filter((line) => line.mark === mark).map(({text}) => text))
  const [opened, closed] = [marked('opened'), marked('closed')]
  return lines.flatMap((line) => {
    if (!opened.has(line.text) || !closed.has(line.text)) return [line]
    return line.mark === 'closed' ? [] : [{...line, mark: line.mark === null ? null : ('changed' as const)}]
  })
}

/** `SIP(TLS) TCP`, `STUN,MSTURN UDP`, `MTLS TCP` */
function protocolText({protocols, security, transports}: Facts): string {
  const name = protocols.join(',')
  const secured = security === null ? name : name === '' ? security : `${name}(${security})`
  const carried = transports.map((transport) => transport.toUpperCase()).join('/')
  return [secured, carried].filter((part) => part !== '').join(' ')
}
