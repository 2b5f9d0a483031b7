/** Rules as flows between two single ends, in one form however a file splits them: by ports, source ports or ends. */
import {intersectRanges, mergeRanges, subtractRanges} from '../../facts/ports/ranges.ts'
import {MAX_PORT} from '../../model/max-port.ts'
import type {PortRange} from '../../model/schema.ts'
import type {ReadRule} from '../export-types.ts'
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

/** All ports of one side with all of the other; neither is empty. */
interface PortPairs {
  from: PortRange[]
  to: PortRange[]
}

type Ends = Omit<FlowPorts, 'sourcePorts' | 'ports'>

interface Flow {
  ends: Ends
  pairs: PortPairs[]
}

export type Flows = ReadonlyMap<string, Flow>

const everyPort: PortRange[] = [[0, MAX_PORT]]

export function flowsOf(rules: readonly ReadRule[]): Flows {
  const found = new Map<string, Flow>()
  for (const {direction, transport, ports, sourcePorts, sources, destinations, action = 'allow'} of rules)
    for (const source of sources)
      for (const destination of destinations) {
        const ends: Ends = {action, direction, transport, source, destination}
        const key = JSON.stringify(ends)
        const flow: Flow = found.get(key) ?? {ends, pairs: []}
        found.set(key, flow)
        flow.pairs.push({
          from: sourcePorts.length === 0 ? everyPort : mergeRanges(sourcePorts),
          // A protocol without ports is there or not, as a whole.
          to: ipOf(transport) === null ? mergeRanges(ports) : everyPort,
        })
      }
  return new Map([...found].map(([key, {ends, pairs}]) => [key, {ends, pairs: joined(pairs)}]))
}

/** What of the one is not in the other. */
export const differenceOf = (of: Flows, from: Flows): FlowPorts[] =>
  [...of].flatMap(([key, {ends, pairs}]) => {
    const others = from.get(key)?.pairs ?? []
    const left = others.reduce<PortPairs[]>(
      (rest, other) => rest.flatMap((one) => without(one, other)),
      pairs,
    )
    return joined(left).map((one) => ({
      ...ends,
      sourcePorts: subtractRanges(everyPort, one.from).length === 0 ? [] : one.from,
      ports: one.to,
    }))
  })

function without(one: PortPairs, other: PortPairs): PortPairs[] {
  const shared = intersectRanges(one.from, other.from)
  if (shared.length === 0) return [one]
  const parts = [
    {from: subtractRanges(one.from, other.from), to: one.to},
    {from: shared, to: subtractRanges(one.to, other.to)},
  ]
  return parts.filter(({from, to}) => from.length > 0 && to.length > 0)
}

/** A file may have an entry for each pair of ranges: those that differ in one side alone become one. */
const joined = (pairs: readonly PortPairs[]): PortPairs[] => {
  const bySource = [...Map.groupBy(pairs, ({from}) => JSON.stringify(from)).values()].map((same) => ({
    from: same[0]?.from ?? [],
    to: mergeRanges(same.flatMap(({to}) => to)),
  }))
  return [...Map.groupBy(bySource, ({to}) => JSON.stringify(to)).values()].map((same) => ({
    from: mergeRanges(same.flatMap(({from}) => from)),
    to: same[0]?.to ?? [],
  }))
}
