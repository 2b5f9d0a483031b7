/** Reads the policies of a FortiOS script with the addresses and services that it defines. */
import ipaddr from 'ipaddr.js'
import type {PortRange} from '../../../model/schema.ts'
import type {ReadRule} from '../../export-types.ts'
import {icmp, icmpV6, ipTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'

const wordRE = /"([^"]*)"|(\S+)/g

type Settings = Map<string, string[]>

/** By section and name, in the order of the file. */
type Sections = Map<string, Map<string, Settings>>

export function read(text: string): ReadRule[] {
  const sections = readSections(text)
  return [...(sections.get('firewall policy')?.values() ?? [])].flatMap((policy) =>
    readPolicy(policy, sections),
  )
}

function readSections(text: string): Sections {
  const sections: Sections = new Map()
  let [section, name] = ['', '']
  for (const line of text.split('\n').map((each) => each.trim())) {
    const [command = '', first = '', ...rest] = line.startsWith('#')
      ? []
      : [...line.matchAll(wordRE)].map(([, quoted, plain = '']) => quoted ?? plain)
    if (command === 'config') section = [first, ...rest].join(' ')
    else if (command === 'edit') name = first
    if (command !== 'edit' && command !== 'set') continue
    const entries = sections.get(section) ?? new Map<string, Settings>()
    const settings: Settings = entries.get(name) ?? new Map<string, string[]>()
    if (command === 'set') settings.set(first, rest)
    sections.set(section, entries.set(name, settings))
  }
  return sections
}

function readPolicy(policy: Settings, sections: Sections): ReadRule[] {
  const service = sections.get('firewall service custom')?.get(policy.get('service')?.[0] ?? '')
  if (service === undefined) throw new SyntaxError('expected the service that a policy names')
  const families = ['', '6'].filter((suffix) => policy.has(`srcaddr${suffix}`))
  return families.flatMap((suffix) =>
    readService(service).map((ports) => ({
      direction: 'forward' as const,
      ...ports,
      ...(policy.get('action')?.[0] === 'accept' ? {} : {action: 'deny' as const}),
      sources: addresses(policy.get(`srcaddr${suffix}`) ?? [], suffix, sections),
      destinations: addresses(policy.get(`dstaddr${suffix}`) ?? [], suffix, sections),
    })),
  )
}

function readService(service: Settings): Pick<ReadRule, 'transport' | 'ports' | 'sourcePorts'>[] {
  const protocol = service.get('protocol')?.[0]
  const [number, type] = ['protocol-number', 'icmptype'].map((name) => Number(service.get(name)?.[0]))
  if (protocol === 'IP')
    return [{transport: ipTransport({number: number || null, icmpType: null}), ports: [], sourcePorts: []}]
  if (protocol !== undefined) {
    const own = protocol === 'ICMP6' ? icmpV6 : icmp
    return [{transport: ipTransport({number: own, icmpType: type ?? 0}), ports: [], sourcePorts: []}]
  }
  const transport = service.has('tcp-portrange') ? 'tcp' : 'udp'
  const found = new Map<string, PortRange[]>()
  for (const text of service.get(`${transport}-portrange`) ?? []) {
    const [to = '', from = ''] = text.split(':')
    found.set(to, [...(found.get(to) ?? []), ...(from === '' ? [] : readPorts([from], '-'))])
  }
  return [...found].map(([to, sourcePorts]) => ({transport, ports: readPorts([to], '-'), sourcePorts}))
}

const addresses = (names: readonly string[], suffix: string, sections: Sections): string[] =>
  names.map((name) => {
    if (name === 'all') return 'any'
    if (name.startsWith('SET_')) return `$${name.slice('SET_'.length)}`
    const own = sections.get(`firewall address${suffix}`)?.get(name)
    if (own === undefined) throw new SyntaxError(`expected the address ${name}`)
    const [base = '', mask = ''] =
      suffix === '' ? (own.get('subnet') ?? []) : (own.get('ip6')?.[0] ?? '').split('/')
    const length = suffix === '' ? ipaddr.IPv4.parse(mask).prefixLengthFromSubnetMask() : Number(mask)
    return length === (suffix === '' ? 32 : 128) ? base : `${base}/${length}`
  })
