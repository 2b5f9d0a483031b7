/** Windows: a command file with netsh advfirewall, for the server itself. */
import {MAX_PORT} from '../../../model/max-port.ts'
import type {PortRange} from '../../../model/schema.ts'
import type {Owned, Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {icmpV6, ipOf, type PlanTransport} from '../../ip-transport.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {removalHeader} from '../../removal/removal-header.ts'
import {commentLines, commentText} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {together} from '../../writing/together.ts'

export const netsh: Target = {
  id: 'netsh',
  name: 'netsh advfirewall',
  extension: 'cmd',
  placement: 'host',
  stateful: true,
  hostNames: false,
  denies: true,
  denyWins: true,
  attached: false,
  nat: 'inside',
  sourcePorts: true,
  writesIp: () => true,
  write,
  remove,
}

const loadCommand = 'FILE'

function write(...plans: readonly Plan[]): string {
  const {texts, variables} = together(plans)
  const notes = [commentText(say(texts, 'stateful'))]
  const lines = [
    '@echo off',
    // From here on the interpreter reads the file as UTF-8, which the comments are.
    'chcp 65001 >nul',
    'setlocal DisableDelayedExpansion',
    ...headerLines(plans, loadCommand, notes).map(remark),
    ...variables.flatMap(({name, label}) => [
      remark(variableLine(texts, {name, label})),
      `set "${name}="`,
      `if not defined ${name} (echo ${name} is not set& exit /b 1)`,
    ]),
    ...plans.flatMap((plan) => plan.rules.flatMap((rule) => ruleLines(rule, plan))),
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** The interpreter expands `%` in remarks too; an encoded address would lose its characters. */
const remark = (line: string): string => `rem ${line.replaceAll('%', ' ')}`

type Named = Pick<PlanRule, 'name'>

const ruleName = ({topic}: Pick<Plan, 'topic'>, {name}: Named): string =>
  `Portolan ${topicName(topic, 100)} ${name}`

/** One of the same name is taken away first: the command adds a second one otherwise. */
const deleteLine = (plan: Pick<Plan, 'topic'>, rule: Named): string =>
  `netsh advfirewall firewall delete rule name="${ruleName(plan, rule)}" >nul`

function remove(...topics: readonly Owned[]): string {
  const lines = topics.flatMap((owned) => owned.rules.map((rule) => deleteLine(owned, rule)))
  const header = removalHeader(topics, netsh, loadCommand).map(remark)
  return `${['@echo off', 'chcp 65001 >nul', ...header, ...lines].join('\r\n')}\r\n`
}

function ruleLines(rule: PlanRule, plan: Plan): string[] {
  const inbound = rule.direction === 'in'
  const [local, remote] = inbound ? [rule.destination, rule.source] : [rule.source, rule.destination]
  const [localPorts, remotePorts] = inbound ? [rule.ports, rule.sourcePorts] : [rule.sourcePorts, rule.ports]
  const parts = [
    `netsh advfirewall firewall add rule name="${ruleName(plan, rule)}"`,
    `dir=${inbound ? 'in' : 'out'} action=${rule.action === 'deny' ? 'block' : 'allow'}`,
    protocolOf(rule.transport) ??
      `protocol=${rule.transport.toUpperCase()} localport=${portList(localPorts)} remoteport=${portList(remotePorts)}`,
    `localip=${addressList(local)} remoteip=${addressList(remote)}`,
    '|| exit /b 1',
  ]
  return [...commentLines(rule.comment, rule.urls).map(remark), deleteLine(plan, rule), parts.join(' ')]
}

/** One without ports, which the command takes none for. */
function protocolOf(transport: PlanTransport): string | null {
  const ip = ipOf(transport)
  if (ip === null) return null
  const {number, icmpType} = ip
  return icmpType === null
    ? `protocol=${number ?? 'any'}`
    : `protocol=${number === icmpV6 ? 'icmpv6' : 'icmpv4'}:${icmpType},any`
}

const portList = (ports: readonly PortRange[]): string =>
  ports.length === 0 || ports.some(([low, high]) => low === 0 && high === MAX_PORT)
    ? 'any'
    : writePorts(ports, '-').join(',')

function addressList(end: PlanEnd): string {
  if (end.kind === 'any') return 'any'
  return end.kind === 'variable' ? `%${end.variable}%` : end.addresses.join(',')
}
