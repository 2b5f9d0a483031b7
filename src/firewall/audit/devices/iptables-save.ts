/**
 * Reads what `iptables-save` and `ip6tables-save` print, files for `iptables-restore`, and the sets of `ipset save`.
 *
 * Source: iptables(8), iptables-extensions(8). Asked is what happens to the first packet of a connection.
 */
import {lookUp} from '../../../text/look-up.ts'
import type {Direction, Family} from '../../export-types.ts'
import type {Action, Behind, ConfigFile, Device, DeviceRule, Line, Stage} from '../device.ts'
import {everything, type Match} from '../match.ts'
import {type Ipset, isIpset, readIpsets, type UnreadIpset} from './ipset.ts'
import {readConditions} from './iptables-conditions.ts'

export const isIptablesSave = (text: string): boolean =>
  /^\*(?:filter|nat|mangle|raw|security)\s*$/m.test(text) || isIpset(text)

/** Where traffic of each way passes, in order: tables and their own chains. */
const passes: Readonly<Record<Direction, readonly string[]>> = {
  forward: [
    'raw PREROUTING',
    'mangle PREROUTING',
    'nat PREROUTING',
    'mangle FORWARD',
    'filter FORWARD',
    'security FORWARD',
    'mangle POSTROUTING',
    'nat POSTROUTING',
  ],
  in: [
    'raw PREROUTING',
    'mangle PREROUTING',
    'nat PREROUTING',
    'mangle INPUT',
    'filter INPUT',
    'security INPUT',
    'nat INPUT',
  ],
  out: [
    'raw OUTPUT',
    'mangle OUTPUT',
    'nat OUTPUT',
    'filter OUTPUT',
    'security OUTPUT',
    'mangle POSTROUTING',
    'nat POSTROUTING',
  ],
}
const judging: Readonly<Record<Direction, string>> = {
  forward: 'filter FORWARD',
  in: 'filter INPUT',
  out: 'filter OUTPUT',
}
const builtIn = ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING']

interface Listed {
  families: readonly Family[]
  chains: Map<string, DeviceRule[]>
  policies: Map<string, {allow: boolean; line: Line}>
}

/** @throws {SyntaxError} for a line that belongs to no table, and a table that doesn't end */
export function readIptablesSave(files: readonly ConfigFile[], behind: readonly Behind[]): Device {
  const sets = new Map(files.filter(({text}) => isIpset(text)).flatMap((file) => [...readIpsets(file)]))
  const listings = files
    .filter(({text}) => !isIpset(text))
    .map((file, at) => readListing(file, prefixOf(at), {sets, behind}))
  const chains = new Map(listings.flatMap((listing) => [...listing.chains]))
  const stagesOf = (way: Direction): Stage[] =>
    listings.flatMap(({families, policies}, at) => {
      if (!policies.has(`${prefixOf(at)}${judging[way]}`)) return []
      return passes[way].flatMap((name): Stage[] => {
        const chain = `${prefixOf(at)}${name}`
        const policy = policies.get(chain)
        return policy === undefined
          ? []
          : [{chain, families, otherwise: policy.allow ? 'allow' : 'deny', line: policy.line}]
      })
    })
  const found = listings.flatMap(({families}) => families)
  const twice = found.length > new Set(found).size
  if (twice) throw new SyntaxError('several files list the rules of the same kind of addresses')
  return {
    chains,
    stages: {forward: stagesOf('forward'), in: stagesOf('in'), out: stagesOf('out')},
    notes: listings.some(({policies}) => [...policies.keys()].some((key) => key.includes(ownChain)))
      ? [
          'read as a file that is still to be loaded: as if all traffic went through its chain, and nothing else passed',
        ]
      : [],
  }
}

/** Chains of a second listing have the same names as those of the first. */
const prefixOf = (at: number): string => (at === 0 ? '' : `${at + 1}:`)

/** The chain of our own files, which FORWARD is to be led to. */
const ownChain = 'PORTOLAN'

interface Context {
  sets: ReadonlyMap<string, Ipset | UnreadIpset>
  behind: readonly Behind[]
}

function readListing(file: ConfigFile, prefix: string, context: Context): Listed {
  const families = familiesOf(file.text)
  const chains = new Map<string, DeviceRule[]>()
  const policies = new Map<string, {allow: boolean; line: Line}>()
  let table: string | null = null
  for (const [at, text] of file.text.split('\n').entries()) {
    const line: Line = {path: file.path, line: at + 1, text: text.trim()}
    const words = wordsOf(line.text)
    const [first = ''] = words
    const fault = (said: string): never => {
      throw new SyntaxError(`line ${at + 1}: ${said}`)
    }
    if (first === '' || first.startsWith('#')) continue
    if (first.startsWith('*')) table = first.slice(1)
    else if (table === null) fault(`“${first}” belongs to no table`)
    else if (first === 'COMMIT') table = null
    else if (first.startsWith(':')) {
      const name = first.slice(1)
      chains.set(`${prefix}${table} ${name}`, [])
      const policy = words[1] ?? ''
      if (builtIn.includes(name)) {
        if (policy !== 'ACCEPT' && policy !== 'DROP') fault(`expected ACCEPT or DROP, found “${policy}”`)
        policies.set(`${prefix}${table} ${name}`, {allow: policy === 'ACCEPT', line})
      }
    } else {
      const add = words.indexOf('-A')
      if (add < 0 || add > 2) fault(`expected a rule that begins with -A, found “${first}”`)
      const key = `${prefix}${table} ${words[add + 1] ?? ''}`
      const rules = chains.get(key) ?? fault(`the chain ${words[add + 1] ?? ''} is not listed before`)
      const families4 = words.includes('-4')
        ? (['v4'] as const)
        : words.includes('-6')
          ? (['v6'] as const)
          : families
      rules.push(...readRule(words.slice(add + 2), families4, {line, prefix: `${prefix}${table} `, context}))
    }
  }
  if (table !== null) throw new SyntaxError(`the table ${table} has no COMMIT: the file is cut off`)
  if (policies.size === 0) standInForOwn(chains, policies, prefix, file)
  return {families, chains, policies}
}

/** A file of ours has but its own chain, and no policy for anything else. */
function standInForOwn(
  chains: Map<string, DeviceRule[]>,
  policies: Listed['policies'],
  prefix: string,
  file: ConfigFile,
): void {
  const own = [...chains.keys()].filter((key) => key.startsWith(`${prefix}filter ${ownChain}`))
  if (own.length === 0) throw new SyntaxError('it lists no chain that the system leads traffic to')
  const line: Line = {path: file.path, line: 1, text: 'what is not in the file'}
  const jumps = own.map(
    (chain): DeviceRule => ({
      ...everything(['v4', 'v6']),
      action: {do: 'jump', chain},
      line,
    }),
  )
  chains.set(`${prefix}filter FORWARD`, jumps)
  policies.set(`${prefix}filter FORWARD`, {allow: false, line})
  policies.set(`${prefix}${ownChain}`, {allow: false, line})
}

/** Only the first line that the tool writes tells; without it, the addresses do. */
function familiesOf(text: string): readonly Family[] {
  const [, six] = /^# Generated by ip(6)?tables-save/m.exec(text) ?? [null, null]
  if (six !== null) return six === undefined ? ['v4'] : ['v6']
  if (new RegExp(`^:${ownChain}`, 'm').test(text) && !/^:(?:INPUT|FORWARD|OUTPUT) /m.test(text))
    return ['v4', 'v6']
  const addresses = [...text.matchAll(/(?:^|\s)-[sd] (\S+)/g)].map(([, address = '']) => address)
  const kinds = new Set(addresses.map((address): Family => (address.includes(':') ? 'v6' : 'v4')))
  if (kinds.size === 1) return [...kinds]
  throw new SyntaxError(
    'it doesn’t say whether it is for IPv4 or IPv6: keep its first line, “# Generated by iptables-save …”',
  )
}

const wordRE = /"((?:[^"\\]|\\.)*)"|(\S+)/g

const wordsOf = (text: string): string[] =>
  [...text.matchAll(wordRE)].map(([, quoted, plain = '']) => quoted ?? plain)

/** Targets that let a packet go on. */
const quiet = [
  'LOG',
  'NFLOG',
  'ULOG',
  'MARK',
  'CONNMARK',
  'TRACE',
  'AUDIT',
  'SECMARK',
  'CONNSECMARK',
  'CHECKSUM',
  'CLASSIFY',
  'DSCP',
  'TOS',
  'TTL',
  'HL',
  'TCPMSS',
  'TCPOPTSTRIP',
  'SET',
  'CT',
  'NOTRACK',
  'RATEEST',
]

const actions: Readonly<Record<string, Exclude<Action, {chain: string}>['do']>> = {
  ACCEPT: 'allow',
  DROP: 'deny',
  REJECT: 'deny',
  RETURN: 'return',
  // The address of the sender is changed behind all that judges.
  MASQUERADE: 'allow',
  SNAT: 'allow',
  // The receiver is another one afterwards, or nobody can tell.
  DNAT: 'unknown',
  REDIRECT: 'unknown',
  NETMAP: 'unknown',
  TPROXY: 'unknown',
  SYNPROXY: 'unknown',
  CLUSTERIP: 'unknown',
  QUEUE: 'unknown',
  NFQUEUE: 'unknown',
}

function readRule(
  words: readonly string[],
  families: readonly Family[],
  {line, prefix, context}: {line: Line; prefix: string; context: Context},
): DeviceRule[] {
  const jump = words.findIndex((word) => ['-j', '-g', '--jump', '--goto'].includes(word))
  if (jump < 0) return []
  const target = words[jump + 1] ?? ''
  if (quiet.includes(target)) return []
  const match: Match = readConditions(words.slice(0, jump), everything(families), context)
  const isGoto = words[jump]?.includes('g') === true
  return [{regions: match.regions, unsure: match.unsure, action: actionOf(target, isGoto, prefix), line}]
}

function actionOf(target: string, isGoto: boolean, prefix: string): Action {
  const action = lookUp(actions, target)
  if (action !== undefined) return {do: action}
  // Chains of a person's own; a target that isn't known is in no list either, and leads to an unknown end.
  return {do: isGoto ? 'goto' : 'jump', chain: `${prefix}${target}`}
}
