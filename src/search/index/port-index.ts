/**
 * The interval index: which rules open a port. A rule matches a port that lies in one of its ranges, and a range that
 * overlaps one; no other number ever, however near.
 */
import type {PortRange, Transport} from '../../model/schema.ts'
import {readSpec, toSpec} from '../port-spec.ts'
import type {PortTerm} from '../query/query-types.ts'
import type {SearchRule} from '../rule-order.ts'
import {type Runs, runsToNumbers, toRuns} from './runs.ts'

/** Rules with the same ports and transports; numbers as `orderRules` gives them. */
export interface PortEntry {
  ranges: PortRange[]
  transports: Transport[]
  rules: Runs
}

export interface PortIndex {
  /** Destination (listening) ports. */
  ports: PortEntry[]
  /** Source ports, where a table has a column for them. */
  sourcePorts: PortEntry[]
}

/** `exact`: one of the rule's ranges is what was asked; `contains`: it is wider; `overlaps`: they share some ports. */
export type PortMatchKind = 'exact' | 'contains' | 'overlaps'

export interface PortMatch {
  /** Number of the rule. */
  rule: number
  kind: PortMatchKind
  /** How many ports the matching range of the rule has. */
  width: number
  /** The match is a source port: the rule doesn't open this port at its destination. */
  sourcePort: boolean
}

export const createPortIndex = (rules: readonly SearchRule[]): PortIndex => {
  const ports = new Map<string, number[]>()
  const sourcePorts = new Map<string, number[]>()
  for (const [number, {rule, spec}] of rules.entries()) {
    const {facts} = rule
    if (facts.ports.length > 0) push(ports, spec, number)
    if (facts.sourcePorts.length > 0) push(sourcePorts, toSpec(facts.sourcePorts, facts.transports), number)
  }
  return {ports: toEntries(ports), sourcePorts: toEntries(sourcePorts)}
}

/**
 * Rules that match at least one of the terms: exact ports first, then the narrowest range that contains what was asked,
 * then overlaps; source ports after all others. Within each, in order of number.
 */
export const findByPort = (index: PortIndex, terms: readonly PortTerm[]): PortMatch[] => {
  const best = new Map<number, PortMatch>()
  const look = (entries: readonly PortEntry[], sourcePort: boolean) => {
    for (const entry of entries) {
      const match = bestMatch(entry, terms)
      if (match === null) continue
      for (const rule of runsToNumbers(entry.rules))
        if (!best.has(rule)) best.set(rule, {rule, ...match, sourcePort})
    }
  }
  look(index.ports, false)
  look(index.sourcePorts, true)
  return [...best.values()].sort(comparePortMatches)
}

const kinds: readonly PortMatchKind[] = ['exact', 'contains', 'overlaps']

export const comparePortMatches = (a: PortMatch, b: PortMatch): number =>
  Number(a.sourcePort) - Number(b.sourcePort) || compareKinds(a, b) || a.rule - b.rule

interface Match {
  kind: PortMatchKind
  width: number
}

const compareKinds = (a: Match, b: Match): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.width - b.width

const bestMatch = ({ranges, transports}: PortEntry, terms: readonly PortTerm[]): Match | null => {
  let best: Match | null = null
  for (const {range, transport} of terms) {
    if (transport !== null && !transports.includes(transport)) continue
    for (const own of ranges) {
      const match = matchRange(own, range)
      if (match !== null && (best === null || compareKinds(match, best) < 0)) best = match
    }
  }
  return best
}

const matchRange = ([low, high]: PortRange, [from, to]: PortRange): Match | null => {
  if (low > to || high < from) return null
  const width = high - low + 1
  if (low === from && high === to) return {kind: 'exact', width}
  return {kind: low <= from && high >= to ? 'contains' : 'overlaps', width}
}

const push = (map: Map<string, number[]>, key: string, number: number) => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [number])
  else list.push(number)
}

const toEntries = (specs: Map<string, number[]>): PortEntry[] =>
  [...specs].map(([spec, numbers]) => ({...readSpec(spec), rules: toRuns(numbers)}))
