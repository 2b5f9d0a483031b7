/** Writes a file for a firewall and proves it by reading it back: a rule that is not proven is left out, and said so. */
import type {ExportRequest, Omitted, Plan, Reader, ReadRule, Target} from '../export-types.ts'
import {cleanId} from '../names.ts'
import {planExport} from '../plan.ts'
import {together} from '../writing/together.ts'
import {acceptsDenied} from './accepts-denied.ts'
import {verifyExport} from './verify.ts'
import {widerThanRows} from './within-rows.ts'

export interface Part {
  request: ExportRequest
  plan: Plan
}

/** A file is not what was planned, or opens what it must not: our own mistake, and nobody should load it. */
export class ProofError extends Error {
  override name = 'ProofError'
}

/** What the proof knows of the target: its writer, and the reader of what that wrote. */
interface Device {
  target: Target
  read: Reader
}

/**
 * A file that opens more than its rows does without the rules that do.
 *
 * @throws ProofError for one that isn't what was planned
 */
export function provedFile<Own extends Part>(
  parts: readonly Own[],
  target: Target,
  read: Reader,
): {text: string; parts: Own[]} {
  const device = {target, read}
  const text = writeAsPlanned(parts, device)
  if (widerIn(parts, device, text).length === 0) return {text, parts: [...parts]}
  const narrowed = parts.map((part) => ({...part, plan: withoutWider(part, device)}))
  const rest = writeAsPlanned(narrowed, device)
  const wider = widerIn(narrowed, device, rest)
  if (wider.length > 0) throw opensMore(target, wider)
  return {text: rest, parts: narrowed}
}

function writeAsPlanned(parts: readonly Part[], {target, read}: Device): string {
  const plans = parts.map(({plan}) => plan)
  const text = target.write(...plans)
  const {ok, missing, extra, late} = verifyExport(together(plans), target, read, text)
  if (ok) {
    const open = target.denies ? [] : acceptsDenied(parts, read(text))
    if (open.length === 0) return text
    throw new ProofError(`the ${target.id} file opens what its topics deny: ${JSON.stringify(open)}`)
  }
  throw new ProofError(
    `the ${target.id} file is not what was planned: ${JSON.stringify({missing, extra, late})}`,
  )
}

const widerIn = (parts: readonly Part[], {target, read}: Device, text: string): ReadRule[] =>
  parts.reduce((left, {request}) => widerThanRows(request, target, left), read(text))

/** The plan of all rules but those that open more than their rows by themselves. */
function withoutWider({request, plan}: Part, device: Device): Plan {
  const {target} = device
  const wider = plan.rules.filter(
    (rule) => widerIn([{request, plan}], device, target.write({...plan, rules: [rule]})).length > 0,
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

const opensMore = ({id}: Target, wider: readonly object[]): ProofError =>
  new ProofError(`the ${id} file opens more than its rows: ${JSON.stringify(wider)}`)
