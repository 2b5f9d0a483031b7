/**
 * What the rules of nftables match and do, whether they were read from its text or its JSON.
 *
 * Source: nft(8). Asked is what happens to the first packet of a connection: `ct state established` matches none, and of the
 * TCP flags only SYN is set.
 */
import {lookUp} from '../../../text/look-up.ts'
import type {Direction, Family} from '../../export-types.ts'
import {complement} from '../address-sets.ts'
import type {Action, Behind, Device, DeviceRule, Line, Stage} from '../device.ts'
import {type Intervals, without} from '../interval.ts'
import {
  everything,
  type Match,
  nothing,
  onlyAddresses,
  onlyBehind,
  onlyFamily,
  onlyIn,
  readAll,
  readNetworks,
  readPortSet,
  readProtocol,
  unsure,
} from '../match.ts'
import {allPorts, allProtocols, portProtocols, type Region} from '../region.ts'

/** Tuples of texts: one text a key, several for a concatenation. */
export type Members = readonly (readonly string[])[]

export type NftExpression =
  /** `set` names one instead of members. */
  | {kind: 'match'; keys: readonly string[]; negated: boolean; members: Members; set?: string}
  | {kind: 'map'; keys: readonly string[]; entries: readonly NftEntry[]; map?: string}
  /** `tcp flags value / mask`. */
  | {kind: 'flags'; negated: boolean; value: readonly string[]; mask: readonly string[]}
  | {kind: 'action'; action: Action}
  | {kind: 'unsure'; why: string}

export interface NftEntry {
  members: readonly string[]
  action: Action
}

export interface NftChain {
  /** `inet filter`: family and name of its table. */
  table: string
  name: string
  hook: string | null
  priority: number
  policy: 'allow' | 'deny'
  line: Line
}

export interface NftRule {
  table: string
  chain: string
  line: Line
  expressions: readonly NftExpression[]
}

export interface NftRuleset {
  chains: readonly NftChain[]
  rules: readonly NftRule[]
  /** By table and name; null for one whose members change by themselves. */
  sets: ReadonlyMap<string, Members | null>
  maps: ReadonlyMap<string, readonly NftEntry[]>
  notes: readonly string[]
}

const waysOfHooks: Readonly<Record<string, readonly Direction[]>> = {
  ingress: ['forward', 'in'],
  prerouting: ['forward', 'in'],
  forward: ['forward'],
  input: ['in'],
  output: ['out'],
  postrouting: ['forward', 'out'],
  egress: ['forward', 'out'],
}
const hookOrder = Object.keys(waysOfHooks)

export function nftDevice(ruleset: NftRuleset, behind: readonly Behind[]): Device {
  const context: Context = {ruleset, behind}
  const chains = new Map<string, DeviceRule[]>(
    ruleset.chains.map(({table, name}) => [chainKey(table, name), []]),
  )
  for (const rule of ruleset.rules)
    chains.get(chainKey(rule.table, rule.chain))?.push(...deviceRules(rule, context))
  const based = ruleset.chains
    .filter(({hook}) => hook !== null)
    .toSorted(
      (a, b) => hookOrder.indexOf(a.hook ?? '') - hookOrder.indexOf(b.hook ?? '') || a.priority - b.priority,
    )
  const stagesOf = (way: Direction): Stage[] => {
    const own = based.filter(({hook}) => lookUp(waysOfHooks, hook ?? '')?.includes(way))
    // A machine that only guards itself doesn't say that it forwards.
    const judged = own
      .filter(({hook, table}) => hook === judging[way] && familiesOf(table).length > 0)
      .flatMap(({table}) => familiesOf(table))
    return own.map(({table, name, policy, line}) => ({
      chain: chainKey(table, name),
      families: familiesOf(table).filter((family) => judged.includes(family)),
      otherwise: policy,
      line,
    }))
  }
  return {
    chains,
    stages: {forward: stagesOf('forward'), in: stagesOf('in'), out: stagesOf('out')},
    notes: ruleset.notes,
  }
}

const judging: Readonly<Record<Direction, string>> = {forward: 'forward', in: 'input', out: 'output'}

/** A table of a family sees its packets only; what passes the others is a part of both. */
const familiesOf = (table: string): readonly Family[] =>
  table.startsWith('ip ') ? ['v4'] : table.startsWith('ip6 ') ? ['v6'] : ['v4', 'v6']

const chainKey = (table: string, name: string): string => `${table} ${name}`

interface Context {
  ruleset: NftRuleset
  behind: readonly Behind[]
}

function deviceRules({table, line, expressions}: NftRule, context: Context): DeviceRule[] {
  const [family = ''] = table.split(' ')
  let match = everything(familiesOf(table))
  if (family === 'netdev' || family === 'bridge')
    match = unsure(match, `it is not told what passes the ${family} table`)
  const rules: DeviceRule[] = []
  const add = ({regions, unsure: why}: Match, action: Action): void => {
    if (regions.length > 0) rules.push({regions, action: inTable(action, table), unsure: why, line})
  }
  for (const expression of expressions) {
    if (expression.kind === 'action') {
      add(match, expression.action)
      break
    }
    if (expression.kind === 'map') {
      const entries =
        expression.map === undefined
          ? expression.entries
          : context.ruleset.maps.get(chainKey(table, expression.map))
      if (entries === undefined)
        add(unsure(match, `the map ${expression.map} is not listed`), {do: 'unknown'})
      for (const [, same] of Map.groupBy(entries ?? [], ({action}) => JSON.stringify(action))) {
        const [first] = same
        const members = same.map((entry) => entry.members)
        if (first !== undefined)
          add(matched(match, {keys: expression.keys, negated: false, members}, context), first.action)
      }
    } else match = narrowed(match, expression, table, context)
  }
  return rules
}

const inTable = (action: Action, table: string): Action =>
  'chain' in action ? {...action, chain: chainKey(table, action.chain)} : action

function narrowed(
  match: Match,
  expression: Exclude<NftExpression, {kind: 'action' | 'map'}>,
  table: string,
  context: Context,
): Match {
  if (expression.kind === 'unsure') return unsure(match, expression.why)
  if (expression.kind === 'flags') return flagsMatched(match, expression)
  if (expression.set === undefined) return matched(match, expression, context)
  const members = context.ruleset.sets.get(chainKey(table, expression.set))
  if (members === undefined) return unsure(match, `the set ${expression.set} is not listed`)
  if (members === null) return unsure(match, `the set ${expression.set} changes by itself`)
  return matched(match, {...expression, members}, context)
}

/** An opening packet of TCP has SYN alone. */
function flagsMatched(match: Match, {value, mask, negated}: Extract<NftExpression, {kind: 'flags'}>): Match {
  const own = mask.includes('syn') ? ['syn'] : []
  const isEqual = own.length === value.length && own.every((flag) => value.includes(flag))
  return isEqual === negated ? nothing : onlyIn(match, 'protocols', [[6, 7]])
}

interface Condition {
  keys: readonly string[]
  negated: boolean
  members: Members
}

function matched(match: Match, {keys, negated, members}: Condition, context: Context): Match {
  const [key = '', ...more] = keys
  if (more.length === 0)
    return keyMatched(
      match,
      key,
      members.map(([text = '']) => text),
      negated,
      context,
    )
  if (negated) return unsure(match, `not ${keys.join(' . ')} is not told apart`)
  const each = members.map((texts) =>
    keys.reduce((so, one, at) => keyMatched(so, one, [texts[at] ?? ''], false, context), match),
  )
  const regions: Region[] = each.flatMap((one) => one.regions)
  return {regions, unsure: [...new Set([...match.unsure, ...each.flatMap((one) => one.unsure)])]}
}

const addressRE = /^(ip6?) ([sd])addr$/
const portRE = /^(tcp|udp|th|sctp|dccp|udplite) ([sd])port$/
const interfaceRE = /^meta ([io])if(?:name)?$/

function keyMatched(
  match: Match,
  key: string,
  texts: readonly string[],
  negated: boolean,
  {behind}: Context,
): Match {
  const within = (set: Intervals, all: Intervals): Intervals => (negated ? without(all, set) : set)
  const [, ip, end] = addressRE.exec(key) ?? []
  if (ip !== undefined) {
    const sets = readNetworks(texts)
    const own = onlyFamily(match, ip === 'ip' ? 'v4' : 'v6')
    if (sets === null) return unsure(own, unread(key, texts))
    return onlyAddresses(own, end === 's' ? 'sources' : 'destinations', negated ? complement(sets) : sets)
  }
  const [, transport, side] = portRE.exec(key) ?? []
  if (transport !== undefined) {
    const number = readProtocol(transport)
    const own = onlyIn(match, 'protocols', number === null ? portProtocols : [[number, number + 1]])
    const set = readAll(texts, (text) => readPortSet(text, transport))
    if (set === null) return unsure(own, unread(key, texts))
    return onlyIn(own, side === 's' ? 'sourcePorts' : 'ports', within(set, allPorts))
  }
  const [, way] = interfaceRE.exec(key) ?? []
  if (way !== undefined)
    return onlyBehind(match, way === 'i' ? 'sources' : 'destinations', texts, {behind, negated})
  const choice = choiceMatched(match, key, texts, negated)
  if (choice !== null) return choice
  const set = protocolKeys.includes(key) ? readAll(texts, readProtocol) : null
  return set === null
    ? unsure(onlyProtocolOf(match, key), unread(key, texts))
    : onlyIn(onlyFamilyOf(match, key), 'protocols', within(set, allProtocols))
}

const protocolKeys = ['meta l4proto', 'ip protocol', 'ip6 nexthdr']

/** Conditions that a first packet either meets or doesn't. */
function choiceMatched(match: Match, key: string, texts: readonly string[], negated: boolean): Match | null {
  const keep = (isMet: boolean): Match => (isMet === negated ? nothing : match)
  if (key === 'ct state' && texts.every((text) => states.includes(text)))
    return !texts.includes('new') && texts.includes('untracked') ? null : keep(texts.includes('new'))
  if (key === 'ct direction') return keep(texts.includes('original'))
  if (key === 'tcp flags') return onlyIn(keep(texts.includes('syn')), 'protocols', [[6, 7]])
  if ((key === 'meta nfproto' || key === 'meta protocol') && texts.length === 1) {
    const isV4 = texts[0] === 'ipv4' || texts[0] === 'ip'
    if (isV4 || texts[0] === 'ipv6' || texts[0] === 'ip6')
      return onlyFamily(match, isV4 !== negated ? 'v4' : 'v6')
  }
  return null
}

const states = ['new', 'established', 'related', 'invalid', 'untracked']

const onlyFamilyOf = (match: Match, key: string): Match =>
  key === 'ip protocol' ? onlyFamily(match, 'v4') : key === 'ip6 nexthdr' ? onlyFamily(match, 'v6') : match

/** A condition on a field of a protocol holds for packets of that protocol only. */
function onlyProtocolOf(match: Match, key: string): Match {
  const [first = ''] = key.split(' ')
  if (first === 'ip' || first === 'ip6') return onlyFamily(match, first === 'ip' ? 'v4' : 'v6')
  const number = readProtocol(first)
  return number === null ? match : onlyIn(match, 'protocols', [[number, number + 1]])
}

const unread = (key: string, texts: readonly string[]): string =>
  `“${key} ${texts.slice(0, 3).join(', ')}” is not told`
