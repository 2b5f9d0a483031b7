/** Azure: a template with one network security group, deployed with its parameters: a network card takes no second one. */
import type {PortRange} from '../../../model/schema.ts'
import type {Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {ipOf} from '../../ip-transport.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {commentText} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {jsonText} from '../../writing/json-text.ts'
import {together} from '../../writing/together.ts'

/** Of those beside TCP and UDP, groups know these; their ICMP is that of IPv4. */
export const azureProtocols: ReadonlyMap<number, string> = new Map([
  [1, 'Icmp'],
  [50, 'Esp'],
  [51, 'Ah'],
])

export const azureNsg: Target = {
  id: 'azure-nsg',
  name: 'Azure network security group',
  extension: 'json',
  placement: 'host',
  stateful: true,
  hostNames: false,
  denies: true,
  attached: false,
  nat: 'inside',
  sourcePorts: true,
  writesIp: ({number, icmpType}) => icmpType === null && azureProtocols.has(number),
  write,
  removeHint: 'az network nsg delete with the name of the group takes it away.',
}

/** Longer descriptions are refused. */
const descriptionLength = 140
/** The first priority that rules may have. */
const firstPriority = 100

function write(...plans: readonly Plan[]): string {
  const plan = together(plans)
  const notes = [commentText(say(plan.texts, 'stateful'))]
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    metadata: {
      description: headerLines(plans, 'az deployment group create --template-file FILE', notes).join('\n'),
    },
    // Without a default value, a deployment that doesn't set them is refused.
    parameters: Object.fromEntries(
      plan.variables.map(({name, label}) => [
        name,
        {type: 'array', minLength: 1, metadata: {description: variableLine(plan.texts, {name, label})}},
      ]),
    ),
    resources: [
      {
        type: 'Microsoft.Network/networkSecurityGroups',
        apiVersion: '2023-11-01',
        name: `portolan-${topicName(plan.topic, 60)}`,
        location: '[resourceGroup().location]',
        properties: {securityRules: plan.rules.map(securityRule)},
      },
    ],
  }
  return jsonText(template)
}

function securityRule(rule: PlanRule, index: number): object {
  const description = [...rule.ruleIds, ...rule.comment.map((line) => commentText(line))].join(' ')
  return {
    name: `portolan-${rule.name}`,
    properties: {
      description: commentText(description, descriptionLength),
      priority: firstPriority + index,
      direction: rule.direction === 'in' ? 'Inbound' : 'Outbound',
      access: rule.action === 'deny' ? 'Deny' : 'Allow',
      protocol: protocolOf(rule),
      ...portsOf('source', rule.sourcePorts),
      ...portsOf('destination', rule.ports),
      ...addressesOf('source', rule.source),
      ...addressesOf('destination', rule.destination),
    },
  }
}

function protocolOf({transport}: PlanRule): string {
  const ip = ipOf(transport)
  if (ip !== null) return ip.number === null ? '*' : (azureProtocols.get(ip.number) ?? '')
  return transport === 'tcp' ? 'Tcp' : 'Udp'
}

const portsOf = (side: 'source' | 'destination', ports: readonly PortRange[]): object =>
  ports.length === 0 ? {[`${side}PortRange`]: '*'} : {[`${side}PortRanges`]: writePorts(ports, '-')}

function addressesOf(side: 'source' | 'destination', end: PlanEnd): object {
  if (end.kind === 'any') return {[`${side}AddressPrefix`]: '*'}
  const prefixes = end.kind === 'variable' ? `[parameters('${end.variable}')]` : end.addresses
  return {[`${side}AddressPrefixes`]: prefixes}
}
