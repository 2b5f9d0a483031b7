/**
 * Finds which rules could be one rule that changed, without asking about every two: those that cost no more than `maximumCost`
 * have one of these in common.
 *
 * - Two of their three ends, and a port: other ends cost 3 and more each, and other ports cost 5.
 * - Where they share no port, all other fields that cost 2 and more.
 * - Where two of the ends are stated by one of the two rules only (3 each), everything but the ends.
 */
import {indexRanges, type RangeIndex} from '../facts/ports/range-index.ts'
import type {PortRange} from '../model/schema.ts'
import {type ComparedField, comparedFields} from './compared-fields.ts'
import type {Profile} from './cost.ts'

/** For each rule of `a` the positions in `b` of those that it could have become, in their order. */
export function similarCandidates(a: readonly Profile[], b: readonly Profile[]): number[][] {
  const waysToFind = [
    ...endPairs.map((pair) => sharingPort(b, (rule) => endsKey(rule, pair))),
    sharingKey(b, keyWithoutPorts),
    sharingOtherEnds(b),
  ]
  return a.map((rule) => [...new Set(waysToFind.flatMap((find) => find(rule)))].sort((one, two) => one - two))
}

type Find = (rule: Profile) => readonly number[]

const ends = ['source', 'destination', 'host'] as const
type End = (typeof ends)[number]
const endPairs: readonly (readonly End[])[] = [
  ['source', 'destination'],
  ['source', 'host'],
  ['destination', 'host'],
]

/** A machine, however its row narrows it. */
const endsKey = ({facts}: Profile, some: readonly End[]): string =>
  JSON.stringify(some.map((end) => facts[end]?.id ?? null))

const fieldsKey = ({keys}: Profile, fields: readonly ComparedField[]): string =>
  JSON.stringify(keys.filter((_, at) => fields.some((field) => field === comparedFields[at])))

/** What differs costs at least 2, and the ports 5 already. */
const costly: readonly ComparedField[] = ['role', 'transports', 'sourcePorts', 'action', 'direction']
const keyWithoutPorts = (rule: Profile): string => fieldsKey(rule, costly) + endsKey(rule, ends)

const besideEnds = comparedFields.filter((field) => !ends.some((end) => end === field))

const positionsBy = (rules: readonly Profile[], keyOf: (rule: Profile) => string): Map<string, number[]> =>
  Map.groupBy(rules.keys(), (at) => {
    const rule = rules[at]
    return rule === undefined ? '' : keyOf(rule)
  })

function sharingKey(rules: readonly Profile[], keyOf: (rule: Profile) => string): Find {
  const positions = positionsBy(rules, keyOf)
  return (rule) => positions.get(keyOf(rule)) ?? []
}

/** Rules without ports share what they name instead. */
const portsOf = ({facts}: Profile): readonly PortRange[] => (facts.ports.length > 0 ? facts.ports : [[0, 0]])

function sharingPort(rules: readonly Profile[], keyOf: (rule: Profile) => string): Find {
  const fullKey = (rule: Profile): string =>
    keyOf(rule) + (rule.facts.ports.length > 0 ? '' : fieldsKey(rule, ['ports']))
  const groups = new Map<string, {positions: number[]; meeting: RangeIndex}>()
  for (const [key, positions] of positionsBy(rules, fullKey))
    groups.set(key, {
      positions,
      meeting: indexRanges(positions.flatMap((at) => (rules[at] === undefined ? [] : [portsOf(rules[at])]))),
    })
  return (rule) => {
    const group = groups.get(fullKey(rule))
    return group === undefined
      ? []
      : group.meeting(portsOf(rule)).flatMap((within) => group.positions[within] ?? [])
  }
}

/** Which of the ends a rule states, a bit each. */
const statedEnds = ({facts}: Profile): number =>
  ends.reduce((bits, end, at) => bits | (facts[end] === null ? 0 : 1 << at), 0)
/** Two ends of three. */
const twoOthers = [0b011, 0b101, 0b110]

function sharingOtherEnds(rules: readonly Profile[]): Find {
  const keyOf = (rule: Profile, stated: number): string => `${stated} ${fieldsKey(rule, besideEnds)}`
  const positions = positionsBy(rules, (rule) => keyOf(rule, statedEnds(rule)))
  return (rule) => twoOthers.flatMap((others) => positions.get(keyOf(rule, statedEnds(rule) ^ others)) ?? [])
}
