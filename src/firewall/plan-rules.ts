/** Makes the rules of a file from one row: its ends, the directions it passes a device in, and what it says. */

import {mergeRanges} from '../facts/ports/ranges.ts'
import {type FamilyEnds, familyEnds} from './address-families.ts'
import {isDenied} from './denied/denials.ts'
import type {Direction, ExportRequest, ExportRule, PlanRule, Target, Unrestricted} from './export-types.ts'
import {say} from './firewall-texts.ts'
import {familyOfIp, ipOf, type PlanTransport} from './ip-transport.ts'
import {cleanId} from './names.ts'
import {type AddressBook, chosenEnds, type ResolvedEnd, resolveEnd, statedEnds} from './resolve-ends.ts'
import {isAllPorts} from './unrestricted.ts'
import {endsAt, firewallsBetween} from './zones.ts'

/** Every source with every destination, where a row names several. */
export function resolvedEnds(
  rule: ExportRule,
  request: ExportRequest,
  book: AddressBook,
  choose: typeof chosenEnds = chosenEnds,
): ResolvedEnds[] {
  const [sources = [], destinations = []] = statedEnds(rule, request).map(([end, side]) =>
    choose(end, book).map((one) => resolveEnd(one, side, request, book)),
  )
  return sources.flatMap((source) => destinations.map((destination) => ({source, destination})))
}

export interface ResolvedEnds {
  source: ResolvedEnd
  destination: ResolvedEnd
}

interface RuleToPlan {
  rule: ExportRule
  transport: PlanTransport
  names: ReadonlyMap<string, string>
  resolved: ResolvedEnds
  direction: Direction
  unrestricted: Unrestricted[]
  request: ExportRequest
}

/** One for each family of addresses that both ends have. */
export const planRules = (asked: RuleToPlan): PlanRule[] =>
  familyEnds(asked.resolved.source, asked.resolved.destination, asked.names, familyOfIp(asked.transport)).map(
    (ends) => planRule(asked, ends),
  )

function planRule(
  {rule, transport, direction, unrestricted, request}: RuleToPlan,
  ends: FamilyEnds,
): PlanRule {
  const {id, facts, comment, anomalies, url} = rule
  const isIp = ipOf(transport) !== null
  return {
    name: '',
    ruleIds: [cleanId(id)],
    action: isDenied(rule) ? 'deny' : 'allow',
    requirement: facts.requirement,
    direction,
    transport,
    ports: isIp ? [] : mergeRanges(facts.ports),
    sourcePorts: isIp || isAllPorts(facts.sourcePorts) ? [] : mergeRanges(facts.sourcePorts),
    family: ends.family,
    source: ends.source,
    destination: ends.destination,
    unrestricted,
    comment: [
      ...comment,
      say(request.texts, facts.requirement),
      ...anomalies.map((message) => say(request.texts, 'anomaly', {message})),
    ],
    urls: [url],
  }
}

/** Where the traffic of a rule passes the device; nowhere for a pair of other machines that the row lists, too. */
export function directionsOf(
  {facts, interface: side}: ExportRule,
  {source, destination}: ResolvedEnds,
  {device}: ExportRequest,
  {placement, onMachine}: Target,
): Direction[] {
  if (device?.kind === 'host') {
    const {endpoint} = device
    const ends = endsAt(facts, endpoint)
    // An any that the reader opened stands for all machines that the row lists.
    const isEnd = (key: string, isListed = false): boolean =>
      key === endpoint || key.split('+')[0] === endpoint || (isListed && key === 'any')
    const ways: Direction[] = [
      ...(isEnd(destination.key, ends?.destination) ? (['in'] as const) : []),
      ...(isEnd(source.key, ends?.source) ? (['out'] as const) : []),
    ]
    const isOnMachine = placement === 'host' || onMachine === true
    return isOnMachine || ways.length === 0 ? ways : ['forward']
  }
  // Of the machines that a row lists, some may be on one side of the firewall.
  if (device && firewallsBetween(source.zone, destination.zone, side)?.includes(device.kind) !== true)
    return []
  if (placement === 'network') return ['forward']
  // The machine is the Edge server where one end is; else the one that listens, unless everybody may.
  if (destination.edge) return ['in']
  return [source.edge || (destination.outside && !source.outside) ? 'out' : 'in']
}

/** One rule for what several rows ask for in the same words; all rows are named. */
export function mergeSameRules(rules: readonly PlanRule[]): PlanRule[] {
  const byMeaning = Map.groupBy(
    rules,
    ({action, direction, transport, ports, sourcePorts, family, source, destination}) =>
      JSON.stringify([action, direction, transport, ports, sourcePorts, family, source, destination]),
  )
  const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
  return [...byMeaning.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    return {
      ...first,
      ruleIds: unique(same.flatMap(({ruleIds}) => ruleIds)),
      comment: unique(same.flatMap(({comment}) => comment)),
      urls: unique(same.flatMap(({urls}) => urls)),
    }
  })
}
