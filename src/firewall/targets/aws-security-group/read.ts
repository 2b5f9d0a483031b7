/** Reads the rules of Terraform security groups. */

import type {ReadRule} from '../../export-types.ts'
import {icmp, icmpV6, ipTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'

const ruleRE = /^resource "aws_vpc_security_group_(ingress|egress)_rule" "[a-z0-9_]+" \{$/
const settingRE = /^([a-z0-9_]+) +=(.*)$/
const wholeAddressRE = /^(?:([0-9.]+)\/32|([0-9a-f:]+)\/128)$/
/** `aws_security_group.portolan_single_edge__access_edge.id`: the machine stands behind two lines. */
const groupRE = /^aws_security_group\.[a-z0-9_]*__([a-z0-9_]+)\.id$/

export function read(text: string): ReadRule[] {
  const rules: ReadRule[] = []
  let block: {direction: 'in' | 'out'; settings: Map<string, string>} | null = null
  for (const line of text.split('\n').map((each) => each.trim())) {
    const opened = ruleRE.exec(line)?.[1]
    const [, name = '', value = ''] = settingRE.exec(line) ?? []
    if (opened !== undefined) block = {direction: opened === 'ingress' ? 'in' : 'out', settings: new Map()}
    else if (block !== null && name !== '') block.settings.set(name, value.trim())
    else if (block !== null && line === '}') {
      rules.push(readBlock(block.direction, block.settings))
      block = null
    }
  }
  return rules
}

function readBlock(direction: 'in' | 'out', settings: ReadonlyMap<string, string>): ReadRule {
  const group = groupRE.exec(settings.get('security_group_id') ?? '')?.[1]
  if (group === undefined) throw new SyntaxError('expected the group that a rule belongs to')
  const local = `group:${group.toUpperCase()}`
  const remote = network(settings)
  return {
    direction,
    ...trafficOf(settings),
    sourcePorts: [],
    sources: [direction === 'in' ? remote : local],
    destinations: [direction === 'in' ? local : remote],
  }
}

function trafficOf(settings: ReadonlyMap<string, string>): Pick<ReadRule, 'transport' | 'ports'> {
  const protocol = (settings.get('ip_protocol') ?? '').replaceAll('"', '')
  const [from, to] = [settings.get('from_port'), settings.get('to_port')]
  if (protocol === 'tcp' || protocol === 'udp')
    return {transport: protocol, ports: readPorts([`${from}-${to}`], '-')}
  if (protocol === 'icmp' || protocol === 'icmpv6') {
    const number = protocol === 'icmp' ? icmp : icmpV6
    return {transport: ipTransport({number, icmpType: from === '-1' ? null : Number(from)}), ports: []}
  }
  if (!/^\d{1,3}$/.test(protocol)) throw new SyntaxError(`expected a protocol, found “${protocol}”`)
  return {transport: ipTransport({number: Number(protocol), icmpType: null}), ports: []}
}

/** `"0.0.0.0/0"` → any; `"203.0.113.10/32"` → 203.0.113.10; each of `toset(var.access_edge_address)` → $ACCESS_EDGE_ADDRESS. */
function network(settings: ReadonlyMap<string, string>): string {
  const written = (settings.get('cidr_ipv4') ?? settings.get('cidr_ipv6') ?? '').replaceAll('"', '')
  if (written === 'each.value') {
    const [, name = ''] = /^toset\(var\.([a-z0-9_]+)\)$/.exec(settings.get('for_each') ?? '') ?? []
    return `$${name.toUpperCase()}`
  }
  return written === '0.0.0.0/0' || written === '::/0' ? 'any' : written.replace(wholeAddressRE, '$1$2')
}
