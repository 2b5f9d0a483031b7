/**
 * Finds what a file of a target that can only allow lets through although a row denies it: apart from the planning, from
 * the facts, the reader's own words and what stands in the file.
 */
import {ipNumberOf} from '../../facts/ip-protocols.ts'
import {intersectRanges, subtractRanges} from '../../facts/ports/ranges.ts'
import {MAX_PORT} from '../../model/max-port.ts'
import {lookUp} from '../../text/look-up.ts'
import {readAddresses} from '../audit/address-sets.ts'
import {families} from '../audit/device.ts'
import {common} from '../audit/interval.ts'
import {isDenied, isRest} from '../denied/denials.ts'
import type {ExportRequest, ExportRule, Family, Plan, PlanEnd, ReadRule} from '../export-types.ts'
import {familyOfIp, ipOf} from '../ip-transport.ts'
import {endsOf, keyOf, statedEnds} from '../resolve-ends.ts'

interface Part {
  request: ExportRequest
  plan: Plan
}

/** An end of the plan with the families that its name in the file is of. */
interface Named {
  key: string
  families: readonly Family[]
}

/** What the words of a file stand for, and what the reader gave for it. */
interface Words {
  keys: ReadonlyMap<string, Named>
  addresses: ExportRequest['addresses']
}

/** The rules of a file that a row of any of its topics contradicts. */
export function acceptsDenied(parts: readonly Part[], found: readonly ReadRule[]): ReadRule[] {
  const words: Words = {
    keys: keysByText(parts),
    addresses: Object.fromEntries(parts.flatMap(({request}) => Object.entries(request.addresses))),
  }
  const denied = parts.flatMap(({request}) =>
    request.rules
      .filter((row) => isDenied(row) && !isRest(row, request.rules))
      .flatMap((row) => deniedFlows(row, request).map((ends) => ({row, ends}))),
  )
  return found.filter(
    (rule) =>
      rule.action !== 'deny' &&
      denied.some(
        ({row, ends}) =>
          meetsTraffic(rule, row) &&
          rule.sources.some((source) =>
            rule.destinations.some((destination) =>
              meetsEnds(rule, [source, destination], [ends.source, ends.destination], words),
            ),
          ),
      ),
  )
}

const keysByText = (parts: readonly Part[]): Words['keys'] =>
  new Map(
    parts.flatMap(({plan}) =>
      plan.rules.flatMap(({source, destination, family}) =>
        [source, destination].flatMap((end): [string, Named][] => [
          [`group:${end.name}`, {key: end.key, families}],
          ...(end.kind === 'variable' ? [namedVariable(end, family)] : []),
        ]),
      ),
    ),
  )

const namedVariable = (
  {variable, key}: Extract<PlanEnd, {kind: 'variable'}>,
  family: Family | null,
): [string, Named] => [`$${variable}`, {key, families: family === null ? families : [family]}]

/** Every source with every destination that a row names, as the keys of their addresses. */
function deniedFlows(row: ExportRule, request: ExportRequest): {source: string; destination: string}[] {
  const [sources = [], destinations = []] = statedEnds(row, request).map(([end, side]) =>
    endsOf(end).map((one) => keyOf(one, side)),
  )
  return sources.flatMap((source) => destinations.map((destination) => ({source, destination})))
}

/** All protocols by the row's own word, or since it names neither ports nor a protocol. */
const isOfAll = ({allProtocols, ports, portNames, transports, protocols}: ExportRule['facts']): boolean =>
  allProtocols === true
    ? ports.length === 0 || subtractRanges([[1, MAX_PORT]], ports).length === 0
    : portNames === undefined && ports.length + transports.length + protocols.length === 0

/** A denial from certain ports alone is one of all: such a file doesn't tell from which. */
function meetsTraffic({transport, ports}: ReadRule, {facts}: ExportRule): boolean {
  if (isOfAll(facts)) return true
  if (transport === 'tcp' || transport === 'udp')
    return facts.transports.includes(transport) && intersectRanges(facts.ports, ports).length > 0
  const ip = ipOf(transport)
  const {icmpTypes = []} = facts
  return (
    facts.protocols.some((name) => ipNumberOf(name) === ip?.number) &&
    (icmpTypes.length === 0 || ip === null || ip.icmpType === null || icmpTypes.includes(ip.icmpType))
  )
}

/** Both ends of the file hold the denied ones, and all four have addresses of one family. */
function meetsEnds(
  {transport}: ReadRule,
  texts: readonly string[],
  denied: readonly string[],
  words: Words,
): boolean {
  const own = familyOfIp(transport)
  const shared = [
    ...texts.flatMap((text) => {
      const named = words.keys.get(text)
      return named === undefined ? [familiesOf(text, words)] : [named.families, familiesOf(named.key, words)]
    }),
    ...denied.map((key) => familiesOf(key, words)),
  ].reduce((left, some) => left.filter((family) => some.includes(family)), own === null ? families : [own])
  return shared.length > 0 && texts.every((text, at) => meets(text, denied[at] ?? '', words))
}

/** Those that the reader gave addresses of, or that an address is of; both where neither tells. */
function familiesOf(key: string, {addresses}: Words): readonly Family[] {
  const given = lookUp(addresses, key) ?? lookUp(addresses, key.split('+')[0] ?? key) ?? [key]
  const sets = given.map(readAddresses).filter((set) => set !== null)
  return sets.length === 0
    ? families
    : families.filter((family) => sets.some((set) => set[family].length > 0))
}

const anybodyRE = /^(?:any$|any:|unstated:)/

const isAnybody = (key: string, {addresses}: Words): boolean => {
  const given = lookUp(addresses, key)
  return anybodyRE.test(key) && (given === undefined || given.includes('any'))
}

/** Whether an end of the file holds the denied one for certain, or every address. */
function meets(text: string, denied: string, words: Words): boolean {
  const key = words.keys.get(text)?.key
  if (text === 'any' || key === denied || isAnybody(denied, words)) return true
  if (key !== undefined) return isAnybody(key, words)
  const opened = readAddresses(text)
  return (lookUp(words.addresses, denied) ?? [denied]).some((address) => {
    const set = readAddresses(address)
    return (
      set !== null &&
      opened !== null &&
      families.some((family) => common(opened[family], set[family]).length > 0)
    )
  })
}
