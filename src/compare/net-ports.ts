/**
 * What one list of rules lets through that another doesn't, as intervals of ports: a rule that only got other addresses
 * opens nothing, and neither does one that was split in two.
 */

import {intersectRanges, mergeRanges, subtractRanges} from '../facts/ports/ranges.ts'
import {MAX_PORT} from '../model/max-port.ts'
import type {Action, EndpointRef, Facts, PortRange, Transport} from '../model/schema.ts'
import {endpointKey, type TopicRule} from '../model/topic-rules.ts'

/** Ports that a rule has more, of one transport. */
export interface PortChange {
  /** null where the source states none. */
  transport: Transport | null
  /** Empty for a rule that states no port. */
  ports: PortRange[]
}

/** Ports that one side has more between two ends, and the rules that ask for them. */
export interface FlowChange extends PortChange {
  source: EndpointRef | null
  /** The listening end: the destination, or the machine that the table names. */
  destination: EndpointRef | null
  /** Empty for any. */
  sourcePorts: PortRange[]
  action: Action
  /** Ids of rules. */
  rules: string[]
}

/** A rule with the facts of the rule of the other list that it became, or that became it. */
export interface PairedRule {
  facts: Facts
  partner: Facts | null
}

/** By rule of `rules` what of it `others` don't let through, whichever of the two ends a rule that moved is seen at. */
export function portsBeyond(rules: readonly PairedRule[], others: readonly PairedRule[]): PortChange[][] {
  const moved = ({facts, partner}: PairedRule): string => endsKey(partner ?? facts)
  const own = ({facts}: PairedRule): string => endsKey(facts)
  const [atMoved, atOwn] = [indexPorts(others, moved), indexPorts(others, own)]
  return rules.map((rule) =>
    flowsOf(rule).flatMap(({key, transport, ports}) => {
      const beyond = (ends: string, index: ReadonlyMap<string, PortRange[]>): PortRange[] =>
        subtractRanges(ports, index.get(`${ends} ${key}`) ?? [])
      const more = intersectRanges(beyond(own(rule), atMoved), beyond(moved(rule), atOwn))
      if (more.length === 0) return []
      return [{transport, ports: rule.facts.ports.length === 0 ? [] : more}]
    }),
  )
}

const endsKey = ({source, destination, host}: Facts): string =>
  `${endpointKey(source)} ${endpointKey(destination ?? host)}`

function indexPorts(
  rules: readonly PairedRule[],
  endsOf: (rule: PairedRule) => string,
): Map<string, PortRange[]> {
  const index = new Map<string, PortRange[]>()
  for (const rule of rules)
    for (const {key, ports} of flowsOf(rule)) {
      const full = `${endsOf(rule)} ${key}`
      const known = index.get(full)
      if (known === undefined) index.set(full, [...ports])
      else known.push(...ports)
    }
  return new Map([...index].map(([key, ports]) => [key, mergeRanges(ports)]))
}

const everyPort: PortRange[] = [[0, MAX_PORT]]

/** Rules without ports are told apart by their protocols, and hold all of nothing. */
function flowsOf({
  facts,
  partner,
}: PairedRule): {key: string; transport: Transport | null; ports: PortRange[]}[] {
  const {transports, ports, protocols, action} = facts
  const isBare = ports.length === 0
  // A document that comes to state a direction changes nothing by it; one that states the other does.
  const direction = partner?.direction === null ? null : facts.direction
  const bare = isBare ? ['bare', ...protocols.toSorted()] : []
  const rest = [sourcesKey(facts), action, direction ?? '-', ...bare].join(' ')
  return (transports.length === 0 ? [null] : transports).map((transport) => ({
    key: `${transport ?? '-'} ${rest}`,
    transport,
    ports: isBare ? everyPort : mergeRanges([...ports]),
  }))
}

const statedSources = ({sourcePorts}: Facts): PortRange[] =>
  mergeRanges([...sourcePorts]).some(([low, high]) => low <= 1 && high === MAX_PORT)
    ? []
    : mergeRanges([...sourcePorts])

const sourcesKey = (facts: Facts): string =>
  statedSources(facts)
    .map(([low, high]) => `${low}-${high}`)
    .join(',')

/** One entry a (source, destination, transport, source ports, action), sorted by these. */
export function joinFlows(entries: readonly {rule: TopicRule; change: PortChange}[]): FlowChange[] {
  const flows = new Map<string, FlowChange>()
  for (const {rule, change} of entries) {
    const {facts, id} = rule.rule
    const {source, destination, host, action, protocols} = facts
    const bare = change.ports.length === 0 ? protocols.join() : ''
    const key = [endsKey(facts), change.transport ?? '-', sourcesKey(facts), action, bare].join(' ')
    const flow = flows.get(key) ?? {
      transport: change.transport,
      source,
      destination: destination ?? host,
      sourcePorts: statedSources(facts),
      action,
      ports: [],
      rules: [],
    }
    flow.ports.push(...change.ports)
    flow.rules.push(id)
    flows.set(key, flow)
  }
  return [...flows]
    .sort(([one], [two]) => (one < two ? -1 : one > two ? 1 : 0))
    .map(([, flow]) => ({...flow, ports: mergeRanges(flow.ports)}))
}
