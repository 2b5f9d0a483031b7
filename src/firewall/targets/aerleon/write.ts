/** Capirca's successor Aerleon: definitions and policy in one YAML file, from which it makes twenty other formats. */

import type {Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {ipOf} from '../../ip-transport.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {commentLines} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {together} from '../../writing/together.ts'

/** What its policies call protocols beside TCP and UDP. */
export const aerleonProtocols: ReadonlyMap<number, string> = new Map([
  [1, 'icmp'],
  [2, 'igmp'],
  [4, 'ipip'],
  [47, 'gre'],
  [50, 'esp'],
  [51, 'ah'],
  [58, 'icmpv6'],
  [89, 'ospf'],
  [103, 'pim'],
  [112, 'vrrp'],
])

export const aerleon: Target = {
  id: 'aerleon',
  name: 'Capirca/Aerleon YAML',
  extension: 'yaml',
  placement: 'network',
  stateful: true,
  hostNames: false,
  denies: true,
  attached: false,
  nat: 'outside',
  sourcePorts: true,
  writesIp: ({number, icmpType}) => icmpType === null && aerleonProtocols.has(number),
  write,
  removeHint: 'What it makes is removed as the device it is made for removes it.',
}

function write(...plans: readonly Plan[]): string {
  const plan = together(plans)
  const lines = [
    ...headerLines(
      plans,
      'mkdir def && cp FILE def/ && aclgen --definitions_directory def --policy_file FILE',
    ).map((line) => `# ${line}`),
    ...networkLines(plan),
    // An empty mapping where all rules are for protocols without ports.
    services(plan.rules).length === 0 ? 'services: {}' : 'services:',
    ...services(plan.rules).flatMap(({name, transport, ports}) => [
      `  ${name}:`,
      ...ports.flatMap((port) => [`    - port: ${port}`, `      protocol: ${transport}`]),
    ]),
    'filters:',
    '  - header:',
    '      targets:',
    `        cisco: PORTOLAN-${topicName(plan.topic, 40).toUpperCase()} mixed`,
    '    terms:',
    ...plan.rules.flatMap((rule) => termLines(rule)),
  ]
  return `${lines.join('\n')}\n`
}

function networkLines(plan: Plan): string[] {
  const named = new Map<string, string[]>()
  for (const rule of plan.rules) {
    for (const end of [rule.source, rule.destination]) {
      if (end.kind === 'addresses') named.set(networkName(end, rule), end.addresses)
    }
  }
  const unset = plan.variables.flatMap((variable) => [
    `  # ${variableLine(plan.texts, variable)}`,
    `  ${variable.name}:`,
    '    values:',
    // A name that is defined nowhere: the generator stops at it.
    `      - name: SET_${variable.name}`,
  ])
  const set = [...named]
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .flatMap(([name, addresses]) => [
      `  ${name}:`,
      '    values:',
      ...addresses.map((address) => `      - address: ${JSON.stringify(address)}`),
    ])
  return unset.length + set.length === 0 ? [] : ['networks:', ...unset, ...set]
}

const networkName = (end: PlanEnd, {family}: PlanRule): string =>
  `${end.name}_${family === 'v6' ? 'V6' : 'V4'}`

interface Service {
  name: string
  transport: string
  ports: string[]
}

function services(rules: readonly PlanRule[]): Service[] {
  const found = new Map<string, Service>()
  for (const {transport, ports, sourcePorts} of rules) {
    for (const set of [ports, sourcePorts]) {
      if (set.length === 0) continue
      const name = serviceName(transport, writePorts(set, '-'))
      found.set(name, {name, transport, ports: writePorts(set, '-')})
    }
  }
  return [...found.values()].sort((one, two) => (one.name < two.name ? -1 : 1))
}

const serviceName = (transport: string, ports: readonly string[]): string =>
  `${transport.toUpperCase()}_${ports.join('_').replaceAll('-', '_TO_')}`

function termLines(rule: PlanRule): string[] {
  const {transport, sourcePorts, ports, name, family} = rule
  const ip = ipOf(transport)
  const settings: [string, string][] = [
    ...endSetting('source-address', rule.source, rule),
    ...endSetting('destination-address', rule.destination, rule),
    ...(sourcePorts.length === 0
      ? []
      : [['source-port', serviceName(transport, writePorts(sourcePorts, '-'))] satisfies [string, string]]),
    ...(ip === null
      ? [['destination-port', serviceName(transport, writePorts(ports, '-'))] satisfies [string, string]]
      : []),
    ...protocolSetting(transport),
    ...(family === null
      ? []
      : [['restrict-address-family', family === 'v6' ? 'inet6' : 'inet'] satisfies [string, string]]),
    ['action', rule.action === 'deny' ? 'deny' : 'accept'],
  ]
  return [
    `      - name: portolan-${name}`,
    ...commentLines(rule.comment, rule.urls).map((line) => `        # ${line}`),
    ...settings.map(([setting, value]) => `        ${setting}: ${value}`),
  ]
}

/** A term without one is of all protocols. */
function protocolSetting(transport: PlanRule['transport']): [string, string][] {
  const ip = ipOf(transport)
  if (ip === null) return [['protocol', transport]]
  return ip.number === null ? [] : [['protocol', aerleonProtocols.get(ip.number) ?? '']]
}

function endSetting(name: string, end: PlanEnd, rule: PlanRule): [string, string][] {
  if (end.kind === 'any') return []
  return [[name, end.kind === 'variable' ? end.variable : networkName(end, rule)]]
}
