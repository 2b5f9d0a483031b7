/** What hinders an export, in words: what was expected and found, and what to do. */
import {endKeysOf, type ResolvedEnd} from './ends.ts'
import type {ExportRequest, ExportRule, Problem} from './types.ts'

export function choiceProblems(request: ExportRequest, chosen: readonly ExportRule[]): Problem[] {
  if (request.rules.length === 0) {
    const hint = 'choose a topic with a table of ports'
    const {title} = request
    return [{id: 'no-rules', values: {title}, message: `“${title}” holds no rules`, hint}]
  }
  if (chosen.length > 0) return []
  const there = [...new Set(request.rules.map(({facts}) => facts.requirement))].sort().join(', ')
  return [
    {
      id: 'none-chosen',
      values: {rules: String(request.rules.length)},
      message: `0 of ${request.rules.length} rules are chosen`,
      hint: `the topic has rules that are ${there}; include one of these, or the other interface`,
    },
  ]
}

export const nothingToWrite = (omitted: number): Problem => ({
  id: 'nothing-to-write',
  values: {rules: String(omitted)},
  message: `None of the ${omitted} chosen rules can be written`,
  hint: 'their rows state no port, or neither TCP nor UDP',
})

/** An address that is set for nothing is a mistake in its name: nobody should believe that it was used. */
export function unknownEndpoints({rules, addresses}: ExportRequest): Problem[] {
  if (rules.length === 0) return []
  const known = new Set<string>()
  for (const {facts} of rules) {
    for (const key of endKeysOf(facts)) known.add(key)
    for (const end of [facts.source, facts.destination, facts.host]) {
      if (end === null) continue
      for (const id of [end.id, ...end.alternatives]) known.add(id)
    }
  }
  return Object.keys(addresses)
    .filter((key) => !known.has(key))
    .map((key) => ({
      id: 'unknown-endpoint',
      values: {key},
      message: `Unexpected endpoint “${key}”`,
      hint: `this topic has ${[...known].sort().join(', ')}`,
    }))
}

export const noCommonFamily = (rule: ExportRule, source: ResolvedEnd, destination: ResolvedEnd): Problem => ({
  id: 'no-common-family',
  values: {rule: rule.id, source: source.label, destination: destination.label},
  message: `Rule ${rule.id} goes from ${source.key} to ${destination.key}, but one has IPv4 addresses only and the other IPv6 only`,
  hint: 'give both an address of the same kind',
})
