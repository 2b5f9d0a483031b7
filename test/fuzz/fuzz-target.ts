/** Feeds one parser with ever stranger inputs for a while; keeps the inputs that reach new code and breeds from them. */
import type {Coverage} from './coverage.ts'
import {minimise} from './minimise.ts'
import {mutate} from './mutate.ts'
import type {Random} from './random.ts'
import type {Target} from './targets.ts'

export interface Failure {
  input: string
  message: string
}

export interface FuzzResult {
  runs: number
  /** Inputs that reached new code. */
  corpus: string[]
  slowest: {milliseconds: number; input: string}
  failures: Failure[]
}

export interface FuzzOptions {
  seconds: number
  random: Random
  coverage: Coverage
  /** Longest processor time for one input, in milliseconds; slower is a failure. */
  limit: number
  /** Ends after so many failures; more of one kind say nothing new. */
  failures?: number
  /** Called before each run, so that a watcher knows what hangs. */
  onRun: (input: string) => void
}

/** Runs between two looks at the coverage, each of which costs a few milliseconds. */
const BATCH = 40
const MOST_FAILURES = 5

/** Fuzzes until the time is over. */
export const fuzzTarget = (
  target: Target,
  {seconds, random, coverage, limit, onRun, failures: most = MOST_FAILURES}: FuzzOptions,
): FuzzResult => {
  const corpus = [...target.seeds]
  const failures: Failure[] = []
  let slowest: FuzzResult['slowest'] = {milliseconds: 0, input: ''}
  let runs = 0
  const attempt = (input: string): void => {
    onRun(input)
    runs++
    const {message, milliseconds} = run(target, input)
    if (milliseconds > slowest.milliseconds) slowest = {milliseconds, input}
    // The garbage collector may interrupt a run: what is slow is slow twice.
    const slow = milliseconds > limit && run(target, input).milliseconds > limit
    const what = message ?? (slow ? `took more than ${limit} ms` : null)
    if (what === null || failures.some((failure) => kindOf(failure.message) === kindOf(what))) return
    failures.push({input: message === null ? input : smallest(target, input, what), message: what})
  }
  for (const seed of corpus) attempt(seed)
  coverage.fresh()
  const end = performance.now() + seconds * 1000
  while (performance.now() < end && failures.length < most) {
    const batch = Array.from({length: BATCH}, () => mutate(random.pick(corpus), corpus, target.words, random))
    for (const input of batch) attempt(input)
    if (coverage.fresh() === 0) continue
    // Which one it was: the others of the batch are tried again and reach nothing new.
    for (const input of batch) {
      run(target, input)
      if (coverage.fresh() > 0) corpus.push(input)
    }
    if (corpus.length === target.seeds.length) corpus.push(random.pick(batch))
  }
  return {runs, corpus: corpus.slice(target.seeds.length), slowest, failures}
}

/** Runs one input, and tells its processor time: a thread that waits for a busy machine is not slow. */
export const run = (target: Target, input: string): {message: string | null; milliseconds: number} => {
  const started = process.threadCpuUsage()
  let message: string | null = null
  try {
    target.run(input)
  } catch (error) {
    message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
  const {user, system} = process.threadCpuUsage(started)
  return {message, milliseconds: (user + system) / 1000}
}

const smallest = (target: Target, input: string, what: string): string =>
  minimise(input, (shorter) => {
    const {message} = run(target, shorter)
    return message !== null && kindOf(message) === kindOf(what)
  })

/** A message without its figures and quotations: failures of one kind have it in common. */
const kindOf = (message: string): string =>
  message
    .replace(/[“"'].*/s, '')
    .replace(/\d+/g, '0')
    .slice(0, 80)
