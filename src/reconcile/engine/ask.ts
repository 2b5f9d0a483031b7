/** A cell put before the checks, and what they say of it. */
import {isOfMachine} from '../../disk/fault.ts'
import {checks as allChecks} from '../checks/index.ts'
import {isCopied} from '../reading/copied.ts'
import {readEnglish} from '../reading/english-cell.ts'
import {readTarget} from '../reading/target-cell.ts'
import {withoutNotes} from './belief/note-pointers.ts'
import {believedOfRetold} from './belief/retold.ts'
import type {Asked, Check, CheckProblem} from './check.ts'
import type {CheckUnit} from './check-unit.ts'
import type {Context} from './context.ts'
import {endlessBudget, type TimeBudget} from './time-budget.ts'

const severityOrder = {critical: 0, major: 1, minor: 2, 'source-anomaly': 3} as const

/** A unit ready for the checks; null when there is nothing to compare: no English, or no text on either side. */
export const ask = (unit: CheckUnit, context: Context): Asked | null =>
  unit.source === null || unit.source.trim() === '' ? null : askWith(unit, unit.source, context)

/** A unit ready for the checks, held to an English text that is not its own. */
export const askWith = (unit: CheckUnit, source: string, context: Pick<Context, 'of'>): Asked => {
  const own = context.of(unit.locale)
  return {unit, english: readEnglish(source), target: readTarget(unit.target, own.data), context: own}
}

/** The same question about another text for the cell. */
export const askAbout = (asked: Asked, text: string): Asked => ({
  ...asked,
  unit: {...asked.unit, target: text},
  target: readTarget(text, asked.context.data),
})

/** A text with more faults of one kind is broken as a whole: nobody reads a list of them. */
const MOST_PROBLEMS = 30

/**
 * The problems that the checks see, the gravest first. A text that is still its English lacks no word of it: that it is
 * untranslated says all.
 *
 * @param onFault is told which check failed, and the others are asked; without it the error is thrown, for a check that fails has
 * proven nothing of a text
 * @param budget checks are asked until it is over
 */
export const problemsOf = (
  asked: Asked,
  checks: readonly Check[] = allChecks,
  onFault: (check: Check, error: unknown) => void = throwFault,
  budget: TimeBudget = endlessBudget,
): CheckProblem[] => {
  const copied = isCopied(asked)
  const problems = checks
    .flatMap((check) => {
      if (budget.isOver()) return []
      try {
        return check
          .check(asked)
          .filter(({actual}) => !copied || actual !== '')
          .slice(0, MOST_PROBLEMS)
          .map((problem) => ({check, problem}))
      } catch (error) {
        onFault(check, error)
        return []
      }
    })
    .toSorted((a, b) => severityOf(a) - severityOf(b))
  const told = withoutNotes(problems, asked, (source, target) => {
    const body = askWith({...asked.unit, source, target}, source, {of: () => asked.context})
    return problemsOf(body, checks, onFault, budget)
  })
  return withoutCovered(believedOfRetold(told, asked))
}

/** One report of lost sentences, as grave as the gravest thing that went with them. */
const withoutCovered = (problems: CheckProblem[]): CheckProblem[] => {
  const cover = problems.find(({check}) => check.coversLosses)
  const isLost = (each: CheckProblem): boolean => each !== cover && each.problem.actual === ''
  const gravest = problems.find((each) => each === cover || isLost(each))
  if (cover === undefined || gravest === undefined || !problems.some(isLost)) return problems
  const severity = gravest.problem.severity ?? gravest.check.severity
  return [
    {check: cover.check, problem: {...cover.problem, severity}},
    ...problems.filter((each) => each !== cover && !isLost(each)),
  ].toSorted((a, b) => severityOf(a) - severityOf(b))
}

const throwFault = ({id}: Check, error: unknown): never => {
  if (isOfMachine(error)) throw error
  throw new Error(`the check “${id}” failed`, {cause: error})
}

const severityOf = ({check, problem}: CheckProblem): number =>
  severityOrder[problem.severity ?? check.severity]
