/** Several topics in one file: each gets of the reader's choices what is for it, and what is for none is a mistake. */
import {UsageError} from '../../disk/usage-error.ts'
import type {ExportRequest, Plan, Problem, Target} from '../../firewall/export-types.ts'
import {unknownPorts} from '../../firewall/open-ports.ts'
import {denialsOf, machineOf, planExport, unchosenOf} from '../../firewall/plan.ts'
import {unknownEndpoints} from '../../firewall/problems.ts'
import {endKeysOf} from '../../firewall/resolve-ends.ts'

/** @throws UsageError for an address, a port or a permission that is for none of the topics, and for a topic named twice */
export function shareOut(requests: readonly ExportRequest[]): ExportRequest[] {
  const ids = requests.map(({topic}) => topic)
  const [twice] = ids.filter((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new UsageError(`The topic ${twice} is named twice`, 'Name each topic once.')
  const otherEnds = requests.flatMap((request) => request.rules.flatMap((rule) => endKeysOf(rule, request)))
  const foreignEnds = requests.map((request) => unknownEndpoints(request))
  const foreignPorts = requests.map((request) => unknownPorts(request))
  for (const foreign of [foreignEnds, foreignPorts]) refuseForeign(foreign, ids)
  refuseUnknownRules(requests)
  return requests.map((request, at) => ({
    ...request,
    otherEnds,
    addresses: without(request.addresses, foreignEnds[at] ?? []),
    ports: without(request.ports ?? {}, foreignPorts[at] ?? []),
    allowed: request.allowed.filter((id) => request.rules.some((rule) => rule.id === id)),
  }))
}

/** What one topic denies, no rule of another may open: a target that can deny does that itself. */
export function withOtherDenials(requests: readonly ExportRequest[], target: Target): ExportRequest[] {
  if (target.denies) return [...requests]
  const otherDenials = requests.flatMap((request) => denialsOf(request, target))
  return requests.map((request) => ({...request, otherDenials}))
}

const without = <Value>(
  entries: Readonly<Record<string, Value>>,
  problems: readonly Problem[],
): Record<string, Value> => {
  const foreign = new Set(problems.map(({values}) => values['key']))
  return Object.fromEntries(Object.entries(entries).filter(([key]) => !foreign.has(key)))
}

/** What one topic knows is right, whatever the others know. */
function refuseForeign(byTopic: readonly (readonly Problem[])[], ids: readonly string[]): void {
  const [first = [], ...others] = byTopic
  const foreign = first.filter(({values}) =>
    others.every((problems) => problems.some((problem) => problem.values['key'] === values['key'])),
  )
  if (foreign.length === 0) return
  throw new UsageError(
    foreign.map(({message}) => message).join('; '),
    byTopic.map(([problem], at) => `${ids[at]}: ${problem?.hint ?? ''}`).join('; '),
  )
}

function refuseUnknownRules(requests: readonly ExportRequest[]): void {
  const known = new Set(requests.flatMap(({rules}) => rules.map(({id}) => id)))
  const [unknown] = requests.flatMap(({allowed}) => allowed.filter((id) => !known.has(id)))
  if (unknown === undefined) return
  throw new UsageError(
    `Unexpected rule “${unknown}”`,
    'None of these topics has it: an export without --allow-unrestricted names those that wait for it.',
  )
}

/** Of these, others may still have something to write. */
const emptying: readonly Problem['id'][] = ['none-chosen', 'nothing-to-write', 'only-unrestricted']

/** The plan of one topic beside others, empty where nothing of it is to be written. @throws UsageError with all that hinders it */
export function partOf(
  request: ExportRequest,
  target: Target,
): {request: ExportRequest; plan: Plan; nothing: Problem | null} {
  const planned = planExport(request, target)
  if (planned.ok) return {request, plan: planned.plan, nothing: null}
  const {problems, omitted} = planned
  const [problem] = problems
  if (problem === undefined || problems.some(({id}) => !emptying.includes(id)))
    throw new UsageError(
      problems.map(({message}) => `${request.topic}: ${message}`).join('; '),
      problem?.hint ?? '',
    )
  const {topic, title, locale, texts, dropOthers = false} = request
  return {
    request,
    plan: {
      topic,
      machine: machineOf(request),
      title,
      locale,
      texts,
      dropOthers,
      rules: [],
      variables: [],
      omitted,
      unchosen: unchosenOf(request),
      remarks: [],
    },
    nothing: problem,
  }
}
