/** Reads the New-NetFirewallRule commands of a PowerShell file. */

import {MAX_PORT} from '../../../model/max-port.ts'
import type {ReadRule} from '../../export-types.ts'
import {icmp, icmpV6, ipTransport, type PlanTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'

/** `-Name value`, where the value is quoted, a list, a variable or a word. */
const parameterRE = /-([A-Z][A-Za-z]+) ('[^']*'(?:,'[^']*')*|\S+)/g

export function read(text: string): ReadRule[] {
  return text
    .split('\r\n')
    .flatMap((line) => (line.startsWith('New-NetFirewallRule ') ? [readRule(line)] : []))
}

function readRule(line: string): ReadRule {
  const given = new Map([...line.matchAll(parameterRE)].map(([, name = '', value = '']) => [name, value]))
  const value = (name: string): string => {
    const found = given.get(name)
    if (found === undefined) throw new SyntaxError(`expected -${name} in “${line}”`)
    return found
  }
  const inbound = value('Direction') === 'Inbound'
  const [local, remote] = [readAddresses(value('LocalAddress')), readAddresses(value('RemoteAddress'))]
  const ends = {sources: inbound ? remote : local, destinations: inbound ? local : remote}
  const action = value('Action') === 'Block' ? {action: 'deny' as const} : {}
  const ip = readIp(value('Protocol'), given.get('IcmpType'))
  if (ip !== null)
    return {direction: inbound ? 'in' : 'out', transport: ip, ...action, ports: [], sourcePorts: [], ...ends}
  const [localPort, remotePort] = [value('LocalPort'), value('RemotePort')]
  const transport = value('Protocol') === 'TCP' ? 'tcp' : 'udp'
  return {
    direction: inbound ? 'in' : 'out',
    transport,
    ...action,
    ports: readList(inbound ? localPort : remotePort, [[0, MAX_PORT]]),
    sourcePorts: readList(inbound ? remotePort : localPort, []),
    ...ends,
  }
}

function readIp(protocol: string, type: string | undefined): PlanTransport | null {
  if (protocol === 'Any') return 'ip'
  const isIcmp = protocol === 'ICMPv4' || protocol === 'ICMPv6'
  if (isIcmp && type !== undefined)
    return ipTransport({number: protocol === 'ICMPv4' ? icmp : icmpV6, icmpType: Number(type)})
  return /^\d{1,3}$/.test(protocol) ? ipTransport({number: Number(protocol), icmpType: null}) : null
}

const members = (list: string): string[] => list.split(',').map((member) => member.replaceAll("'", ''))

const readAddresses = (list: string): string[] => (list === 'Any' ? ['any'] : members(list))

const readList = (list: string, any: [number, number][]): [number, number][] =>
  list === 'Any' ? any : readPorts(members(list), '-')
