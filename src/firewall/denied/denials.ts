/** What of a topic must stay closed. It is never a choice of the reader: a denial holds whatever its requirement. */
import {MAX_PORT} from '../../model/max-port.ts'
import type {EndpointRef, Facts} from '../../model/schema.ts'
import {endpointKey} from '../../model/topic-rules.ts'
import type {Chosen, ExportRule} from '../export-types.ts'
import {isAllPorts} from '../unrestricted.ts'
import {isBareAny} from '../zones.ts'

export const isDenied = ({facts, purpose}: Pick<ExportRule, 'facts' | 'purpose'>): boolean =>
  facts.action === 'deny' || purpose === 'deny'

/** An “optional” denial that is left out would leave the allow over it open. */
export const isChosen = (rule: Pick<ExportRule, 'facts' | 'purpose'>, chosen: Chosen): boolean =>
  isDenied(rule) || chosen[rule.facts.requirement]

/** Whether a row stops all protocols, those without ports, too. */
export const stopsAllProtocols = (rule: Pick<ExportRule, 'facts' | 'purpose'>): boolean =>
  deniesAnyProtocol(rule) && isAllOrNone(rule.facts.sourcePorts)

/** The same from certain ports alone. */
export const deniesAllFromPorts = (rule: Pick<ExportRule, 'facts' | 'purpose'>): boolean =>
  deniesAnyProtocol(rule) && !isAllOrNone(rule.facts.sourcePorts)

/** Whether a denial is of any protocol: it says so, or names neither ports nor a protocol. */
function deniesAnyProtocol(rule: Pick<ExportRule, 'facts' | 'purpose'>): boolean {
  const {allProtocols, ports, portNames, transports, protocols} = rule.facts
  if (!isDenied(rule) || portNames !== undefined || !isAllOrNone(ports)) return false
  return allProtocols === true || (ports.length === 0 && transports.length === 0 && protocols.length === 0)
}

/** What denies any protocol from certain ports denies it to all ports: those of TCP and UDP, as no other protocol is written with ports. */
export const withDeniedPorts = (rule: ExportRule): ExportRule =>
  deniesAllFromPorts(rule) && rule.facts.allProtocols === true && rule.facts.ports.length === 0
    ? {...rule, facts: {...rule.facts, ports: [[0, MAX_PORT]]}}
    : rule

const isAllOrNone = (ports: Facts['ports']): boolean => ports.length === 0 || isAllPorts(ports)

type Row = Pick<ExportRule, 'facts' | 'purpose' | 'interface'>

/**
 * Whether a row closes all that no other one opens ("Any, Any, Any, Any: deny"): the end of a list, no exception to the
 * rules before it. Asked before them, it would let nothing of them through. In a table that states one end only, it is
 * any in all that it states, and is the end of the list where another row opens something of the same kind. What closes
 * one pair of machines, or one machine for everybody, whatever the port, is the rest of the rows that open some of its
 * ports, where each row that it may meet is a part of it.
 */
export function isRest(rule: Row, all: readonly Row[]): boolean {
  const {source, destination, host, ports, sourcePorts} = rule.facts
  if (!isDenied(rule) || !isAllOrNone(sourcePorts)) return false
  if (!isAllPorts(ports) && !stopsAllProtocols(rule)) return false
  const target = destination ?? host
  if (isBareAny(source) && isBareAny(target)) return true
  const permits = all.filter((other) => !isDenied(other))
  const met = permits.filter((permit) => mayMeet(permit, rule))
  if (met.length > 0 && met.every((permit) => isPartOf(permit, rule))) return true
  const stated = [source, destination].filter((end) => end !== null)
  if (stated.length !== 1 || !stated.every(isBareAny)) return false
  return permits.some(
    ({facts}) =>
      (facts.source === null) === (source === null) &&
      (facts.destination === null) === (destination === null) &&
      endpointKey(facts.host) === endpointKey(host),
  )
}

type End = EndpointRef | null

/** Each machine of a list by itself. */
const membersOf = (end: End): readonly End[] => {
  if (end === null || end.alternatives.length === 0) return [end]
  const ids = end.id === 'any' || end.id === 'several' ? end.alternatives : [end.id, ...end.alternatives]
  return ids.map((id) => ({id, qualifiers: id === end.id ? end.qualifiers : [], alternatives: []}))
}

const endsOf = (
  {facts: open}: Row,
  {facts: closed}: Row,
): (readonly [own: readonly End[], closed: readonly End[]])[] =>
  (
    [
      [open.source, closed.source],
      [open.destination ?? open.host, closed.destination ?? closed.host],
    ] as const
  ).map(([own, whole]) => [membersOf(own), membersOf(whole)])

const canBeOne = (own: End, closed: End): boolean =>
  own === null || closed === null || [own.id, closed.id].includes('any') || own.id === closed.id

/** Whether some traffic may be both of what a row opens and of what another one closes, as far as their names tell. */
function mayMeet(permit: Row, closing: Row): boolean {
  const [side, closed] = [permit.interface, closing.interface]
  if (side !== null && closed !== null && side !== closed) return false
  return (
    isOfTransport(permit, closing) &&
    endsOf(permit, closing).every(([own, whole]) =>
      own.some((one) => whole.some((other) => canBeOne(one, other))),
    )
  )
}

const isOfTransport = ({facts}: Row, closing: Row): boolean =>
  stopsAllProtocols(closing) ||
  closing.facts.transports.some((transport) => facts.transports.includes(transport))

/** Whether a row opens less than another one closes, between the same machines; others of its list are none of the other row's. */
function isPartOf(permit: Row, closing: Row): boolean {
  const ends = endsOf(permit, closing)
  const isIn = (own: End, whole: End): boolean =>
    whole !== null && (isBareAny(whole) || endpointKey(own) === endpointKey(whole))
  const isWithin = ends.every(([own, whole]) =>
    own
      .filter((one) => whole.some((other) => canBeOne(one, other)))
      .every((one) => whole.some((other) => isIn(one, other))),
  )
  const keysOf = (members: readonly End[]): string => members.map(endpointKey).toSorted().join(' ')
  const isAsWide =
    isAllPorts(permit.facts.ports) && ends.every(([own, whole]) => keysOf(own) === keysOf(whole))
  return isOfTransport(permit, closing) && isWithin && !isAsWide
}
