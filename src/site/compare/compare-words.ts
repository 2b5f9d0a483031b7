/** Words for facts: endpoints, ranges, fields, and a rule in one line. */

import {type ComparedField, fieldKey} from '../../compare/compared-fields.ts'
import type {FieldChange} from '../../compare/diff.ts'
import {endpointLabel} from '../../facts/endpoints/endpoint-label.ts'
import type {EndpointRef, Facts, PortRange} from '../../model/schema.ts'
import {rangeId} from '../../search/port-spec.ts'
import {onwardArrow} from '../../text/text-direction.ts'
import {isAnyPort} from '../ports/port-entries.ts'
import type {Reader} from '../shared/reader.ts'

type Words = Pick<Reader, 'locale' | 't' | 'endpoints'>

/** With all that narrows it; what the table doesn't state is said to be so. */
export const endpointName = (endpoint: EndpointRef | null, {locale, t, endpoints}: Words): string =>
  endpoint === null ? t('value.none') : endpointLabel(endpoint, endpoints, locale)

const rangeName = (range: PortRange, {t}: Pick<Reader, 't'>): string =>
  isAnyPort(range) ? t('port.any') : rangeId(range)

/** `443, 50000-59999`; empty for no ports. */
export const portsName = (ranges: readonly PortRange[], reader: Pick<Reader, 't'>): string =>
  ranges.map((range) => rangeName(range, reader)).join(', ')

/** Where a rule's traffic goes: the destination, or the one machine that its table names. */
export const receiverOf = ({destination, host}: Pick<Facts, 'destination' | 'host'>): EndpointRef | null =>
  destination ?? host

/** `TCP`, `SIP`, `TLS` */
export const protocolNames = ({transports, protocols, security}: Facts): string[] => [
  ...transports.map((transport) => transport.toUpperCase()),
  ...protocols,
  ...(security === null ? [] : [security]),
]

const statedDirections = {in: 'inbound', out: 'outbound', both: 'both'} as const

/** What a rule holds in a field; ‘none’ where it holds nothing. */
export function fieldWords(facts: Facts, field: ComparedField, reader: Words): string {
  const {t} = reader
  switch (field) {
    case 'role':
    case 'security':
      return facts[field] ?? t('value.none')
    case 'protocols':
      return facts.protocols.join(', ') || t('value.none')
    case 'transports':
      return facts.transports.map((transport) => transport.toUpperCase()).join(', ') || t('value.none')
    case 'ports':
    case 'sourcePorts':
      return portsName(facts[field], reader) || t('value.none')
    case 'source':
    case 'destination':
    case 'host':
      return endpointName(facts[field], reader)
    case 'requirement':
      return t(`requirement.${facts.requirement}`)
    case 'action':
      return t(`action.${facts.action}`)
    case 'direction':
      return facts.direction === null ? t('value.none') : t(`direction.${statedDirections[facts.direction]}`)
  }
}

/** A rule in one line of plain text: `443, TCP, SIP, TLS (Access): Any → Access Edge service (optional)`. */
export function ruleLine(facts: Facts, reader: Words): string {
  const {t} = reader
  const {role, requirement, sourcePorts} = facts
  const what = [portsName(facts.ports, reader) || t('port.none'), ...protocolNames(facts)].join(', ')
  const where = `${endpointName(facts.source, reader)} ${onwardArrow(reader.locale)} ${endpointName(receiverOf(facts), reader)}`
  const from =
    sourcePorts.length === 0
      ? ''
      : `; ${t('field.sourcePorts')}${t('value.is')}${portsName(sourcePorts, reader)}`
  const asked = requirement === 'unknown' ? '' : ` (${t(`requirement.${requirement}`)})`
  return `${what}${role === null ? '' : ` (${role})`}${t('value.is')}${where}${from}${asked}`
}

/** Which ports are opened more and which less; that nothing is, where only the notation differs; else empty. */
export function changeRemark(
  {field, opened, closed}: FieldChange,
  from: Facts,
  to: Facts,
  reader: Pick<Reader, 't'>,
): string {
  const {t} = reader
  if (fieldKey(from, field) === fieldKey(to, field)) return t('compare.notation')
  return [
    ...(opened.length === 0 ? [] : [t('compare.opens', {ports: portsName(opened, reader)})]),
    ...(closed.length === 0 ? [] : [t('compare.closes', {ports: portsName(closed, reader)})]),
  ].join(t('value.and'))
}
