/**
 * What a device does with a region of packets that open a connection: it is cut along the rules in their order until each
 * part is let through, stopped or unknown.
 *
 * A rule whose conditions can't be told leaves two ways open. The part goes on, and what the rule might have done is kept:
 * where all ways end alike, that end is certain, else the part is unknown.
 */
import type {Direction} from '../export-types.ts'
import type {Device, DeviceRule, Line, Stage} from './device.ts'
import {mayMeetAt} from './overlap-index.ts'
import {type Region, split} from './region.ts'

export interface Outcome {
  region: Region
  result: 'allow' | 'deny' | 'unknown'
  /** No rule spoke of it. */
  byDefault: boolean
  /** What decides, the last word first; behind it, for an unknown part, the rules that may decide otherwise. */
  lines: readonly Line[]
  /** Why it is unknown. */
  reasons: readonly string[]
  /** It was not followed to its end, for it fell into too many parts. */
  isCutOff?: boolean
}

/** Something that a rule may do, if its conditions are met. */
interface Maybe {
  result: Outcome['result']
  lines: readonly Line[]
  reasons: readonly string[]
}

interface Part {
  region: Region
  maybe: readonly Maybe[]
}

interface Walk {
  device: Device
  outcomes: Outcome[]
  /** Chains that the way has led into, against circles. */
  path: readonly string[]
  /** More parts than this are not told apart: the rest is unknown. */
  mostParts: number
}

const usualParts = 2000

/** The parts of the region with what happens to each; they don't overlap. */
export function evaluate(
  device: Device,
  way: Direction,
  region: Region,
  mostParts: number = usualParts,
): Outcome[] {
  const stages = device.stages[way].filter(({families}) => families.includes(region.family))
  if (stages.length === 0) {
    const what = region.family === 'v4' ? 'IPv4' : 'IPv6'
    return [unknownPart({region, maybe: []}, [], `the configuration says nothing of ${what} ${wayText[way]}`)]
  }
  return stages.reduce<Outcome[]>(
    (before, stage) =>
      before.flatMap((outcome) => {
        if (outcome.result === 'deny') return [outcome]
        return evaluateStage(device, stage, outcome.region, mostParts).map((after) => meet(outcome, after))
      }),
    [{region, result: 'allow', byDefault: true, lines: [], reasons: []}],
  )
}

export const wayText: Readonly<Record<Direction, string>> = {
  forward: 'that the device forwards',
  in: 'to the device itself',
  out: 'from the device itself',
}

/** What two stages one behind the other make of a part. */
function meet(before: Outcome, after: Outcome): Outcome {
  if (after.result === 'deny') return after
  const isUnknown = before.result === 'unknown' || after.result === 'unknown'
  const spoken = [after, before].filter(({byDefault}) => !byDefault)
  const telling = isUnknown ? [before, after].filter(({result}) => result === 'unknown') : spoken
  return {
    region: after.region,
    result: isUnknown ? 'unknown' : 'allow',
    byDefault: spoken.length === 0,
    lines: unique((telling.length === 0 ? [after] : telling).flatMap(({lines}) => lines)),
    reasons: unique([...before.reasons, ...after.reasons]),
    isCutOff: before.isCutOff === true || after.isCutOff === true,
  }
}

function evaluateStage(device: Device, stage: Stage, region: Region, mostParts: number): Outcome[] {
  const walk: Walk = {device, outcomes: [], path: [], mostParts}
  for (const part of walkChain(walk, stage.chain, [{region, maybe: []}])) {
    const reasons = stage.otherwise === 'unknown' ? [stage.why ?? 'the default is not known'] : []
    decide(walk, part, {result: stage.otherwise, lines: [stage.line], reasons}, true)
  }
  return walk.outcomes
}

/** The parts that no rule of the chain decides. */
function walkChain(walk: Walk, name: string, parts: readonly Part[]): Part[] {
  const rules = walk.device.chains.get(name)
  if (rules === undefined || walk.path.includes(name)) {
    const reason =
      rules === undefined
        ? `the chain ${name} is not in the configuration`
        : `the chain ${name} leads back to itself`
    walk.outcomes.push(...parts.map((part) => unknownPart(part, [], reason)))
    return []
  }
  const inner: Walk = {...walk, path: [...walk.path, name]}
  const returned: Part[] = []
  if (parts.length === 0) return []
  let open: readonly Part[] = parts
  // Parts are cut from those that came in, and meet no other rules.
  const regions = parts.map(({region}) => region)
  for (const at of mayMeetAt(rules, regions)) {
    const rule = rules[at]
    if (open.length === 0 || rule === undefined) break
    if (open.length > walk.mostParts) {
      const reason = 'more rules cross each other here than can be told apart'
      walk.outcomes.push(...open.map((part) => ({...unknownPart(part, [rule.line], reason), isCutOff: true})))
      return returned
    }
    open = rule.regions.reduce<readonly Part[]>((left, by) => takeOut(inner, rule, by, left, returned), open)
  }
  return [...returned, ...open]
}

/** Applies a rule to the parts that it meets, and gives those that go on. */
function takeOut(
  walk: Walk,
  rule: DeviceRule,
  by: Region,
  parts: readonly Part[],
  returned: Part[],
): readonly Part[] {
  let next: Part[] | null = null
  for (const [at, part] of parts.entries()) {
    const {inside, outside} = split(part.region, by)
    if (inside === null) {
      next?.push(part)
      continue
    }
    next ??= parts.slice(0, at)
    next.push(...outside.map((region) => ({...part, region})))
    const met = {...part, region: inside}
    next.push(...(rule.unsure.length === 0 ? follow(walk, rule, met, returned) : perhaps(walk, rule, met)))
  }
  return next ?? parts
}

/** A rule that matches for certain. */
function follow(walk: Walk, {action, line}: DeviceRule, part: Part, returned: Part[]): Part[] {
  switch (action.do) {
    case 'return':
      returned.push(part)
      return []
    case 'jump':
    case 'goto': {
      const back = walkChain(walk, action.chain, [part])
      if (action.do === 'jump') return back
      returned.push(...back)
      return []
    }
    case 'unknown':
      walk.outcomes.push(unknownPart(part, [line], unreadAction))
      return []
    default:
      decide(walk, part, {result: action.do, lines: [line], reasons: []}, false)
      return []
  }
}

const unreadAction = 'what this rule does with it is not known'

/** A rule that may match: the part goes on, with what may have happened. */
function perhaps(walk: Walk, {action, line, unsure}: DeviceRule, part: Part): Part[] {
  const may = (result: Outcome['result']): Maybe => ({result, lines: [line], reasons: unsure})
  if (!('chain' in action)) {
    const result = action.do === 'return' ? 'unknown' : action.do
    return [{...part, maybe: [...part.maybe, may(result)]}]
  }
  const inner: Walk = {...walk, outcomes: []}
  const back = walkChain(inner, action.chain, [{region: part.region, maybe: []}]).map(({region, maybe}) => ({
    region,
    maybe: [...part.maybe, ...maybe],
  }))
  const decided = inner.outcomes.map(({region, result, lines, reasons}) => ({
    region,
    maybe: [...part.maybe, {result, lines: [line, ...lines], reasons: [...unsure, ...reasons]}],
  }))
  if (action.do === 'jump') return [...back, ...decided]
  // Where the way comes back from the other chain, it ends this one, or it was never taken.
  return [...back.map(({region, maybe}) => ({region, maybe: [...maybe, may('unknown')]})), ...decided]
}

function decide(walk: Walk, {region, maybe}: Part, last: Maybe, byDefault: boolean): void {
  const others = maybe.filter(({result}) => result !== last.result || result === 'unknown')
  if (others.length === 0) walk.outcomes.push({region, ...last, byDefault})
  else
    walk.outcomes.push({
      region,
      result: 'unknown',
      byDefault: false,
      lines: unique([...others.flatMap(({lines}) => lines), ...last.lines]),
      reasons: unique([...others, last].flatMap(({reasons}) => reasons)),
    })
}

const unknownPart = ({region, maybe}: Part, lines: readonly Line[], reason: string): Outcome => ({
  region,
  result: 'unknown',
  byDefault: false,
  lines: unique([...lines, ...maybe.flatMap(({lines: more}) => more)]),
  reasons: unique([reason, ...maybe.flatMap(({reasons}) => reasons)]),
})

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]
