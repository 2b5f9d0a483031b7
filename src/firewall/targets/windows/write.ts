/** Windows: PowerShell with New-NetFirewallRule, for the server itself. */
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

export const windows: Target = {
  id: 'windows',
  name: 'Windows New-NetFirewallRule',
  extension: 'ps1',
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

/** Without the mark, Windows PowerShell 5.1 reads the file in the machine's own code page. */
const byteOrderMark = '\uFEFF'

const loadCommand = 'powershell -File FILE'

function write(...plans: readonly Plan[]): string {
  const {texts, variables} = together(plans)
  const names = variables.map(({name}) => quote(name)).join(', ')
  const lines = [
    ...headerLines(plans, loadCommand, [commentText(say(texts, 'stateful'))]).map((line) => `# ${line}`),
    "$ErrorActionPreference = 'Stop'",
    ...variables.flatMap((variable) => [
      `# ${variableLine(texts, variable)}`,
      // No address either, should somebody run the lines one by one, past the check below.
      `$${variable.name} = @('SET_${variable.name}')`,
    ]),
    ...(variables.length === 0
      ? []
      : [
          `foreach ($name in ${names}) {`,
          '  $value = @(Get-Variable -Name $name -ValueOnly)',
          '  if (-not $value -or $value -contains "" -or $value -match "^SET_") { throw "$name is not set" }',
          '}',
        ]),
    ...plans.flatMap((plan) => [
      `$old = @(Get-NetFirewallRule -Group ${quote(groupName(plan))} -ErrorAction SilentlyContinue)`,
      ...plan.rules.flatMap((rule) => ruleLines(rule, groupName(plan))),
      // What was there before goes only when all of the new is there.
      '$old | Remove-NetFirewallRule',
    ]),
  ]
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`
}

/** Rules of one topic are a group. */
const groupName = ({topic}: Pick<Plan, 'topic'>): string => `Portolan ${topicName(topic, 100)}`

function remove(...topics: readonly Owned[]): string {
  const lines = topics.map(
    (owned) =>
      `Get-NetFirewallRule -Group ${quote(groupName(owned))} -ErrorAction SilentlyContinue | Remove-NetFirewallRule\r\n`,
  )
  const header = removalHeader(topics, windows, loadCommand).map((line) => `# ${line}\r\n`)
  return `${byteOrderMark}${header.join('')}${lines.join('')}`
}

function ruleLines(rule: PlanRule, group: string): string[] {
  const inbound = rule.direction === 'in'
  const [local, remote] = inbound ? [rule.destination, rule.source] : [rule.source, rule.destination]
  const [localPorts, remotePorts] = inbound ? [rule.ports, rule.sourcePorts] : [rule.sourcePorts, rule.ports]
  const name = `Portolan ${rule.name}`
  const command = [
    `New-NetFirewallRule -DisplayName ${quote(name)} -Group ${quote(group)} -Action ${rule.action === 'deny' ? 'Block' : 'Allow'}`,
    `-Direction ${inbound ? 'Inbound' : 'Outbound'}`,
    ...(protocolOf(rule.transport) ?? [
      `-Protocol ${rule.transport.toUpperCase()}`,
      `-LocalPort ${portList(localPorts)}`,
      `-RemotePort ${portList(remotePorts)}`,
    ]),
    `-LocalAddress ${addressList(local)}`,
    `-RemoteAddress ${addressList(remote)}`,
  ]
  return ['', ...commentLines(rule.comment, rule.urls).map((line) => `# ${line}`), command.join(' ')]
}

/** One without ports, which the command takes none for. */
function protocolOf(transport: PlanTransport): string[] | null {
  const ip = ipOf(transport)
  if (ip === null) return null
  const {number, icmpType} = ip
  if (icmpType === null) return [`-Protocol ${number ?? 'Any'}`]
  return [`-Protocol ${number === icmpV6 ? 'ICMPv6' : 'ICMPv4'}`, `-IcmpType ${icmpType}`]
}

const portList = (ports: readonly PortRange[]): string =>
  isAny(ports) ? 'Any' : writePorts(ports, '-').map(quote).join(',')

const isAny = (ports: readonly PortRange[]): boolean =>
  ports.length === 0 || ports.some(([low, high]) => low === 0 && high === MAX_PORT)

function addressList(end: PlanEnd): string {
  if (end.kind === 'any') return 'Any'
  return end.kind === 'variable' ? `$${end.variable}` : end.addresses.map(quote).join(',')
}

/** Only identifiers, addresses and ports come here; the quote is doubled all the same. */
const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`
