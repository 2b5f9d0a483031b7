/** The conditions of one rule of iptables. Source: iptables(8), iptables-extensions(8). */
import {lookUp} from '../../../text/look-up.ts'
import {icmp, icmpV6} from '../../ip-transport.ts'
import {complement} from '../address-sets.ts'
import type {Behind} from '../device.ts'
import {onlyIcmpTypes} from '../icmp-types.ts'
import {type Intervals, without} from '../interval.ts'
import {
  type Match,
  nothing,
  onlyAddresses,
  onlyBehind,
  onlyIn,
  readAll,
  readNetworks,
  readPortSet,
  readProtocol,
  unsure,
} from '../match.ts'
import {allPorts, allProtocols} from '../region.ts'
import type {Ipset, UnreadIpset} from './ipset.ts'

interface Context {
  sets: ReadonlyMap<string, Ipset | UnreadIpset>
  behind: readonly Behind[]
}

interface Read {
  words: readonly string[]
  at: number
  protocol: string
  context: Context
}

/** What is left of the packets; a condition that isn't known leaves all, with a word about it. */
export function readConditions(words: readonly string[], start: Match, context: Context): Match {
  const read: Read = {words, at: 0, protocol: '', context}
  let match = start
  while (read.at < words.length) {
    const negated = words[read.at] === '!'
    if (negated) read.at += 1
    match = readOption(read, match, negated)
  }
  return match
}

const value = (read: Read): string => {
  read.at += 1
  return read.words[read.at - 1] ?? ''
}

const families = ['-4', '-6', '--ipv4', '--ipv6']

function readOption(read: Read, match: Match, negated: boolean): Match {
  const option = value(read)
  const within = (set: Intervals, all: Intervals): Intervals => (negated ? without(all, set) : set)
  const ports = (side: 'ports' | 'sourcePorts', texts: readonly string[]): Match => {
    const set = readAll(texts, (text) => readPortSet(text, read.protocol))
    return set === null
      ? unsure(match, `the ports ${texts.join(',')} are not told`)
      : onlyIn(match, side, within(set, allPorts))
  }
  const addresses = (side: 'sources' | 'destinations', texts: readonly string[]): Match => {
    const set = readNetworks(texts)
    return set === null
      ? unsure(match, `the address ${texts.join(',')} is not told`)
      : onlyAddresses(match, side, negated ? complement(set) : set)
  }
  switch (option) {
    case '-s':
    case '--source':
      return addresses('sources', value(read).split(','))
    case '-d':
    case '--destination':
      return addresses('destinations', value(read).split(','))
    case '--src-range':
      return addresses('sources', [value(read)])
    case '--dst-range':
      return addresses('destinations', [value(read)])
    case '-i':
    case '--in-interface':
      return onlyBehind(match, 'sources', [value(read)], {behind: read.context.behind, negated})
    case '-o':
    case '--out-interface':
      return onlyBehind(match, 'destinations', [value(read)], {behind: read.context.behind, negated})
    case '-p':
    case '--protocol': {
      read.protocol = value(read)
      const number = readProtocol(read.protocol)
      if (read.protocol === 'all' || read.protocol === '0') return negated ? nothing : match
      return number === null
        ? unsure(match, `the protocol ${read.protocol} is not told`)
        : onlyIn(match, 'protocols', within([[number, number + 1]], allProtocols))
    }
    case '--dport':
    case '--destination-port':
    case '--dports':
    case '--destination-ports':
      return ports('ports', value(read).split(','))
    case '--sport':
    case '--source-port':
    case '--sports':
    case '--source-ports':
      return ports('sourcePorts', value(read).split(','))
    case '--icmp-type':
      return typeMatched(match, icmp, value(read), negated)
    case '--icmpv6-type':
      return typeMatched(match, icmpV6, value(read), negated)
    case '--ctstate':
    case '--state':
      return stateMatched(match, value(read).split(','), negated)
    case '--ctdir':
      return (value(read) === 'ORIGINAL') === negated ? nothing : match
    case '--syn':
      return negated ? nothing : match
    case '--tcp-flags':
      return flagsMatched(match, value(read).split(','), value(read).split(','), negated)
    case '--match-set':
      return setMatched(match, read, negated)
    case '--comment':
      read.at += 1
      return match
    case '-m':
    case '--match':
      return moduleMatched(match, value(read))
    default:
      return families.includes(option) ? match : unread(match, read, option)
  }
}

const typeMatched = (match: Match, number: number, type: string, negated: boolean): Match =>
  type === 'any' && !negated
    ? onlyIn(match, 'protocols', [[number, number + 1]])
    : onlyIcmpTypes(match, number, [type], negated)

/** Modules whose options are read here; the others hold under conditions of their own, even where they have no option. */
const known = [
  'tcp',
  'udp',
  'sctp',
  'dccp',
  'icmp',
  'icmp6',
  'icmpv6',
  'udplite',
  'multiport',
  'conntrack',
  'state',
  'set',
  'comment',
  'iprange',
]

const moduleMatched = (match: Match, name: string): Match =>
  known.includes(name) ? match : unsure(match, `the condition “-m ${name}” is not told`)

/** An option that isn't known, with its values: up to the next one. */
function unread(match: Match, read: Read, option: string): Match {
  const start = read.at
  for (let word = read.words[read.at]; word !== undefined; word = read.words[read.at]) {
    if (word === '!' || /^--?[a-z]/i.test(word)) break
    read.at += 1
  }
  return unsure(match, `“${[option, ...read.words.slice(start, read.at)].join(' ')}” is not told`)
}

const states = ['NEW', 'ESTABLISHED', 'RELATED', 'INVALID']

function stateMatched(match: Match, texts: readonly string[], negated: boolean): Match {
  const isNew = texts.includes('NEW')
  if (!isNew && !texts.every((text) => states.includes(text)))
    return unsure(match, `the state ${texts.join(',')} is not told`)
  return isNew === negated ? nothing : match
}

/** An opening packet of TCP has SYN alone. */
function flagsMatched(
  match: Match,
  mask: readonly string[],
  set: readonly string[],
  negated: boolean,
): Match {
  const isIn = mask.includes('SYN') || mask.includes('ALL')
  const isOpening = isIn ? set.join() === 'SYN' : set.join() === 'NONE'
  return isOpening === negated ? nothing : match
}

const fieldSets: Readonly<Record<string, {ip: 'sources' | 'destinations'; port: 'sourcePorts' | 'ports'}>> = {
  src: {ip: 'sources', port: 'sourcePorts'},
  dst: {ip: 'destinations', port: 'ports'},
}

function setMatched(match: Match, read: Read, negated: boolean): Match {
  const [name, sides] = [value(read), value(read).split(',')]
  const set = read.context.sets.get(name)
  if (set === undefined) return unsure(match, `the set ${name} is not listed: add what “ipset save” prints`)
  if ('unread' in set) return unsure(match, `the set ${name} ${set.unread}`)
  if (sides.length < set.fields.length || (negated && set.fields.length > 1))
    return unsure(match, `the set ${name} is not told`)
  const [field = ''] = set.fields
  if (set.fields.length === 1) {
    const texts = set.members.map(([text = '']) => text)
    return (
      fieldMatched(match, {field, side: sides[0] ?? '', texts, negated}) ??
      unsure(match, `the set ${name} is not told`)
    )
  }
  const each = set.members.map((texts) =>
    set.fields.reduce<Match | null>(
      (so, one, at) =>
        so === null
          ? null
          : fieldMatched(so, {field: one, side: sides[at] ?? '', texts: [texts[at] ?? ''], negated: false}),
      match,
    ),
  )
  if (each.includes(null)) return unsure(match, `the set ${name} is not told`)
  return {...match, regions: each.flatMap((one) => one?.regions ?? [])}
}

function fieldMatched(
  match: Match,
  {field, side, texts, negated}: {field: string; side: string; texts: readonly string[]; negated: boolean},
): Match | null {
  const dimension = lookUp(fieldSets, side)
  if (dimension === undefined) return null
  if (field === 'port') {
    const byProtocol = texts.map((text) => text.split(':')).filter((parts) => parts.length > 1)
    const [protocol] = new Set(byProtocol.map(([name = '']) => name))
    const set = readAll(
      texts.map((text) => text.split(':').at(-1) ?? ''),
      (text) => readPortSet(text, ''),
    )
    if (set === null || (negated && protocol !== undefined)) return null
    const own = onlyIn(match, dimension.port, negated ? without(allPorts, set) : set)
    const number = protocol === undefined ? undefined : readProtocol(protocol)
    if (number === null || new Set(byProtocol.map(([name]) => name)).size > 1) return null
    return number === undefined ? own : onlyIn(own, 'protocols', [[number, number + 1]])
  }
  const set = readNetworks(texts)
  return set === null ? null : onlyAddresses(match, dimension.ip, negated ? complement(set) : set)
}
