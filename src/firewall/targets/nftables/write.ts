/** nftables: one table with a forward chain, for `nft -f`. */
import type {PortRange} from '../../../model/schema.ts'
import {commentLines, commentText} from '../../comment.ts'
import type {Family, Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {headerLines, variableLine} from '../../header.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'

export const nftables: Target = {
  id: 'nftables',
  name: 'nftables',
  extension: 'nft',
  placement: 'network',
  stateful: true,
  hostNames: true,
  denies: true,
  attached: false,
  nat: 'inside',
  sourcePorts: true,
  write,
  remove,
}

function write(plan: Plan): string {
  const notes = [
    commentText(say(plan.texts, 'stateful')),
    commentText(say(plan.texts, plan.dropOthers ? 'dropsOthers' : 'leavesOthers')),
  ]
  const table = tableName(plan)
  const lines = [
    '#!/usr/sbin/nft -f',
    ...headerLines(plan, 'nft -f FILE', notes).map((line) => `# ${line}`),
    '',
    // An undefined name on the right side makes nft refuse the file and point at this line.
    ...plan.variables.flatMap(({name, label}) => [
      `# ${variableLine(plan, {name, label})}`,
      `define ${name} = $SET_${name}`,
    ]),
    `add table inet ${table}`,
    `delete table inet ${table}`,
    `table inet ${table} {`,
    '  chain forward {',
    `    type filter hook forward priority filter; policy ${plan.dropOthers ? 'drop' : 'accept'};`,
    '    ct state established,related accept',
    ...plan.rules.flatMap((rule) => ruleLines(rule).map((line) => (line === '' ? '' : `    ${line}`))),
    '  }',
    '}',
  ]
  return `${lines.join('\n')}\n`
}

/** A table of its own, so that a file replaces and removes its own topic alone. */
const tableName = ({topic}: Plan): string => `portolan_${topicName(topic, 100).replaceAll('-', '_')}`

function remove(plan: Plan): string {
  const table = tableName(plan)
  // A table must be there to be deleted.
  return `add table inet ${table}\ndelete table inet ${table}\n`
}

function ruleLines(rule: PlanRule): string[] {
  const {action, transport, ports, sourcePorts, family, source, destination, ruleIds} = rule
  const statement = [
    matchEnd(source, 'saddr', family),
    matchEnd(destination, 'daddr', family),
    matchPorts(transport, 'sport', sourcePorts),
    matchPorts(transport, 'dport', ports),
    action === 'deny' ? 'drop' : 'accept',
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
