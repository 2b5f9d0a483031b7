/** Measures tasks beside each other in one process, in processor time, so that what else the machine does changes little. */
import {Bench} from 'tinybench'

export interface Task {
  name: string
  run: () => unknown
}

export interface Row {
  name: string
  /** Milliseconds. */
  median: number
  /** Milliseconds of the quarter that took longest. */
  slow: number
  /** Median by the median of the task that the others are compared with. */
  ratio: number | null
  /** What else was measured, by the head of its column. */
  more?: Record<string, string | number>
}

/** What was wanted and what was measured. */
export interface Goal {
  what: string
  wanted: string
  measured: string
  met: boolean
}

export interface Section {
  title: string
  /** What was measured, on what. */
  note: string
  unit: 'ms of processor time' | 'ms' | 's' | 'KB'
  rows: Row[]
  goals: Goal[]
}

/** Processor time of this process, all its threads, in milliseconds. */
const processorTime = (): number => {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}

/** Runs every task some times, warmed up; no garbage collection is forced, since that distorts what follows. */
export const measure = async (tasks: readonly Task[], base: string, iterations: number): Promise<Row[]> => {
  const bench = new Bench({
    now: processorTime,
    iterations,
    time: 0,
    warmupIterations: 2,
    warmupTime: 0,
    throws: true,
  })
  for (const {name, run} of tasks) bench.add(name, run)
  await bench.run()
  const rows = bench.tasks.map(({name, result}): Row => {
    if (result.state !== 'completed') throw new Error(`${name} did not end: ${result.state}`)
    return {name, median: result.latency.p50, slow: result.latency.p75, ratio: null}
  })
  return withRatios(rows, base)
}

/** The value below which a share of them lies, 0 to 1; null for none. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** Divides each median by that of `base`. */
export const withRatios = (rows: readonly Row[], base: string): Row[] => {
  const one = rows.find(({name}) => name === base)?.median
  return rows.map((row) => ({...row, ratio: one === undefined ? null : row.median / one}))
}

/** A goal of the form “at most `most` times the base”. */
export const atMost = (rows: readonly Row[], name: string, most: number, base: string): Goal => {
  const ratio = rows.find((row) => row.name === name)?.ratio ?? Number.NaN
  return {
    what: `${name} by ${base}`,
    wanted: `at most ${most}`,
    measured: ratio.toFixed(2),
    met: ratio <= most,
  }
}
