/** Tells which rules open so much that nobody should write them without having been asked. */

import {mergeRanges} from '../facts/ports/ranges.ts'
import {MAX_PORT} from '../model/max-port.ts'
import type {Facts, PortRange} from '../model/schema.ts'
import type {Omitted, OmittedReason, Target, Unrestricted} from './export-types.ts'
import {ipOf, opensAllPorts, type PlanTransport} from './ip-transport.ts'
import type {ResolvedEnd} from './resolve-ends.ts'

/** 0-65535 and 1-65535, in one range or in several. */
export const isAllPorts = (ports: readonly PortRange[]): boolean =>
  mergeRanges(ports).some(([low, high]) => low <= 1 && high === MAX_PORT)

/** Every address by the document or by the reader, or an end that neither of them tells. */
const isUnbounded = ({addresses, open, unstated}: ResolvedEnd): boolean =>
  addresses === null ? open || unstated : addresses.any

/** @param transports what is written of the rule */
export function unrestrictedReasons(
  {ports, sourcePorts}: Pick<Facts, 'ports' | 'sourcePorts'>,
  transports: readonly PlanTransport[],
  ends: readonly {source: ResolvedEnd; destination: ResolvedEnd}[],
  target: Pick<Target, 'sourcePorts'>,
): Unrestricted[] {
  const isOpen = ends.some(({source, destination}) => isUnbounded(source) && isUnbounded(destination))
  // A protocol without ports comes from none.
  const hasPorts = transports.some((transport) => ipOf(transport) === null)
  const isWidened = !target.sourcePorts && hasPorts && sourcePorts.length > 0 && !isAllPorts(sourcePorts)
  return [
    ...(isAllPorts(ports) || transports.some(opensAllPorts) ? (['all-ports'] as const) : []),
    ...(isOpen ? (['open-ends'] as const) : []),
    ...(isWidened ? (['source-ports'] as const) : []),
  ]
}

const reasons: readonly OmittedReason[] = ['all-ports', 'open-ends', 'source-ports']

/** Rules that wait for the reader's word, in the order of the topic, with all that makes them so. */
export function unrestrictedRules(omitted: readonly Omitted[]): {ruleId: string; reasons: OmittedReason[]}[] {
  const waiting = omitted.filter(({reason}) => reasons.includes(reason))
  return [...Map.groupBy(waiting, ({ruleId}) => ruleId)].map(([ruleId, entries]) => ({
    ruleId,
    reasons: entries.map(({reason}) => reason),
  }))
}
