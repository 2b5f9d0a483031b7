/**
 * Reads what `nft list ruleset` prints, and files for `nft -f`: tables with chains, sets and maps; `define` and its names.
 *
 * Source: nft(8). A statement that isn't known leaves its rule open, and a definition that isn't set what names it.
 */
import {lookUp} from '../../../../text/look-up.ts'
import type {ConfigFile, Line} from '../../device.ts'
import {readTuples} from './nft-matches.ts'
import type {Members, NftChain, NftEntry, NftRule, NftRuleset} from './nft-ruleset.ts'
import {readStatements} from './nft-statements.ts'
import {type NftToken, nftTokens} from './nft-tokens.ts'

export const isNftText = (text: string): boolean =>
  /^\s*(?:add\s+)?table\s+(?:\w+\s+)?[\w-]+\s*(?:\{|$)/m.test(text)

const familyNames = ['ip', 'ip6', 'inet', 'arp', 'bridge', 'netdev']

interface Read {
  file: ConfigFile
  tokens: readonly NftToken[]
  at: number
  chains: NftChain[]
  rules: NftRule[]
  sets: Map<string, Members | null>
  maps: Map<string, readonly NftEntry[]>
  lines: readonly string[]
}

/** @throws {SyntaxError} where the text ends inside of a block, or has something outside of all tables */
export function readNftText(file: ConfigFile): NftRuleset {
  const read: Read = {
    file,
    tokens: nftTokens(file.text),
    at: 0,
    chains: [],
    rules: [],
    sets: new Map(),
    maps: new Map(),
    lines: file.text.split('\n'),
  }
  while (read.at < read.tokens.length) readTop(read)
  const {chains, rules, sets, maps} = read
  return {chains, rules, sets, maps, notes: []}
}

const word = (read: Read): string => read.tokens[read.at]?.text ?? ''

function take(read: Read): NftToken {
  const token = read.tokens[read.at]
  if (token === undefined) throw new SyntaxError('it ends inside of a block')
  read.at += 1
  return token
}

const isEnd = ({kind}: NftToken): boolean => kind === 'end'

function readTop(read: Read): void {
  const token = take(read)
  if (isEnd(token)) return
  const isTable = token.text === 'table' || (token.text === 'add' && word(read) === 'table')
  if (isTable) {
    if (token.text === 'add') take(read)
    readTable(read)
    return
  }
  if (!['flush', 'delete', 'destroy', 'define'].includes(token.text))
    throw new SyntaxError(`line ${token.line}: expected a table, found “${token.text}”`)
  // A definition has been put in already; what is deleted first was another ruleset's.
  if (token.text !== 'define' && read.chains.length > 0)
    throw new SyntaxError(`line ${token.line}: unexpected “${token.text}” behind a table`)
  skipStatement(read)
}

function skipStatement(read: Read): void {
  let depth = 0
  while (read.at < read.tokens.length) {
    const token = take(read)
    if (token.text === '{' && token.kind === 'symbol') depth += 1
    if (token.text === '}' && token.kind === 'symbol') depth -= 1
    if (depth <= 0 && (isEnd(token) || token.text === '}')) return
  }
}

function readTable(read: Read): void {
  const first = take(read).text
  const isFamily = familyNames.includes(first)
  const table = isFamily ? `${first} ${take(read).text}` : `ip ${first}`
  if (word(read) !== '{') return
  take(read)
  let isDormant = false
  for (;;) {
    const token = take(read)
    if (token.text === '}') {
      if (isDormant) for (const chain of read.chains) if (chain.table === table) chain.hook = null
      return
    }
    if (isEnd(token)) continue
    if (token.text === 'flags' && word(read) === 'dormant') isDormant = true
    if (token.text === 'chain') readChain(read, table)
    else if (token.text === 'set') readSet(read, table)
    else if (token.text === 'map') readMap(read, table)
    else skipStatement(read)
  }
}

const lineAt = (read: Read, line: number): Line => ({
  path: read.file.path,
  line,
  text: (read.lines[line - 1] ?? '').trim(),
})

/** The tokens up to the end of the statement, without it. */
function statement(read: Read): NftToken[] {
  const found: NftToken[] = []
  let depth = 0
  for (;;) {
    const next = read.tokens[read.at]
    if (next === undefined) throw new SyntaxError('it ends inside of a block')
    if (depth === 0 && (isEnd(next) || (next.kind === 'symbol' && next.text === '}'))) return found
    read.at += 1
    if (isEnd(next)) continue
    if (next.kind === 'symbol' && next.text === '{') depth += 1
    if (next.kind === 'symbol' && next.text === '}') depth -= 1
    found.push(next)
  }
}

/** Each statement of a block, whose opening brace is next. */
function* statements(read: Read): Generator<NftToken[]> {
  const open = take(read)
  if (open.text !== '{') throw new SyntaxError(`line ${open.line}: expected “{”, found “${open.text}”`)
  for (;;) {
    const next = read.tokens[read.at]
    if (next?.kind === 'symbol' && next.text === '}') {
      read.at += 1
      return
    }
    if (next !== undefined && isEnd(next)) read.at += 1
    else yield statement(read)
  }
}

const policies: Readonly<Record<string, NftChain['policy']>> = {accept: 'allow', drop: 'deny'}

function readChain(read: Read, table: string): void {
  const {text: name, line} = take(read)
  const chain: NftChain = {table, name, hook: null, priority: 0, policy: 'allow', line: lineAt(read, line)}
  read.chains.push(chain)
  for (const tokens of statements(read)) {
    const [first, second] = tokens
    if (first === undefined) continue
    const words = tokens.map(({text}) => text)
    if (first.text === 'type' && words.includes('hook')) {
      chain.hook = words[words.indexOf('hook') + 1] ?? null
      chain.priority = priorityOf(words.slice(words.indexOf('priority') + 1))
      chain.line = lineAt(read, first.line)
    } else if (first.text === 'policy') {
      const policy = lookUp(policies, second?.text ?? '')
      if (policy === undefined) throw new SyntaxError(`line ${first.line}: unexpected policy`)
      chain.policy = policy
    } else if (first.text !== 'comment' || tokens.length > 2)
      read.rules.push({
        table,
        chain: name,
        line: lineAt(read, first.line),
        expressions: readStatements(tokens),
      })
  }
}

const priorities: Readonly<Record<string, number>> = {
  raw: -300,
  mangle: -150,
  dstnat: -100,
  filter: 0,
  security: 50,
  srcnat: 100,
}

/** `filter + 10`, `-150`, `dstnat`. */
function priorityOf(words: readonly string[]): number {
  const [base = '', operator = '', more = ''] = words
    .join(' ')
    .replace(/([+-])/g, ' $1 ')
    .trim()
    .split(/\s+/)
  const own = lookUp(priorities, base) ?? (base === '-' ? -Number(operator) : Number(base))
  return base === '-' || more === '' ? own : own + (operator === '-' ? -Number(more) : Number(more))
}

function readSet(read: Read, table: string): void {
  const key = `${table} ${take(read).text}`
  let members: Members | null = []
  for (const tokens of statements(read)) {
    const [first, second, ...more] = tokens
    const isDynamic = first?.text === 'flags' && tokens.some(({text}) => text === 'dynamic')
    if (isDynamic) members = null
    if (first?.text === 'elements' && second?.text === '=' && members !== null)
      members = readTuples(more.slice(1, -1)).map(({members: tuple}) => tuple)
  }
  read.sets.set(key, members)
}

function readMap(read: Read, table: string): void {
  const key = `${table} ${take(read).text}`
  for (const tokens of statements(read)) {
    const [first, second, ...more] = tokens
    if (first?.text !== 'elements' || second?.text !== '=') continue
    const entries = readTuples(more.slice(1, -1)).flatMap(({members, action}): NftEntry[] =>
      action === null ? [] : [{members, action}],
    )
    read.maps.set(key, entries)
  }
}
