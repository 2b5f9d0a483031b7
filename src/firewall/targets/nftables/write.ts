/** nftables: one table a topic with a chain where the traffic passes: forwarded, or into and out of the machine. */
import type {PortRange} from '../../../model/schema.ts'
import type {Direction, Family, Owned, Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {icmpV6, ipOf, type PlanTransport} from '../../ip-transport.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {removalHeader} from '../../removal/removal-header.ts'
import {commentLines, commentText} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {together} from '../../writing/together.ts'

export const nftables: Target = {
  id: 'nftables',
  name: 'nftables',
  extension: 'nft',
  placement: 'network',
  onMachine: true,
  stateful: true,
  hostNames: true,
  denies: true,
  dropsOthers: true,
  attached: false,
  nat: 'inside',
  sourcePorts: true,
  writesIp: () => true,
  write,
  remove,
  leaves: (...topics) => (isOneTable(topics) ? [] : [{id: 'sharedLeft', names: `table inet ${sharedTable}`}]),
}

const loadCommand = 'nft -f FILE'

function write(...plans: readonly Plan[]): string {
  const {texts, dropOthers, variables, machine} = together(plans)
  const notes = [
    commentText(say(texts, 'stateful')),
    ...(dropOthers
      ? ([machine === null ? 'dropsOthers' : 'dropsOthersOfMachine', 'dropsOthersAlone'] as const)
      : (['leavesOthers'] as const)
    ).map((id) => commentText(say(texts, id, {label: commentText(machine ?? '', 60)}))),
  ]
  const lines = [
    '#!/usr/sbin/nft -f',
    ...headerLines(plans, loadCommand, notes).map((line) => `# ${line}`),
    '',
    // An undefined name on the right side makes nft refuse the file and point at this line.
    ...variables.flatMap(({name, label}) => [
      `# ${variableLine(texts, {name, label})}`,
      `define ${name} = $SET_${name}`,
    ]),
    ...(isOneTable(plans) ? sharedLines(plans) : plans.flatMap((plan) => tableLines(plan, tableName(plan)))),
  ]
  return `${lines.join('\n')}\n`
}

/** What one table lets through, another one that stops the rest would stop. */
const isOneTable = (plans: readonly Pick<Plan, 'dropOthers'>[]): boolean =>
  plans.length > 1 && plans.some(({dropOthers}) => dropOthers)

/** What files of one topic alone put there is in it as well. */
const sharedLines = (plans: readonly Plan[]): string[] => [
  ...plans.map(tableName).flatMap(replaceTable),
  ...tableLines(together(plans), sharedTable),
]

const tableLines = (plan: Plan, table: string): string[] => [
  ...replaceTable(table),
  `table inet ${table} {`,
  ...waysOf(plan).flatMap((way) => chainLines(plan, way)),
  '}',
]

/** A file that stops the rest of a machine's traffic does that both ways, whatever its rules. */
const waysOf = ({machine, dropOthers, rules}: Plan): Direction[] => {
  const ways: readonly Direction[] = machine === null ? ['forward'] : ['in', 'out']
  return ways.filter(
    (way) => dropOthers || machine === null || rules.some(({direction}) => direction === way),
  )
}

const hooks = {forward: 'forward', in: 'input', out: 'output'} as const

const chainLines = (plan: Plan, way: Direction): string[] => [
  `  chain ${hooks[way]} {`,
  `    type filter hook ${hooks[way]} priority filter; policy ${plan.dropOthers ? 'drop' : 'accept'};`,
  ...(plan.dropOthers && way !== 'forward' ? ownLines(plan, way) : []),
  '    ct state established,related accept',
  ...plan.rules
    .filter(({direction}) => direction === way)
    .flatMap((rule) => ruleLines(rule).map((line) => (line === '' ? '' : `    ${line}`))),
  '  }',
]

/** What a machine can't do without: what it says to itself, and IPv6 to find its neighbors (RFC 4861). */
const ownLines = ({rules}: Plan, way: 'in' | 'out'): string[] => [
  `    ${way === 'in' ? 'iif' : 'oif'} lo accept`,
  ...(rules.some(({family}) => family !== 'v4')
    ? [
        '    icmpv6 type { nd-router-solicit, nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert } ip6 hoplimit 255 accept',
      ]
    : []),
]

/** A table must be there to be deleted. */
const replaceTable = (table: string): string[] => [`add table inet ${table}`, `delete table inet ${table}`]

/** A table of its own, so that a file replaces and removes its own topic alone. */
const tableName = ({topic}: Pick<Plan, 'topic'>): string =>
  `portolan_${topicName(topic, 100).replaceAll('-', '_')}`

/** The one of a file that stops all but what several topics ask for: the next such file takes its place. */
const sharedTable = 'portolan'

function remove(...topics: readonly Owned[]): string {
  const tables = [...topics.map(tableName), ...(isOneTable(topics) ? [sharedTable] : [])]
  return [
    ...removalHeader(topics, nftables, loadCommand).map((line) => `# ${line}`),
    ...tables.flatMap(replaceTable),
    '',
  ].join('\n')
}

function ruleLines(rule: PlanRule): string[] {
  const {action, transport, ports, sourcePorts, family, source, destination, ruleIds} = rule
  const statement = [
    matchEnd(source, 'saddr', family),
    matchEnd(destination, 'daddr', family),
    matchIp(transport),
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

function matchIp(transport: PlanTransport): string {
  const ip = ipOf(transport)
  if (ip === null || ip.number === null) return ''
  const {number, icmpType} = ip
  return icmpType === null
    ? `meta l4proto ${number}`
    : `${number === icmpV6 ? 'icmpv6' : 'icmp'} type ${icmpType}`
}

const matchPorts = (transport: string, field: string, ports: readonly PortRange[]): string =>
  ports.length === 0 ? '' : `${transport} ${field} ${set(writePorts(ports, '-'))}`

const set = (members: readonly string[]): string =>
  members.length === 1 ? members.join('') : `{ ${members.join(', ')} }`
