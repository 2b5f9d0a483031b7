/** Holds a device against the rules that an export would write: what of each is let through, and by which lines. */

import type {Direction, Family, PlanEnd, PlanRule} from '../export-types.ts'
import {readAddresses, union} from './address-sets.ts'
import {type Device, families, type Line} from './device.ts'
import {evaluate, type Outcome} from './evaluate.ts'
import {joined} from './interval.ts'
import {allAddresses, allPorts, portIntervals, type Region} from './region.ts'

/** `missing`: nothing lets it through; `denied`: a rule stops it. */
export type Verdict = 'allowed' | 'partly' | 'missing' | 'denied' | 'unknown'

export interface JudgedRule {
  rule: PlanRule
  way: Direction
  verdict: Verdict
  /** A part at least is not let through, for certain. */
  fails: boolean
  /** What was asked. */
  regions: readonly Region[]
  /** The same with all addresses of the device's own end: what a rule of the device may let through for it. */
  covers: readonly Region[]
  /** The parts that are let through first. */
  outcomes: readonly Outcome[]
  lines: readonly Line[]
  reasons: readonly string[]
}

export interface Question {
  rule: PlanRule
  way: Direction
  /** The end that the device itself is. */
  local?: PlanEnd
  /** Its rules go with the machine, whatever its addresses. */
  isAttached?: boolean
}

export function judgeRule(device: Device, {rule, way, local, isAttached = false}: Question): JudgedRule {
  const regions = regionsOf(rule, isAttached || local?.kind === 'variable' ? local : undefined)
  const outcomes = regions.flatMap((region) => evaluate(device, way, region))
  const has = (result: Outcome['result']): Outcome[] =>
    outcomes.filter((outcome) => outcome.result === result)
  const [allowed, denied, unknown] = [has('allow'), has('deny'), has('unknown')]
  const fails = denied.length > 0
  const verdict = verdictOf(allowed.length > 0, unknown.length > 0, denied)
  const telling = fails && verdict !== 'unknown' ? denied : unknown.length > 0 ? unknown : allowed
  return {
    rule,
    way,
    verdict,
    fails,
    regions,
    covers: regionsOf(rule, local),
    outcomes: [...allowed, ...unknown, ...denied],
    lines: unique(telling.flatMap(({lines}) => lines)),
    reasons: unique(unknown.flatMap(({reasons}) => reasons)),
  }
}

function verdictOf(isAllowed: boolean, isUnknown: boolean, denied: readonly Outcome[]): Verdict {
  if (denied.length === 0) return isUnknown || !isAllowed ? 'unknown' : 'allowed'
  if (isAllowed) return 'partly'
  if (isUnknown) return 'unknown'
  return denied.some(({byDefault}) => !byDefault) ? 'denied' : 'missing'
}

/** The packets that a planned rule is for; one end may be any address of its own. */
function regionsOf(rule: PlanRule, local?: PlanEnd): Region[] {
  const own: readonly Family[] = rule.family === null ? families : [rule.family]
  const protocol = rule.transport === 'tcp' ? 6 : 17
  return own.flatMap((family) => {
    const region: Region = {
      family,
      ports: rule.ports.length === 0 ? allPorts : joined(portIntervals(rule.ports)),
      sourcePorts: rule.sourcePorts.length === 0 ? allPorts : joined(portIntervals(rule.sourcePorts)),
      protocols: [[protocol, protocol + 1]],
      sources: addressesOf(rule.source, family, local),
      destinations: addressesOf(rule.destination, family, local),
    }
    return region.sources.length === 0 || region.destinations.length === 0 ? [] : [region]
  })
}

function addressesOf(end: PlanEnd, family: Family, local: PlanEnd | undefined): Region['sources'] {
  if (end.kind === 'any' || end === local) return allAddresses[family]
  if (end.kind === 'variable') throw new Error(`${end.variable} is not set`)
  return union(
    end.addresses.map((text) => {
      const sets = readAddresses(text)
      if (sets === null) throw new Error(`the plan has an address that can't be read: ${text}`)
      return sets
    }),
  )[family]
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]
