/** Proves an export: what its own reader finds in the file must be what was planned, no more and no less. */

import {mergeRanges, subtractRanges} from '../../facts/ports/ranges.ts'
import {MAX_PORT} from '../../model/max-port.ts'
import type {PortRange} from '../../model/schema.ts'
import type {Plan, PlanEnd, PlanRule, Reader, ReadRule, Target} from '../export-types.ts'
import {ipOf, type PlanTransport} from '../ip-transport.ts'

/** One flow between two single ends with the ports that only one side has. */
export interface FlowPorts {
  action: 'allow' | 'deny'
  direction: string
  transport: PlanTransport
  source: string
  destination: string
  sourcePorts: PortRange[]
  ports: PortRange[]
}

export interface Verification {
  ok: boolean
  /** Planned, not in the file. */
  missing: FlowPorts[]
  /** In the file, not planned. */
  extra: FlowPorts[]
  /** Rules that stop traffic, behind one that lets through: the device may never ask them. */
  late: ReadRule[]
}

/** @throws {SyntaxError} when the reader can't read the text at all */
export function verifyExport(plan: Plan, target: Target, read: Reader, text: string): Verification {
  const planned = flows(plan.rules.map((rule) => plannedRule(rule, target)))
  const rules = read(text)
  const found = flows(rules)
  const missing = difference(planned, found)
  const extra = difference(found, planned)
  const late = target.denyWins === true ? [] : lateDenies(rules)
  return {ok: missing.length === 0 && extra.length === 0 && late.length === 0, missing, extra, late}
}

function lateDenies(rules: readonly ReadRule[]): ReadRule[] {
  const lists = Map.groupBy(rules, ({list = ''}) => list)
  return [...lists.values()].flatMap((list) => {
    const firstAllow = list.findIndex(({action}) => action !== 'deny')
    return list.filter(({action}, at) => action === 'deny' && firstAllow >= 0 && at > firstAllow)
  })
}

function plannedRule(rule: PlanRule, {attached, sourcePorts: tellsSourcePorts}: Target): ReadRule {
  const {action, direction, transport, ports, sourcePorts} = rule
  const [source, destination] = [endTexts(rule.source), endTexts(rule.destination)]
  return {
    direction,
    transport,
    ports,
    sourcePorts: tellsSourcePorts ? sourcePorts : [],
    ...(action === 'deny' ? {action} : {}),
    sources: attached && direction === 'out' ? [`group:${rule.source.name}`] : source,
    destinations: attached && direction === 'in' ? [`group:${rule.destination.name}`] : destination,
  }
}

function endTexts(end: PlanEnd): string[] {
  if (end.kind === 'any') return ['any']
  return end.kind === 'variable' ? [`$${end.variable}`] : end.addresses
}

const everyPort: PortRange[] = [[0, MAX_PORT]]

function flows(rules: readonly ReadRule[]): Map<string, FlowPorts> {
  const found = new Map<string, FlowPorts>()
  for (const {direction, transport, ports, sourcePorts, sources, destinations, action = 'allow'} of rules) {
    for (const source of sources) {
      for (const destination of destinations) {
        const from = mergeRanges(sourcePorts)
        const key = JSON.stringify([action, direction, transport, source, destination, from])
        const before = found.get(key)?.ports ?? []
        // A protocol without ports is there or not, as a whole.
        const own = ipOf(transport) === null ? ports : everyPort
        const merged = mergeRanges([...before, ...own])
        found.set(key, {action, direction, transport, source, destination, sourcePorts: from, ports: merged})
      }
    }
  }
  return found
}

const difference = (of: ReadonlyMap<string, FlowPorts>, from: ReadonlyMap<string, FlowPorts>): FlowPorts[] =>
  [...of].flatMap(([key, flow]) => {
    const ports = subtractRanges(flow.ports, from.get(key)?.ports ?? [])
    return ports.length === 0 ? [] : [{...flow, ports}]
  })
