/** Reads the rules of an nftables file: statements that accept, without comments and definitions. */

import type {Direction, ReadRule} from '../../export-types.ts'
import {icmp, icmpV6, ipTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'

const commentRE = /#[^\n]*/g
const quotedRE = /"[^"\n]*"/g

const ways: ReadonlyMap<string, Direction> = new Map([
  ['forward', 'forward'],
  ['input', 'in'],
  ['output', 'out'],
])

/** What a machine can't do without, which no row speaks of. */
const ownRE =
  /^(?:[io]if lo|icmpv6 type \{(?: nd-(?:router|neighbor)-(?:solicit|advert))+ \} ip6 hoplimit 255) accept$/

/** What one table stops is stopped, whatever another one lets through. */
export function read(text: string): ReadRule[] {
  const rules: ReadRule[] = []
  let list = ''
  let direction: Direction = 'forward'
  const lines = text.replace(quotedRE, '').replace(commentRE, '').split('\n')
  for (const line of lines) {
    const words = line
      .replaceAll('{', ' { ')
      .replaceAll('}', ' } ')
      .replaceAll(',', ' ')
      .split(/\s/)
      .filter((word) => word !== '')
    if (words[0] === 'table') list = words[2] ?? ''
    if (words[0] === 'chain') direction = wayOf(words[1] ?? '')
    if (ownRE.test(words.join(' '))) continue
    if (!(words.includes('accept') || words.includes('drop')) || words[0] === 'ct' || words[0] === 'type')
      continue
    const place = direction === 'forward' ? list : `${list} ${direction}`
    rules.push({...readStatement(words), direction, list: place})
  }
  return rules
}

function wayOf(chain: string): Direction {
  const way = ways.get(chain)
  if (way === undefined) throw new SyntaxError(`unexpected chain “${chain}”`)
  return way
}

function readStatement(words: readonly string[]): ReadRule {
  const rule: ReadRule = {
    direction: 'forward',
    // No match of a protocol is all of them.
    transport: 'ip',
    ports: [],
    sourcePorts: [],
    sources: ['any'],
    destinations: ['any'],
  }
  let at = 0
  while (at < words.length && words[at] !== 'accept' && words[at] !== 'drop') {
    const [protocol, field] = [words[at] ?? '', words[at + 1] ?? '']
    const {members, next} = readSet(words, at + 2)
    at = next
    if ((protocol === 'ip' || protocol === 'ip6') && field === 'saddr') rule.sources = members
    else if ((protocol === 'ip' || protocol === 'ip6') && field === 'daddr') rule.destinations = members
    else if ((protocol === 'tcp' || protocol === 'udp') && (field === 'dport' || field === 'sport')) {
      rule.transport = protocol
      rule[field === 'dport' ? 'ports' : 'sourcePorts'] = readPorts(members, '-')
    } else if (protocol === 'meta' && field === 'l4proto')
      rule.transport = ipTransport({number: numberOf(members), icmpType: null})
    else if ((protocol === 'icmp' || protocol === 'icmpv6') && field === 'type')
      rule.transport = ipTransport({number: protocol === 'icmp' ? icmp : icmpV6, icmpType: numberOf(members)})
    else throw new SyntaxError(`unexpected “${protocol} ${field}” in an nftables statement`)
  }
  return words[at] === 'drop' ? {...rule, action: 'deny'} : rule
}

function numberOf([member = '', more]: readonly string[]): number {
  if (more === undefined && /^\d{1,3}$/.test(member)) return Number(member)
  throw new SyntaxError(`expected the number of a protocol, found “${member}”`)
}

function readSet(words: readonly string[], at: number): {members: string[]; next: number} {
  if (words[at] !== '{') return {members: [words[at] ?? ''], next: at + 1}
  const end = words.indexOf('}', at)
  if (end < 0) throw new SyntaxError('expected “}” at the end of a set')
  return {members: words.slice(at + 1, end), next: end + 1}
}
