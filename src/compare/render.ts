/** Renders a difference as plain lines: what a terminal, a feed or a change request shows. */
import type {EndpointRef, Facts, PortRange} from '../dataset/schema.ts'
import type {DiffCounts, FieldChange, RuleDiff, TopicDiff} from './diff.ts'
import type {FlowChange} from './flows.ts'

/** Name of an endpoint in the reader's language. */
export type EndpointName = (endpoint: EndpointRef | null) => string

/** `open 3, close 2, change 4, 30 stay` */
export const countsText = ({open, close, change, stay}: DiffCounts): string =>
  `open ${open}, close ${close}, change ${change}, ${stay} stay`

/** `443, 50000-59999`; `any port` for the whole range. */
export const portsText = (ranges: readonly PortRange[]): string =>
  ranges
    .map(([low, high]) =>
      low === 0 && high === 65535 ? 'any port' : low === high ? `${low}` : `${low}-${high}`,
    )
    .join(', ')

/** `Access, SIP(TLS), TCP 443: Any → Access Edge service` */
export function ruleText(facts: Facts, nameOf: EndpointName): string {
  const security =
    facts.security === null ? '' : facts.protocols.length === 0 ? facts.security : `(${facts.security})`
  const transports = facts.transports.map((transport) => transport.toUpperCase()).join('/')
  const from = facts.sourcePorts.length === 0 ? '' : `from ${portsText(facts.sourcePorts)}`
  const what = [
    facts.role ?? '',
    `${facts.protocols.join(',')}${security}`,
    [transports, portsText(facts.ports)].filter((part) => part !== '').join(' '),
    from,
  ]
  const where =
    facts.host === null ? `${nameOf(facts.source)} → ${nameOf(facts.destination)}` : nameOf(facts.host)
  return `${what.filter((part) => part !== '').join(', ')}: ${where}`
}

/** `destination: Access Edge service → Access Edge service (public-ip)` */
export function changeText(change: FieldChange, nameOf: EndpointName): string {
  const ports = [
    ...(change.opened.length === 0 ? [] : [`opens ${portsText(change.opened)}`]),
    ...(change.closed.length === 0 ? [] : [`closes ${portsText(change.closed)}`]),
  ]
  const {from, to} = valuesText(change, nameOf)
  return `${change.field}: ${from} → ${to}${ports.length === 0 ? '' : ` (${ports.join(', ')})`}`
}

function valuesText(change: FieldChange, nameOf: EndpointName): {from: string; to: string} {
  switch (change.field) {
    case 'source':
    case 'destination':
    case 'host':
      return {from: nameOf(change.from), to: nameOf(change.to)}
    case 'ports':
    case 'sourcePorts':
      return {from: portsText(change.from) || '-', to: portsText(change.to) || '-'}
    case 'protocols':
    case 'transports':
      return {from: change.from.join(',') || '-', to: change.to.join(',') || '-'}
    default:
      return {from: change.from ?? '-', to: change.to ?? '-'}
  }
}

/** `TCP 443: Any → Access Edge service` */
export const flowText = ({transport, ports, source, destination}: FlowChange, nameOf: EndpointName): string =>
  `${[(transport ?? '').toUpperCase(), portsText(ports)].filter((part) => part !== '').join(' ')}: ${nameOf(source)} → ${nameOf(destination)}`

const signs = {onlyA: '-', onlyB: '+', changed: '~', equal: ' '} as const

/** The sum in words, then rules by interface with a sign each; rules that stay only when `all` is asked for. */
export function diffLines(diff: TopicDiff, nameOf: EndpointName, all = false): string[] {
  const shown = (rule: RuleDiff): boolean => all || rule.kind !== 'equal'
  return [
    `From ${diff.a} to ${diff.b}: ${countsText(diff.counts)}`,
    ...diff.groups
      .filter((group) => group.rules.some(shown))
      .flatMap((group) => [
        `${group.interface ?? 'no interface named'}:`,
        ...group.rules.filter(shown).flatMap((rule) => ruleLines(rule, nameOf)),
      ]),
  ]
}

function ruleLines(rule: RuleDiff, nameOf: EndpointName): string[] {
  const facts = (rule.a ?? rule.b)?.rule.facts
  if (facts === undefined) return []
  return [
    `${signs[rule.kind]} ${ruleText(facts, nameOf)}`,
    ...rule.changes.map((change) => `    ${changeText(change, nameOf)}`),
  ]
}
