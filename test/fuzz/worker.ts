/** Fuzzes one parser in a thread of its own, so that one that hangs can be stopped. */
import {parentPort, workerData} from 'node:worker_threads'
import {startCoverage} from './coverage.ts'
import {fuzzTarget} from './fuzz-target.ts'
import {createRandom} from './random.ts'
import {targets} from './targets.ts'

export interface WorkerInput {
  name: string
  seconds: number
  seed: number
  limit: number
  /** The input that is being run: its length in bytes, then UTF-16. */
  current: SharedArrayBuffer
  /** Counts the runs. */
  ticks: SharedArrayBuffer
}

const {name, seconds, seed, limit, current, ticks}: WorkerInput = workerData
const target = targets.find((each) => each.name === name)
if (target === undefined) throw new Error(`there is no parser ${name}`)
const length = new Int32Array(current, 0, 1)
const units = new Uint16Array(current, 4)
const counter = new Int32Array(ticks)
const result = fuzzTarget(target, {
  seconds,
  random: createRandom(seed),
  coverage: startCoverage('/src/'),
  limit,
  onRun: (input) => {
    length[0] = input.length
    for (let at = 0; at < input.length && at < units.length; at++) units[at] = input.charCodeAt(at)
    Atomics.add(counter, 0, 1)
  },
})
parentPort?.postMessage(result)
