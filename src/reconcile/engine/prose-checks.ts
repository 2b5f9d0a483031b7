/** The checks whose scope holds prose, and of their alarms about a sentence those that can be believed there. */

import {checks as allChecks} from '../checks/index.ts'
import {type Alarm, alarmsOf} from './ask.ts'
import type {Asked} from './check.ts'

const checks = allChecks.filter(({scope}) => scope?.prose !== undefined)

/** Alarms about a sentence of prose, the gravest first. */
export const proseAlarmsOf = (asked: Asked): Alarm[] =>
  alarmsOf(asked, checks).filter(({check, report}) => check.scope?.prose?.(report, asked))
