/** Reads the global policies of Junos set commands with the addresses and applications that they define. */
import type {PortRange} from '../../../model/schema.ts'
import type {ReadRule} from '../../export-types.ts'
import {icmp, ipTransport, type PlanTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'

interface Application {
  transport: PlanTransport
  ports: PortRange[]
  sourcePorts: PortRange[]
}

interface Policy {
  sources: string[]
  destinations: string[]
  applications: string[]
  action: string
}

export function read(text: string): ReadRule[] {
  const addresses = new Map<string, string>()
  const applications = new Map<string, Application>([['any', {transport: 'ip', ports: [], sourcePorts: []}]])
  const policies = new Map<string, Policy>()
  for (const line of text.split('\n').filter((each) => each.startsWith('set '))) {
    const words = line.slice('set '.length).split(' ')
    const path = words.slice(0, 4).join(' ')
    if (path === 'security address-book global address') addresses.set(words[4] ?? '', words[5] ?? '')
    else if (path === 'security policies global policy') readPolicy(policies, words.slice(4))
    else if (path.startsWith('applications application ')) readApplication(applications, words.slice(2))
    else throw new SyntaxError(`unexpected command “${line}”`)
  }
  return [...policies.values()].flatMap(({sources, destinations, applications: names, action}) =>
    names.map((name) => {
      const application = applications.get(name)
      if (application === undefined) throw new SyntaxError(`expected the application ${name}`)
      return {
        direction: 'forward' as const,
        ...application,
        ...(action === 'permit' ? {} : {action: 'deny' as const}),
        sources: sources.map((each) => addressOf(each, addresses)),
        destinations: destinations.map((each) => addressOf(each, addresses)),
      }
    }),
  )
}

function readPolicy(policies: Map<string, Policy>, [name = '', ...words]: readonly string[]): void {
  const policy = policies.get(name) ?? {sources: [], destinations: [], applications: [], action: ''}
  const [kind, field, value = ''] = words
  if (kind === 'match' && field === 'source-address') policy.sources.push(value)
  else if (kind === 'match' && field === 'destination-address') policy.destinations.push(value)
  else if (kind === 'match' && field === 'application') policy.applications.push(value)
  else if (kind === 'then') policy.action = field ?? ''
  policies.set(name, policy)
}

function readApplication(
  applications: Map<string, Application>,
  [name = '', field, value = '']: readonly string[],
): void {
  const application = applications.get(name) ?? {transport: 'udp', ports: [], sourcePorts: []}
  if (field === 'protocol') application.transport = readTransport(value)
  else if (field === 'icmp-type') application.transport = ipTransport({number: icmp, icmpType: Number(value)})
  else if (field === 'destination-port') application.ports = readPorts([value], '-')
  else if (field === 'source-port') application.sourcePorts = readPorts([value], '-')
  applications.set(name, application)
}

function readTransport(value: string): PlanTransport {
  if (value === 'tcp' || value === 'udp') return value
  if (/^\d{1,3}$/.test(value)) return ipTransport({number: Number(value), icmpType: null})
  throw new SyntaxError(`expected a protocol, found “${value}”`)
}

function addressOf(name: string, addresses: ReadonlyMap<string, string>): string {
  if (['any', 'any-ipv4', 'any-ipv6'].includes(name)) return 'any'
  if (name.startsWith('SET_')) return `$${name.slice('SET_'.length)}`
  const address = addresses.get(name)
  if (address === undefined) throw new SyntaxError(`expected the address ${name}`)
  return address.replace(/^([0-9.]+)\/32$|^([0-9a-f:]+)\/128$/, '$1$2')
}
