/**
 * Reads a configuration of FortiOS: the policies with the addresses and services that they name.
 *
 * Source: Fortinet, “FortiOS CLI Reference”, `config firewall policy`, `address`, `addrgrp`, `service custom`, `service group`,
 * `vip`. Policies are asked in the order in which they stand; what none accepts is denied.
 */
import {type AddressSets, complement, everyAddress, noAddresses, readAddresses} from '../address-sets.ts'
import type {Behind, ConfigFile, Device, DeviceRule, Line} from '../device.ts'
import {everything, type Match, nothing, onlyAddresses, onlyBehind, onlyFamily, unsure} from '../match.ts'
import {allPorts, allProtocols} from '../region.ts'
import {type FortiEntry, readFortiEntries} from './fortios-entries.ts'
import {addressOf, groupsOf, servicesOf} from './fortios-objects.ts'
import {type Objects, onlyServices, resolve, resolveAddresses, type Service} from './objects.ts'
import {listDevice} from './rule-list.ts'

export const isFortiosConfig = (text: string): boolean => /^\s*config firewall policy\s*$/m.test(text)

interface Read {
  addresses: Objects<AddressSets>
  addresses6: Objects<AddressSets>
  services: Objects<Service[]>
  behind: readonly Behind[]
}

/** @throws {SyntaxError} when a block doesn't end, and when it holds the policies of several firewalls */
export function readFortiosConfig(files: readonly ConfigFile[], behind: readonly Behind[]): Device {
  const entries = files.flatMap(readFortiEntries)
  const of = (section: string): FortiEntry[] => entries.filter((entry) => entry.section === section)
  const policies = of('firewall policy')
  const places = new Set(policies.map(({place}) => place))
  if (places.size > 1)
    throw new SyntaxError(
      `it holds the policies of several VDOMs (${[...places].join(', ')}): give those of one`,
    )
  const read: Read = {
    addresses: {
      values: new Map([
        ['all', {...everyAddress, v6: noAddresses.v6}],
        ...of('firewall address').map((entry) => [entry.name, addressOf(entry)] as const),
        // What is sent to one reaches another machine.
        ...of('firewall vip').map((entry) => [entry.name, null] as const),
      ]),
      groups: groupsOf(of('firewall addrgrp')),
    },
    addresses6: {
      values: new Map([
        ['all', {...everyAddress, v4: noAddresses.v4}],
        ...of('firewall address6').map(
          (entry) => [entry.name, readAddresses(entry.settings.get('ip6')?.[0] ?? '')] as const,
        ),
      ]),
      groups: groupsOf(of('firewall addrgrp6')),
    },
    services: {
      values: new Map([
        ['ALL', [{protocols: allProtocols, ports: allPorts, sourcePorts: allPorts}]],
        ...of('firewall service custom').map((entry) => [entry.name, servicesOf(entry)] as const),
      ]),
      groups: groupsOf(of('firewall service group')),
    },
    behind,
  }
  const [file] = files
  const line: Line = {
    path: file?.path ?? '',
    line: policies.at(-1)?.line.line ?? 1,
    text: 'what no policy accepts',
  }
  return listDevice({
    forward: {
      rules: [
        ...of('firewall vip').map(translated),
        ...policies.flatMap((policy) => deviceRules(policy, read)),
      ],
      // Older versions keep the policies of IPv6 in a list of their own, which is not read.
      families: of('firewall policy6').length > 0 ? ['v4'] : ['v4', 'v6'],
      otherwise: 'deny',
      line,
    },
  })
}

/** What is sent to the outer address of a virtual IP reaches another machine. */
function translated({settings, line}: FortiEntry): DeviceRule {
  const set = readAddresses(settings.get('extip')?.[0] ?? '')
  const match = everything(['v4', 'v6'])
  const {regions, unsure: why} =
    set === null ? unsure(match, 'the outer address is not told') : onlyAddresses(match, 'destinations', set)
  return {regions, unsure: why, action: {do: 'unknown'}, line}
}

/** Settings that change nothing of what a policy is for; what begins like these neither. */
const quiet = [
  'name',
  'uuid',
  'comments',
  'logtraffic',
  'logtraffic-start',
  'status',
  'action',
  'schedule',
  'srcintf',
  'dstintf',
  'srcaddr',
  'dstaddr',
  'srcaddr6',
  'dstaddr6',
  'service',
  'srcaddr-negate',
  'dstaddr-negate',
  'srcaddr6-negate',
  'dstaddr6-negate',
  'service-negate',
  'nat',
  'ippool',
  'poolname',
  'utm-status',
  'inspection-mode',
  'ssl-ssh-profile',
  'av-profile',
  'ips-sensor',
  'webfilter-profile',
  'dnsfilter-profile',
  'application-list',
  'profile-type',
  'profile-protocol-options',
  'auto-asic-offload',
  'np-acceleration',
  'tcp-mss-sender',
  'tcp-mss-receiver',
  'session-ttl',
  'global-label',
  'label',
  'capture-packet',
  'fixedport',
  'match-vip',
  'send-deny-packet',
  'anti-replay',
  'traffic-shaper',
  'traffic-shaper-reverse',
  'permit-any-host',
]

function deviceRules({settings, line}: FortiEntry, read: Read): DeviceRule[] {
  const values = (name: string): string[] => settings.get(name) ?? []
  const isOn = (name: string): boolean => values(name)[0] === 'enable'
  if (values('status')[0] === 'disable') return []
  let match = everything(['v4', 'v6'])
  for (const [name, side] of [
    ['srcintf', 'sources'],
    ['dstintf', 'destinations'],
  ] as const)
    if (!values(name).includes('any'))
      match =
        values(name).length === 0
          ? unsure(match, `its ${name} is not listed`)
          : onlyBehind(match, side, values(name), {behind: read.behind})
  match = serviceMatched(match, values('service'), isOn('service-negate'), read)
  const [schedule = 'always'] = values('schedule')
  if (schedule !== 'always') match = unsure(match, `it holds in the schedule ${schedule} only`)
  for (const [name, own] of settings)
    if (!quiet.includes(name)) match = unsure(match, `“${name} ${own.join(' ')}” is not told`)
  const [action = 'deny'] = values('action')
  const does = action === 'accept' ? 'allow' : action === 'deny' ? 'deny' : 'unknown'
  // Addresses of both families stand in settings of their own; a policy without one of them is not for that family.
  const kinds = [
    ['', 'v4', read.addresses],
    ['6', 'v6', read.addresses6],
  ] as const
  return kinds.flatMap(([suffix, family, objects]) => {
    const ends = [
      [`srcaddr${suffix}`, 'sources'],
      [`dstaddr${suffix}`, 'destinations'],
    ] as const
    const own = ends.reduce(
      (so, [name, side]) => endMatched(so, side, values(name), isOn(`${name}-negate`), objects),
      onlyFamily(match, family),
    )
    return own.regions.length === 0
      ? []
      : [{regions: own.regions, unsure: own.unsure, action: {do: does}, line}]
  })
}

function endMatched(
  match: Match,
  side: 'sources' | 'destinations',
  names: readonly string[],
  negated: boolean,
  objects: Objects<AddressSets>,
): Match {
  if (names.length === 0) return nothing
  const {set, missing} = resolveAddresses(names, objects, () => null)
  return missing.length > 0
    ? unsure(match, `the addresses of ${missing.join(', ')} are not listed`)
    : onlyAddresses(match, side, negated ? complement(set) : set)
}

function serviceMatched(match: Match, names: readonly string[], negated: boolean, {services}: Read): Match {
  const {found, missing} = resolve(names, services, () => null)
  if (names.length === 0 || missing.length > 0)
    return unsure(match, `the ports of ${missing.join(', ') || 'its services'} are not listed`)
  return negated ? unsure(match, '“service-negate” is not told') : onlyServices(match, found.flat())
}
