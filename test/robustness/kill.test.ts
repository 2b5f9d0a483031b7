import {cpSync, mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {describe, expect, it} from 'vitest'
import {checksums, portolan, startPortolan, temporaryFolder} from '../support/portolan.ts'

/** How often a build is killed: `KILLS=50 npx vitest run test/robustness/kill.test.ts` for more. */
const KILLS = Number(process.env['KILLS'] ?? 5)
/** An ingest takes a tenth of the time. */
const INGEST_KILLS = Number(process.env['KILLS'] ?? 50)
/** Longest time for a number of kills on a busy machine, in milliseconds; most of them wait for half a run. */
const timeFor = (kills: number): number => 600_000 + kills * 60_000
/** Moments of one build at which its output is looked at as a kill would leave it. */
const MOMENTS = 50

/** The same numbers in every run, so that a failure can be repeated (a linear congruential generator, Numerical Recipes). */
const randomNumbers = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** An earlier result, as far as a run can tell: it holds what marks an output folder, and other files. */
const makeOldResult = (result: string): Record<string, string> => {
  mkdirSync(join(result, 'data'), {recursive: true})
  for (const name of ['knowledge-base.json', 'index.html', 'data/rules.csv'])
    writeFileSync(join(result, name), `old ${name}`)
  return checksums(result)
}

interface Run {
  /** Folder with the result. */
  result: string
  /** Command that writes it. */
  command: string[]
}

interface Outcome {
  before: Record<string, string>
  after: Record<string, string>
  milliseconds: number
}

const isSame = (a: Record<string, string>, b: Record<string, string>): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/**
 * Runs to the end, and on the way stops the process at random moments to look at the folder: as it is then, a kill at that
 * moment would leave it, since nothing runs any more that could change it.
 */
const lookOften = async ({result, command}: Run, moments: number, expected: number): Promise<Outcome> => {
  const before = makeOldResult(result)
  const random = randomNumbers(11)
  const waits = Array.from({length: moments}, () => (random() * 2 * expected) / moments)
  const {child, ended} = startPortolan(command)
  const seen: Record<string, string>[] = []
  const started = performance.now()
  let stopped = 0
  for (const pause of waits) {
    await wait(pause)
    if (child.exitCode !== null || !child.kill('SIGSTOP')) break
    const at = performance.now()
    seen.push(checksums(result))
    child.kill('SIGCONT')
    stopped += performance.now() - at
  }
  expect(await ended).toMatchObject({status: 0})
  const milliseconds = performance.now() - started - stopped
  const after = checksums(result)
  expect(seen.length).toBeGreaterThan(moments / 4)
  expect(seen.filter((found) => !isSame(found, before) && !isSame(found, after))).toEqual([])
  return {before, after, milliseconds}
}

/** Kills the command at random moments over an old result, looks at the folder after each, and at last lets it end. */
const killOften = async ({result, command}: Run, kills: number, whole: Outcome): Promise<void> => {
  const random = randomNumbers(7)
  for (let kill = 0; kill < kills; kill++) {
    rmSync(result, {recursive: true})
    makeOldResult(result)
    const {child, ended} = startPortolan(command)
    await wait(random() * whole.milliseconds)
    child.kill(kill % 2 === 0 ? 'SIGKILL' : 'SIGINT')
    await ended
    const found = checksums(result)
    expect(found).toEqual(isSame(found, whole.before) ? whole.before : whole.after)
  }
  expect(portolan(command)).toMatchObject({status: 0})
  expect(checksums(result)).toEqual(whole.after)
}

describe('a run that is killed at any moment', () => {
  it(
    'leaves the old data or the new data, whole, and the next run succeeds and tidies up',
    async () => {
      const folder = temporaryFolder()
      const data = join(folder, 'data')
      const run: Run = {result: data, command: ['ingest', '--data', data]}
      const whole = await lookOften(run, MOMENTS, 1000)
      await killOften(run, INGEST_KILLS, whole)
      expect(readdirSync(folder)).toEqual(['data'])
    },
    timeFor(INGEST_KILLS),
  )

  it(
    'leaves the old site or the new site, whole',
    async () => {
      const folder = temporaryFolder()
      const [sources, data, dist] = [join(folder, 'sources'), join(folder, 'data'), join(folder, 'dist')]
      cpSync('content/sources/fr-FR', sources, {recursive: true})
      const run: Run = {
        result: dist,
        command: ['build', '--sources', sources, '--data', data, '--dist', dist],
      }
      const whole = await lookOften(run, MOMENTS, 5000)
      await killOften(run, KILLS, whole)
      expect(readdirSync(folder).toSorted()).toEqual(['data', 'dist', 'sources'])
    },
    timeFor(KILLS),
  )
})
