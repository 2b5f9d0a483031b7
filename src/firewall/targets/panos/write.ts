/** Palo Alto Networks PAN-OS: set commands for the configuration mode. */

import type {Owned, Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {removalHeader} from '../../removal/removal-header.ts'
import {commentLines, commentText} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {rulesOfPlans, together} from '../../writing/together.ts'

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

const nameOf = ({topic}: Pick<Plan, 'topic'>, {name}: Pick<PlanRule, 'name'>): string =>
  `portolan-${topicName(topic, nameLength - 'portolan-'.length - 1 - name.length)}-${name}`

const loadCommand = 'configure, FILE, commit'

function write(...plans: readonly Plan[]): string {
  const {texts, variables} = together(plans)
  const lines = [
    ...headerLines(plans, loadCommand, [commentText(say(texts, 'stateful'))]).map((line) => `# ${line}`),
    ...variables.map((variable) => `# ${variableLine(texts, variable)}`),
    ...rulesOfPlans(plans).flatMap(({plan, rule}) => ruleLines(plan, rule)),
  ]
  return `${lines.join('\n')}\n`
}

/** Without a service of its own. */
const isOfAll = ({transport}: Pick<PlanRule, 'transport'>): boolean => transport === 'ip'

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
    `service ${isOfAll(rule) ? 'any' : name}`,
    `action ${rule.action === 'deny' ? 'drop' : 'allow'}`,
    `description "${rule.ruleIds.join(' ').slice(0, 250)}"`,
  ]
  return [
    ...commentLines(rule.comment, rule.urls).map((line) => `# ${line}`),
    ...(isOfAll(rule)
      ? []
      : [`port ${writePorts(rule.ports, '-').join(',')}`, ...from].map(
          (ports) => `set service ${name} protocol ${rule.transport} ${ports}`,
        )),
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
function remove(...topics: readonly Owned[]): string {
  const rules = topics.flatMap((owned) => owned.rules.map((rule) => ({name: nameOf(owned, rule), rule})))
  return [
    ...removalHeader(topics, panos, loadCommand).map((line) => `# ${line}`),
    ...rules.map(({name}) => `delete rulebase security rules ${name}`),
    ...rules.filter(({rule}) => !isOfAll(rule)).map(({name}) => `delete service ${name}`),
    '',
  ].join('\n')
}
