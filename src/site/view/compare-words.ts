/** Words for facts and their changes: endpoints, ranges, and what a field held before and holds after. */
import type {FieldChange} from '../../compare/diff.ts'
import {endpointLabel} from '../../dataset/endpoint-label.ts'
import type {EndpointRef, Facts, PortRange} from '../../dataset/schema.ts'
import {isAnyPort, rangeId} from './ports.ts'
import type {Reader} from './reader.ts'

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

export function changeWords(change: FieldChange, reader: Words): {from: string; to: string} {
  const none = reader.t('value.none')
  const list = (values: readonly string[]) => (values.length === 0 ? none : values.join(', '))
  const both = <Value>(from: Value, to: Value, say: (value: Value) => string) => ({
    from: say(from),
    to: say(to),
  })
  switch (change.field) {
    case 'role':
    case 'security':
      return both<string | null>(change.from, change.to, (value) => value ?? none)
    case 'protocols':
      return both(change.from, change.to, list)
    case 'transports':
      return both(change.from, change.to, (values) => list(values.map((value) => value.toUpperCase())))
    case 'ports':
    case 'sourcePorts':
      return both(change.from, change.to, (ranges) => portsName(ranges, reader) || none)
    case 'source':
    case 'destination':
    case 'host':
      return both(change.from, change.to, (endpoint) => endpointName(endpoint, reader))
    case 'requirement':
      return both(change.from, change.to, (value) => reader.t(`requirement.${value}`))
  }
}
