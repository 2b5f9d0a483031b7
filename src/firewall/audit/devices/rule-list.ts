/** Devices whose rules are one list for each way, with one default. */

import type {Direction, Family} from '../../export-types.ts'
import type {Device, DeviceRule, Line, Stage} from '../device.ts'

export interface RuleList {
  rules: readonly DeviceRule[]
  otherwise: Stage['otherwise']
  /** Why the default is unknown. */
  why?: string
  line: Line
  /** Both unless stated; of packets of another one nothing is known. */
  families?: readonly Family[]
}

/** A way without a list is not known. */
export function listDevice(
  lists: Readonly<Partial<Record<Direction, RuleList>>>,
  notes: readonly string[] = [],
): Device {
  const stage = (way: Direction): Stage[] => {
    const list = lists[way]
    if (list === undefined) return []
    const {otherwise, why, line, families = ['v4', 'v6']} = list
    return [{chain: way, families, otherwise, line, ...(why === undefined ? {} : {why})}]
  }
  return {
    chains: new Map(Object.entries(lists).map(([way, {rules}]) => [way, rules])),
    stages: {forward: stage('forward'), in: stage('in'), out: stage('out')},
    notes,
  }
}

/** `'443'` and `['443']` alike; what is no text is left out by the schema before. */
export const listOf = (value: string | number | readonly (string | number)[] | null | undefined): string[] =>
  value === null || value === undefined ? [] : [value].flat().map(String)
