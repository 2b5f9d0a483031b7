/** Promises that share what ends with the first error, such as a process or a folder. */

/**
 * What `Promise.all` gives, but an error is thrown only when all have ended, so that none still writes while the program
 * cleans up after it.
 *
 * @throws the error of the first in the list that has one
 */
export const settleAll = async <T extends readonly unknown[] | []>(
  promises: T,
): Promise<{-readonly [P in keyof T]: Awaited<T[P]>}> => {
  await Promise.allSettled(promises)
  return Promise.all(promises)
}
