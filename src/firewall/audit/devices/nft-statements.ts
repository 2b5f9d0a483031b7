/** Reads one rule of nftables' text: its conditions and what it does. */

import {lookUp} from '../../../text/look-up.ts'
import type {Action} from '../device.ts'
import type {NftEntry, NftExpression} from './nft-ruleset.ts'
import type {NftToken} from './nft-tokens.ts'

interface Read {
  tokens: readonly NftToken[]
  at: number
}

const text = ({tokens, at}: Read, ahead = 0): string => tokens[at + ahead]?.text ?? ''

const interfaceKeys = ['iif', 'iifname', 'oif', 'oifname']
const headers = ['ip', 'ip6', 'tcp', 'udp', 'th', 'sctp', 'dccp', 'udplite', 'icmp', 'icmpv6', 'meta', 'ct']
const plainMeta = ['l4proto', 'nfproto', 'protocol', 'mark', 'skuid', 'skgid', 'pkttype', 'priority']

/** Statements that let a packet go on as it is, with how many words may follow. */
const quiet: Readonly<Record<string, readonly string[]>> = {
  counter: ['packets', 'bytes', 'name'],
  log: ['prefix', 'level', 'group', 'flags', 'snaplen', 'queue-threshold'],
  comment: [],
  notrack: [],
  continue: [],
}

export function readStatements(tokens: readonly NftToken[]): NftExpression[] {
  const read: Read = {tokens, at: 0}
  const found: NftExpression[] = []
  while (read.at < tokens.length) {
    const expression = readOne(read)
    if (expression !== null) found.push(...expression)
  }
  return found
}

function readOne(read: Read): NftExpression[] | null {
  const start = read.at
  const first = text(read)
  const action = readAction(read)
  if (action !== null) {
    // What stands behind it says how it is done: the answer of a reject, the address of a translation.
    read.at = read.tokens.length
    return [{kind: 'action', action}]
  }
  const options = lookUp(quiet, first)
  if (options !== undefined) {
    read.at += 1
    if (first === 'comment') read.at += 1
    while (options.includes(text(read))) read.at += 2
    while (first === 'log' && text(read) === ',') read.at += 2
    if (first === 'counter' && read.tokens[read.at]?.kind === 'quoted') read.at += 1
    return null
  }
  if (skipSetting(read)) return null
  const rate = skipRate(read)
  if (rate !== null) return [{kind: 'unsure', why: `“${rate}” is not told`}]
  const keys = readKeys(read)
  if (keys !== null) {
    const condition = readCondition(read, keys)
    if (condition !== null) return condition
  }
  read.at = start
  return unread(read)
}

const settingRE =
  /^(?:(?:meta|ct) (?:mark|priority|pkttype|helper|timeout|label|zone) set (?:(?:meta|ct) )?|tcp option maxseg size set (?:rt )?)/

/** A mark, a class or a segment size that is written changes nothing of what a packet is told by here. */
function skipSetting(read: Read): boolean {
  const ahead = read.tokens.slice(read.at, read.at + 8).map((token) => token.text)
  const [setting] = settingRE.exec(`${ahead.join(' ')} `) ?? []
  if (setting === undefined) return false
  read.at += setting.trim().split(' ').length + 1
  return true
}

const rateRE =
  /^(?:limit rate (?:over )?\S+(?: \S+\/\S+)?(?: burst \d+ \w+)?|quota (?:over |until )?\d+ \w+(?: used \d+ \w+)?|ct count (?:over )?\d+) /

/** Takes a condition that depends on the traffic before; null where there is none. */
function skipRate(read: Read): string | null {
  const ahead = read.tokens.slice(read.at, read.at + 9).map((token) => token.text)
  const [rate] = rateRE.exec(`${ahead.join(' ')} `) ?? []
  if (rate === undefined) return null
  read.at += rate.trim().split(' ').length
  return rate.trim()
}

/** What isn't known, up to what the rule does in the end. */
function unread(read: Read): NftExpression[] {
  const rest = read.tokens.slice(read.at)
  const said = rest.map((token) => token.text).join(' ')
  const why: NftExpression = {kind: 'unsure', why: `“${said.slice(0, 60)}” is not told`}
  let depth = 0
  for (const [at, token] of rest.entries()) {
    if (token.kind === 'sign' && token.text !== ',') depth += token.text === '{' ? 1 : -1
    if (depth !== 0 || token.kind !== 'word') continue
    const own: Read = {tokens: rest, at}
    const action = readAction(own)
    if (action === null) continue
    read.at = read.tokens.length
    return [why, {kind: 'action', action}]
  }
  read.at = read.tokens.length
  // Whatever it does, it may decide.
  return [why, {kind: 'action', action: {do: 'unknown'}}]
}

const actions: Readonly<Record<string, Action['do']>> = {
  accept: 'allow',
  drop: 'deny',
  reject: 'deny',
  return: 'return',
  jump: 'jump',
  goto: 'goto',
  // The address of the sender is changed behind all that judges.
  masquerade: 'allow',
  snat: 'allow',
  // The receiver is another one afterwards.
  dnat: 'unknown',
  redirect: 'unknown',
  tproxy: 'unknown',
  queue: 'unknown',
  synproxy: 'unknown',
  fwd: 'unknown',
}

/** Takes the words of a verdict. */
function readAction(read: Read): Action | null {
  if (read.tokens[read.at]?.kind !== 'word') return null
  const action = lookUp(actions, text(read))
  if (action === undefined) return null
  read.at += 1
  if (action !== 'jump' && action !== 'goto') return {do: action}
  const chain = text(read)
  read.at += 1
  return {do: action, chain}
}

/** `ip saddr . tcp dport` → both keys; null when it is none. */
function readKeys(read: Read): string[] | null {
  const keys: string[] = []
  for (;;) {
    const first = text(read)
    if (interfaceKeys.includes(first) || plainMeta.includes(first)) {
      keys.push(`meta ${first}`)
      read.at += 1
    } else if (headers.includes(first) && text(read, 1) !== '') {
      keys.push(`${first} ${text(read, 1)}`)
      read.at += 2
    } else return null
    if (text(read) !== '.') return keys
    read.at += 1
  }
}

const comparisons = ['<', '>', '<=', '>=', '&', '|', '^', 'set', 'and', 'or', 'xor']

function readCondition(read: Read, keys: readonly string[]): NftExpression[] | null {
  if (keys.join() === 'tcp flags') {
    const flags = readFlags(read)
    if (flags !== null) return [flags]
  }
  if (comparisons.includes(text(read))) return null
  if (text(read) === 'vmap') {
    read.at += 1
    return readMap(read, keys)
  }
  const negated = text(read) === '!='
  if (negated || text(read) === '==') read.at += 1
  const next = read.tokens[read.at]
  if (next === undefined) return null
  if (next.kind === 'word' && next.text.startsWith('@')) {
    read.at += 1
    return [{kind: 'match', keys, negated, members: [], set: next.text.slice(1)}]
  }
  if (next.kind === 'sign' && next.text === '{') {
    const inside = braced(read)
    return inside === null
      ? null
      : [{kind: 'match', keys, negated, members: readTuples(inside).map(({members}) => members)}]
  }
  const members: string[][] = [tuple(read)]
  while (text(read) === ',') {
    read.at += 1
    members.push(tuple(read))
  }
  if (text(read) === '/') return null
  return [{kind: 'match', keys, negated, members}]
}

/** `value . value`, with the spaces of a range taken out. */
function tuple(read: Read): string[] {
  const members = [text(read)]
  read.at += 1
  while (text(read) === '.') {
    members.push(text(read, 1))
    read.at += 2
  }
  return members
}

/** The tokens between braces, of which the first is next. */
function braced(read: Read): NftToken[] | null {
  const start = read.at + 1
  let depth = 0
  for (; read.at < read.tokens.length; read.at++) {
    const {kind, text: sign} = read.tokens[read.at] ?? {kind: 'end', text: ''}
    if (kind === 'sign') depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
    if (depth > 0) continue
    read.at += 1
    return read.tokens.slice(start, read.at - 1)
  }
  return null
}

function readMap(read: Read, keys: readonly string[]): NftExpression[] | null {
  const name = text(read)
  if (name.startsWith('@')) {
    read.at += 1
    return [{kind: 'map', keys, entries: [], map: name.slice(1)}]
  }
  const inside = braced(read)
  if (inside === null) return null
  const tuples = readTuples(inside)
  const entries = tuples.flatMap(({members, action}): NftEntry[] =>
    action === null ? [] : [{members, action}],
  )
  return entries.length === tuples.length ? [{kind: 'map', keys, entries}] : null
}

/** `syn / syn,ack`, `& (syn | ack) == syn`. */
function readFlags(read: Read): NftExpression | null {
  const start = read.at
  const list = (): string[] => {
    const found: string[] = []
    for (;;) {
      found.push(
        ...text(read)
          .replace(/[()]/g, '')
          .split('|')
          .filter((flag) => flag !== ''),
      )
      read.at += 1
      if (text(read) !== ',' && text(read) !== '|') return found
      read.at += 1
    }
  }
  if (text(read) === '&') {
    read.at += 1
    const mask = list()
    const negated = text(read) === '!='
    if (negated || text(read) === '==') {
      read.at += 1
      return {kind: 'flags', negated, value: list().filter((flag) => flag !== '0x0'), mask}
    }
  } else {
    const negated = text(read) === '!='
    if (negated || text(read) === '==') read.at += 1
    const value = list()
    if (text(read) === '/') {
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
    if (token.kind === 'sign' && token.text === ',') parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
    .filter((part) => part.length > 0)
    .map((part) => {
      const read: Read = {tokens: part, at: 0}
      const members = tuple(read)
      const colon = part.findIndex((token, at) => at >= read.at && token.text === ':')
      const action = colon < 0 ? null : readAction({tokens: part, at: colon + 1})
      return {members, action}
    })
}
