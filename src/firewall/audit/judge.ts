/** Holds a device against the rules that an export would write: what of each is let through, and by which lines. */

import type {Direction, Family, PlanEnd, PlanRule} from '../export-types.ts'
import {ipOf} from '../ip-transport.ts'
import {readAddresses, union} from './address-sets.ts'
import {type Device, families, type Line} from './device.ts'
import {evaluate, type Outcome} from './evaluate.ts'
import {icmpTypeSet} from './icmp-types.ts'
import {joined} from './interval.ts'
import {allAddresses, allPorts, allProtocols, outsideOf, portIntervals, type Region} from './region.ts'

/**
 * `missing`: nothing lets it through; `denied`: a rule stops it. Of what must be stopped: `stopped`, or `open` where a part of
 * it at least is let through.
 */
export type Verdict = 'allowed' | 'partly' | 'missing' | 'denied' | 'unknown' | 'stopped' | 'open'

/** What a reader wants to know first comes first. */
export const severest: readonly Verdict[] = [
  'missing',
  'denied',
  'open',
  'partly',
  'unknown',
  'allowed',
  'stopped',
]

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
  /** What the topic itself says must be stopped: no other rule of it asks for that. */
  except?: readonly Region[]
}

export function judgeRule(device: Device, question: Question): JudgedRule {
  const {rule, way, local, except = []} = question
  const whole = askedRegions(question)
  const regions = rule.action === 'deny' ? whole : outsideOf(whole, except)
  const outcomes = regions.flatMap((region) => evaluate(device, way, region))
  const has = (result: Outcome['result']): Outcome[] =>
    outcomes.filter((outcome) => outcome.result === result)
  const [allowed, denied, unknown] = [has('allow'), has('deny'), has('unknown')]
  const isStop = rule.action === 'deny'
  const fails = isStop ? allowed.length > 0 : denied.length > 0
  const isContradicted = !isStop && regions.length === 0
  const verdict = isStop ? verdictOfStop(outcomes) : verdictOf(allowed.length > 0, unknown.length > 0, denied)
  const [failing, passing] = isStop ? [allowed, denied] : [denied, allowed]
  const telling = fails && verdict !== 'unknown' ? failing : unknown.length > 0 ? unknown : passing
  return {
    rule,
    way,
    verdict,
    fails,
    regions,
    covers: isStop ? [] : outsideOf(regionsOf(rule, local), except),
    outcomes: [...allowed, ...unknown, ...denied],
    lines: unique(telling.flatMap(({lines}) => lines)),
    reasons: isContradicted
      ? ['the topic itself denies all that it allows here']
      : unique(unknown.flatMap(({reasons}) => reasons)),
  }
}

function verdictOfStop(outcomes: readonly Outcome[]): Verdict {
  if (outcomes.some(({result}) => result === 'allow')) return 'open'
  return outcomes.every(({result}) => result === 'deny') ? 'stopped' : 'unknown'
}

function verdictOf(isAllowed: boolean, isUnknown: boolean, denied: readonly Outcome[]): Verdict {
  if (denied.length === 0) return isUnknown || !isAllowed ? 'unknown' : 'allowed'
  if (isAllowed) return 'partly'
  if (isUnknown) return 'unknown'
  return denied.some(({byDefault}) => !byDefault) ? 'denied' : 'missing'
}

/** The parts of a rule that fail, or of which that can't be told; none where that is all of it. */
export function tellingParts({rule, outcomes}: JudgedRule): {failing: Region[]; unknown: Region[]} {
  const parts = (wanted: Outcome['result']): Region[] =>
    outcomes.filter(({result}) => result === wanted).map(({region}) => region)
  const isDivided = new Set(outcomes.map(({result}) => result)).size > 1
  return isDivided
    ? {failing: parts(rule.action === 'deny' ? 'allow' : 'deny'), unknown: parts('unknown')}
    : {failing: [], unknown: []}
}

/** The packets that a question is about. */
export const askedRegions = ({rule, local, isAttached = false}: Question): Region[] =>
  regionsOf(rule, isAttached || local?.kind === 'variable' ? local : undefined)

/** What the rules of a topic stop, of those that go the same way. */
export const stoppedRegions = (questions: readonly Question[], way: Direction): Region[] =>
  questions
    .filter((question) => question.rule.action === 'deny' && question.way === way)
    .flatMap(askedRegions)

/** The packets that a planned rule is for; one end may be any address of its own. */
function regionsOf(rule: PlanRule, local?: PlanEnd): Region[] {
  const own: readonly Family[] = rule.family === null ? families : [rule.family]
  const ip = ipOf(rule.transport)
  const protocol = ip === null ? (rule.transport === 'tcp' ? 6 : 17) : ip.number
  return own.flatMap((family) => {
    const region: Region = {
      family,
      ports:
        ip !== null && ip.icmpType !== null
          ? icmpTypeSet(ip.icmpType)
          : rule.ports.length === 0
            ? allPorts
            : joined(portIntervals(rule.ports)),
      sourcePorts: rule.sourcePorts.length === 0 ? allPorts : joined(portIntervals(rule.sourcePorts)),
      protocols: protocol === null ? allProtocols : [[protocol, protocol + 1]],
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
