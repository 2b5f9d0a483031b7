/** How the cost of a step grows with its input. */

/** Doubling the input may cost so much more: twice, and a little for sorting and for memory that grows. */
export const MOST = 2.3
/** The smallest input takes at least so many milliseconds of processor time, so that clocks and warming up don't count. */
const LEAST = 60
/** Beyond this many milliseconds the next doubling is not tried any more. */
const LONG = 4000
/** Input that takes longer to make than this is not doubled only for the clock: what is measured is run several times. */
const LONG_TO_MAKE = 300
/** So often is the input doubled. */
const DOUBLINGS = 3
/** So many milliseconds, or so many runs, are spent before anything counts. */
const WARM = 300
const RUNS_TO_WARM_UP = 50
/** The best of so many runs counts: whatever else the machine does can only add. */
const RUNS = 3

export interface Growth {
  /** Sizes, and the milliseconds of each. */
  costs: [size: number, milliseconds: number][]
  /** What one doubling costs, on average. */
  factor: number
}

/** Sizes that are tried: from the first one, and at most the last, where larger ones mean something else. */
export interface Sizes {
  first: number
  most?: number
}

const cost = async (run: () => unknown, times = 1): Promise<number> => {
  // A collection that the making of the input left over would count for the run.
  globalThis.gc?.()
  const start = process.cpuUsage()
  for (let time = 0; time < times; time++) await run()
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1000 / times
}

const best = async (run: () => unknown, times = 1): Promise<number> => {
  const costs: number[] = []
  for (let time = 0; time < RUNS; time++) costs.push(await cost(run, times))
  return Math.min(...costs)
}

/** What runs for the first time is compiled, and then compiled better. */
const warmUp = async (run: () => unknown): Promise<void> => {
  let spent = 0
  for (let time = 0; time < RUNS_TO_WARM_UP && spent < WARM; time++) spent += await cost(run)
}

/** @param prepare makes the input of a size, and gives what is measured */
export async function growthOf(
  prepare: (size: number) => () => unknown,
  {first, most = Number.POSITIVE_INFINITY}: Sizes,
): Promise<Growth> {
  let size = first
  let milliseconds = 0
  for (;;) {
    let run: () => unknown = () => undefined
    const making = await cost(() => {
      run = prepare(size)
    })
    if (size === first) await warmUp(run)
    milliseconds = await best(run)
    if (milliseconds >= LEAST || making > LONG_TO_MAKE || size * 2 ** (DOUBLINGS + 1) > most) break
    size *= 2
  }
  const smallestRun = prepare(size)
  const times = Math.ceil(LEAST / Math.max(milliseconds, 0.1))
  const costs: Growth['costs'] = [[size, await best(smallestRun, times)]]
  for (let step = 0; step < DOUBLINGS && (costs.at(-1)?.[1] ?? 0) < LONG; step++) {
    size *= 2
    const [, before] = costs.at(-1) ?? [0, 0]
    costs.push([size, await best(prepare(size), Math.ceil(LEAST / Math.max(before, 0.1)))])
  }
  // All of it is compiled by now, which makes the smallest cheaper than it was.
  const smallest = Math.min(costs[0]?.[1] ?? 0, await best(smallestRun, times))
  costs[0] = [costs[0]?.[0] ?? 0, smallest]
  return {costs, factor: ((costs.at(-1)?.[1] ?? 0) / smallest) ** (1 / (costs.length - 1))}
}

export const growthToText = ({costs, factor}: Growth): string =>
  `×${factor.toFixed(2)}: ${costs.map(([size, milliseconds]) => `${size} ${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`).join(', ')}`
