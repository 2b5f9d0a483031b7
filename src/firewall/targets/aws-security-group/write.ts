/** AWS: Terraform with one security group a machine, and its rules as resources of their own. */

import type {Family, Plan, PlanEnd, PlanRule, PlanVariable, Target} from '../../export-types.ts'
import {type FirewallTexts, say} from '../../firewall-texts.ts'
import {icmp, icmpV6, ipOf} from '../../ip-transport.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {commentLines, commentText} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {together} from '../../writing/together.ts'

export const awsSecurityGroup: Target = {
  id: 'aws-security-group',
  name: 'AWS security group (Terraform)',
  extension: 'tf',
  placement: 'host',
  stateful: true,
  hostNames: false,
  denies: false,
  attached: true,
  nat: 'inside',
  sourcePorts: false,
  writesIp: () => true,
  write,
  removeHint: 'terraform destroy with the same file takes it away.',
}

function write(...plans: readonly Plan[]): string {
  const {texts, variables} = together(plans)
  const notes = [commentText(say(texts, 'stateful'))]
  const lines = [
    ...headerLines(plans, 'terraform apply', notes).map((line) => `# ${line}`),
    '',
    'variable "vpc_id" {',
    '  type = string',
    '}',
    ...variables.flatMap((variable) => variableLines(texts, variable)),
    ...plans.flatMap((plan) =>
      [...Map.groupBy(plan.rules, (rule) => localEnd(rule).name)].flatMap(([name, rules]) =>
        groupLines(plan, name, rules),
      ),
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** The end that the group is attached to: its address is whatever the machine has. */
const localEnd = (rule: PlanRule): PlanEnd => (rule.direction === 'in' ? rule.destination : rule.source)
const remoteEnd = (rule: PlanRule): PlanEnd => (rule.direction === 'in' ? rule.source : rule.destination)

/** Without a default value, Terraform asks for it, and refuses an empty list. */
function variableLines(texts: FirewallTexts, {name, label}: PlanVariable): string[] {
  const own = name.toLowerCase()
  return [
    '',
    `# ${variableLine(texts, {name: own, label})}`,
    `variable "${own}" {`,
    '  type = list(string)',
    '  validation {',
    `    condition     = length(var.${own}) > 0`,
    `    error_message = "Set ${own} to a list of networks."`,
    '  }',
    '}',
  ]
}

/** A folder of Terraform files is one whole: each group has the name of its topic, too. The machine stands behind two lines. */
const resourceName = ({topic}: Plan, group: string): string =>
  `portolan_${topicName(topic, 60).toLowerCase().replaceAll('-', '_')}__${group.toLowerCase()}`

function groupLines(plan: Plan, group: string, rules: readonly PlanRule[]): string[] {
  const own = resourceName(plan, group)
  const blocks = rules.flatMap((rule) => ruleBlocks(rule))
  const crowded = (['in', 'out'] as const).some(
    (way) => blocks.filter(({direction}) => direction === way).length > rulesPerGroup,
  )
  return [
    '',
    `# ${commentText(rules.map((rule) => localEnd(rule).label)[0] ?? group)}`,
    ...(crowded ? [`# ${say(plan.texts, 'awsQuota', {count: String(rulesPerGroup)})}`] : []),
    `resource "aws_security_group" "${own}" {`,
    ...aligned([
      [
        'name',
        `"portolan-${topicName(plan.topic, 60).toLowerCase()}-${group.toLowerCase().replaceAll('_', '-')}"`,
      ],
      ['vpc_id', 'var.vpc_id'],
    ]),
    '}',
    ...rules.flatMap((rule) => ruleLines(plan, rule, own)),
  ]
}

/** Rules that a group holds in each direction until somebody asks for more (Amazon VPC quotas). */
const rulesPerGroup = 60

/** One resource a range of ports and a network: that is what a rule of a group is. */
function ruleBlocks(rule: PlanRule): {direction: PlanRule['direction']; settings: [string, string][]}[] {
  return protocolSettings(rule).flatMap((protocol) =>
    networks(remoteEnd(rule), rule.family).map((network) => ({
      direction: rule.direction,
      settings: [
        ...network,
        ['description', `"${rule.ruleIds.join(' ').slice(0, 250)}"`],
        ...protocol,
      ] satisfies [string, string][],
    })),
  )
}

/** Of ICMP, the first port is the type of messages and the last one their code; -1 is any. Other protocols have none. */
function protocolSettings({transport, ports}: PlanRule): [string, string][][] {
  const ip = ipOf(transport)
  const settings = (protocol: string, range: readonly [string, string] | null): [string, string][] => [
    ['ip_protocol', `"${protocol}"`],
    ...(range === null
      ? []
      : ([
          ['from_port', range[0]],
          ['to_port', range[1]],
        ] satisfies [string, string][])),
  ]
  if (ip === null) return ports.map(([low, high]) => settings(transport, [String(low), String(high)]))
  const {number, icmpType} = ip
  if (number !== icmp && number !== icmpV6) return [settings(String(number ?? -1), null)]
  return [settings(number === icmp ? 'icmp' : 'icmpv6', [String(icmpType ?? -1), '-1'])]
}

function ruleLines({texts}: Plan, rule: PlanRule, group: string): string[] {
  const from = writePorts(rule.sourcePorts, '-').join(', ')
  const widened = from === '' ? [] : [say(texts, 'noSourcePorts', {ports: from})]
  const comments = commentLines([...rule.comment, ...widened], rule.urls).map((line) => `# ${line}`)
  const kind = rule.direction === 'in' ? 'ingress' : 'egress'
  return ruleBlocks(rule).flatMap(({settings}, at) => [
    '',
    ...(at === 0 ? comments : []),
    `resource "aws_vpc_security_group_${kind}_rule" "${group}_${rule.name.replaceAll('-', '_')}_${at + 1}" {`,
    ...aligned([['security_group_id', `aws_security_group.${group}.id`], ...settings]),
    '}',
  ])
}

function aligned(settings: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...settings.map(([name]) => name.length))
  return settings.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`)
}

/** What tells the other end, once for each rule that it takes. */
function networks(end: PlanEnd, family: Family | null): [string, string][][] {
  const field = family === 'v6' ? 'cidr_ipv6' : 'cidr_ipv4'
  if (end.kind === 'variable')
    return [
      [
        ['for_each', `toset(var.${end.variable.toLowerCase()})`],
        [field, 'each.value'],
      ],
    ]
  if (end.kind === 'addresses')
    return end.addresses.map((address) => [[field, `"${network(address, family)}"`]])
  return [
    ...(family === 'v6' ? [] : [[['cidr_ipv4', '"0.0.0.0/0"'] satisfies [string, string]]]),
    ...(family === 'v4' ? [] : [[['cidr_ipv6', '"::/0"'] satisfies [string, string]]]),
  ]
}

const network = (address: string, family: Family | null): string =>
  address.includes('/') ? address : `${address}/${family === 'v6' ? 128 : 32}`
