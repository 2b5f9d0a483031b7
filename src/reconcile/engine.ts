/** Asks every check of every unit, and proposes for each faulty cell one correction that passes all checks. */
import type {Evidence, Finding, Fix} from '../dataset/schema.ts'
import {type Asked, type Check, messageOf, type Report} from './check.ts'
import {checks as allChecks} from './checks/index.ts'
import type {Context} from './context.ts'
import {chooseFix} from './fixes.ts'
import {readEnglish} from './read/english.ts'
import {readTarget} from './read/target.ts'
import type {CheckUnit} from './unit.ts'

const severityOrder = {critical: 0, major: 1, minor: 2, 'source-anomaly': 3} as const

/** A report with the check that made it. */
export interface Alarm {
  check: Check
  report: Report
}

/** What the checks say of a text, before it is a finding of one unit. */
interface Verdict {
  alarms: readonly Alarm[]
  fix: Fix | null
}

/**
 * All findings of the units, in their order, the gravest of each unit first. Linear in the number of units: the same
 * pair of texts with the same rivals is asked about once.
 */
export const checkUnits = (units: readonly CheckUnit[], context: Context): Finding[] => {
  const verdicts = new Map<string, Verdict>()
  return units.flatMap((unit) => {
    const asked = ask(unit, context)
    if (asked === null) return []
    const key = keyOfVerdict(asked)
    const verdict = verdicts.get(key) ?? judge(asked)
    verdicts.set(key, verdict)
    return findingsOf(unit, verdict)
  })
}

const keyOfVerdict = ({unit, context}: Asked): string => {
  const rivals = context.ofCell(unit.cell ?? null).map(({target, human}) => `${human} ${target}`)
  return [unit.locale, unit.header, unit.human, unit.kind, unit.source, unit.target, ...rivals].join('\n')
}

const judge = (asked: Asked): Verdict => {
  const alarms = alarmsOf(asked)
  return {alarms, fix: alarms.length === 0 ? null : chooseFix(asked, alarms)}
}

const findingsOf = (unit: CheckUnit, {alarms, fix}: Verdict): Finding[] => {
  const counts = new Map<string, number>()
  const english: Evidence[] =
    unit.source === null ? [] : [{kind: 'english', locale: 'en', text: unit.source, place: null}]
  return alarms.map((alarm) => {
    const count = (counts.get(alarm.check.id) ?? 0) + 1
    counts.set(alarm.check.id, count)
    return findingOf(unit, alarm, count, english, fix)
  })
}

/** An alarm as the finding of a unit; `count` tells findings of one check apart. */
export const findingOf = (
  unit: CheckUnit,
  {check, report}: Alarm,
  count: number,
  evidence: readonly Evidence[],
  fix: Fix | null,
): Finding => ({
  id: `${check.id}:${unit.id}:${count}`,
  check: check.id,
  severity: report.severity ?? check.severity,
  unit: unit.id,
  locale: unit.locale,
  place: unit.place ?? {path: unit.id, line: 1, column: 1},
  message: messageOf(report),
  actual: report.actual,
  expected: report.expected,
  evidence: [...evidence, ...(report.evidence ?? [])],
  fix,
})

/** A unit ready for the checks; null when there is nothing to compare: no English, or no text on either side. */
export const ask = (unit: CheckUnit, context: Context): Asked | null =>
  unit.source === null || unit.source.trim() === '' ? null : askWith(unit, unit.source, context)

/** A unit ready for the checks, held to an English text that is not its own. */
export const askWith = (unit: CheckUnit, source: string, context: Context): Asked => {
  const own = context.of(unit.locale)
  return {unit, english: readEnglish(source), target: readTarget(unit.target, own.data), context: own}
}

/** The same question about another text for the cell. */
export const askAbout = (asked: Asked, text: string): Asked => ({
  ...asked,
  unit: {...asked.unit, target: text},
  target: readTarget(text, asked.context.data),
})

/** Every alarm that the checks raise, the gravest first. */
export const alarmsOf = (asked: Asked, checks: readonly Check[] = allChecks): Alarm[] =>
  checks
    .flatMap((check) => check.check(asked).map((report) => ({check, report})))
    .toSorted((a, b) => severityOf(a) - severityOf(b))

const severityOf = ({check, report}: Alarm): number => severityOrder[report.severity ?? check.severity]
