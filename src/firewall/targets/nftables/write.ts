/** nftables: one table with a forward chain, for `nft -f`. */
import type {PortRange} from '../../../model/schema.ts'
import {commentLines, commentText} from '../../comment.ts'
import type {Family, Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {headerLines, variableLine} from '../../header.ts'
import {writePorts} from '../../ports-text.ts'

export const nftables: Target = {
  id: 'nftables',
  name: 'nftables',
  extension: 'nft',
  placement: 'network',
  stateful: true,
  hostNames: true,
  attached: false,
  sourcePorts: true,
  write,
}

function write(plan: Plan): string {
  const notes = [commentText(say(plan.texts, 'stateful')), commentText(say(plan.texts, 'dropsOthers'))]
  const lines = [
    '#!/usr/sbin/nft -f',
    ...headerLines(plan, 'nft -f FILE', notes).map((line) => `# ${line}`),
    '',
    // An undefined name on the right side makes nft refuse the file and point at this line.
    ...plan.variables.flatMap(({name, label}) => [
      `# ${variableLine(plan, {name, label})}`,
      `define ${name} = $SET_${name}`,
    ]),
    'add table inet portolan',
    'delete table inet portolan',
    'table inet portolan {',
    '  chain forward {',
    '    type filter hook forward priority filter; policy drop;',
    '    ct state established,related accept',
    ...plan.rules.flatMap((rule) => ruleLines(rule).map((line) => (line === '' ? '' : `    ${line}`))),
    '  }',
    '}',
  ]
  return `${lines.join('\n')}\n`
}

function ruleLines(rule: PlanRule): string[] {
  const {transport, ports, sourcePorts, family, source, destination, ruleIds} = rule
  const statement = [
    matchEnd(source, 'saddr', family),
    matchEnd(destination, 'daddr', family),
    matchPorts(transport, 'sport', sourcePorts),
    matchPorts(transport, 'dport', ports),
    'accept',
    `comment "${ruleIds.join(' ').slice(0, 120)}"`,
  ]
  return [
    '',
    ...commentLines(rule.comment, rule.urls).map((line) => `# ${line}`),
    statement.filter((part) => part !== '').join(' '),
  ]
}

function matchEnd(end: PlanEnd, field: string, family: Family | null): string {
  if (end.kind === 'any') return ''
  const protocol = family === 'v6' ? 'ip6' : 'ip'
  return `${protocol} ${field} ${end.kind === 'variable' ? `$${end.variable}` : set(end.addresses)}`
}

const matchPorts = (transport: string, field: string, ports: readonly PortRange[]): string =>
  ports.length === 0 ? '' : `${transport} ${field} ${set(writePorts(ports, '-'))}`

const set = (members: readonly string[]): string =>
  members.length === 1 ? members.join('') : `{ ${members.join(', ')} }`
