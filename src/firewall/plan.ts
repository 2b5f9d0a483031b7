/**
 * Plans an export: from rules, choices and addresses to what the file will hold, the same for every target.
 *
 * A row that only repeats another one backwards (ends swapped, source ports instead of ports) describes answers.
 * Stateful targets let answers through by themselves and don't get such rows; for a stateless one the writer adds
 * the returning direction of every rule. Two rows with swapped ends and the same destination port are no such pair:
 * either side opens connections, both stay.
 *
 * A rule that opens all ports, or every address to every address, is left out unless the request allows it by its id.
 */

import {mergeRanges, rangesEqual, subtractRanges} from '../facts/ports/ranges.ts'
import {MAX_PORT} from '../model/max-port.ts'
import type {Facts, PortRange} from '../model/schema.ts'
import {endpointKey} from '../model/topic-rules.ts'
import {type FamilyEnds, familyEnds} from './address-families.ts'
import {isChosen, isDenied} from './denials.ts'
import type {
  Direction,
  ExportRequest,
  ExportRule,
  OmittedReason,
  Plan,
  Planned,
  PlanRule,
  PlanVariable,
  Problem,
  Target,
  Unchosen,
  Unrestricted,
} from './export-types.ts'
import {say} from './firewall-texts.ts'
import {familyOfIp, ipOf, ipTransportsOf, type PlanTransport} from './ip-transport.ts'
import {cleanId, identifiers, ruleNames} from './names.ts'
import {unknownPorts, withPorts} from './open-ports.ts'
import {choiceProblems, noCommonFamily, nothingToWrite, unknownEndpoints, unknownRules} from './problems.ts'
import {
  type AddressBook,
  chosenEnds,
  endKeysOf,
  type ResolvedEnd,
  readAddresses,
  resolveEnd,
  statedEnds,
} from './resolve-ends.ts'
import {isAllPorts, unrestrictedReasons} from './unrestricted.ts'
import {endsAt, isOfDevice, isOfInterface, zonesOf} from './zones.ts'

export function planExport(request: ExportRequest, target: Target): Planned {
  const chosen = askedRules(request).filter((rule) => isChosen(rule, request.chosen))
  const book = readAddresses(request.addresses, target)
  const problems = [
    ...book.problems,
    ...choiceProblems(request, chosen),
    ...unknownEndpoints(request),
    ...unknownPorts(request),
  ]
  if (problems.length > 0) return {ok: false, problems, omitted: []}
  const rules = chosen.map((rule) => fromFirstPort(withPorts(rule, request), target))
  return planRules(request, target, rules, book)
}

/** The rules of a request, whatever their requirement. */
const askedRules = ({rules, only, interface: side, endpoints}: ExportRequest): ExportRule[] =>
  rules.filter(
    (rule) => (only === undefined || only.includes(rule.id)) && isOfInterface(rule, side, zonesOf(endpoints)),
  )

/** What a request would hold with more requirements chosen. */
export const unchosenOf = (request: ExportRequest): Unchosen[] =>
  askedRules(request)
    .filter((rule) => !isChosen(rule, request.chosen))
    .map(({id, facts}) => ({ruleId: cleanId(id), requirement: facts.requirement}))

/** No connection goes to port 0: a target that doesn't take it lets through nothing less. */
const fromFirstPort = (rule: ExportRule, {firstPort = 0}: Target): ExportRule =>
  firstPort === 0
    ? rule
    : {...rule, facts: {...rule.facts, ports: subtractRanges(rule.facts.ports, [[0, firstPort - 1]])}}

function planRules(
  request: ExportRequest,
  target: Target,
  chosen: readonly ExportRule[],
  book: AddressBook,
): Planned {
  const names = identifiers([
    ...request.rules.flatMap((rule) => endKeysOf(rule, request)),
    ...(request.otherEnds ?? []),
    'any',
  ])
  const omitted: Plan['omitted'] = []
  const problems: Problem[] = []
  const rules: PlanRule[] = []
  for (const rule of chosen) {
    const {transports, left} = partsOf(rule, chosen, request, target)
    omitted.push(...left.map((reason) => ({ruleId: rule.id, reason})))
    if (transports.length === 0) continue
    const pairs = resolvedEnds(rule, request, book)
    // What is stopped opens nothing.
    const unrestricted = isDenied(rule) ? [] : unrestrictedReasons(rule.facts, transports, pairs, target)
    if (unrestricted.length > 0 && !request.allowed.includes(rule.id)) {
      omitted.push(...unrestricted.map((why) => ({ruleId: rule.id, reason: why})))
      continue
    }
    for (const {source, destination} of pairs) {
      if (familyEnds(source, destination, names).length === 0) {
        problems.push(noCommonFamily(rule, source, destination))
        continue
      }
      for (const transport of transports) {
        const ends = familyEnds(source, destination, names, familyOfIp(transport))
        // ICMP between addresses of IPv6, say.
        if (ends.length === 0) omitted.push({ruleId: rule.id, reason: 'ip-protocol'})
        for (const each of ends)
          rules.push(
            planRule({
              rule,
              transport,
              ends: each,
              resolved: {source, destination},
              unrestricted,
              request,
              target,
            }),
          )
      }
    }
  }
  problems.push(...unknownRules(request, omitted))
  if (problems.length > 0) return {ok: false, problems, omitted}
  if (rules.length === 0) return {ok: false, problems: [nothingToWrite(omitted)], omitted}
  const merged = named(mergeSameRules(rules).toSorted((one, two) => rank(one) - rank(two)))
  const {topic, title, locale, texts, dropOthers = false} = request
  return {
    ok: true,
    plan: {
      topic,
      dropOthers,
      title,
      locale,
      texts,
      rules: merged,
      variables: variablesOf(merged, target),
      omitted,
      unchosen: unchosenOf(request),
    },
  }
}

function named(rules: readonly PlanRule[]): PlanRule[] {
  const names = ruleNames(rules)
  return rules.map((rule, at) => ({...rule, name: names[at] ?? ''}))
}

/** What is stopped comes first; the rest stays in the order of the document. */
const rank = ({action}: PlanRule): number => (action === 'deny' ? 0 : 1)

/** Every source with every destination, where a row names several. */
function resolvedEnds(rule: ExportRule, request: ExportRequest, book: AddressBook): ResolvedEnds[] {
  const [sources = [], destinations = []] = statedEnds(rule, request).map(([end, side]) =>
    chosenEnds(end, book).map((one) => resolveEnd(one, side, request, book)),
  )
  return sources.flatMap((source) => destinations.map((destination) => ({source, destination})))
}

interface ResolvedEnds {
  source: ResolvedEnd
  destination: ResolvedEnd
}

interface RuleToPlan {
  rule: ExportRule
  transport: PlanTransport
  ends: FamilyEnds
  resolved: ResolvedEnds
  unrestricted: Unrestricted[]
  request: ExportRequest
  target: Target
}

function planRule({rule, transport, ends, resolved, unrestricted, request, target}: RuleToPlan): PlanRule {
  const {id, facts, comment, anomalies, url} = rule
  const isIp = ipOf(transport) !== null
  return {
    name: '',
    ruleIds: [cleanId(id)],
    action: isDenied(rule) ? 'deny' : 'allow',
    requirement: facts.requirement,
    direction: target.placement === 'network' ? 'forward' : hostDirection(rule, resolved, request),
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

/** The machine is the Edge server where one end is; else the one that listens, unless everybody may. */
function hostDirection(
  {facts}: ExportRule,
  {source, destination}: ResolvedEnds,
  {device}: ExportRequest,
): Direction {
  if (device?.kind === 'host') return endsAt(facts, device.endpoint)?.destination === true ? 'in' : 'out'
  if (destination.edge) return 'in'
  return source.edge || (destination.outside && !source.outside) ? 'out' : 'in'
}

const wholeRange: PortRange[] = [[0, MAX_PORT]]

/** What of a rule is written, and why the rest is not. */
function partsOf(
  rule: ExportRule,
  all: readonly ExportRule[],
  request: ExportRequest,
  target: Target,
): {transports: PlanTransport[]; left: OmittedReason[]} {
  const reason = omittedReason(rule, all, request, target)
  if (reason !== null) return {transports: [], left: [reason]}
  const {facts} = rule
  const ip = ipTransportsOf(facts)
  const writable = ip.filter((transport) => {
    const protocol = ipOf(transport)
    return protocol !== null && target.writesIp?.(protocol) === true
  })
  // A row of such protocols alone has no ports to miss.
  const missing = facts.transports.length === 0 && ip.length > 0 ? null : missingPorts(facts)
  return {
    transports: [...(missing === null ? facts.transports : []), ...writable],
    left: [
      ...(missing === null ? [] : [missing]),
      ...(writable.length < ip.length ? (['ip-protocol'] as const) : []),
    ],
  }
}

function missingPorts({portNames, ports, transports}: Facts): OmittedReason | null {
  if (portNames) return 'named-range'
  if (ports.length === 0) return 'no-port'
  return transports.length === 0 ? 'no-transport' : null
}

function omittedReason(
  rule: ExportRule,
  all: readonly ExportRule[],
  request: ExportRequest,
  target: Target,
): OmittedReason | null {
  if (isDenied(rule) && !target.denies) return 'denied'
  if (!isDenied(rule) && rule.purpose !== 'open') return 'other-purpose'
  if (!isOfDevice(rule, request.device ?? null, zonesOf(request.endpoints))) return 'other-device'
  if (target.stateful && all.some((other) => isAnswerTo(rule.facts, other.facts))) return 'returning'
  return null
}

function isAnswerTo(answer: Facts, asked: Facts): boolean {
  // Most rules name no source ports, and every rule is asked about every other one.
  if (answer.sourcePorts.length === 0) return false
  const back = answer.ports.length === 0 || rangesEqual(answer.ports, wholeRange) ? [] : answer.ports
  return (
    !rangesEqual(answer.sourcePorts, answer.ports) &&
    endpointKey(answer.source) === endpointKey(asked.destination) &&
    endpointKey(answer.destination) === endpointKey(asked.source) &&
    answer.transports.every((transport) => asked.transports.includes(transport)) &&
    rangesEqual(answer.sourcePorts, asked.ports) &&
    rangesEqual(back, rangesEqual(asked.sourcePorts, wholeRange) ? [] : asked.sourcePorts)
  )
}

/** One rule for what several rows ask for in the same words; all rows are named. */
function mergeSameRules(rules: readonly PlanRule[]): PlanRule[] {
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

/** What the file needs to be set; the end that a group is attached to needs no address. */
function variablesOf(rules: readonly PlanRule[], {attached}: Target): PlanVariable[] {
  const found = new Map<string, PlanVariable>()
  for (const {source, destination, family, direction} of rules) {
    const local = direction === 'in' ? destination : source
    for (const end of [source, destination]) {
      if (end.kind !== 'variable' || (attached && end === local)) continue
      found.set(end.variable, {name: end.variable, key: end.key, label: end.label, family})
    }
  }
  return [...found.values()].sort((one, two) => (one.name < two.name ? -1 : 1))
}
