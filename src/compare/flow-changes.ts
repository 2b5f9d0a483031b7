/** What rules let through as intervals of ports per flow, so that split and merged rules are the same. */

import {intersectRanges, mergeRanges, subtractRanges} from '../facts/ports/ranges.ts'
import type {EndpointRef, PortRange, Transport} from '../model/schema.ts'
import {endpointKey, type TopicRule} from '../model/topic-rules.ts'

/** Traffic of one transport from one endpoint to another. */
export interface Flow {
  /** null where the source states none. */
  transport: Transport | null
  source: EndpointRef | null
  /** The listening end: the destination, or the machine that the table names. */
  destination: EndpointRef | null
  ports: PortRange[]
}

/** Ports that one side has more on a flow, and the rules that ask for them. */
export interface FlowChange extends Flow {
  /** Ids of rules. */
  rules: string[]
}

/** A flow with the rules that it was made from. */
export interface FlowOfRules extends Flow {
  key: string
  rules: {id: string; ports: PortRange[]}[]
}

/** What `to` lets through that `from` doesn't, sorted by flow. */
export function flowChanges(from: readonly TopicRule[], to: readonly TopicRule[]): FlowChange[] {
  const before = new Map(flowsOf(from).map((flow) => [flow.key, flow.ports]))
  return flowsOf(to).flatMap(({key, transport, source, destination, ports, rules}) => {
    const more = subtractRanges(ports, before.get(key) ?? [])
    if (more.length === 0) return []
    const asking = rules.filter((rule) => intersectRanges(rule.ports, more).length > 0)
    return [{transport, source, destination, ports: more, rules: asking.map(({id}) => id)}]
  })
}

/** All flows of the rules that state ports, one a (transport, source, destination), sorted. */
export function flowsOf(rules: readonly TopicRule[]): FlowOfRules[] {
  const flows = new Map<string, FlowOfRules>()
  for (const {rule} of rules) {
    const {transports, ports, source, destination, host} = rule.facts
    if (ports.length === 0) continue
    for (const transport of transports.length === 0 ? [null] : transports) {
      const end = destination ?? host
      const key = `${endpointKey(source)} ${endpointKey(end)} ${transport ?? '-'}`
      const flow = flows.get(key) ?? {key, transport, source, destination: end, ports: [], rules: []}
      flow.ports = mergeRanges([...flow.ports, ...ports])
      flow.rules.push({id: rule.id, ports})
      flows.set(key, flow)
    }
  }
  return [...flows.values()].sort((one, two) => (one.key < two.key ? -1 : 1))
}
