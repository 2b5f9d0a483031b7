/** Juniper SRX: set commands with global security policies, which hold whatever the zones. */

import type {Left, Owned, Plan, PlanEnd, PlanRule, Target} from '../../export-types.ts'
import {say} from '../../firewall-texts.ts'
import {type IpTransport, icmp, ipOf, numberedIp, type PlanTransport} from '../../ip-transport.ts'
import {topicName} from '../../names.ts'
import {writePorts} from '../../ports-text.ts'
import {removalHeader} from '../../removal/removal-header.ts'
import {commentLines, commentText} from '../../writing/comment.ts'
import {headerLines, variableLine} from '../../writing/header.ts'
import {rulesOfPlans, together} from '../../writing/together.ts'

export const juniperSrx: Target = {
  id: 'juniper-srx',
  name: 'Juniper SRX (set)',
  extension: 'set',
  placement: 'network',
  stateful: true,
  hostNames: false,
  denies: true,
  attached: false,
  nat: 'inside',
  sourcePorts: true,
  // Its reference names types of messages of the older ICMP alone.
  writesIp: ({number, icmpType}) => icmpType === null || number === icmp,
  write,
  remove,
  leaves,
}

type Topic = Pick<Plan, 'topic'>
type Named = Pick<PlanRule, 'name'>

/** Names have at most 63 characters. */
const policyName = ({topic}: Topic, {name}: Named): string =>
  `portolan-${topicName(topic, 63 - 'portolan-'.length - 1 - name.length)}-${name}`
const applicationName = ({topic}: Topic, {name}: Named, at: number | '…'): string =>
  `portolan-${topicName(topic, 20)}-${name}-${at === '…' ? at : at + 1}`
const addressName = ({topic}: Topic, address: string): string =>
  `pt-${topicName(topic, 12)}-${address.replaceAll(/[/:]/g, '_')}`

const loadCommand = 'load set FILE, commit'

function write(...plans: readonly Plan[]): string {
  const {texts, variables} = together(plans)
  const lines = [
    ...headerLines(plans, loadCommand, [commentText(say(texts, 'stateful'))]).map((line) => `# ${line}`),
    ...variables.map((variable) => `# ${variableLine(texts, variable)}`),
    ...plans.flatMap((plan) =>
      addressesOf(plan).map(
        (address) =>
          `set security address-book global address ${addressName(plan, address)} ${network(address)}`,
      ),
    ),
    ...rulesOfPlans(plans).flatMap(({plan, rule}) => ruleLines(plan, rule)),
  ]
  return `${lines.join('\n')}\n`
}

const addressesOf = ({rules}: Plan): string[] =>
  [
    ...new Set(
      rules.flatMap(({source, destination}) =>
        [source, destination].flatMap((end) => (end.kind === 'addresses' ? end.addresses : [])),
      ),
    ),
  ].sort()

const network = (address: string): string =>
  address.includes('/') ? address : `${address}/${address.includes(':') ? 128 : 32}`

/** An application has one range of ports on each side, or a protocol without ports; all protocols are none of our own. */
type Application = {to: string; from: string | null} | {ip: IpTransport}

function applicationsOf({transport, ports, sourcePorts}: PlanRule): Application[] {
  if (transport === 'ip') return []
  const ip = numberedIp(transport)
  if (ip !== null) return [{ip}]
  const from = sourcePorts.length === 0 ? [null] : writePorts(sourcePorts, '-')
  return writePorts(ports, '-').flatMap((to) => from.map((each) => ({to, from: each})))
}

function applicationLines(application: Application, transport: PlanTransport): string[] {
  if ('ip' in application) {
    const {number, icmpType} = application.ip
    return [`protocol ${number}`, ...(icmpType === null ? [] : [`icmp-type ${icmpType}`])]
  }
  const {to, from} = application
  return [
    `protocol ${transport}`,
    ...(from === null ? [] : [`source-port ${from}`]),
    `destination-port ${to}`,
  ]
}

function ruleLines(plan: Plan, rule: PlanRule): string[] {
  const policy = `set security policies global policy ${policyName(plan, rule)}`
  const applications = applicationsOf(rule)
  return [
    ...commentLines(rule.comment, rule.urls).map((line) => `# ${line}`),
    ...applications.flatMap((application, at) => {
      const name = `set applications application ${applicationName(plan, rule, at)}`
      return applicationLines(application, rule.transport).map((line) => `${name} ${line}`)
    }),
    `${policy} description "${rule.ruleIds.join(' ').slice(0, 250)}"`,
    ...endTexts(plan, rule.source, rule).map((name) => `${policy} match source-address ${name}`),
    ...endTexts(plan, rule.destination, rule).map((name) => `${policy} match destination-address ${name}`),
    ...(applications.length === 0 ? [`${policy} match application any`] : []),
    ...applications.map((_, at) => `${policy} match application ${applicationName(plan, rule, at)}`),
    `${policy} then ${rule.action === 'deny' ? 'deny' : 'permit'}`,
  ]
}

/** A name that the address book doesn't have is refused when the configuration is committed. */
function endTexts(plan: Plan, end: PlanEnd, {family}: PlanRule): string[] {
  if (end.kind === 'variable') return [`SET_${end.variable}`]
  if (end.kind === 'any') return [family === null ? 'any' : family === 'v6' ? 'any-ipv6' : 'any-ipv4']
  return end.addresses.map((address) => addressName(plan, address))
}

/** What names another object goes first. */
function remove(...topics: readonly Owned[]): string {
  const rules = topics.flatMap((owned) => owned.rules.map((rule) => ({owned, rule})))
  return [
    ...removalHeader(topics, juniperSrx, loadCommand).map((line) => `# ${line}`),
    ...rules.map(({owned, rule}) => `delete security policies global policy ${policyName(owned, rule)}`),
    ...rules
      .filter(({rule: {transport}}) => transport !== 'ip')
      .flatMap(({owned, rule}) =>
        Array.from(
          {length: rule.portPairs},
          (_, at) => `delete applications application ${applicationName(owned, rule, at)}`,
        ),
      ),
    ...topics.flatMap((owned) =>
      [...owned.addresses.v4, ...owned.addresses.v6].map(
        (address) => `delete security address-book global address ${addressName(owned, address)}`,
      ),
    ),
    '',
  ].join('\n')
}

function leaves(...topics: readonly Owned[]): Left[] {
  const names = topics.flatMap((owned) => [
    ...(owned.hasOtherAddresses ? [addressName(owned, '…')] : []),
    ...owned.rules
      .filter(({hasOtherPorts, transport}) => hasOtherPorts && ipOf(transport) === null)
      .map((rule) => applicationName(owned, rule, '…')),
  ])
  return names.length === 0 ? [] : [{id: 'choicesLeft', names: names.join(', ')}]
}
