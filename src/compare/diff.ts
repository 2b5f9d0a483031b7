/** The difference of two topics: what stays, opens, closes, gets other addresses or another condition, and what is unknown. */

import {subtractRanges} from '../facts/ports/ranges.ts'
import type {Facts, PortRange} from '../model/schema.ts'
import {type Interface, rulesOf, type TopicRule, type TopicRules} from '../model/topic-rules.ts'
import {alignRules} from './align-rules.ts'
import {type ComparedField, differingFields, rewordedFields} from './compared-fields.ts'
import {covers} from './coverage.ts'
import {type FlowChange, joinFlows, type PortChange, portsBeyond} from './net-ports.ts'
import {type MachineNames, machineNames} from './same-machine.ts'

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

/**
 * What becomes of a rule on the way from A to B. `regrouped`: in other rules, of which all together let the same through.
 * `denied`, `undenied`: B, or A, alone says that the traffic must be stopped. `uncovered`: only one of them has it, and the
 * other is not about such rules.
 */
export type DiffKind =
  | 'equal'
  | 'regrouped'
  | 'onlyA'
  | 'onlyB'
  | 'denied'
  | 'undenied'
  | 'changed'
  | 'readdressed'
  | 'condition'
  | 'uncovered'

/** One rule of A, of B, or of both. */
export interface RuleDiff {
  kind: DiffKind
  a: TopicRule | null
  b: TopicRule | null
  /** Position among the rules of A and of B; -1 where there is none. */
  indexA: number
  indexB: number
  /** Not empty for rules that changed or were regrouped only. */
  changes: FieldChange[]
  /** Fields that say the same in other words, such as a range in two pieces: nothing to tell, but `patch` needs them. */
  notation: FieldChange[]
  /** What the rule opens and closes once all rules are taken together. */
  opens: PortChange[]
  closes: PortChange[]
}

/** Numbers of entries in `rules`: each counts once. */
export interface DiffCounts {
  open: number
  close: number
  /** Rules of which the ports, the transports or what is done with the traffic change. */
  change: number
  /** The same ports, from or to other machines or addresses. */
  address: number
  /** The same ports between the same machines, on another condition or under another name. */
  condition: number
  stay: number
  /** Rules of one topic that the other one doesn't cover. */
  unknown: number
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
  /** Rules that stand in both, changed or not; two topics that share none tell nothing of each other. */
  shared: number
  /** In the order of B, rules of A only last. */
  rules: RuleDiff[]
  /** External, internal, none; only those that have rules. */
  groups: DiffGroup[]
  /** What B lets through that A doesn't. */
  open: FlowChange[]
  /** What A lets through that B doesn't. */
  close: FlowChange[]
}

/** `same` for two states of one document: what one of them lacks is gone. `other` for documents of their own. */
export type DiffScope = 'same' | 'other'

export function diffTopics(a: TopicRules, b: TopicRules, scope: DiffScope = 'other'): TopicDiff {
  const rules = diffRules(rulesOf(a), rulesOf(b), scope)
  return {
    a: a.id,
    b: b.id,
    counts: countKinds(rules),
    shared: rules.filter((rule) => rule.a !== null && rule.b !== null).length,
    rules,
    groups: groupByInterface(rules),
    open: joinFlows([...entriesOf(rules, 'opens', 'allow'), ...entriesOf(rules, 'closes', 'deny')]),
    close: joinFlows([...entriesOf(rules, 'closes', 'allow'), ...entriesOf(rules, 'opens', 'deny')]),
  }
}

/** A rule that denies closes what it tells of. */
const entriesOf = (rules: readonly RuleDiff[], way: 'opens' | 'closes', action: Facts['action']) =>
  rules.flatMap((diff) => {
    const rule = way === 'opens' ? diff.b : diff.a
    if (rule === null || rule.rule.facts.action !== action) return []
    return diff[way].map((change) => ({rule, change}))
  })

export function diffRules(
  a: readonly TopicRule[],
  b: readonly TopicRule[],
  scope: DiffScope = 'same',
): RuleDiff[] {
  const pairs = alignRules(a, b).map((pair) => ({
    ...pair,
    ruleA: a[pair.a] ?? null,
    ruleB: b[pair.b] ?? null,
  }))
  const names = {a: machineNames(a), b: machineNames(b)}
  const covered = scope === 'same' ? () => true : covers(a, b, pairs)
  const sides = pairs.map(({ruleA, ruleB}) => ({a: ruleA?.rule.facts ?? null, b: ruleB?.rule.facts ?? null}))
  const paired = (own: 'a' | 'b', other: 'a' | 'b') =>
    sides.flatMap((side) => (side[own] === null ? [] : [{facts: side[own], partner: side[other]}]))
  const [ofA, ofB] = [paired('a', 'b'), paired('b', 'a')]
  const closed = portsBeyond(ofA, ofB).values()
  const opened = portsBeyond(ofB, ofA).values()
  return pairs.map(({ruleA, ruleB, ...pair}) => {
    const beyondB = ruleA === null ? [] : (closed.next().value ?? [])
    const beyondA = ruleB === null ? [] : (opened.next().value ?? [])
    const told = covered(ruleA, ruleB)
    const [opens, closes] = told ? [beyondA, beyondB] : [[], []]
    const {changes, notation} = fieldChanges(ruleA, ruleB, names)
    const rule = {a: ruleA, b: ruleB, indexA: pair.a, indexB: pair.b, changes, notation, opens, closes}
    return {kind: told ? kindOf(rule) : 'uncovered', ...rule}
  })
}

const flowFields: readonly ComparedField[] = ['transports', 'ports', 'sourcePorts', 'action', 'direction']
const endFields = ['source', 'destination', 'host'] as const satisfies readonly ComparedField[]

function kindOf({a, b, changes, opens, closes}: Omit<RuleDiff, 'kind'>): DiffKind {
  const isMoved = opens.length + closes.length > 0
  if (a === null) return !isMoved ? 'regrouped' : b?.rule.facts.action === 'deny' ? 'denied' : 'onlyB'
  if (b === null) return !isMoved ? 'regrouped' : a.rule.facts.action === 'deny' ? 'undenied' : 'onlyA'
  if (isMoved) return 'changed'
  if (changes.some(({field}) => endFields.some((end) => end === field))) return 'readdressed'
  if (changes.some(({field}) => field === 'direction' || !flowFields.includes(field))) return 'condition'
  return changes.length === 0 ? 'equal' : 'regrouped'
}

/** The fields in which two rules differ, but for ends that name the same machine in other words. */
export function toldFields(
  a: TopicRule,
  b: TopicRule,
  names: {a: MachineNames; b: MachineNames},
): ComparedField[] {
  const isSame = (field: ComparedField): boolean =>
    endFields.some((end) => end === field && names.a(a, a.rule.facts[end]) === names.b(b, b.rule.facts[end]))
  return differingFields(a.rule.facts, b.rule.facts).filter((field) => !isSame(field))
}

function fieldChanges(
  a: TopicRule | null,
  b: TopicRule | null,
  names: {a: MachineNames; b: MachineNames},
): Pick<RuleDiff, 'changes' | 'notation'> {
  if (a === null || b === null) return {changes: [], notation: []}
  const [from, to] = [a.rule.facts, b.rule.facts]
  const told = toldFields(a, b, names)
  const silent = differingFields(from, to).filter((field) => !told.includes(field))
  return {
    changes: changesOf(from, to, told),
    notation: changesOf(from, to, [...silent, ...rewordedFields(from, to)]),
  }
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
  const count = (...kinds: DiffKind[]): number => rules.filter(({kind}) => kinds.includes(kind)).length
  return {
    open: count('onlyB', 'undenied'),
    close: count('onlyA', 'denied'),
    change: count('changed'),
    address: count('readdressed'),
    condition: count('condition'),
    stay: count('equal', 'regrouped'),
    unknown: count('uncovered'),
  }
}

/** Whether anything is to be done, or said. */
export const differs = ({open, close, change, address, condition}: DiffCounts): boolean =>
  open + close + change + address + condition > 0

/** Whether a rule is one to look at: not one that stays, in the same or in other rules. */
export const isTold = ({kind}: Pick<RuleDiff, 'kind'>): boolean => kind !== 'equal' && kind !== 'regrouped'

/** The interface of B, where the rule will stand; of A when it goes away. */
export const interfaceOf = (rule: RuleDiff): Interface => (rule.b ?? rule.a)?.interface ?? null

const groupByInterface = (rules: readonly RuleDiff[]): DiffGroup[] =>
  (['external', 'internal', null] as const)
    .map((name) => ({interface: name, rules: rules.filter((rule) => interfaceOf(rule) === name)}))
    .filter((group) => group.rules.length > 0)
