/** Reads the New-NetFirewallRule commands of a PowerShell file. */

import {MAX_PORT} from '../../../model/max-port.ts'
import type {ReadRule} from '../../export-types.ts'
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
  const [localPort, remotePort] = [value('LocalPort'), value('RemotePort')]
  const transport = value('Protocol') === 'TCP' ? 'tcp' : 'udp'
  return {
    direction: inbound ? 'in' : 'out',
    transport,
    ...(value('Action') === 'Block' ? {action: 'deny' as const} : {}),
    ports: readList(inbound ? localPort : remotePort, [[0, MAX_PORT]]),
    sourcePorts: readList(inbound ? remotePort : localPort, []),
    sources: inbound ? remote : local,
    destinations: inbound ? local : remote,
  }
}

const members = (list: string): string[] => list.split(',').map((member) => member.replaceAll("'", ''))

const readAddresses = (list: string): string[] => (list === 'Any' ? ['any'] : members(list))

const readList = (list: string, any: [number, number][]): [number, number][] =>
  list === 'Any' ? any : readPorts(members(list), '-')
