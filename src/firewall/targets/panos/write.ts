/** Palo Alto Networks PAN-OS: set commands for the configuration mode. */
import {commentLines, commentText} from '../../comment.ts'
import type {Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {headerLines, variableLine} from '../../header.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'

export const panos: Target = {
  id: 'panos',
  name: 'Palo Alto PAN-OS (set)',
  extension: 'set',
  placement: 'network',
  stateful: true,
  hostNames: false,
  denies: true,
  attached: false,
  nat: 'outside',
  sourcePorts: true,
  write,
  remove,
}

/** Longer names of rules and services are refused. */
const nameLength = 63

const nameOf = ({topic}: Plan, {name}: PlanRule): string =>
  `portolan-${topicName(topic, nameLength - 'portolan-'.length - 1 - name.length)}-${name}`

function write(plan: Plan): string {
  const lines = [
    ...headerLines(plan, 'configure, FILE, commit', [commentText(say(plan.texts, 'stateful'))]).map(
      (line) => `# ${line}`,
    ),
    ...plan.variables.map((variable) => `# ${variableLine(plan, variable)}`),
    ...plan.rules.flatMap((rule) => ruleLines(plan, rule)),
  ]
  return `${lines.join('\n')}\n`
}

function ruleLines(plan: Plan, rule: PlanRule): string[] {
  const name = nameOf(plan, rule)
  const from =
    rule.sourcePorts.length === 0 ? [] : [`source-port ${writePorts(rule.sourcePorts, '-').join(',')}`]
  const settings = [
    'from any',
    'to any',
    `source ${endText(rule.source, rule)}`,
    `destination ${endText(rule.destination, rule)}`,
    'application any',
    `service ${name}`,
    `action ${rule.action === 'deny' ? 'drop' : 'allow'}`,
    `description "${rule.ruleIds.join(' ').slice(0, 250)}"`,
  ]
  return [
    ...commentLines(rule.comment, rule.urls).map((line) => `# ${line}`),
    ...[`port ${writePorts(rule.ports, '-').join(',')}`, ...from].map(
      (ports) => `set service ${name} protocol ${rule.transport} ${ports}`,
    ),
    ...settings.map((setting) => `set rulebase security rules ${name} ${setting}`),
  ]
}

/** An address that no object has is refused when the configuration is committed. */
function endText(end: PlanEnd, {family}: PlanRule): string {
  if (end.kind === 'variable') return `SET_${end.variable}`
  if (end.kind === 'any') return family === null ? 'any' : family === 'v6' ? '::/0' : '0.0.0.0/0'
  return end.addresses.length === 1 ? end.addresses.join('') : `[ ${end.addresses.join(' ')} ]`
}

/** A rule must go before the service that it names. */
function remove(plan: Plan): string {
  const names = plan.rules.map((rule) => nameOf(plan, rule))
  return [
    ...names.map((name) => `delete rulebase security rules ${name}`),
    ...names.map((name) => `delete service ${name}`),
    '',
  ].join('\n')
}
