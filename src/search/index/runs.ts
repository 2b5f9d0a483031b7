/** Ascending whole numbers as runs: `[first, count, gap, count, …]`, a gap counted from the end of the run before. */

/** `[3, 2, 5, 1]` are 3, 4 and 10. Empty for no numbers. */
export type Runs = readonly number[]

/** `numbers`: ascending, without duplicates. */
export const toRuns = (numbers: readonly number[]): number[] => {
  const runs: number[] = []
  let end = 0
  let count = 0
  for (const number of numbers) {
    if (count > 0 && number === end) count++
    else {
      if (count > 0) runs.push(count)
      runs.push(number - end)
      count = 1
    }
    end = number + 1
  }
  if (count > 0) runs.push(count)
  return runs
}

export const runsToNumbers = (runs: Runs): number[] => {
  const numbers: number[] = []
  let at = 0
  for (const [index, value] of runs.entries()) {
    if (index % 2 === 1) for (let left = value; left > 0; left--) numbers.push(at++)
    else at += value
  }
  return numbers
}
