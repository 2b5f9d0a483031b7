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

import {endpointNames, nameOfEndpoint} from '../facts/endpoints/endpoint-label.ts'
import {subtractRanges} from '../facts/ports/ranges.ts'
import {familyEnds} from './address-families.ts'
import {deniesAllFromPorts, isChosen, isDenied, isRest, withDeniedPorts} from './denied/denials.ts'
import {stoppedOf, withoutDenied} from './denied/without-denied.ts'
import type {
  ExportRequest,
  ExportRule,
  Omitted,
  Plan,
  Planned,
  PlanRule,
  PlanVariable,
  Problem,
  Target,
  Unchosen,
} from './export-types.ts'
import type {PlanTransport} from './ip-transport.ts'
import {cleanId, identifiers, ruleNames} from './names.ts'
import {unknownPorts, withPorts} from './open-ports.ts'
import {partsOf} from './parts-of-rule.ts'
import {directionsOf, mergeSameRules, planRules, resolvedEnds} from './plan-rules.ts'
import {choiceProblems, noCommonFamily, nothingToWrite, unknownEndpoints, unknownRules} from './problems.ts'
import {type AddressBook, endKeysOf, endsOf, readAddresses} from './resolve-ends.ts'
import {unrestrictedReasons} from './unrestricted.ts'
import {remarksOf} from './writing/quoted-remarks.ts'
import {isOfInterface, zonesOf} from './zones.ts'

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
  const rules = chosen.map((rule) => fromFirstPort(withDeniedPorts(withPorts(rule, request)), target))
  return planChosen(request, target, rules, book)
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

function planChosen(
  request: ExportRequest,
  target: Target,
  chosen: readonly ExportRule[],
  book: AddressBook,
): Planned {
  const names = namesFor(request)
  const omitted: Plan['omitted'] = []
  const problems: Problem[] = []
  const found: PlanRule[] = []
  for (const rule of chosen) {
    const {transports, left} = partsOf(rule, chosen, request, target)
    // A file that stops all others does what the closing row of a list says.
    const isDone = request.dropOthers === true && isRest(rule, request.rules)
    if (!isDone) omitted.push(...left.map((reason) => ({ruleId: rule.id, reason})))
    if (transports.length === 0) continue
    const pairs = resolvedEnds(rule, request, book)
    const placed = pairs.flatMap((resolved) =>
      directionsOf(rule, resolved, request, target).map((direction) => ({resolved, direction})),
    )
    // Of the machines that a row lists, others alone may have been given an address.
    if (placed.length === 0) omitted.push({ruleId: rule.id, reason: 'other-device'})
    // What is stopped opens nothing.
    const unrestricted = isDenied(rule)
      ? []
      : unrestrictedReasons(
          rule.facts,
          transports,
          placed.map(({resolved}) => resolved),
          target,
        )
    if (unrestricted.length > 0 && !request.allowed.includes(rule.id)) {
      omitted.push(...unrestricted.map((why) => ({ruleId: rule.id, reason: why})))
      continue
    }
    for (const {resolved, direction} of placed) {
      const {source, destination} = resolved
      if (familyEnds(source, destination, names).length === 0) {
        problems.push(noCommonFamily(rule, source, destination))
        continue
      }
      for (const transport of transports) {
        const planned = planRules({rule, transport, names, resolved, direction, unrestricted, request})
        // ICMP between addresses of IPv6, say.
        if (planned.length === 0) omitted.push({ruleId: rule.id, reason: 'ip-protocol'})
        found.push(...planned)
      }
    }
  }
  const {rules, omitted: contradicted} = withoutContradicted(found, request, target)
  omitted.push(...contradicted)
  problems.push(...unknownRules(request, omitted))
  if (problems.length > 0) return {ok: false, problems, omitted}
  if (rules.length === 0) return {ok: false, problems: [nothingToWrite(omitted)], omitted}
  const merged = named(mergeSameRules(rules).toSorted((one, two) => rank(one) - rank(two)))
  const {topic, title, locale, texts, dropOthers = false} = request
  return {
    ok: true,
    plan: {
      topic,
      machine: machineOf(request),
      dropOthers,
      title,
      locale,
      texts,
      rules: merged,
      variables: variablesOf(merged, target),
      omitted,
      unchosen: unchosenOf(request),
      remarks: remarksOf(merged, request.rules),
    },
  }
}

/** Without what the document denies as well: each row that is left out for it is named. */
function withoutContradicted(
  found: readonly PlanRule[],
  request: ExportRequest,
  target: Target,
): {rules: readonly PlanRule[]; omitted: Omitted[]} {
  const omit = (left: readonly PlanRule[], reason: Omitted['reason']): Omitted[] =>
    [...new Set(left.flatMap(({ruleIds}) => ruleIds))].map((ruleId) => ({ruleId, reason}))
  if (!target.denies) {
    const denials = [...denialsOf(request, target), ...(request.otherDenials ?? [])]
    const {kept, left} = withoutDenied(found, denials)
    return {rules: kept, omitted: omit(left, 'contested')}
  }
  if (target.keepsStopped === true) return {rules: found, omitted: []}
  const stopped = new Set(stoppedOf(found))
  // A row that is open somewhere is written whole: what stops the rest of it stands before it.
  const open = new Set(
    found.filter((rule) => rule.action === 'allow' && !stopped.has(rule)).flatMap(({ruleIds}) => ruleIds),
  )
  const left = found.filter((rule) => stopped.has(rule) && !rule.ruleIds.some((id) => open.has(id)))
  return {rules: found.filter((rule) => !left.includes(rule)), omitted: omit(left, 'stopped')}
}

/** As the reader's language calls it. */
export const machineOf = ({device, endpoints, locale}: ExportRequest): string | null =>
  device?.kind === 'host'
    ? nameOfEndpoint(device.endpoint.split('+')[0] ?? '', endpointNames(endpoints), locale)
    : null

const namesFor = (request: ExportRequest): ReadonlyMap<string, string> =>
  identifiers([
    ...request.rules.flatMap((rule) => endKeysOf(rule, request)),
    ...(request.otherEnds ?? []),
    'any',
  ])

/** What a topic denies, whatever of it is asked for: what a target that can only allow must not open. */
export function denialsOf(request: ExportRequest, target: Target): PlanRule[] {
  const book = readAddresses(request.addresses, target)
  const all = {...request, device: null}
  const denying = {...target, denies: true}
  const names = namesFor(request)
  return request.rules
    .filter((rule) => isDenied(rule) && !isRest(rule, request.rules))
    .map((rule) => fromFirstPort(withDeniedPorts(withPorts(rule, request)), target))
    .flatMap((rule) =>
      deniedTransports(rule, partsOf(rule, request.rules, all, denying).transports).flatMap((transport) =>
        // All machines that an any can be narrowed to: fewer would be open.
        resolvedEnds(rule, request, book, endsOf).flatMap((resolved) =>
          planRules({rule, transport, names, resolved, direction: 'forward', unrestricted: [], request}),
        ),
      ),
    )
}

/** From whatever ports a target can only allow, it allows all of a protocol: one that has no ports, or is written without, is denied as well. */
const deniedTransports = (rule: ExportRule, transports: readonly PlanTransport[]): PlanTransport[] =>
  deniesAllFromPorts(rule) ? ['ip', ...transports] : [...transports]

function named(rules: readonly PlanRule[]): PlanRule[] {
  const names = ruleNames(rules)
  return rules.map((rule, at) => ({...rule, name: names[at] ?? ''}))
}

/** What is stopped comes first; the rest stays in the order of the document. */
const rank = ({action}: PlanRule): number => (action === 'deny' ? 0 : 1)

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
