/**
 * iptables: two chains a topic, of what it stops and of what it lets through, for `iptables-restore` and
 * `ip6tables-restore`, which each skip the other's rules. One chain that no file owns holds those of all topics. A
 * machine's own traffic passes none of the chains between machines: it has such chains for each way.
 */
import type {PortRange} from '../../../model/schema.ts'
import type {Direction, Owned, Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {icmpV6, ipOf, type PlanTransport} from '../../ip-transport.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {removalHeader} from '../../removal/removal-header.ts'
import {commentLines, commentText} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {together} from '../../writing/together.ts'

export const iptables: Target = {
  id: 'iptables',
  name: 'iptables-restore',
  extension: 'rules',
  placement: 'network',
  onMachine: true,
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
    commentText(say(texts, 'hooks')),
    ...forBoth([
      ...waysOf(plans).flatMap((way) => [
        `$ipt -N ${sharedChain(way)} 2>/dev/null || true`,
        hook(hooks[way], '-I', sharedChain(way)),
        ...plans.flatMap((plan) => [
          hook(sharedChain(way), '-I', denyChain(plan, way)),
          hook(sharedChain(way), '-A', allowChain(plan, way)),
        ]),
      ]),
    ]),
    commentText(say(texts, 'stateful')),
    ...variables.map((variable) => `${placeholder(variable.name)} = ${variableLine(texts, variable)}`),
  ]
  const lines = [
    ...headerLines(plans, loadCommand, notes).map((line) => `# ${line}`),
    '*filter',
    ...chainsOf(plans, waysOf(plans)).map((chain) => `:${chain} - [0:0]`),
    ...plans.flatMap((plan) => waysOf(plans).flatMap((way) => chainLines(plan, way))),
    'COMMIT',
  ]
  return `${lines.join('\n')}\n`
}

const loadCommand = 'iptables-restore --noflush FILE, ip6tables-restore --noflush FILE'

const hooks = {forward: 'FORWARD', in: 'INPUT', out: 'OUTPUT'} as const

/** Of a machine both, so that a file empties the chains of a way that it has no more rules for. */
const waysOf = (plans: readonly Plan[]): Direction[] =>
  together(plans).machine === null ? ['forward'] : ['in', 'out']

const suffixes = {forward: '', in: '_IN', out: '_OUT'} as const

/** Chains that stop traffic go to its start and the others to its end, whatever file is loaded first. */
const sharedChain = (way: Direction): string => `PORTOLAN${suffixes[way]}`

const hook = (into: string, way: '-I' | '-A', chain: string): string =>
  `$ipt -C ${into} -j ${chain} 2>/dev/null || $ipt ${way} ${into} -j ${chain}`

/** Commands for the tables of IPv4 and of IPv6. */
const forBoth = (commands: readonly string[]): string[] => [
  'for ipt in iptables ip6tables; do',
  ...commands.map((command) => `  ${command}`),
  'done',
]

/** What stops is asked first here, too, should the chain stand somewhere by itself. */
function chainLines(plan: Plan, way: Direction): string[] {
  const [denies, allows] = [denyChain(plan, way), allowChain(plan, way)]
  return [
    `-A ${denies} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`,
    `-A ${allows} -j ${denies}`,
    ...plan.rules
      .filter(({direction}) => direction === way)
      .flatMap((rule) => ruleLines(rule, rule.action === 'deny' ? denies : allows)),
  ]
}

type Topic = Pick<Plan, 'topic'>

/** Chains of its own, which each file empties before it fills them; names are at most 28 characters long. */
const allowChain = ({topic}: Topic, way: Direction): string => chainName(`PORTOLAN${suffixes[way]}`, topic)

/** No topic's other chain is called so: the underscore tells them apart. */
const denyChain = ({topic}: Topic, way: Direction): string =>
  chainName(`PORTOLAN_DENY${suffixes[way]}`, topic)

const chainLength = 28

const chainName = (kind: string, topic: string): string =>
  `${kind}-${topicName(topic, chainLength - kind.length - 1)}`

const chainsOf = (topics: readonly Topic[], ways: readonly Direction[]): string[] =>
  topics.flatMap((topic) => ways.flatMap((way) => [denyChain(topic, way), allowChain(topic, way)]))

/** A chain can be deleted only where nothing jumps to it any more. */
function remove(...topics: readonly Owned[]): string {
  const ways = ['forward', 'in', 'out'] as const
  const own = chainsOf(topics, ways)
  const unhook = (from: string, chain: string): string =>
    `while $ipt -D ${from} -j ${chain} 2>/dev/null; do :; done`
  return [
    ...forBoth(
      ways.flatMap((way) => {
        const shared = sharedChain(way)
        return [
          // Earlier files put the chain of a topic there.
          ...topics.map((topic) => unhook(hooks[way], allowChain(topic, way))),
          ...topics.flatMap((topic) =>
            [allowChain(topic, way), denyChain(topic, way)].map((chain) => unhook(shared, chain)),
          ),
          `$ipt -S ${shared} 2>/dev/null | grep -q -e '-A' || { ${unhook(hooks[way], shared)}; $ipt -X ${shared} 2>/dev/null || true; }`,
        ]
      }),
    ).map((line) => `# ${line}`),
    ...removalHeader(topics, iptables, loadCommand).map((line) => `# ${line}`),
    '*filter',
    ...own.map((chain) => `:${chain} - [0:0]`),
    ...own.map((chain) => `-X ${chain}`),
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
  if (icmpType === null) return `-p ${number ?? 'all'}`
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
