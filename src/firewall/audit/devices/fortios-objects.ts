/** Reads the addresses, groups and services that the policies of FortiOS name. */
import {type AddressSets, readAddresses} from '../address-sets.ts'
import {icmpTypeSet} from '../icmp-types.ts'
import {readAll, readPortSet} from '../match.ts'
import {allPorts, allProtocols} from '../region.ts'
import type {FortiEntry} from './fortios-entries.ts'
import type {Service} from './objects.ts'

export const groupsOf = (entries: readonly FortiEntry[]): Map<string, string[]> =>
  new Map(
    entries.map(({name, settings}) => [
      name,
      settings.get('exclude')?.[0] === 'enable' ? [name] : (settings.get('member') ?? []),
    ]),
  )

export function addressOf({settings}: FortiEntry): AddressSets | null {
  const [type = 'ipmask'] = settings.get('type') ?? []
  const text = (name: string): string => settings.get(name)?.join(' ') ?? ''
  if (type === 'ipmask' || type === 'subnet')
    // Without a network it is 0.0.0.0/0.
    return readAddresses(text('subnet') === '' ? '0.0.0.0/0' : text('subnet'))
  return type === 'iprange' ? readAddresses(`${text('start-ip')}-${text('end-ip')}`) : null
}

const transports = [
  ['tcp-portrange', 6],
  ['udp-portrange', 17],
  ['sctp-portrange', 132],
] as const

/** `443`, `1-100:1024-65535`: receiver's ports, then the sender's. Null where it can't be told. */
export function servicesOf({settings}: FortiEntry): Service[] | null {
  const [protocol = 'TCP/UDP/SCTP'] = settings.get('protocol') ?? []
  if (
    settings.has('iprange') ||
    settings.has('fqdn') ||
    settings.has('application') ||
    settings.has('app-category')
  )
    return null
  if (protocol === 'IP') {
    const number = Number(settings.get('protocol-number')?.[0] ?? '0')
    return [
      {
        protocols: number === 0 ? allProtocols : [[number, number + 1]],
        ports: allPorts,
        sourcePorts: allPorts,
      },
    ]
  }
  if (protocol === 'ICMP' || protocol === 'ICMP6') {
    const number = protocol === 'ICMP' ? 1 : 58
    const type = settings.get('icmptype')?.[0]
    if (type !== undefined && (settings.has('icmpcode') || !/^\d{1,3}$/.test(type))) return null
    const ports = type === undefined ? allPorts : icmpTypeSet(Number(type))
    return [{protocols: [[number, number + 1]], ports, sourcePorts: allPorts}]
  }
  if (protocol !== 'TCP/UDP/SCTP' && protocol !== 'TCP/UDP/UDP-Lite/SCTP') return null
  const found: Service[] = []
  for (const [name, number] of transports)
    for (const text of settings.get(name) ?? []) {
      const [to = '', from] = text.split(':')
      const ports = readAll([to], (each) => readPortSet(each, ''))
      const sourcePorts = from === undefined ? allPorts : readAll([from], (each) => readPortSet(each, ''))
      if (ports === null || sourcePorts === null) return null
      found.push({protocols: [[number, number + 1]], ports, sourcePorts})
    }
  return found.length === 0 ? null : found
}
