/** How long one cell may take: what a hostile or broken text would keep the checks busy with is left, and said. */
import type {Diagnostic, Place} from '../../model/schema.ts'

/** A cell takes a thousandth of it. */
const MOST_SECONDS = 10

export interface TimeBudget {
  isOver(): boolean
}

/** @param now milliseconds of any clock that only goes forward */
export const startBudget = (now: () => number, seconds = MOST_SECONDS): TimeBudget => {
  const end = now() + seconds * 1000
  let over = false
  return {
    isOver: () => {
      over ||= now() >= end
      return over
    },
  }
}

export const endlessBudget: TimeBudget = {isOver: () => false}

/** What is told of a cell whose time was over. */
export const timeoutDiagnostic = (place: Place): Diagnostic => ({
  place,
  severity: 'warning',
  id: 'check-timeout',
  message: `the cell took more than ${MOST_SECONDS} seconds to check: not every check was asked, and no correction chosen`,
  hint: 'look at the cell by hand; where its text is a good one, report it',
})
