/** `npm run fuzz -- --time 60`: feeds every parser that meets outside bytes with strange inputs, and keeps what breaks one. */
import {createHash} from 'node:crypto'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import {Command} from 'commander'
import {printable} from '../../src/text/printable.ts'
import type {Failure, FuzzResult} from '../../test/fuzz/fuzz-target.ts'
import {MAX_LENGTH} from '../../test/fuzz/mutate.ts'
import {targets} from '../../test/fuzz/targets.ts'
import type {WorkerInput} from '../../test/fuzz/worker.ts'

const fixtures = fileURLToPath(new URL('../../test/fixtures/fuzz/', import.meta.url))

/** An input that takes more processor time than the first is a failure; one that is not done after the second is stopped. */
const LIMIT = 2000
const HANG = 60_000

/** Milliseconds of processor time of all threads: a machine that sleeps or is busy hangs no parser. */
const processorTime = (): number => {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}

const options = new Command('fuzz')
  .description('Feeds every parser with strange inputs, for a while.')
  .option('--time <seconds>', 'seconds for each parser', '60')
  .option('--seed <number>', 'where the random numbers start', '1')
  .option('--target <names...>', `parsers: ${targets.map(({name}) => name).join(', ')}`)
  .parse()
  .opts<{time: string; seed: string; target?: string[]}>()

const fuzz = async (name: string): Promise<FuzzResult> => {
  const current = new SharedArrayBuffer(4 + 2 * MAX_LENGTH)
  const ticks = new SharedArrayBuffer(4)
  const input: WorkerInput = {
    name,
    seconds: Number(options.time),
    seed: Number(options.seed),
    limit: LIMIT,
    current,
    ticks,
  }
  const worker = new Worker(new URL('../../test/fuzz/worker.ts', import.meta.url), {workerData: input})
  const done = new Promise<FuzzResult>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  const watching = new AbortController()
  try {
    return await Promise.race([done, watch(current, ticks, watching.signal)])
  } finally {
    watching.abort()
    await worker.terminate()
  }
}

/** Ends with a failure when one input runs for too long. */
const watch = async (
  current: SharedArrayBuffer,
  ticks: SharedArrayBuffer,
  signal: AbortSignal,
): Promise<FuzzResult> => {
  const counter = new Int32Array(ticks)
  let seen = 0
  let since = processorTime()
  for (;;) {
    await wait(500, undefined, {signal}).catch(() => {})
    const now = Atomics.load(counter, 0)
    if (now !== seen) since = processorTime()
    seen = now
    if (seen === 0 || processorTime() - since < HANG) {
      if (signal.aborted) return {runs: seen, corpus: [], slowest: {milliseconds: 0, input: ''}, failures: []}
      continue
    }
    const length = new Int32Array(current, 0, 1)[0] ?? 0
    const text = String.fromCharCode(...new Uint16Array(current, 4, Math.min(length, MAX_LENGTH)))
    const failure = {input: text, message: `hangs: more than ${HANG / 1000} s of processor time`}
    return {runs: seen, corpus: [], slowest: {milliseconds: HANG, input: text}, failures: [failure]}
  }
}

/** Keeps an input as a fixture that the tests replay from then on. */
const keep = (name: string, {input}: Failure): string => {
  const hash = createHash('sha256').update(input).digest('hex').slice(0, 10)
  const file = join(fixtures, `${name}-${hash}.json`)
  mkdirSync(fixtures, {recursive: true})
  writeFileSync(file, `${JSON.stringify(input)}\n`)
  return file
}

const chosen = targets.filter(({name}) => options.target === undefined || options.target.includes(name))
for (const {name} of chosen) {
  const {runs, corpus, slowest, failures} = await fuzz(name)
  process.stdout.write(
    `${name.padEnd(13)} ${String(runs).padStart(8)} runs  ${String(corpus.length).padStart(5)} inputs with new coverage  slowest ${slowest.milliseconds.toFixed(0)} ms  ${failures.length} failures\n`,
  )
  for (const failure of failures) {
    const file = keep(name, failure)
    process.stdout.write(
      `  ${printable(failure.message)}\n  ${file}: ${printable(JSON.stringify(failure.input).slice(0, 300))}\n`,
    )
    process.exitCode = 1
  }
}
