/** Writes a file for a firewall and proves it by reading it back: a rule that is not proven is left out, and said so. */
import type {ExportRequest, Omitted, Plan, ReadRule, Target} from '../../firewall/export-types.ts'
import {cleanId} from '../../firewall/names.ts'
import {planExport} from '../../firewall/plan.ts'
import {acceptsDenied} from '../../firewall/proof/accepts-denied.ts'
import {verifyExport} from '../../firewall/proof/verify.ts'
import {widerThanRows} from '../../firewall/proof/within-rows.ts'
import {readers} from '../../firewall/readers.ts'
import {together} from '../../firewall/writing/together.ts'

interface Part {
  request: ExportRequest
  plan: Plan
}

/**
 * A file that isn't what was planned is our own mistake, and nobody should load it; so is one that opens more than its
 * rows, but that one does without the rules that do.
 */
export function writeProved<Own extends Part>(
  parts: readonly Own[],
  target: Target,
): {text: string; parts: Own[]} {
  const text = writeAsPlanned(parts, target)
  if (widerIn(parts, target, text).length === 0) return {text, parts: [...parts]}
  const narrowed = parts.map((part) => ({...part, plan: withoutWider(part, target)}))
  const rest = writeAsPlanned(narrowed, target)
  const wider = widerIn(narrowed, target, rest)
  if (wider.length > 0) throw opensMore(target, wider)
  return {text: rest, parts: narrowed}
}

function writeAsPlanned(parts: readonly Part[], target: Target): string {
  const plans = parts.map(({plan}) => plan)
  const text = target.write(...plans)
  const {ok, missing, extra, late} = verifyExport(together(plans), target, readerOf(target), text)
  if (ok) {
    const open = target.denies ? [] : acceptsDenied(parts, readerOf(target)(text))
    if (open.length === 0) return text
    throw new Error(`the ${target.id} file opens what its topics deny: ${JSON.stringify(open)}`)
  }
  throw new Error(`the ${target.id} file is not what was planned: ${JSON.stringify({missing, extra, late})}`)
}

const widerIn = (parts: readonly Part[], target: Target, text: string): ReadRule[] =>
  parts.reduce((left, {request}) => widerThanRows(request, target, left), readerOf(target)(text))

/** The plan of all rules but those that open more than their rows by themselves. */
function withoutWider({request, plan}: Part, target: Target): Plan {
  const wider = plan.rules.filter(
    (rule) => widerIn([{request, plan}], target, target.write({...plan, rules: [rule]})).length > 0,
  )
  if (wider.length === 0) return plan
  const ids = new Set(wider.flatMap(({ruleIds}) => ruleIds))
  const only = (request.only ?? request.rules.map(({id}) => id)).filter((id) => !ids.has(cleanId(id)))
  const planned = planExport({...request, only}, target)
  // Without a rule that stops something, the others open more than the topic says.
  if (!planned.ok || wider.some(({action}) => action === 'deny')) throw opensMore(target, wider)
  const left = [...ids].map((ruleId): Omitted => ({ruleId, reason: 'unproven'}))
  return {...planned.plan, omitted: [...planned.plan.omitted, ...left]}
}

function readerOf({id}: Target): (text: string) => ReadRule[] {
  const reader = readers.get(id)
  if (reader === undefined) throw new Error(`no reader for ${id}`)
  return reader
}

const opensMore = ({id}: Target, wider: readonly object[]): Error =>
  new Error(`the ${id} file opens more than its rows: ${JSON.stringify(wider)}`)
