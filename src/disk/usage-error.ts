/** What a person can mend: a wrong option, a folder that isn't there. Commands end with exit code 2 and no stack. */

/** A message (expected, found) and a hint (what to do). */
export class UsageError extends Error {
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.name = 'UsageError'
    this.hint = hint
  }
}
