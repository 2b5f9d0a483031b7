/** What a device does with traffic, whatever its maker: stages that judge, chains of rules in order, and what isn't known. */

import type {Direction, Family} from '../export-types.ts'
import type {Region} from './region.ts'

/** A place in a configuration; lines count from 1. */
export interface Line {
  path: string
  line: number
  text: string
}

/** `return` goes on behind the jump that led here; `unknown` ends the way with an unknown result. */
export type Action = {do: 'allow' | 'deny' | 'return' | 'unknown'} | {do: 'jump' | 'goto'; chain: string}

export interface DeviceRule {
  regions: readonly Region[]
  action: Action
  /** Conditions that can't be told from the configuration: the rule matches its regions, a part of them, or nothing. */
  unsure: readonly string[]
  line: Line
}

/** One list that traffic passes: it is let through by the device when every stage lets it through. */
export interface Stage {
  chain: string
  /** Packets of other families pass it unseen. */
  families: readonly Family[]
  /** What happens to traffic that no rule decides. */
  otherwise: 'allow' | 'deny' | 'unknown'
  /** Why the default is unknown. */
  why?: string
  line: Line
}

export interface Device {
  chains: ReadonlyMap<string, readonly DeviceRule[]>
  /** The stages of each way in the order in which traffic passes them; a way without any is not known. */
  stages: Readonly<Record<Direction, readonly Stage[]>>
  /** What a reader should know of the configuration as a whole, in English. */
  notes: readonly string[]
}

/** One file of a configuration. */
export interface ConfigFile {
  path: string
  text: string
}

/** What lies behind an interface or a zone of the device. */
export interface Behind {
  name: string
  /** Networks; empty for everything that lies behind no other one. */
  networks: readonly string[]
}

export const families: readonly Family[] = ['v4', 'v6']
