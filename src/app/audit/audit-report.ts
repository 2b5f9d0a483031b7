/** An audit as plain data, for JSON and for the tables that people read. */

import type {Audit, NotAsked} from '../../firewall/audit/audit.ts'
import type {Beyond} from '../../firewall/audit/beyond.ts'
import {regionText} from '../../firewall/audit/describe.ts'
import type {Line} from '../../firewall/audit/device.ts'
import {type JudgedRule, severest, tellingParts, type Verdict} from '../../firewall/audit/judge.ts'
import {say} from '../../firewall/firewall-texts.ts'
import {firewallTexts} from '../../firewall/firewall-texts-fs.ts'
import type {TopicAudit} from './audit-topic.ts'

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

export const auditReport = ({
  title,
  format,
  rules,
  beyond,
  notAsked,
  isOfAllMachines,
  notes,
}: TopicAudit): AuditReport => {
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
      open: regions.map((region) => regionText(region)),
    })),
    notAsked: notAsked.map((each) => ({
      rules: each.ruleIds,
      reason: reasonText(each),
      unset: each.why === 'unset',
    })),
    notes: [
      ...notes,
      ...(isOfAllMachines
        ? [
            'the rules of all machines are held against this one configuration: name its machine with --device host:ID',
          ]
        : []),
    ],
  }
}

function reasonText(each: NotAsked): string {
  switch (each.why) {
    case 'unset':
      return `no address is set for ${each.keys.join(' and ')}: ${each.keys.map((key) => `--set ${key}=ADDRESS`).join(' ')}`
    case 'other-machine':
      return `it is between other machines than ${each.machine}`
    case 'omitted':
      return each.reasons.map((reason) => say(firewallTexts('en'), reason)).join(', ')
    case 'interface':
      return each.side === null
        ? `neither its ends nor its table tell that it is for the ${each.asked} interface`
        : `its table is for the ${each.side} interface`
    case 'requirement':
      return `it is ${each.requirement}: --include ${each.requirement}`
  }
}

function reportedRule(judged: JudgedRule): ReportedRule {
  const {rule, way, verdict, regions, lines, reasons} = judged
  const {failing, unknown} = tellingParts(judged)
  return {
    verdict,
    rules: rule.ruleIds,
    direction: way,
    asked: regions.map((region) => regionText(region)),
    notAllowed: failing.map((region) => regionText(region)),
    unknown: unknown.map((region) => regionText(region)),
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
    notAsked.every(({why}) => why !== 'unset')
  return isTold && rules.length > 0 ? 0 : 2
}
