/** Reads the entries of Cisco IOS access lists up to the part with the returning direction. */
import type {PortRange} from '../../../model/schema.ts'
import type {ReadRule} from '../../export-types.ts'
import {icmp, icmpV6, ipTransport, type PlanTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'

export function read(text: string): ReadRule[] {
  const rules: ReadRule[] = []
  let returning = false
  let isV6 = false
  for (const line of text.split('\n')) {
    const words = line.trim().split(' ')
    if (words.includes('access-list')) {
      returning = false
      isV6 = words[0] === 'ipv6'
    } else if (words[0] === 'remark' && words[1] === 'RETURNING') returning = true
    else if ((words[0] === 'permit' || words[0] === 'deny') && !returning)
      rules.push({...readEntry(words, isV6), list: isV6 ? 'v6' : 'v4'})
  }
  return rules
}

function readEntry(words: readonly string[], isV6: boolean): ReadRule {
  const transport = readTransport(words, isV6)
  const source = readEnd(words, 2)
  const from = readRange(words, source.next)
  const destination = readEnd(words, from.next)
  const to = readRange(words, destination.next)
  const end = words[1] === 'icmp' ? words.length - 1 : words.length
  if (to.next < end) throw new SyntaxError(`unexpected “${words[to.next]}” at the end of an entry`)
  return {
    direction: 'forward',
    transport,
    ...(words[0] === 'deny' ? {action: 'deny' as const} : {}),
    ports: to.ports,
    sourcePorts: from.ports,
    sources: [source.text],
    destinations: [destination.text],
  }
}

/** The type of messages stands last. */
function readTransport(words: readonly string[], isV6: boolean): PlanTransport {
  const [, word = ''] = words
  if (word === 'tcp' || word === 'udp') return word
  if (word === (isV6 ? 'ipv6' : 'ip')) return 'ip'
  if (word === 'icmp') return ipTransport({number: isV6 ? icmpV6 : icmp, icmpType: Number(words.at(-1))})
  if (/^\d{1,3}$/.test(word)) return ipTransport({number: Number(word), icmpType: null})
  throw new SyntaxError(`expected tcp, udp, icmp or the number of a protocol, found “${word}”`)
}

function readEnd(words: readonly string[], at: number): {text: string; next: number} {
  const [word = '', value = ''] = words.slice(at, at + 2)
  if (word === 'any') return {text: 'any', next: at + 1}
  if (word === 'host') return {text: value, next: at + 2}
  if (word === 'object-group') return {text: `$${value}`, next: at + 2}
  if (word.includes('/')) return {text: word, next: at + 1}
  return {text: `${word}/${prefixLength(value)}`, next: at + 2}
}

/** `0.0.0.255` → 24. */
function prefixLength(wildcard: string): number {
  const bits = wildcard.split('.').map((part) => Number(part).toString(2).padStart(8, '0'))
  const length = bits.join('').indexOf('1')
  return length < 0 ? 32 : length
}

function readRange(words: readonly string[], at: number): {ports: PortRange[]; next: number} {
  if (words[at] === 'eq') return {ports: readPorts([words[at + 1] ?? ''], '-'), next: at + 2}
  if (words[at] === 'range')
    return {ports: readPorts([`${words[at + 1]}-${words[at + 2]}`], '-'), next: at + 3}
  return {ports: [], next: at}
}
