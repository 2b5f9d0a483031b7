/** Reads the conditions of a rule of nftables' text: `ip saddr . tcp dport { … }`, `vmap`, `tcp flags`. */
import type {Action} from '../../device.ts'
import {type Cursor, readBraced, readTuple, textOf} from './nft-cursor.ts'
import type {NftEntry, NftExpression} from './nft-ruleset.ts'
import type {NftToken} from './nft-tokens.ts'
import {readAction} from './nft-verdicts.ts'

const interfaceKeys = ['iif', 'iifname', 'oif', 'oifname']
const headers = ['ip', 'ip6', 'tcp', 'udp', 'th', 'sctp', 'dccp', 'udplite', 'icmp', 'icmpv6', 'meta', 'ct']
const plainMeta = ['l4proto', 'nfproto', 'protocol', 'mark', 'skuid', 'skgid', 'pkttype', 'priority']

/** `ip saddr . tcp dport` → both keys; null when it is none. */
export function readKeys(read: Cursor): string[] | null {
  const keys: string[] = []
  for (;;) {
    const first = textOf(read)
    if (interfaceKeys.includes(first) || plainMeta.includes(first)) {
      keys.push(`meta ${first}`)
      read.at += 1
    } else if (headers.includes(first) && textOf(read, 1) !== '') {
      keys.push(`${first} ${textOf(read, 1)}`)
      read.at += 2
    } else return null
    if (textOf(read) !== '.') return keys
    read.at += 1
  }
}

const comparisons = ['<', '>', '<=', '>=', '&', '|', '^', 'set', 'and', 'or', 'xor']

export function readCondition(read: Cursor, keys: readonly string[]): NftExpression[] | null {
  if (keys.join() === 'tcp flags') {
    const flags = readFlags(read)
    if (flags !== null) return [flags]
  }
  if (comparisons.includes(textOf(read))) return null
  if (textOf(read) === 'vmap') {
    read.at += 1
    return readMap(read, keys)
  }
  const negated = textOf(read) === '!='
  if (negated || textOf(read) === '==') read.at += 1
  const next = read.tokens[read.at]
  if (next === undefined) return null
  if (next.kind === 'word' && next.text.startsWith('@')) {
    read.at += 1
    return [{kind: 'match', keys, negated, members: [], set: next.text.slice(1)}]
  }
  if (next.kind === 'symbol' && next.text === '{') {
    const inside = readBraced(read)
    return inside === null
      ? null
      : [{kind: 'match', keys, negated, members: readTuples(inside).map(({members}) => members)}]
  }
  const members: string[][] = [readTuple(read)]
  while (textOf(read) === ',') {
    read.at += 1
    members.push(readTuple(read))
  }
  if (textOf(read) === '/') return null
  return [{kind: 'match', keys, negated, members}]
}

function readMap(read: Cursor, keys: readonly string[]): NftExpression[] | null {
  const name = textOf(read)
  if (name.startsWith('@')) {
    read.at += 1
    return [{kind: 'map', keys, entries: [], map: name.slice(1)}]
  }
  const inside = readBraced(read)
  if (inside === null) return null
  const tuples = readTuples(inside)
  const entries = tuples.flatMap(({members, action}): NftEntry[] =>
    action === null ? [] : [{members, action}],
  )
  return entries.length === tuples.length ? [{kind: 'map', keys, entries}] : null
}

/** `syn / syn,ack`, `& (syn | ack) == syn`. */
function readFlags(read: Cursor): NftExpression | null {
  const start = read.at
  const list = (): string[] => {
    const found: string[] = []
    for (;;) {
      found.push(
        ...textOf(read)
          .replace(/[()]/g, '')
          .split('|')
          .filter((flag) => flag !== ''),
      )
      read.at += 1
      if (textOf(read) !== ',' && textOf(read) !== '|') return found
      read.at += 1
    }
  }
  if (textOf(read) === '&') {
    read.at += 1
    const mask = list()
    const negated = textOf(read) === '!='
    if (negated || textOf(read) === '==') {
      read.at += 1
      return {kind: 'flags', negated, value: list().filter((flag) => flag !== '0x0'), mask}
    }
  } else {
    const negated = textOf(read) === '!='
    if (negated || textOf(read) === '==') read.at += 1
    const value = list()
    if (textOf(read) === '/') {
      read.at += 1
      return {kind: 'flags', negated, value, mask: list()}
    }
  }
  read.at = start
  return null
}

/** The members of a set or map, split at commas: `10.0.0.1 . 443 : accept`. What else is said of one is left. */
export function readTuples(
  tokens: readonly NftToken[],
): {members: readonly string[]; action: Action | null}[] {
  const parts: NftToken[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'symbol' && token.text === ',') parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
    .filter((part) => part.length > 0)
    .map((part) => {
      const read: Cursor = {tokens: part, at: 0}
      const members = readTuple(read)
      const colon = part.findIndex((token, at) => at >= read.at && token.text === ':')
      const action = colon < 0 ? null : readAction({tokens: part, at: colon + 1})
      return {members, action}
    })
}
