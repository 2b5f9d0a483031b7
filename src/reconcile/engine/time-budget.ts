/** How long one cell may take: what a hostile or broken text would keep the checks busy with is left, and said. */
import type {Diagnostic, Place} from '../../model/schema.ts'

/** A cell takes a thousandth of it. */
const MOST_SECONDS = 10

export interface TimeBudget {
  isOver(): boolean
}

/** Milliseconds that only go forward. */
export interface Clock {
  (): number
  /** Milliseconds that the processor worked for this process; without it, the clock tells that, too. */
  worked?: () => number
}

const processorTime = (): number => {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}

/** The clock that cells are timed by; a test brings its own. */
export const clock: Clock = Object.assign(() => performance.now(), {worked: processorTime})

/**
 * Time is over when as much passed and was worked: what a busy machine keeps waiting is the same text, and ends with the same
 * result.
 */
export const startBudget = (now: Clock, seconds = MOST_SECONDS): TimeBudget => {
  const {worked = now} = now
  const end = now() + seconds * 1000
  const done = worked() + seconds * 1000
  let over = false
  return {
    isOver: () => {
      // The processor's time takes longer to ask for.
      over ||= now() >= end && worked() >= done
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
