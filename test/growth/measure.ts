/** How the cost of a step grows with its input. */

/** Doubling the input may cost so much more: twice, and a little for sorting and for memory that grows. */
export const MOST = 2.3
/** The smallest input takes at least so many milliseconds of processor time, so that clocks and warming up don't count. */
const LEAST = 60
/** Beyond this many milliseconds the next doubling is not tried any more. */
const LONG = 6000
/** So often is the input doubled. */
const DOUBLINGS = 3
/** The best of so many runs counts: whatever else the machine does can only add. */
const RUNS = 3

export interface Growth {
  /** Sizes, and the milliseconds of each. */
  costs: [size: number, milliseconds: number][]
  /** What one doubling costs, on average. */
  factor: number
}

const cost = async (run: () => unknown): Promise<number> => {
  // A collection that the making of the input left over would count for the run.
  globalThis.gc?.()
  const start = process.cpuUsage()
  await run()
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1000
}

const best = async (run: () => unknown): Promise<number> => {
  const costs: number[] = []
  for (let time = 0; time < RUNS; time++) costs.push(await cost(run))
  return Math.min(...costs)
}

/** @param prepare makes the input of a size, and gives what is measured  @param start the first size; it is doubled until it costs something */
export async function growthOf(prepare: (size: number) => () => unknown, start: number): Promise<Growth> {
  let size = start
  let first = await best(prepare(size))
  for (let step = 0; first < LEAST && step < 12; step++) {
    size *= 2
    first = await best(prepare(size))
  }
  const costs: Growth['costs'] = [[size, first]]
  for (let step = 0; step < DOUBLINGS && (costs.at(-1)?.[1] ?? 0) < LONG; step++) {
    size *= 2
    costs.push([size, await best(prepare(size))])
  }
  const last = costs.at(-1)?.[1] ?? first
  return {costs, factor: (last / first) ** (1 / (costs.length - 1))}
}

export const growthToText = ({costs, factor}: Growth): string =>
  `×${factor.toFixed(2)}: ${costs.map(([size, milliseconds]) => `${size} ${milliseconds.toFixed(0)} ms`).join(', ')}`
