/** Kubernetes: a NetworkPolicy a rule, for the pods of a machine, which carry its name as a label. */

import type {Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {commentLines, commentText} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {together} from '../../writing/together.ts'

export const kubernetes: Target = {
  id: 'kubernetes',
  name: 'Kubernetes NetworkPolicy',
  extension: 'yaml',
  placement: 'host',
  stateful: true,
  hostNames: false,
  denies: false,
  attached: true,
  nat: 'inside',
  sourcePorts: false,
  firstPort: 1,
  write,
  removeHint: 'kubectl delete -f FILE takes away what the file made.',
}

const localEnd = (rule: PlanRule): PlanEnd => (rule.direction === 'in' ? rule.destination : rule.source)
const remoteEnd = (rule: PlanRule): PlanEnd => (rule.direction === 'in' ? rule.source : rule.destination)

function write(...plans: readonly Plan[]): string {
  const {texts, variables} = together(plans)
  const notes = [commentText(say(texts, 'stateful')), commentText(say(texts, 'isolates'))]
  const lines = [
    ...headerLines(plans, 'kubectl apply -f FILE', notes).map((line) => `# ${line}`),
    ...variables.map((variable) => `# ${variableLine(texts, variable)}`),
    ...plans.flatMap((plan) => plan.rules.flatMap((rule) => policyLines(plan, rule))),
  ]
  return `${lines.join('\n')}\n`
}

/** Policies add up: each lets through what it names. */
function policyLines(plan: Plan, rule: PlanRule): string[] {
  const isIn = rule.direction === 'in'
  const from = writePorts(rule.sourcePorts, '-').join(', ')
  const widened = from === '' ? [] : [say(plan.texts, 'noSourcePorts', {ports: from})]
  return [
    '---',
    ...commentLines([...rule.comment, ...widened], rule.urls).map((line) => `# ${line}`),
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata:',
    // A name of a resource has at most 253 characters, in lower case.
    `  name: portolan-${topicName(plan.topic, 150).toLowerCase()}-${rule.name.toLowerCase()}`,
    '  labels:',
    `    portolan/topic: ${labelValue(plan.topic)}`,
    'spec:',
    '  podSelector:',
    '    matchLabels:',
    `      portolan/machine: ${localEnd(rule).name}`,
    '  policyTypes:',
    `    - ${isIn ? 'Ingress' : 'Egress'}`,
    `  ${isIn ? 'ingress' : 'egress'}:`,
    `    - ${isIn ? 'from' : 'to'}:`,
    ...networks(remoteEnd(rule), rule).flatMap((cidr) => [
      '        - ipBlock:',
      `            cidr: "${cidr}"`,
    ]),
    '      ports:',
    ...rule.ports.flatMap(([low, high]) => [
      `        - protocol: ${rule.transport.toUpperCase()}`,
      `          port: ${low}`,
      ...(low === high ? [] : [`          endPort: ${high}`]),
    ]),
  ]
}

/** Values of labels have at most 63 characters. */
const labelValue = (topic: string): string => `"${topicName(topic, 63)}"`

/** What stands for an address that is still to be set is no network, so that the cluster refuses it. */
function networks(end: PlanEnd, {family}: PlanRule): string[] {
  if (end.kind === 'variable') return [`SET_${end.variable}`]
  if (end.kind === 'addresses')
    return end.addresses.map((address) =>
      address.includes('/') ? address : `${address}/${family === 'v6' ? 128 : 32}`,
    )
  return [...(family === 'v6' ? [] : ['0.0.0.0/0']), ...(family === 'v4' ? [] : ['::/0'])]
}
