/** Reads the `add rule` commands of a netsh command file. */
import {MAX_PORT} from '../../../model/max-port.ts'
import type {PortRange} from '../../../model/schema.ts'
import type {ReadRule} from '../../export-types.ts'
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
  return {
    direction: inbound ? 'in' : 'out',
    ...(setting('action') === 'block' ? {action: 'deny' as const} : {}),
    transport: setting('protocol') === 'TCP' ? 'tcp' : 'udp',
    ports: ports(to, [[0, MAX_PORT]]),
    sourcePorts: ports(from, []),
    sources: addresses(from),
    destinations: addresses(to),
  }
}
