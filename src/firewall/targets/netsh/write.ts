/** Windows: a command file with netsh advfirewall, for the server itself. */
import {MAX_PORT} from '../../../model/max-port.ts'
import type {PortRange} from '../../../model/schema.ts'
import {commentLines, commentText} from '../../comment.ts'
import type {Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {headerLines, variableLine} from '../../header.ts'
import {writePorts} from '../../ports-text.ts'

export const netsh: Target = {
  id: 'netsh',
  name: 'netsh advfirewall',
  extension: 'cmd',
  placement: 'host',
  stateful: true,
  hostNames: false,
  attached: false,
  sourcePorts: true,
  write,
}

function write(plan: Plan): string {
  const notes = [commentText(say(plan.texts, 'stateful'))]
  const lines = [
    '@echo off',
    // From here on the interpreter reads the file as UTF-8, which the comments are.
    'chcp 65001 >nul',
    'setlocal DisableDelayedExpansion',
    ...headerLines(plan, 'FILE', notes).map(remark),
    ...plan.variables.flatMap(({name, label}) => [
      remark(variableLine(plan, {name, label})),
      `set "${name}="`,
      `if not defined ${name} (echo ${name} is not set& exit /b 1)`,
    ]),
    ...plan.rules.flatMap(ruleLines),
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** The interpreter expands `%` in remarks too; an encoded address would lose its signs. */
const remark = (line: string): string => `rem ${line.replaceAll('%', ' ')}`

function ruleLines(rule: PlanRule, index: number): string[] {
  const inbound = rule.direction === 'in'
  const [local, remote] = inbound ? [rule.destination, rule.source] : [rule.source, rule.destination]
  const [localPorts, remotePorts] = inbound ? [rule.ports, rule.sourcePorts] : [rule.sourcePorts, rule.ports]
  const parts = [
    `netsh advfirewall firewall add rule name="Portolan ${index + 1} ${rule.ruleIds.join(' ')}"`,
    `dir=${inbound ? 'in' : 'out'} action=allow protocol=${rule.transport.toUpperCase()}`,
    `localport=${portList(localPorts)} remoteport=${portList(remotePorts)}`,
    `localip=${addressList(local)} remoteip=${addressList(remote)}`,
    '|| exit /b 1',
  ]
  return [...commentLines(rule.comment, rule.urls).map(remark), parts.join(' ')]
}

const portList = (ports: readonly PortRange[]): string =>
  ports.length === 0 || ports.some(([low, high]) => low === 0 && high === MAX_PORT)
    ? 'any'
    : writePorts(ports, '-').join(',')

function addressList(end: PlanEnd): string {
  if (end.kind === 'any') return 'any'
  return end.kind === 'variable' ? `%${end.variable}%` : end.addresses.join(',')
}
