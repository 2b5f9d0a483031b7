/** Reads the `add rule` commands of a netsh command file. */
import {MAX_PORT} from '../../../model/max-port.ts'
import type {PortRange} from '../../../model/schema.ts'
import type {ReadRule} from '../../export-types.ts'
import {icmp, icmpV6, ipTransport, type PlanTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'

const settingRE = /([a-z]+)=("[^"]*"|\S+)/g
const variableRE = /^%([A-Z0-9_]+)%$/

export function read(text: string): ReadRule[] {
  return text
    .split('\r\n')
    .flatMap((line) => (line.startsWith('netsh advfirewall firewall add ') ? [readRule(line)] : []))
}

function readRule(line: string): ReadRule {
  const settings = new Map([...line.matchAll(settingRE)].map(([, name = '', value = '']) => [name, value]))
  const setting = (name: string): string => {
    const value = settings.get(name)
    if (value === undefined) throw new SyntaxError(`expected ${name}= in “${line}”`)
    return value
  }
  const inbound = setting('dir') === 'in'
  const addresses = (side: string): string[] =>
    setting(`${side}ip`)
      .split(',')
      .map((address) => address.replace(variableRE, '$$$1'))
  const ports = (side: string, any: PortRange[]): PortRange[] => {
    const written = setting(`${side}port`)
    return written === 'any' ? any : readPorts(written.split(','), '-')
  }
  const from = inbound ? 'remote' : 'local'
  const to = inbound ? 'local' : 'remote'
  const rule = {
    direction: inbound ? ('in' as const) : ('out' as const),
    ...(setting('action') === 'block' ? {action: 'deny' as const} : {}),
    sources: addresses(from),
    destinations: addresses(to),
  }
  const ip = readIp(setting('protocol'))
  if (ip !== null) return {...rule, transport: ip, ports: [], sourcePorts: []}
  return {
    ...rule,
    transport: setting('protocol') === 'TCP' ? 'tcp' : 'udp',
    ports: ports(to, [[0, MAX_PORT]]),
    sourcePorts: ports(from, []),
  }
}

/** `47`, `icmpv4:8,any` */
function readIp(protocol: string): PlanTransport | null {
  if (protocol === 'any') return 'ip'
  const [, version, type] = /^icmpv([46]):(\d{1,3}),any$/.exec(protocol) ?? []
  if (version !== undefined)
    return ipTransport({number: version === '4' ? icmp : icmpV6, icmpType: Number(type)})
  return /^\d{1,3}$/.test(protocol) ? ipTransport({number: Number(protocol), icmpType: null}) : null
}
