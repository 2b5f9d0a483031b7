/** Errors lose their `code`, by which a full disk is known, on the way from thread to thread: so they go as data. */

export interface SentError {
  message: string
  stack: string | undefined
  code: string | undefined
}

/** What a thread gives: its result, or why there is none. */
export type Outcome<Result> = {result: Result} | {error: SentError}

/** For the end of a thread that does the work. */
export async function outcomeOf<Result>(work: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return {result: await work()}
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const {message, stack} = error
    return {error: {message, stack, code: 'code' in error ? String(error.code) : undefined}}
  }
}

/** For the end that asked. @throws the error as it was */
export function resultOf<Result>(outcome: Outcome<Result>): Result {
  if ('result' in outcome) return outcome.result
  const {message, stack, code} = outcome.error
  throw Object.assign(new Error(message), {stack, ...(code === undefined ? {} : {code})})
}
