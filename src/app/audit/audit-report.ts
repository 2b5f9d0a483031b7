/** An audit as plain data, for JSON and for the tables that people read. */

import type {Beyond} from '../../firewall/audit/beyond.ts'
import {regionText} from '../../firewall/audit/describe.ts'
import type {Line} from '../../firewall/audit/device.ts'
import type {JudgedRule, Verdict} from '../../firewall/audit/judge.ts'
import type {Audit} from './audit-topic.ts'

export interface AuditReport {
  topic: string
  format: string
  counts: Record<Verdict, number>
  rules: ReportedRule[]
  beyond: ReportedBeyond[]
  notAsked: {rules: string[]; reason: string; unset: boolean}[]
  notes: readonly string[]
}

export interface ReportedRule {
  verdict: Verdict
  rules: string[]
  /** `in`, `out` or `forward`, as the device sees it. */
  direction: string
  asked: string[]
  /** What of it is not let through for certain (or, of what must be stopped, what is), and what is unknown; empty where that is all of it. */
  notAllowed: string[]
  unknown: string[]
  lines: readonly Line[]
  reasons: readonly string[]
}

export interface ReportedBeyond {
  kind: Beyond['kind']
  /** False where conditions can't be told: it may be open. */
  sure: boolean
  direction: string
  line: Line
  /** Empty for the default of the device: whatever no rule speaks of. */
  open: string[]
}

const severest: readonly Verdict[] = ['missing', 'denied', 'open', 'partly', 'unknown', 'allowed', 'stopped']

export const auditReport = ({title, format, rules, beyond, notAsked, notes}: Audit): AuditReport => {
  const counts: AuditReport['counts'] = {
    allowed: 0,
    partly: 0,
    missing: 0,
    denied: 0,
    unknown: 0,
    stopped: 0,
    open: 0,
  }
  for (const {verdict} of rules) counts[verdict] += 1
  return {
    topic: title,
    format: format.id,
    counts,
    rules: rules
      .toSorted((a, b) => severest.indexOf(a.verdict) - severest.indexOf(b.verdict))
      .map(reportedRule),
    beyond: beyond.map(({kind, isSure, way, line, regions}) => ({
      kind,
      sure: isSure,
      direction: way,
      line,
      open: regions.map(regionText),
    })),
    notAsked: notAsked.map(({ruleIds, isUnset, reason}) => ({rules: ruleIds, reason, unset: isUnset})),
    notes,
  }
}

function reportedRule({rule, way, verdict, regions, outcomes, lines, reasons}: JudgedRule): ReportedRule {
  const parts = (wanted: string): string[] =>
    outcomes.filter(({result}) => result === wanted).map(({region}) => regionText(region))
  const results = new Set(outcomes.map(({result}) => result))
  return {
    verdict,
    rules: rule.ruleIds,
    direction: way,
    asked: regions.map(regionText),
    notAllowed: results.size > 1 ? parts(rule.action === 'deny' ? 'allow' : 'deny') : [],
    unknown: results.size > 1 ? parts('unknown') : [],
    lines,
    reasons,
  }
}

/**
 * 0 when all that was asked is wholly let through; 1 when something is not; 2 when that can't be told of something, when an
 * address that was to be asked about isn't set, or when nothing was asked.
 */
export function auditExitCode({rules, notAsked}: Audit): 0 | 1 | 2 {
  if (rules.some(({fails}) => fails)) return 1
  const isTold =
    rules.every(({verdict}) => verdict === 'allowed' || verdict === 'stopped') &&
    notAsked.every(({isUnset}) => !isUnset)
  return isTold && rules.length > 0 ? 0 : 2
}
