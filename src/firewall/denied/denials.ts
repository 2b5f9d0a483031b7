/** What of a topic must stay closed. It is never a choice of the reader: a denial holds whatever its requirement. */
import {MAX_PORT} from '../../model/max-port.ts'
import type {Facts} from '../../model/schema.ts'
import {endpointKey} from '../../model/topic-rules.ts'
import type {Chosen, ExportRule} from '../export-types.ts'
import {isAllPorts} from '../unrestricted.ts'
import {isBareAny} from '../zones.ts'

export const isDenied = ({facts, purpose}: Pick<ExportRule, 'facts' | 'purpose'>): boolean =>
  facts.action === 'deny' || purpose === 'deny'

/** An “optional” denial that is left out would leave the allow over it open. */
export const isChosen = (rule: Pick<ExportRule, 'facts' | 'purpose'>, chosen: Chosen): boolean =>
  isDenied(rule) || chosen[rule.facts.requirement]

/** Whether a row stops all protocols, those without ports, too: it says so, or names neither ports nor a protocol. */
export function stopsAllProtocols(rule: Pick<ExportRule, 'facts' | 'purpose'>): boolean {
  const {allProtocols, ports, portNames, sourcePorts, transports, protocols} = rule.facts
  if (!isDenied(rule) || portNames !== undefined || !isAllOrNone(ports) || !isAllOrNone(sourcePorts))
    return false
  return allProtocols === true || (ports.length === 0 && transports.length === 0 && protocols.length === 0)
}

/** What denies any protocol from certain ports denies it to all ports: those of TCP and UDP, as no other protocol is written with ports. */
export const withDeniedPorts = (rule: ExportRule): ExportRule =>
  isDenied(rule) &&
  rule.facts.allProtocols === true &&
  rule.facts.ports.length === 0 &&
  rule.facts.portNames === undefined &&
  !isAllOrNone(rule.facts.sourcePorts)
    ? {...rule, facts: {...rule.facts, ports: [[0, MAX_PORT]]}}
    : rule

const isAllOrNone = (ports: Facts['ports']): boolean => ports.length === 0 || isAllPorts(ports)

type Row = Pick<ExportRule, 'facts' | 'purpose' | 'interface'>

/**
 * Whether a row closes all that no other one opens ("Any, Any, Any, Any: deny"): the end of a list, no exception to the
 * rules before it. Asked before them, it would let nothing of them through. In a table that states one end only, it is
 * any in all that it states, and is the end of the list where another row opens something of the same kind. What closes
 * one machine for everybody, whatever the port, is the rest of the rows that open some of its ports.
 */
export function isRest(rule: Row, all: readonly Row[]): boolean {
  const {source, destination, host, ports, sourcePorts} = rule.facts
  if (!isDenied(rule) || !isAllOrNone(sourcePorts)) return false
  if (!isAllPorts(ports) && !stopsAllProtocols(rule)) return false
  const target = destination ?? host
  if (isBareAny(source) && isBareAny(target)) return true
  const permits = all.filter((other) => !isDenied(other))
  if (permits.some((permit) => isPartOf(permit, rule))) return true
  const stated = [source, destination].filter((end) => end !== null)
  if (stated.length !== 1 || !stated.every(isBareAny)) return false
  return permits.some(
    ({facts}) =>
      (facts.source === null) === (source === null) &&
      (facts.destination === null) === (destination === null) &&
      endpointKey(facts.host) === endpointKey(host),
  )
}

/** Whether a row opens less than another one closes, of the same machine and for anybody at its other end. */
function isPartOf({facts: open, interface: side}: Row, closing: Row): boolean {
  const {facts: closed} = closing
  if (side !== null && closing.interface !== null && side !== closing.interface) return false
  const isMet =
    stopsAllProtocols(closing) || closed.transports.some((transport) => open.transports.includes(transport))
  const ends = [
    [open.source, closed.source],
    [open.destination ?? open.host, closed.destination ?? closed.host],
  ] as const
  const isWithin = ends.every(
    ([own, whole]) => whole !== null && (isBareAny(whole) || endpointKey(own) === endpointKey(whole)),
  )
  const isForAnybody = ends.some(([, whole]) => isBareAny(whole))
  const isAsWide =
    isAllPorts(open.ports) && ends.every(([own, whole]) => endpointKey(own) === endpointKey(whole))
  return isMet && isWithin && isForAnybody && !isAsWide
}
