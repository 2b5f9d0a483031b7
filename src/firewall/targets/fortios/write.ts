/** Fortinet FortiOS: addresses, services and policies as CLI script. */
import ipaddr from 'ipaddr.js'
import type {PortRange} from '../../../model/schema.ts'
import {fnvHash} from '../../../text/fnv-hash.ts'
import type {Family, Left, Owned, Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {icmpV6, ipOf} from '../../ip-transport.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {removalHeader} from '../../removal/removal-header.ts'
import {commentLines, commentText} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {rulesOfPlans, together} from '../../writing/together.ts'

export const fortios: Target = {
  id: 'fortios',
  name: 'Fortinet FortiOS',
  extension: 'conf',
  placement: 'network',
  stateful: true,
  hostNames: false,
  denies: true,
  attached: false,
  nat: 'inside',
  sourcePorts: true,
  writesIp: () => true,
  write,
  remove,
  leaves,
}

type Named = Pick<Plan, 'topic'>

/** Names of policies have at most 35 characters, those of other objects 79. */
const policyName = ({name}: PlanRule): string => `portolan-${name}`.slice(0, 35)
const serviceName = ({topic}: Named, {name}: Pick<PlanRule, 'name'>): string =>
  `portolan-${topicName(topic, 40)}-${name}`
const addressName = ({topic}: Named, address: string): string =>
  `portolan-${topicName(topic, 20)}-${address.replace('/', '_')}`

const loadCommand = 'execute batch, FILE'

function write(...plans: readonly Plan[]): string {
  const {texts, variables} = together(plans)
  const rules = rulesOfPlans(plans)
  const ids = policyIds(rules.map(({plan: {topic}, rule: {name}}) => ({topic, name})))
  const addresses = (family: Family) => plans.flatMap((plan) => addressEntries(plan, family))
  const lines = [
    ...headerLines(plans, loadCommand, [commentText(say(texts, 'stateful'))]).map((line) => `# ${line}`),
    ...variables.map((variable) => `# ${variableLine(texts, variable)}`),
    ...block('firewall address', addresses('v4')),
    ...block('firewall address6', addresses('v6')),
    ...block(
      'firewall service custom',
      rules.map(({plan, rule}) => ({name: quote(serviceName(plan, rule)), lines: serviceLines(rule)})),
    ),
    ...block(
      'firewall policy',
      rules.map(({plan, rule}, at) => ({
        name: String(ids[at]),
        above: commentLines(rule.comment, rule.urls).map((line) => `    # ${line}`),
        lines: policyLines(plan, rule),
      })),
    ),
  ]
  return `${lines.join('\n')}\n`
}

interface Entry {
  name: string
  above?: readonly string[]
  lines: readonly string[]
}

const block = (section: string, entries: readonly Entry[]): string[] =>
  entries.length === 0
    ? []
    : [
        `config ${section}`,
        ...entries.flatMap(({name, above = [], lines}) => [
          ...above,
          `    edit ${name}`,
          ...lines.map((line) => `        set ${line}`),
          '    next',
        ]),
        'end',
      ]

/** Only identifiers, addresses and ids come here. */
const quote = (text: string): string => `"${text}"`

const addressesOf = ({rules}: Plan, family: Family): string[] =>
  [
    ...new Set(
      rules.flatMap((rule) =>
        (rule.family ?? 'v4') !== family
          ? []
          : [rule.source, rule.destination].flatMap((end) => (end.kind === 'addresses' ? end.addresses : [])),
      ),
    ),
  ].sort()

const addressEntries = (plan: Plan, family: Family): Entry[] =>
  addressesOf(plan, family).map((address) => ({
    name: quote(addressName(plan, address)),
    lines: [
      family === 'v4'
        ? `subnet ${withMask(address)}`
        : `ip6 ${address.includes('/') ? address : `${address}/128`}`,
    ],
  }))

/** `10.0.0.0/8` → `10.0.0.0 255.0.0.0` */
function withMask(address: string): string {
  const [base = '', length = '32'] = address.split('/')
  return `${base} ${ipaddr.IPv4.subnetMaskFromPrefixLength(Number(length)).toString()}`
}

function serviceLines({transport, ports, sourcePorts}: PlanRule): string[] {
  const ip = ipOf(transport)
  if (ip !== null && ip.icmpType !== null)
    return [`protocol ${ip.number === icmpV6 ? 'ICMP6' : 'ICMP'}`, `icmptype ${ip.icmpType}`]
  // The number 0 is all protocols.
  if (ip !== null) return ['protocol IP', `protocol-number ${ip.number ?? 0}`]
  const from: readonly (PortRange | null)[] = sourcePorts.length === 0 ? [null] : sourcePorts
  const ranges = ports.flatMap((range) =>
    from.map((source) =>
      [range, ...(source === null ? [] : [source])].map((each) => writePorts([each], '-').join('')).join(':'),
    ),
  )
  return [`${transport}-portrange ${ranges.join(' ')}`]
}

function policyLines(plan: Plan, rule: PlanRule): string[] {
  const families =
    rule.family === null ? (hasVariable(rule) ? (['v4'] as const) : (['v4', 'v6'] as const)) : [rule.family]
  return [
    `name ${quote(policyName(rule))}`,
    'srcintf "any"',
    'dstintf "any"',
    ...families.flatMap((family) => [
      `srcaddr${family === 'v6' ? '6' : ''} ${endText(plan, rule.source)}`,
      `dstaddr${family === 'v6' ? '6' : ''} ${endText(plan, rule.destination)}`,
    ]),
    `service ${quote(serviceName(plan, rule))}`,
    'schedule "always"',
    `action ${rule.action === 'deny' ? 'deny' : 'accept'}`,
    `comments ${quote(rule.ruleIds.join(' ').slice(0, 250))}`,
  ]
}

const hasVariable = ({source, destination}: PlanRule): boolean =>
  source.kind === 'variable' || destination.kind === 'variable'

/** A name that no address has is refused. */
function endText(plan: Plan, end: PlanEnd): string {
  if (end.kind === 'any') return '"all"'
  if (end.kind === 'variable') return quote(`SET_${end.variable}`)
  return end.addresses.map((address) => quote(addressName(plan, address))).join(' ')
}

const policyId = ({topic, name}: {topic: string; name: string}): number =>
  1_000_000_000 + (fnvHash(`${topic} ${name}`) % 1_000_000_000)

/** The same policy has the same number in every file; numbers of policies that people make are small. */
function policyIds(rules: readonly {topic: string; name: string}[]): number[] {
  const taken = new Set<number>()
  return rules.map((rule) => {
    let id = policyId(rule)
    while (taken.has(id)) id += 1
    taken.add(id)
    return id
  })
}

function remove(...topics: readonly Owned[]): string {
  const rules = topics.flatMap(({topic, rules: own}) => own.map(({name}) => ({topic, name})))
  const deletions = (section: string, names: readonly (string | number)[]): string[] =>
    names.length === 0 ? [] : [`config ${section}`, ...names.map((name) => `    delete ${name}`), 'end']
  const named = (family: Family) =>
    topics.flatMap((owned) => owned.addresses[family].map((address) => quote(addressName(owned, address))))
  return [
    ...removalHeader(topics, fortios, loadCommand).map((line) => `# ${line}`),
    // A number that two names have is the next one for the second of them, in a file that holds both.
    ...deletions('firewall policy', [...new Set([...rules.map(policyId), ...policyIds(rules)])]),
    ...deletions(
      'firewall service custom',
      rules.map((rule) => quote(serviceName(rule, rule))),
    ),
    ...deletions('firewall address', named('v4')),
    ...deletions('firewall address6', named('v6')),
    '',
  ].join('\n')
}

function leaves(...topics: readonly Owned[]): Left[] {
  const names = topics
    .filter(({hasOtherAddresses}) => hasOtherAddresses)
    .map((owned) => addressName(owned, '…'))
  return names.length === 0 ? [] : [{id: 'choicesLeft', names: names.join(', ')}]
}
