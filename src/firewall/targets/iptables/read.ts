/** Reads the rules of an iptables-restore file that accept new connections. */

import type {ReadRule} from '../../export-types.ts'
import {icmp, icmpV6, ipTransport, type PlanTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'

const wordRE = /"[^"]*"|\S+/g
const placeholderRE = /^@SET\/([A-Z0-9_]+)@$/

export function read(text: string): ReadRule[] {
  if (!text.includes('\n*filter\n') && !text.startsWith('*filter\n'))
    throw new SyntaxError('expected a *filter table')
  return text.split('\n').flatMap((line) => {
    const words: string[] = line.startsWith('#') ? [] : [...(line.match(wordRE) ?? [])]
    return words.includes('-A') && !words.includes('--ctstate') ? [readRule(words)] : []
  })
}

function readRule(words: readonly string[]): ReadRule {
  const rule: ReadRule = {
    direction: 'forward',
    transport: 'tcp',
    ports: [],
    sourcePorts: [],
    sources: ['any'],
    destinations: ['any'],
  }
  const value = (at: number): string => words[at + 1] ?? ''
  if (words.at(-1) === 'DROP') rule.action = 'deny'
  words.forEach((word, at) => {
    if (word === '-s') rule.sources = [address(value(at))]
    else if (word === '-d') rule.destinations = [address(value(at))]
    else if (word === '-p') rule.transport = transport(value(at), words)
    else if (word === '--dport' || word === '--dports') rule.ports = readPorts(value(at).split(','), ':')
    else if (word === '--sport' || word === '--sports')
      rule.sourcePorts = readPorts(value(at).split(','), ':')
  })
  return rule
}

const address = (word: string): string => word.replace(placeholderRE, '$$$1')

function transport(word: string, words: readonly string[]): PlanTransport {
  if (word === 'tcp' || word === 'udp') return word
  const type = words[words.findIndex((each) => each === '--icmp-type' || each === '--icmpv6-type') + 1] ?? ''
  if (word === 'icmp' || word === 'icmpv6')
    return ipTransport({number: word === 'icmp' ? icmp : icmpV6, icmpType: Number(type)})
  if (/^\d{1,3}$/.test(word)) return ipTransport({number: Number(word), icmpType: null})
  throw new SyntaxError(`expected tcp or udp, found “${word}”`)
}
