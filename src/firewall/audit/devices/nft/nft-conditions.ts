/** What the conditions of a rule of nftables leave of the packets that come to it. */
import {icmpV6} from '../../../ip-transport.ts'
import {complement} from '../../address-sets.ts'
import type {Behind} from '../../device.ts'
import {onlyIcmpTypes} from '../../icmp-types.ts'
import {type Intervals, without} from '../../interval.ts'
import {
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
} from '../../match.ts'
import {allPorts, allProtocols, portProtocols, type Region} from '../../region.ts'
import {chainKey, type Members, type NftExpression, type NftRuleset} from './nft-ruleset.ts'

export interface Context {
  ruleset: NftRuleset
  behind: readonly Behind[]
}

export function narrowed(
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

export function matched(match: Match, {keys, negated, members}: Condition, context: Context): Match {
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
const icmpRE = /^(icmp|icmpv6) type$/
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
  const [, message] = icmpRE.exec(key) ?? []
  const messages = message === undefined ? null : readProtocol(message)
  if (messages !== null) return onlyIcmpTypes(match, messages, texts, negated)
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
  if (key === 'ip6 hoplimit' && texts.join() === '255' && !negated && isNeighborDiscovery(match))
    return nothing
  if (key === 'ct direction') return keep(texts.includes('original'))
  if (key === 'tcp flags') return onlyIn(keep(texts.includes('syn')), 'protocols', [[6, 7]])
  if ((key === 'meta nfproto' || key === 'meta protocol') && texts.length === 1) {
    const isV4 = texts[0] === 'ipv4' || texts[0] === 'ip'
    if (isV4 || texts[0] === 'ipv6' || texts[0] === 'ip6')
      return onlyFamily(match, isV4 !== negated ? 'v4' : 'v6')
  }
  return null
}

/** No router passes on messages with the highest hop limit: they open nothing between two machines (RFC 4861). */
const isNeighborDiscovery = ({regions}: Match): boolean =>
  regions.length > 0 &&
  regions.every(
    ({protocols, ports}) =>
      without(protocols, [[icmpV6, icmpV6 + 1]]).length === 0 && without(ports, neighborTypes).length === 0,
  )

/** From the solicitation of a router to a redirect. */
const neighborTypes: Intervals = [[133, 138]]

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
