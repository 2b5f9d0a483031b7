/** Cisco IOS: extended access lists, one for IPv4 and one for IPv6: an interface takes no more, whatever the topics. */
import type {PortRange} from '../../../model/schema.ts'
import type {Family, Left, Owned, Plan, PlanEnd, PlanRule, PlanVariable, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {ipOf, type PlanTransport} from '../../ip-transport.ts'
import {topicName} from '../../names.ts'
import {removalHeader} from '../../removal/removal-header.ts'
import {commentLines, commentText} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {together, togetherTopic} from '../../writing/together.ts'

export const ciscoIos: Target = {
  id: 'cisco-ios',
  name: 'Cisco IOS access list',
  extension: 'ios',
  placement: 'network',
  stateful: false,
  hostNames: false,
  denies: true,
  attached: false,
  nat: 'outside',
  sourcePorts: true,
  writesIp: () => true,
  write,
  remove,
  leaves,
}

/** Longer remarks are refused. */
const remarkLength = 90

function write(...plans: readonly Plan[]): string {
  const plan = together(plans)
  const lists = (['v4', 'v6'] as const).map((family) => ({
    family,
    rules: plan.rules.filter((rule) => (rule.family ?? 'v4') === family),
  }))
  const lines = [
    ...headerLines(plans, `configure terminal${lists.map(applied(listName(plan))).join('')}`).map(
      (line) => `! ${line}`,
    ),
    ...plan.variables.flatMap((variable) => groupLines(plan, variable)),
    ...lists.flatMap(({family, rules}) => (rules.length === 0 ? [] : listLines(plan, family, rules))),
    'end',
  ]
  return `${lines.join('\n')}\n`
}

/** What puts a list on an interface; nothing where there is none. */
const applied =
  (name: string) =>
  ({family, rules}: {family: Family; rules: readonly PlanRule[]}): string => {
    if (rules.length === 0) return ''
    return family === 'v6' ? `, ipv6 traffic-filter ${name}-V6 in` : `, ip access-group ${name} in`
  }

/**
 * The placeholder is no command, so that the group stays empty, and an entry that names an empty group is refused. It
 * doesn't stand behind `host`, where the device would ask its name server, which might know an address for any name.
 */
const groupLines = (plan: Plan, {name, label, family}: PlanVariable): string[] => [
  `! ${variableLine(plan.texts, {name, label}, 'unsetEntries')}`,
  `object-group ${family === 'v6' ? 'v6-network' : 'network'} ${name}`,
  ` SET_${name}`,
  '!',
]

const listLines = (plan: Plan, family: Family, rules: readonly PlanRule[]): string[] => [
  family === 'v6' ? `ipv6 access-list ${listName(plan)}-V6` : `ip access-list extended ${listName(plan)}`,
  ...rules.flatMap((rule) => [
    ...commentLines(rule.comment, rule.urls, remarkLength).map((line) => ` remark ${line}`),
    ...entries(rule, family, 'there'),
  ]),
  ` remark RETURNING ${commentText(say(plan.texts, 'returningPart'), remarkLength - 10)}`,
  ...new Set(rules.filter(({action}) => action === 'allow').flatMap((rule) => entries(rule, family, 'back'))),
]

/** Longer names are hard to type, and some versions refuse them. */
const listName = ({topic}: Pick<Plan, 'topic'>): string => `PORTOLAN-${topicName(topic, 40).toUpperCase()}`

/** One that a file of all topics makes, and those that files of each make. */
const listsOf = (topics: readonly Owned[]): string[] => [
  ...new Set([{topic: togetherTopic(topics)}, ...topics].map(listName)),
]

function remove(...topics: readonly Owned[]): string {
  const [first] = topics
  if (first === undefined) throw new Error('expected a topic')
  const names = listsOf(topics)
  const lines = [
    `! ${commentText(say(first.texts, 'detachList'))}`,
    '! interface NAME',
    ...names.flatMap((name) => [
      `!  no ip access-group ${name} in`,
      `!  no ipv6 traffic-filter ${name}-V6 in`,
    ]),
    ...removalHeader(topics, ciscoIos, 'configure terminal').map((line) => `! ${line}`),
    ...names.flatMap((name) => [`no ip access-list extended ${name}`, `no ipv6 access-list ${name}-V6`]),
    'end',
  ]
  return `${lines.join('\n')}\n`
}

function leaves(...topics: readonly Owned[]): Left[] {
  return [{id: 'sharedLeft', names: topics.map((topic) => `${listName(topic)}-AND-…`).join(', ')}]
}

/** One entry a pair of ends and of port ranges. */
function entries(rule: PlanRule, family: Family, way: 'there' | 'back'): string[] {
  const [from, to] = way === 'there' ? [rule.source, rule.destination] : [rule.destination, rule.source]
  const [fromPorts, toPorts] =
    way === 'there' ? [rule.sourcePorts, rule.ports] : [rule.ports, rule.sourcePorts]
  const answers = way === 'back' && rule.transport === 'tcp' ? ' established' : ''
  const ip = ipText(rule.transport, {way, family})
  if (ip === null) return []
  return ends(from, family).flatMap((source) =>
    ends(to, family).flatMap((destination) =>
      portTexts(fromPorts).flatMap((left) =>
        portTexts(toPorts).map(
          (right) =>
            ` ${rule.action === 'deny' ? 'deny' : 'permit'} ${ip.protocol} ${source}${left} ${destination}${right}${ip.type}${answers}`,
        ),
      ),
    ),
  )
}

/** The messages that answer those of a type of ICMP, of IPv4 and of IPv6; others are not answered. */
const answerTypes: ReadonlyMap<string, number> = new Map([
  ['1-8', 0],
  ['1-13', 14],
  ['1-15', 16],
  ['1-17', 18],
  ['58-128', 129],
])

/** The words for a protocol; null where nothing comes back. */
function ipText(
  transport: PlanTransport,
  {way, family}: {way: 'there' | 'back'; family: Family},
): {protocol: string; type: string} | null {
  const ip = ipOf(transport)
  if (ip === null) return {protocol: transport, type: ''}
  const {number, icmpType} = ip
  if (number === null) return {protocol: family === 'v6' ? 'ipv6' : 'ip', type: ''}
  if (icmpType === null) return {protocol: String(number), type: ''}
  const type = way === 'there' ? icmpType : answerTypes.get(`${number}-${icmpType}`)
  return type === undefined ? null : {protocol: 'icmp', type: ` ${type}`}
}

function ends(end: PlanEnd, family: Family): string[] {
  if (end.kind === 'any') return ['any']
  if (end.kind === 'variable') return [`object-group ${end.variable}`]
  return end.addresses.map((address) => addressText(address, family))
}

function addressText(address: string, family: Family): string {
  const [base = '', length] = address.split('/')
  if (length === undefined) return `host ${base}`
  return family === 'v6' ? address : `${base} ${wildcard(Number(length))}`
}

/** 24 → `0.0.0.255`: the bits that may differ. */
const wildcard = (length: number): string =>
  [0, 8, 16, 24].map((start) => 255 >> Math.min(8, Math.max(0, length - start))).join('.')

const portTexts = (ports: readonly PortRange[]): string[] =>
  ports.length === 0
    ? ['']
    : ports.map(([low, high]) => (low === high ? ` eq ${low}` : ` range ${low} ${high}`))
