/** Tells what of a rule is written for a target, and why the rest is not. */

import {rangesEqual} from '../facts/ports/ranges.ts'
import {MAX_PORT} from '../model/max-port.ts'
import type {Facts, PortRange} from '../model/schema.ts'
import {endpointKey} from '../model/topic-rules.ts'
import {isDenied, isRest, stopsAllProtocols} from './denied/denials.ts'
import type {ExportRequest, ExportRule, OmittedReason, Target} from './export-types.ts'
import {ipTransportsOf, numberedIp, type PlanTransport} from './ip-transport.ts'
import {isOfDevice, zonesOf} from './zones.ts'

const wholeRange: PortRange[] = [[0, MAX_PORT]]

/** What of a rule is written, and why the rest is not. */
export function partsOf(
  rule: ExportRule,
  all: readonly ExportRule[],
  request: ExportRequest,
  target: Target,
): {transports: PlanTransport[]; left: OmittedReason[]} {
  const reason = omittedReason(rule, all, request, target)
  if (reason !== null) return {transports: [], left: [reason]}
  if (stopsAllProtocols(rule)) return {transports: ['ip'], left: []}
  const facts = deniedFacts(rule)
  const ip = ipTransportsOf(facts)
  const writable = ip.filter((transport) => {
    const protocol = numberedIp(transport)
    return protocol !== null && target.writesIp?.(protocol) === true
  })
  // A row of such protocols alone has no ports to miss.
  const missing = facts.transports.length === 0 && ip.length > 0 ? null : missingPorts(facts)
  return {
    transports: [...(missing === null ? facts.transports : []), ...writable],
    left: [
      ...(missing === null ? [] : [missing]),
      ...(writable.length < ip.length ? (['ip-protocol'] as const) : []),
    ],
  }
}

/** What denies certain ports whatever the protocol denies them of all that have ports here. */
const deniedFacts = (rule: ExportRule): Facts =>
  isDenied(rule) && rule.facts.allProtocols === true && rule.facts.transports.length === 0
    ? {...rule.facts, transports: ['tcp', 'udp']}
    : rule.facts

function missingPorts({portNames, ports, transports}: Facts): OmittedReason | null {
  if (portNames) return 'named-range'
  if (ports.length === 0) return 'no-port'
  return transports.length === 0 ? 'no-transport' : null
}

function omittedReason(
  rule: ExportRule,
  all: readonly ExportRule[],
  request: ExportRequest,
  target: Target,
): OmittedReason | null {
  if (isRest(rule, request.rules)) return 'rest'
  if (isDenied(rule) && !target.denies) return 'denied'
  if (!isDenied(rule) && rule.purpose !== 'open') return 'other-purpose'
  if (!isOfDevice(rule, request.device ?? null, zonesOf(request.endpoints))) return 'other-device'
  if (target.stateful && all.some((other) => isAnswerTo(rule.facts, other.facts))) return 'returning'
  return null
}

function isAnswerTo(answer: Facts, asked: Facts): boolean {
  // Most rules name no source ports, and every rule is asked about every other one.
  if (answer.sourcePorts.length === 0) return false
  const back = answer.ports.length === 0 || rangesEqual(answer.ports, wholeRange) ? [] : answer.ports
  return (
    !rangesEqual(answer.sourcePorts, answer.ports) &&
    endpointKey(answer.source) === endpointKey(asked.destination) &&
    endpointKey(answer.destination) === endpointKey(asked.source) &&
    answer.transports.every((transport) => asked.transports.includes(transport)) &&
    rangesEqual(answer.sourcePorts, asked.ports) &&
    rangesEqual(back, rangesEqual(asked.sourcePorts, wholeRange) ? [] : asked.sourcePorts)
  )
}
