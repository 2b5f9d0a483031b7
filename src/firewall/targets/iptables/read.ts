/** Reads the rules of an iptables-restore file about new connections, in the order in which the kernel asks them. */

import type {Direction, ReadRule} from '../../export-types.ts'
import {icmp, icmpV6, ipTransport, type PlanTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'

const wordRE = /"[^"]*"|\S+/g
const placeholderRE = /^@SET\/([A-Z0-9_]+)@$/

/** A line of the header that puts one chain into another: at its start or at its end. No text of a document holds these characters. */
const hookRE = /^#\s+(\$?\w+) -C (\S+) -j (\S+)(?: 2>\/dev\/null)? \|\| \1 -([IA]) \2 -j \3$/

type Entry = {rule: ReadRule} | {jump: string}

/** In the order in which the kernel comes to them, with the chains where the header puts them. */
export function read(text: string): ReadRule[] {
  if (!text.includes('\n*filter\n') && !text.startsWith('*filter\n'))
    throw new SyntaxError('expected a *filter table')
  const chains = new Map<string, Entry[]>()
  for (const line of text.split('\n')) {
    const [, , hooked = '', chain = '', way] = hookRE.exec(line) ?? []
    if (way !== undefined) {
      const before = chains.get(hooked) ?? []
      chains.set(hooked, way === 'I' ? [{jump: chain}, ...before] : [...before, {jump: chain}])
      continue
    }
    const words: string[] = line.startsWith('#') ? [] : [...(line.match(wordRE) ?? [])]
    const at = words.indexOf('-A')
    if (at < 0 || words.includes('--ctstate')) continue
    const name = words[at + 1] ?? ''
    const entries = chains.get(name) ?? []
    entries.push(readEntry(words))
    chains.set(name, entries)
  }
  const asked = new Set<string>()
  return [
    ...ways.flatMap(([hook, direction]) =>
      rulesFrom([hook], chains, asked).map((rule) => ({...rule, direction, list: hook})),
    ),
    // A chain that nothing puts anywhere is asked last.
    ...rulesFrom([...chains.keys()], chains, asked).map((rule) => ({...rule, list: 'FORWARD'})),
  ]
}

const ways = [
  ['FORWARD', 'forward'],
  ['INPUT', 'in'],
  ['OUTPUT', 'out'],
] as const satisfies [string, Direction][]

/** What a chain decided once, it decides again where another jump leads to it. */
const rulesFrom = (
  names: readonly string[],
  chains: ReadonlyMap<string, readonly Entry[]>,
  asked: Set<string>,
): ReadRule[] =>
  names.flatMap((name) => {
    if (asked.has(name)) return []
    asked.add(name)
    return (chains.get(name) ?? []).flatMap((entry) =>
      'rule' in entry ? [entry.rule] : rulesFrom([entry.jump], chains, asked),
    )
  })

function readEntry(words: readonly string[]): Entry {
  const verdict = words.at(-1) ?? ''
  return verdict === 'ACCEPT' || verdict === 'DROP' ? {rule: readRule(words)} : {jump: verdict}
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
  if (word === 'all') return 'ip'
  const type = words[words.findIndex((each) => each === '--icmp-type' || each === '--icmpv6-type') + 1] ?? ''
  if (word === 'icmp' || word === 'icmpv6')
    return ipTransport({number: word === 'icmp' ? icmp : icmpV6, icmpType: Number(type)})
  if (/^\d{1,3}$/.test(word)) return ipTransport({number: Number(word), icmpType: null})
  throw new SyntaxError(`expected tcp or udp, found “${word}”`)
}
