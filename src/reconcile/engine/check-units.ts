/** Asks every check of every unit, and proposes for each faulty cell one correction that passes all checks. */
import type {Evidence, Finding, Fix, Place} from '../../model/schema.ts'
import {checks} from '../checks/index.ts'
import {chooseFix} from '../publish/fixes.ts'
import {ask, problemsOf} from './ask.ts'
import {type Asked, type CheckProblem, messageOf} from './check.ts'
import type {CheckUnit} from './check-unit.ts'
import type {Context, LocaleContext} from './context.ts'
import {type Clock, clock, startBudget, timeoutDiagnostic} from './time-budget.ts'

/** What the checks say of a text, before it is a finding of one unit. */
interface CellProblems {
  problems: readonly CheckProblem[]
  fix: Fix | null
}

/** Which problems are believed of texts that are no cells. */
type Belief = (found: CheckProblem, asked: Asked) => boolean

/**
 * All findings of the units, in their order, the gravest of each unit first. Linear in the number of units: the same
 * pair of texts with the same rivals is asked about once.
 */
export const checkUnits = (
  units: readonly CheckUnit[],
  context: Context,
  now: Clock = clock,
  believes: Belief = () => true,
): Finding[] => {
  const judged = new Map<string, CellProblems>()
  return units.flatMap((unit) => {
    if (unit.source === null) return []
    const key = keyOfCell(unit, context.of(unit.locale))
    const found = judged.get(key) ?? judge(unit, context, now, believes)
    judged.set(key, found)
    return findingsOf(unit, found)
  })
}

const keyOfCell = (unit: CheckUnit, context: LocaleContext): string => {
  const rivals = context.ofCell(unit.cell ?? null).map(({target, human}) => `${human} ${target}`)
  return [
    unit.locale,
    unit.header,
    unit.human,
    unit.personal,
    unit.retold,
    unit.kind,
    unit.source,
    unit.target,
    ...rivals,
  ].join('\n')
}

const judge = (unit: CheckUnit, context: Context, now: Clock, believes: Belief): CellProblems => {
  const budget = startBudget(now)
  let problems: CheckProblem[] = []
  let failed = false
  const fail = (error: unknown, what: string): void => {
    // One diagnostic a cell: what fails for its text fails for a correction, too.
    if (!failed) context.faults.add(error, placeOf(unit), what)
    failed = true
  }
  try {
    const asked = ask(unit, context)
    if (asked === null) return {problems, fix: null}
    problems = problemsOf(
      asked,
      checks,
      ({id}, error) => fail(error, `the check “${id}” failed`),
      budget,
    ).filter((found) => believes(found, asked))
    const fix = problems.length === 0 ? null : chooseFix(asked, problems, budget)
    if (!budget.isOver()) return {problems, fix}
    context.faults.tell(timeoutDiagnostic(placeOf(unit)))
    return {problems, fix: null}
  } catch (error) {
    // A correction that the checks can't be asked about is none.
    fail(error, 'the cell could not be checked or corrected')
    return {problems, fix: null}
  }
}

const placeOf = ({id, place}: CheckUnit): Place => place ?? {path: id, line: 1, column: 1}

const findingsOf = (unit: CheckUnit, {problems, fix}: CellProblems): Finding[] => {
  if (problems.length === 0) return []
  const counts = new Map<string, number>()
  const english: Evidence[] =
    unit.source === null ? [] : [{kind: 'english', locale: 'en', text: unit.source, place: null}]
  return problems.map((seen) => {
    const count = (counts.get(seen.check.id) ?? 0) + 1
    counts.set(seen.check.id, count)
    return findingOf(unit, seen, count, english, fix)
  })
}

/** A problem as the finding of a unit; `count` tells findings of one check apart. */
export const findingOf = (
  unit: CheckUnit,
  {check, problem}: CheckProblem,
  count: number,
  evidence: readonly Evidence[],
  fix: Fix | null,
): Finding => ({
  id: `${check.id}:${unit.id}:${count}`,
  check: check.id,
  severity: problem.severity ?? check.severity,
  unit: unit.id,
  locale: unit.locale,
  place: placeOf(unit),
  message: messageOf(problem),
  actual: problem.actual,
  expected: problem.expected,
  evidence: [...evidence, ...(problem.evidence ?? [])],
  fix,
})
