/** Reads what `nft -j list ruleset` prints. Source: libnftables-json(5). */

import {z} from 'zod'
import {lookUp} from '../../../../text/look-up.ts'
import type {Action, ConfigFile, Line} from '../../device.ts'
import {readJson} from '../json-lines.ts'
import type {Members, NftChain, NftEntry, NftExpression, NftRule, NftRuleset} from './nft-ruleset.ts'
import {nftVerdicts} from './nft-verdicts.ts'

export const isNftJson = (text: string): boolean => /^\s*\{\s*"nftables"\s*:/.test(text)

const owned = {family: z.string(), table: z.string()}
const fileSchema = z.object({nftables: z.array(z.record(z.string(), z.unknown()))})
const tableSchema = z.object({
  family: z.string(),
  name: z.string(),
  flags: z.union([z.string(), z.array(z.string())]).optional(),
})
const chainSchema = z.object({
  ...owned,
  name: z.string(),
  hook: z.string().optional(),
  prio: z.int().default(0),
  policy: z.enum(['accept', 'drop']).default('accept'),
})
const ruleSchema = z.object({
  ...owned,
  chain: z.string(),
  handle: z.int().optional(),
  comment: z.string().optional(),
  expr: z.array(z.record(z.string(), z.unknown())).default([]),
})
const setSchema = z.object({
  ...owned,
  name: z.string(),
  flags: z.union([z.string(), z.array(z.string())]).default([]),
  elem: z.array(z.unknown()).default([]),
})

/** @throws {SyntaxError} for anything else, and where a table, chain or rule has another shape */
export function readNftJson(file: ConfigFile): NftRuleset {
  const json = readJson(file)
  const {nftables} = parsed(fileSchema, json.value, 'the ruleset')
  const chains: NftChain[] = []
  const rules: NftRule[] = []
  const sets = new Map<string, Members | null>()
  const maps = new Map<string, readonly NftEntry[]>()
  const dormant = new Set<string>()
  for (const [at, entry] of nftables.entries()) {
    const where = (text: string): Line => json.line(['nftables', at], text)
    const [[kind, value] = ['', null]] = Object.entries(entry)
    if (kind === 'table') {
      const {family, name, flags} = parsed(tableSchema, value, `entry ${at + 1}`)
      if (flags?.includes('dormant')) dormant.add(`${family} ${name}`)
    } else if (kind === 'chain') {
      const {family, table, name, hook = null, prio, policy} = parsed(chainSchema, value, `entry ${at + 1}`)
      const line = where(`chain ${name}${hook === null ? '' : `, hook ${hook}, policy ${policy}`}`)
      chains.push({
        table: `${family} ${table}`,
        name,
        hook: dormant.has(`${family} ${table}`) ? null : hook,
        priority: prio,
        policy: policy === 'drop' ? 'deny' : 'allow',
        line,
      })
    } else if (kind === 'rule') {
      const {family, table, chain, handle, comment, expr} = parsed(ruleSchema, value, `entry ${at + 1}`)
      const said = `${chain} handle ${handle ?? '?'}${comment === undefined ? '' : ` “${comment}”`}`
      rules.push({
        table: `${family} ${table}`,
        chain,
        line: where(said),
        expressions: expr.flatMap(readExpression),
      })
    } else if (kind === 'set') {
      const {family, table, name, flags, elem} = parsed(setSchema, value, `entry ${at + 1}`)
      const members = elem.map(readMember)
      const isKnown = !flags.includes('dynamic') && members.every((member) => member !== null)
      sets.set(
        `${family} ${table} ${name}`,
        isKnown ? members.flatMap((member) => (member === null ? [] : [member])) : null,
      )
    } else if (kind === 'map') {
      const {family, table, name, elem} = parsed(setSchema, value, `entry ${at + 1}`)
      const entries = readEntries(elem)
      if (entries !== null) maps.set(`${family} ${table} ${name}`, entries)
    }
  }
  return {chains, rules, sets, maps, notes: []}
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new SyntaxError(
    `${what} has another shape than nft prints: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const quiet = ['counter', 'log', 'notrack', 'comment', 'ct helper', 'ct timeout', 'flow', 'dup', 'continue']

function readExpression(statement: Record<string, unknown>): NftExpression[] {
  const action = readAction(statement)
  if (action !== null) return [{kind: 'action', action}]
  const [[kind, value] = ['', null]] = Object.entries(statement)
  if (quiet.includes(kind) || (kind === 'mangle' && isMark(value))) return []
  const read = kind === 'match' ? readMatch(value) : kind === 'vmap' ? readVerdictMap(value) : null
  if (read !== null) return [read]
  const why: NftExpression = {kind: 'unsure', why: `“${JSON.stringify(statement).slice(0, 60)}” is not told`}
  // Conditions and limits go before a verdict; anything else may be one.
  const isCondition = ['match', 'limit', 'quota', 'ct count', 'meter', 'set', 'xt'].includes(kind)
  return isCondition ? [why] : [why, {kind: 'action', action: {do: 'unknown'}}]
}

/** A mark changes nothing of what a packet is told by; its addresses and ports may be rewritten, too. */
const isMark = (value: unknown): boolean => {
  const [key = ''] = (isRecord(value) ? readKeys(value['key']) : null) ?? []
  return key.startsWith('meta ') || key.startsWith('ct ') || isSegmentSize(value)
}

const isSegmentSize = (value: unknown): boolean =>
  isRecord(value) && isRecord(value['key']) && isRecord(value['key']['tcp option'])

function readAction(statement: unknown): Action | null {
  if (!isRecord(statement)) return null
  const [[kind, value] = ['', null]] = Object.entries(statement)
  if ((kind === 'jump' || kind === 'goto') && isRecord(value) && typeof value['target'] === 'string')
    return {do: kind, chain: value['target']}
  const action = lookUp(nftVerdicts, kind)
  return action === undefined ? null : {do: action}
}

function readMatch(value: unknown): NftExpression | null {
  if (!isRecord(value)) return null
  const {op, left, right} = value
  if (op !== '==' && op !== '!=' && op !== 'in') return null
  const negated = op === '!='
  const mask = flagsMask(left)
  if (mask !== null) {
    const flags = listOf(right)
    return flags === null ? null : {kind: 'flags', negated, value: flags.filter((flag) => flag !== '0'), mask}
  }
  const keys = readKeys(left)
  if (keys === null) return null
  if (typeof right === 'string' && right.startsWith('@'))
    return {kind: 'match', keys, negated, members: [], set: right.slice(1)}
  const list =
    isRecord(right) && Array.isArray(right['set']) ? right['set'] : Array.isArray(right) ? right : [right]
  const members = list.map(readMember)
  return members.every((member) => member !== null)
    ? {kind: 'match', keys, negated, members: members.flatMap((member) => (member === null ? [] : [member]))}
    : null
}

/** `{"&": [tcp flags, [fin, syn]]}` → the mask. */
function flagsMask(left: unknown): string[] | null {
  if (!isRecord(left) || !Array.isArray(left['&'])) return null
  const [field, mask] = left['&']
  return readKeys(field)?.join() === 'tcp flags' ? listOf(mask) : null
}

function listOf(value: unknown): string[] | null {
  const list: readonly unknown[] =
    isRecord(value) && Array.isArray(value['|']) ? value['|'] : Array.isArray(value) ? value : [value]
  const texts = list.map(scalar)
  return texts.every((text) => text !== null) ? texts.flatMap((text) => text ?? []) : null
}

function readKeys(left: unknown): string[] | null {
  if (!isRecord(left)) return null
  if (Array.isArray(left['concat'])) {
    const keys = left['concat'].map(readKeys)
    return keys.every((key) => key?.length === 1) ? keys.flatMap((key) => key ?? []) : null
  }
  const [[kind, value] = ['', null]] = Object.entries(left)
  if (!isRecord(value)) return null
  if (kind === 'payload' && typeof value['protocol'] === 'string' && typeof value['field'] === 'string')
    return [`${value['protocol']} ${value['field']}`]
  if ((kind === 'meta' || kind === 'ct') && typeof value['key'] === 'string' && value['dir'] === undefined)
    return [`${kind} ${value['key']}`]
  return null
}

const scalar = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null

/** One member of a set, as its text would be. */
function readMember(value: unknown): string[] | null {
  const plain = scalar(value)
  if (plain !== null) return [plain]
  if (!isRecord(value)) return null
  const {elem, concat, prefix, range} = value
  if (isRecord(elem)) return readMember(elem['val'])
  if (Array.isArray(concat)) {
    const parts = concat.map(readMember)
    return parts.every((part) => part?.length === 1) ? parts.flatMap((part) => part ?? []) : null
  }
  if (isRecord(prefix)) {
    const [address, length] = [scalar(prefix['addr']), scalar(prefix['len'])]
    return address === null || length === null ? null : [`${address}/${length}`]
  }
  if (!Array.isArray(range)) return null
  const [low, high] = range.map(scalar)
  return low == null || high == null ? null : [`${low}-${high}`]
}

function readVerdictMap(value: unknown): NftExpression | null {
  if (!isRecord(value)) return null
  const keys = readKeys(value['key'])
  if (keys === null) return null
  const {data} = value
  if (typeof data === 'string' && data.startsWith('@'))
    return {kind: 'map', keys, entries: [], map: data.slice(1)}
  const entries = isRecord(data) && Array.isArray(data['set']) ? readEntries(data['set']) : null
  return entries === null ? null : {kind: 'map', keys, entries}
}

/** Null when one isn't known, or is no verdict. */
function readEntries(list: readonly unknown[]): NftEntry[] | null {
  const entries = list.map((pair): NftEntry | null => {
    const [key, verdict]: unknown[] = Array.isArray(pair) ? pair : []
    const [members, action] = [readMember(key), readAction(verdict)]
    return members === null || action === null ? null : {members, action}
  })
  return entries.every((entry) => entry !== null) ? entries.flatMap((entry) => entry ?? []) : null
}
