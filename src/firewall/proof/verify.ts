/** Proves an export: what its own reader finds in the file must be what was planned, no more and no less. */

import type {Plan, PlanEnd, PlanRule, Reader, ReadRule, Target} from '../export-types.ts'
import {differenceOf, type FlowPorts, flowsOf} from './flows.ts'

export interface Verification {
  ok: boolean
  /** Planned, not in the file. */
  missing: FlowPorts[]
  /** In the file, not planned. */
  extra: FlowPorts[]
  /** Rules that stop traffic, behind one that lets through: the device may never ask them. */
  late: ReadRule[]
}

/** @throws {SyntaxError} when the reader can't read the text at all */
export function verifyExport(plan: Plan, target: Target, read: Reader, text: string): Verification {
  const planned = flowsOf(plan.rules.map((rule) => plannedRule(rule, target)))
  const rules = read(text)
  const found = flowsOf(rules)
  const missing = differenceOf(planned, found)
  const extra = differenceOf(found, planned)
  const late = target.denyWins === true ? [] : lateDenies(rules)
  return {ok: missing.length === 0 && extra.length === 0 && late.length === 0, missing, extra, late}
}

function lateDenies(rules: readonly ReadRule[]): ReadRule[] {
  const lists = Map.groupBy(rules, ({list = ''}) => list)
  return [...lists.values()].flatMap((list) => {
    const firstAllow = list.findIndex(({action}) => action !== 'deny')
    return list.filter(({action}, at) => action === 'deny' && firstAllow >= 0 && at > firstAllow)
  })
}

function plannedRule(rule: PlanRule, {attached, sourcePorts: tellsSourcePorts}: Target): ReadRule {
  const {action, direction, transport, ports, sourcePorts} = rule
  const [source, destination] = [endTexts(rule.source), endTexts(rule.destination)]
  return {
    direction,
    transport,
    ports,
    sourcePorts: tellsSourcePorts ? sourcePorts : [],
    ...(action === 'deny' ? {action} : {}),
    sources: attached && direction === 'out' ? [`group:${rule.source.name}`] : source,
    destinations: attached && direction === 'in' ? [`group:${rule.destination.name}`] : destination,
  }
}

function endTexts(end: PlanEnd): string[] {
  if (end.kind === 'any') return ['any']
  return end.kind === 'variable' ? [`$${end.variable}`] : end.addresses
}
