/** What hinders an export, in words: what was expected and found, and what to do. */
import {isAnyWord} from './address.ts'
import type {ExportRequest, ExportRule, Omitted, Problem} from './export-types.ts'
import {endsOf, keyOf, type ResolvedEnd, statedEnds, takesGeneral} from './resolve-ends.ts'
import {unrestrictedRules} from './unrestricted.ts'

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

export function nothingToWrite(omitted: readonly Omitted[]): Problem {
  const all = new Set(omitted.map(({ruleId}) => ruleId)).size
  const waiting = unrestrictedRules(omitted).map(({ruleId}) => ruleId)
  const isElsewhere = omitted.some(({reason}) => reason === 'other-device')
  const values = {rules: String(all), unrestricted: String(waiting.length)}
  if (waiting.length > 0) {
    return {
      id: 'only-unrestricted',
      values,
      message: `0 of ${all} chosen rules are written, ${waiting.length} of them because they need your word`,
      hint: `set the ends that it is about, or write such a rule by its id: --allow-unrestricted ${waiting.join(' --allow-unrestricted ')}`,
    }
  }
  return {
    id: 'nothing-to-write',
    values,
    message: `None of the ${all} chosen rules can be written`,
    hint: isElsewhere
      ? elsewhereHint
      : (hintOfReason(omitted) ?? 'their rows state no port, or neither TCP nor UDP'),
  }
}

const elsewhereHint = 'the device sees none of their traffic: name another one with --device, or none for all'

function hintOfReason(omitted: readonly Omitted[]): string | null {
  const has = (wanted: Omitted['reason']): boolean => omitted.some(({reason}) => reason === wanted)
  if (has('contested')) return 'the document denies a part of what they open: choose a target that can deny'
  if (has('stopped')) return 'other rows of the document deny all of it'
  return has('rest') ? 'a row that closes all is the rest of other rules: stop it with --drop-others' : null
}

/** A permission for no rule is a mistake in its id: nobody should believe that it was used. */
export function unknownRules({rules, allowed}: ExportRequest, omitted: readonly Omitted[]): Problem[] {
  const known = new Set(rules.map(({id}) => id))
  const waiting = unrestrictedRules(omitted).map(({ruleId}) => ruleId)
  return allowed
    .filter((id) => !known.has(id))
    .map((id) => ({
      id: 'unknown-rule',
      values: {rule: id},
      message: `Unexpected rule “${id}”`,
      hint:
        waiting.length === 0
          ? 'no rule of this topic is left out as unrestricted'
          : `left out as unrestricted: ${waiting.join(', ')}`,
    }))
}

/** An address that is set for nothing is a mistake in its name: nobody should believe that it was used. */
export function unknownEndpoints(request: ExportRequest): Problem[] {
  const {rules, addresses} = request
  if (rules.length === 0) return []
  const exact = new Set<string>()
  const general = new Set<string>()
  for (const [end, side] of rules.flatMap((rule) => statedEnds(rule, request))) {
    if (end?.id === 'any' && end.alternatives.length > 0) exact.add(end.id)
    for (const one of endsOf(end)) {
      exact.add(keyOf(one, side))
      if (one !== null && takesGeneral(one)) general.add(one.id)
    }
  }
  const known = [...exact.union(general)].sort()
  return Object.entries(addresses)
    .filter(([key, texts]) => !exact.has(key) && (!general.has(key) || texts.some(isAnyWord)))
    .map(([key]) => ({
      id: 'unknown-endpoint',
      values: {key},
      message: general.has(key)
        ? `Unexpected “any” for ${key}, which is no end of this topic by itself`
        : `Unexpected endpoint “${key}”`,
      hint: `this topic has ${(general.has(key) ? [...exact].sort() : known).join(', ')}`,
    }))
}

export const noCommonFamily = (rule: ExportRule, source: ResolvedEnd, destination: ResolvedEnd): Problem => ({
  id: 'no-common-family',
  values: {rule: rule.id, source: source.label, destination: destination.label},
  message: `Rule ${rule.id} goes from ${source.key} to ${destination.key}, but one has IPv4 addresses only and the other IPv6 only`,
  hint: 'give both an address of the same kind',
})
