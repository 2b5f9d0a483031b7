/** AWS: Terraform with one security group a machine, rules inside. */
import {commentLines, commentText} from '../../comment.ts'
import type {Family, Plan, PlanEnd, PlanRule, PlanVariable, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {headerLines, variableLine} from '../../header.ts'
import {writePorts} from '../../ports-text.ts'

export const awsSecurityGroup: Target = {
  id: 'aws-security-group',
  name: 'AWS security group (Terraform)',
  extension: 'tf',
  placement: 'host',
  stateful: true,
  hostNames: false,
  attached: true,
  sourcePorts: false,
  write,
}

function write(plan: Plan): string {
  const notes = [commentText(say(plan.texts, 'stateful'))]
  const groups = Map.groupBy(plan.rules, (rule) => localEnd(rule).name)
  const lines = [
    ...headerLines(plan, 'terraform apply', notes).map((line) => `# ${line}`),
    '',
    'variable "vpc_id" {',
    '  type = string',
    '}',
    ...plan.variables.flatMap((variable) => variableLines(plan, variable)),
    ...[...groups].flatMap(([name, rules]) => groupLines(plan, name, rules)),
  ]
  return `${lines.join('\n')}\n`
}

/** The end that the group is attached to: its address is whatever the machine has. */
const localEnd = (rule: PlanRule): PlanEnd => (rule.direction === 'in' ? rule.destination : rule.source)
const remoteEnd = (rule: PlanRule): PlanEnd => (rule.direction === 'in' ? rule.source : rule.destination)

/** Without a default value, Terraform asks for it, and refuses an empty list. */
function variableLines(plan: Plan, {name, label}: PlanVariable): string[] {
  const own = name.toLowerCase()
  return [
    '',
    `# ${variableLine(plan, {name: own, label})}`,
    `variable "${own}" {`,
    '  type = list(string)',
    '  validation {',
    `    condition     = length(var.${own}) > 0`,
    `    error_message = "Set ${own} to a list of networks."`,
    '  }',
    '}',
  ]
}

const groupLines = (plan: Plan, name: string, rules: readonly PlanRule[]): string[] => [
  '',
  `# ${commentText(rules.map((rule) => localEnd(rule).label)[0] ?? name)}`,
  `resource "aws_security_group" "${name.toLowerCase()}" {`,
  `  name   = "portolan-${name.toLowerCase().replaceAll('_', '-')}"`,
  '  vpc_id = var.vpc_id',
  ...rules.flatMap((rule) => ruleLines(plan, rule)),
  '}',
]

/** A block holds one range of ports. */
function ruleLines({texts}: Plan, rule: PlanRule): string[] {
  const from = writePorts(rule.sourcePorts, '-').join(', ')
  const widened = from === '' ? [] : [say(texts, 'noSourcePorts', {ports: from})]
  const comments = commentLines([...rule.comment, ...widened], rule.urls).map((line) => `  # ${line}`)
  const blocks = rule.ports.flatMap(([low, high]) => [
    `  ${rule.direction === 'in' ? 'ingress' : 'egress'} {`,
    ...aligned([
      ['description', `"${rule.ruleIds.join(' ').slice(0, 250)}"`],
      ['protocol', `"${rule.transport}"`],
      ['from_port', String(low)],
      ['to_port', String(high)],
      ...networks(remoteEnd(rule), rule.family),
    ]),
    '  }',
  ])
  return ['', ...comments, ...blocks]
}

function aligned(settings: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...settings.map(([name]) => name.length))
  return settings.map(([name, value]) => `    ${name.padEnd(width)} = ${value}`)
}

function networks(end: PlanEnd, family: Family | null): [string, string][] {
  const v4 = 'cidr_blocks'
  const v6 = 'ipv6_cidr_blocks'
  if (end.kind === 'variable') return [[family === 'v6' ? v6 : v4, `var.${end.variable.toLowerCase()}`]]
  if (end.kind === 'addresses') {
    return [[family === 'v6' ? v6 : v4, list(end.addresses.map((address) => network(address, family)))]]
  }
  return [
    ...(family === 'v6' ? [] : [[v4, list(['0.0.0.0/0'])] satisfies [string, string]]),
    ...(family === 'v4' ? [] : [[v6, list(['::/0'])] satisfies [string, string]]),
  ]
}

const network = (address: string, family: Family | null): string =>
  address.includes('/') ? address : `${address}/${family === 'v6' ? 128 : 32}`

const list = (members: readonly string[]): string => `[${members.map((member) => `"${member}"`).join(', ')}]`
