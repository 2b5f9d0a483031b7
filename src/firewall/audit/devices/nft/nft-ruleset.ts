/** A ruleset of nftables, whether it was read from its text or its JSON. */
import type {Action, Line} from '../../device.ts'

/** Tuples of texts: one text a key, several for a concatenation. */
export type Members = readonly (readonly string[])[]

export type NftExpression =
  /** `set` names one instead of members. */
  | {kind: 'match'; keys: readonly string[]; negated: boolean; members: Members; set?: string}
  | {kind: 'map'; keys: readonly string[]; entries: readonly NftEntry[]; map?: string}
  /** `tcp flags value / mask`. */
  | {kind: 'flags'; negated: boolean; value: readonly string[]; mask: readonly string[]}
  | {kind: 'action'; action: Action}
  | {kind: 'unsure'; why: string}

export interface NftEntry {
  members: readonly string[]
  action: Action
}

export interface NftChain {
  /** `inet filter`: family and name of its table. */
  table: string
  name: string
  hook: string | null
  priority: number
  policy: 'allow' | 'deny'
  line: Line
}

export interface NftRule {
  table: string
  chain: string
  line: Line
  expressions: readonly NftExpression[]
}

export interface NftRuleset {
  chains: readonly NftChain[]
  rules: readonly NftRule[]
  /** By table and name; null for one whose members change by themselves. */
  sets: ReadonlyMap<string, Members | null>
  maps: ReadonlyMap<string, readonly NftEntry[]>
  notes: readonly string[]
}

/** What a chain, set or map is known by among those of all tables. */
export const chainKey = (table: string, name: string): string => `${table} ${name}`
