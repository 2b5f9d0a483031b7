/** The checks whose scope holds prose, and of their problems about a sentence those that can be believed there. */

import {checks as allChecks} from '../checks/index.ts'
import {problemsOf} from './ask.ts'
import type {Asked, CheckProblem} from './check.ts'

const checks = allChecks.filter(({scope}) => scope?.prose !== undefined)

/** Alarms about a sentence of prose, the gravest first. */
export const proseProblemsOf = (asked: Asked): CheckProblem[] =>
  problemsOf(asked, checks).filter(({check, problem}) => check.scope?.prose?.(problem, asked))
