/** Asks every check of every unit, and proposes for each faulty cell one correction that passes all checks. */
import type {Evidence, Finding, Fix, Place} from '../../model/schema.ts'
import {checks} from '../checks/index.ts'
import {chooseFix} from '../publish/fixes.ts'
import {type Alarm, alarmsOf, ask} from './ask.ts'
import {messageOf} from './check.ts'
import type {CheckUnit} from './check-unit.ts'
import type {Context, LocaleContext} from './context.ts'

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
    if (unit.source === null) return []
    const key = keyOfVerdict(unit, context.of(unit.locale))
    const verdict = verdicts.get(key) ?? judge(unit, context)
    verdicts.set(key, verdict)
    return findingsOf(unit, verdict)
  })
}

const keyOfVerdict = (unit: CheckUnit, context: LocaleContext): string => {
  const rivals = context.ofCell(unit.cell ?? null).map(({target, human}) => `${human} ${target}`)
  return [unit.locale, unit.header, unit.human, unit.kind, unit.source, unit.target, ...rivals].join('\n')
}

const judge = (unit: CheckUnit, context: Context): Verdict => {
  let alarms: Alarm[] = []
  let failed = false
  const fail = (error: unknown, what: string): void => {
    // One diagnostic a cell: what fails for its text fails for a correction, too.
    if (!failed) context.faults.add(error, placeOf(unit), what)
    failed = true
  }
  try {
    const asked = ask(unit, context)
    if (asked === null) return {alarms, fix: null}
    alarms = alarmsOf(asked, checks, ({id}, error) => fail(error, `the check “${id}” failed`))
    return {alarms, fix: alarms.length === 0 ? null : chooseFix(asked, alarms)}
  } catch (error) {
    // A correction that the checks can't be asked about is none.
    fail(error, 'the cell could not be checked or corrected')
    return {alarms, fix: null}
  }
}

const placeOf = ({id, place}: CheckUnit): Place => place ?? {path: id, line: 1, column: 1}

const findingsOf = (unit: CheckUnit, {alarms, fix}: Verdict): Finding[] => {
  if (alarms.length === 0) return []
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
  place: placeOf(unit),
  message: messageOf(report),
  actual: report.actual,
  expected: report.expected,
  evidence: [...evidence, ...(report.evidence ?? [])],
  fix,
})
