/** Kills runs of the command line at random moments. */
import {setTimeout as wait} from 'node:timers/promises'
import {startPortolan} from './portolan.ts'

const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const

/** So that a failure can be repeated: `SEED=5 KILLS=30 npm run kills`. */
export const SEED = Number(process.env['SEED'] ?? 7)

/** The same numbers in every run with the same seed (a linear congruential generator, Numerical Recipes). */
export const randomNumbers = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

export interface Killing {
  command: string[]
  kills: number
  /** How long an undisturbed run takes. */
  milliseconds: number
  /** Variables of the test runner that the command must not see are `undefined`. */
  env?: Record<string, string | undefined>
  /** Called before each run. */
  prepare: () => void
  /** Called after each kill, with a sentence on it for the message of a failure. */
  look: (told: string, pid: number) => void
}

/** Runs a command again and again, and kills it at a random moment each time, with each signal in turn. */
export const killOften = async ({
  command,
  kills,
  milliseconds,
  env = {},
  prepare,
  look,
}: Killing): Promise<void> => {
  const random = randomNumbers(SEED)
  let killed = 0
  for (let kill = 0; kill < kills; kill++) {
    prepare()
    const signal = SIGNALS[(SEED + kill) % SIGNALS.length] ?? 'SIGKILL'
    const after = Math.round(random() * milliseconds)
    const {child, ended} = startPortolan(command, {env})
    await wait(after)
    if (child.exitCode === null) killed += 1
    child.kill(signal)
    await ended
    look(`${command[0]}: kill ${kill + 1}, ${signal} after ${after} ms, seed ${SEED}`, child.pid ?? 0)
  }
  console.info(`${command[0]}: ${killed} of ${kills} runs were killed before their end, seed ${SEED}`)
}
