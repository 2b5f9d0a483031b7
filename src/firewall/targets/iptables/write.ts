/** iptables: one chain a topic for `iptables-restore` and `ip6tables-restore`, which each skip the other's rules. */
import type {PortRange} from '../../../model/schema.ts'
import type {Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {icmpV6, ipOf, type PlanTransport} from '../../ip-transport.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {commentLines, commentText} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {together} from '../../writing/together.ts'

export const iptables: Target = {
  id: 'iptables',
  name: 'iptables-restore',
  extension: 'rules',
  placement: 'network',
  stateful: true,
  hostNames: true,
  denies: true,
  attached: false,
  nat: 'inside',
  sourcePorts: true,
  writesIp: () => true,
  write,
  remove,
}

/** The multiport match holds 15 entries, a range counts as two (iptables-extensions(8)). */
const multiportLimit = 15

function write(...plans: readonly Plan[]): string {
  const {texts, variables} = together(plans)
  const notes = [
    ...plans
      .map(chainName)
      .map((chain) => `iptables -C FORWARD -j ${chain} || iptables -I FORWARD -j ${chain}`),
    commentText(say(texts, 'stateful')),
    ...variables.map((variable) => `${placeholder(variable.name)} = ${variableLine(texts, variable)}`),
  ]
  const lines = [
    ...headerLines(plans, 'iptables-restore --noflush FILE, ip6tables-restore --noflush FILE', notes).map(
      (line) => `# ${line}`,
    ),
    '*filter',
    ...plans.map((plan) => `:${chainName(plan)} - [0:0]`),
    ...plans.flatMap(chainLines),
    'COMMIT',
  ]
  return `${lines.join('\n')}\n`
}

function chainLines(plan: Plan): string[] {
  const chain = chainName(plan)
  return [
    `-A ${chain} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`,
    ...plan.rules.flatMap((rule) => ruleLines(rule, chain)),
  ]
}

/** A chain of its own, which each file empties before it fills it; names are at most 28 characters long. */
const chainName = ({topic}: Plan): string => `PORTOLAN-${topicName(topic, 19)}`

/** A chain can be deleted only where nothing jumps to it any more. */
function remove(...plans: readonly Plan[]): string {
  const chains = plans.map(chainName)
  return [
    ...chains.map((chain) => `# while iptables -D FORWARD -j ${chain}; do :; done`),
    `# ${say(together(plans).texts, 'load', {command: 'iptables-restore --noflush FILE, ip6tables-restore --noflush FILE'})}`,
    '*filter',
    ...chains.flatMap((chain) => [`:${chain} - [0:0]`, `-X ${chain}`]),
    'COMMIT',
    '',
  ].join('\n')
}

/**
 * The format has no variables. What stands behind the slash is no length of a network, so the file is refused before
 * anything is asked of a name server, which might know an address for any name.
 */
const placeholder = (name: string): string => `@SET/${name}@`

const ruleLines = (rule: PlanRule, chain: string): string[] => [
  ...commentLines(rule.comment, rule.urls).map((line) => `# ${line}`),
  ...destinationChunks(rule).flatMap((ports) =>
    sourceChunks(rule).flatMap((sourcePorts) =>
      matchEnd(rule.source, '-s').flatMap((source) =>
        matchEnd(rule.destination, '-d').map((destination) => {
          const parts = [
            familyFlag(rule),
            `-A ${chain}`,
            source,
            destination,
            matchProtocol(rule.transport),
            matchPorts(sourcePorts, 's'),
            matchPorts(ports, 'd'),
            `-m comment --comment "${rule.ruleIds.join(' ').slice(0, 250)}"`,
            rule.action === 'deny' ? '-j DROP' : '-j ACCEPT',
          ]
          return parts.filter((part) => part !== '').join(' ')
        }),
      ),
    ),
  ),
]

/** A protocol without ports is one rule. */
const destinationChunks = ({transport, ports}: PlanRule): PortRange[][] =>
  ipOf(transport) === null ? chunks(ports) : [[]]

function matchProtocol(transport: PlanTransport): string {
  const ip = ipOf(transport)
  if (ip === null) return `-p ${transport}`
  const {number, icmpType} = ip
  if (icmpType === null) return `-p ${number}`
  return number === icmpV6 ? `-p icmpv6 --icmpv6-type ${icmpType}` : `-p icmp --icmp-type ${icmpType}`
}

const sourceChunks = ({sourcePorts}: PlanRule): PortRange[][] =>
  sourcePorts.length === 0 ? [[]] : chunks(sourcePorts)

const familyFlag = ({family}: PlanRule): string => (family === null ? '' : family === 'v4' ? '-4' : '-6')

function matchEnd(end: PlanEnd, flag: string): string[] {
  if (end.kind === 'any') return ['']
  if (end.kind === 'variable') return [`${flag} ${placeholder(end.variable)}`]
  return end.addresses.map((address) => `${flag} ${address}`)
}

function matchPorts(ports: readonly PortRange[], side: 's' | 'd'): string {
  if (ports.length === 0) return ''
  const written = writePorts(ports, ':').join(',')
  return ports.length === 1 ? `--${side}port ${written}` : `-m multiport --${side}ports ${written}`
}

function chunks(ports: readonly PortRange[]): PortRange[][] {
  const found: PortRange[][] = []
  let used = multiportLimit
  for (const range of ports) {
    const entries = range[0] === range[1] ? 1 : 2
    if (used + entries > multiportLimit) {
      found.push([])
      used = 0
    }
    found.at(-1)?.push(range)
    used += entries
  }
  return found
}
