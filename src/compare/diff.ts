/** The difference of two topics: what is equal, only in A, only in B, and what changed in which field. */

import {subtractRanges} from '../facts/ports/ranges.ts'
import type {Facts, PortRange} from '../model/schema.ts'
import {type Interface, rulesOf, type TopicRule, type TopicRules} from '../model/topic-rules.ts'
import {alignRules} from './align-rules.ts'
import {type ComparedField, differingFields, rewordedFields} from './compared-fields.ts'
import {type FlowChange, flowChanges} from './flow-changes.ts'

/** One field that differs, with both values as the rules hold them. */
export type FieldChange<field extends ComparedField = ComparedField> = {
  [name in field]: {
    field: name
    from: Facts[name]
    to: Facts[name]
    /** Ports that B has and A has not, and the other way round; empty for fields that hold no ports. */
    opened: PortRange[]
    closed: PortRange[]
  }
}[field]

export type DiffKind = 'equal' | 'onlyA' | 'onlyB' | 'changed'

/** One rule of A, of B, or of both. */
export interface RuleDiff {
  kind: DiffKind
  a: TopicRule | null
  b: TopicRule | null
  /** Position among the rules of A and of B; -1 where there is none. */
  indexA: number
  indexB: number
  /** Not empty for `changed` only. */
  changes: FieldChange[]
  /** Fields that say the same in other words, such as a range in two pieces: nothing to tell, but `patch` needs them. */
  notation: FieldChange[]
}

/** Numbers of rules: `close + change + stay` rules stand in A, `open + change + stay` in B. */
export interface DiffCounts {
  open: number
  close: number
  change: number
  stay: number
}

export interface DiffGroup {
  interface: Interface
  rules: RuleDiff[]
}

export interface TopicDiff {
  /** Topic ids. */
  a: string
  b: string
  counts: DiffCounts
  /** In the order of B, rules of A only last. */
  rules: RuleDiff[]
  /** External, internal, none; only those that have rules. */
  groups: DiffGroup[]
  /** What B lets through that A doesn't, as intervals: a rule split in two opens nothing. */
  open: FlowChange[]
  /** What A lets through that B doesn't. */
  close: FlowChange[]
}

export function diffTopics(a: TopicRules, b: TopicRules): TopicDiff {
  const rulesA = rulesOf(a)
  const rulesB = rulesOf(b)
  const rules = diffRules(rulesA, rulesB)
  return {
    a: a.id,
    b: b.id,
    counts: countKinds(rules),
    rules,
    groups: groupByInterface(rules),
    open: flowChanges(rulesA, rulesB),
    close: flowChanges(rulesB, rulesA),
  }
}

export function diffRules(a: readonly TopicRule[], b: readonly TopicRule[]): RuleDiff[] {
  return alignRules(a, b).map((pair) => {
    const ruleA = a[pair.a] ?? null
    const ruleB = b[pair.b] ?? null
    const factsA = ruleA?.rule.facts
    const factsB = ruleB?.rule.facts
    const both = factsA !== undefined && factsB !== undefined
    const changes = both ? changesOf(factsA, factsB, differingFields(factsA, factsB)) : []
    const notation = both ? changesOf(factsA, factsB, rewordedFields(factsA, factsB)) : []
    return {
      kind: kindOf(ruleA, ruleB, changes),
      a: ruleA,
      b: ruleB,
      indexA: pair.a,
      indexB: pair.b,
      changes,
      notation,
    }
  })
}

function kindOf(a: TopicRule | null, b: TopicRule | null, changes: readonly FieldChange[]): DiffKind {
  if (a === null) return 'onlyB'
  if (b === null) return 'onlyA'
  return changes.length === 0 ? 'equal' : 'changed'
}

const changesOf = (a: Facts, b: Facts, fields: readonly ComparedField[]): FieldChange[] =>
  fields.map((field) => fieldChange(field, a, b))

const fieldChange = <field extends ComparedField>(field: field, a: Facts, b: Facts): FieldChange<field> => ({
  field,
  from: a[field],
  to: b[field],
  opened: subtractRanges(rangesOf(field, b), rangesOf(field, a)),
  closed: subtractRanges(rangesOf(field, a), rangesOf(field, b)),
})

const rangesOf = (field: ComparedField, facts: Facts): PortRange[] =>
  field === 'ports' || field === 'sourcePorts' ? facts[field] : []

const countKinds = (rules: readonly RuleDiff[]): DiffCounts => {
  const count = (kind: DiffKind): number => rules.filter((rule) => rule.kind === kind).length
  return {open: count('onlyB'), close: count('onlyA'), change: count('changed'), stay: count('equal')}
}

/** The interface of B, where the rule will stand; of A when it goes away. */
export const interfaceOf = (rule: RuleDiff): Interface => (rule.b ?? rule.a)?.interface ?? null

const groupByInterface = (rules: readonly RuleDiff[]): DiffGroup[] =>
  (['external', 'internal', null] as const)
    .map((name) => ({interface: name, rules: rules.filter((rule) => interfaceOf(rule) === name)}))
    .filter((group) => group.rules.length > 0)
