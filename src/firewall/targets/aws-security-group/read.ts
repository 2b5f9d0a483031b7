/** Reads the ingress and egress blocks of Terraform security groups. */

import type {ReadRule} from '../../export-types.ts'
import {readPorts} from '../../ports-text.ts'

const groupRE = /^resource "aws_security_group" "([a-z0-9_]+)" \{$/
const blockRE = /^(ingress|egress) \{$/
const settingRE = /^([a-z0-9_]+) +=(.*)$/
const wholeAddressRE = /^(?:([0-9.]+)\/32|([0-9a-f:]+)\/128)$/

export function read(text: string): ReadRule[] {
  const rules: ReadRule[] = []
  let group = ''
  let block: {direction: 'in' | 'out'; settings: Map<string, string>} | null = null
  for (const line of text.split('\n').map((each) => each.trim())) {
    group = groupRE.exec(line)?.[1] ?? group
    const opened = blockRE.exec(line)?.[1]
    const [, name = '', value = ''] = settingRE.exec(line) ?? []
    if (opened !== undefined) block = {direction: opened === 'ingress' ? 'in' : 'out', settings: new Map()}
    else if (block !== null && name !== '') block.settings.set(name, value.trim())
    else if (block !== null && line === '}') {
      rules.push(readBlock(block.direction, `group:${group.toUpperCase()}`, block.settings))
      block = null
    }
  }
  return rules
}

function readBlock(direction: 'in' | 'out', local: string, settings: ReadonlyMap<string, string>): ReadRule {
  const remote = [...networks(settings.get('cidr_blocks')), ...networks(settings.get('ipv6_cidr_blocks'))]
  const unique = [...new Set(remote)]
  const transport = settings.get('protocol') === '"tcp"' ? 'tcp' : 'udp'
  return {
    direction,
    transport,
    ports: readPorts([`${settings.get('from_port')}-${settings.get('to_port')}`], '-'),
    sourcePorts: [],
    sources: direction === 'in' ? unique : [local],
    destinations: direction === 'in' ? [local] : unique,
  }
}

/** `["0.0.0.0/0"]` → any; `["203.0.113.10/32"]` → 203.0.113.10; `var.access_edge_address` → $ACCESS_EDGE_ADDRESS. */
function networks(value: string | undefined): string[] {
  if (value === undefined) return []
  if (value.startsWith('var.')) return [`$${value.slice('var.'.length).toUpperCase()}`]
  return value
    .slice(1, -1)
    .split(',')
    .map((member) => member.trim().slice(1, -1))
    .map((member) =>
      member === '0.0.0.0/0' || member === '::/0' ? 'any' : member.replace(wholeAddressRE, '$1$2'),
    )
}
