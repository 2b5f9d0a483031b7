import {cpSync, readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {describe, expect, it} from 'vitest'
import {checksums, portolan, startPortolan, temporaryFolder} from '../support/portolan.ts'

/** How often a run is killed: `KILLS=50 npx vitest run test/robustness/kill.test.ts` for more. */
const KILLS = Number(process.env['KILLS'] ?? 8)

/** The same numbers in every run, so that a failure can be repeated (a linear congruential generator, Numerical Recipes). */
const randomNumbers = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** Two workspaces whose results differ. */
const workspaces = (folder: string): {before: string; after: string} => {
  const [before, after] = [join(folder, 'before'), join(folder, 'after')]
  cpSync('content/sources/fr-FR', before, {recursive: true})
  cpSync('content/sources', after, {recursive: true})
  return {before, after}
}

const succeed = (args: string[]): number => {
  const started = performance.now()
  expect(portolan(args)).toMatchObject({status: 0})
  return performance.now() - started
}

interface Killing {
  /** Folder with the result. */
  result: string
  /** Commands that write the old and the new result. */
  old: string[]
  next: string[]
  kills: number
}

/** Kills the second command at random moments over the result of the first, and looks at the folder after each. */
const killOften = async ({result, old, next, kills}: Killing): Promise<Record<string, number>> => {
  succeed(old)
  const saved = `${result}-saved`
  cpSync(result, saved, {recursive: true})
  const before = checksums(result)
  const milliseconds = succeed(next)
  const after = checksums(result)
  expect(after).not.toEqual(before)
  const random = randomNumbers(7)
  const seen: Record<string, number> = {}
  for (let kill = 0; kill < kills; kill++) {
    rmSync(result, {recursive: true})
    cpSync(saved, result, {recursive: true})
    const {child, ended} = startPortolan(next)
    await wait(random() * milliseconds)
    child.kill(kill % 2 === 0 ? 'SIGKILL' : 'SIGINT')
    await ended
    const found = checksums(result)
    const state = JSON.stringify(found) === JSON.stringify(before) ? 'old' : 'new'
    expect(found).toEqual(state === 'old' ? before : after)
    seen[state] = (seen[state] ?? 0) + 1
  }
  succeed(next)
  expect(checksums(result)).toEqual(after)
  rmSync(saved, {recursive: true})
  return seen
}

describe('a run that is killed at any moment', () => {
  it('leaves the old data or the new data, whole, and the next run succeeds and tidies up', async () => {
    const folder = temporaryFolder()
    const {before, after} = workspaces(folder)
    const data = join(folder, 'data')
    const seen = await killOften({
      result: data,
      old: ['ingest', '--sources', before, '--data', data],
      next: ['ingest', '--sources', after, '--data', data],
      kills: KILLS,
    })
    expect((seen['old'] ?? 0) + (seen['new'] ?? 0)).toBe(KILLS)
    expect(readdirSync(folder).toSorted()).toEqual(['after', 'before', 'data'])
  }, 600_000)

  it('leaves the old site or the new site, whole', async () => {
    const folder = temporaryFolder()
    const {before, after} = workspaces(folder)
    const [data, dist] = [join(folder, 'data'), join(folder, 'dist')]
    const kills = Math.ceil(KILLS / 4)
    const seen = await killOften({
      result: dist,
      old: ['build', '--sources', before, '--data', data, '--dist', dist],
      next: ['build', '--sources', after, '--data', data, '--dist', dist],
      kills,
    })
    expect((seen['old'] ?? 0) + (seen['new'] ?? 0)).toBe(kills)
    expect(readdirSync(folder).toSorted()).toEqual(['after', 'before', 'data', 'dist'])
  }, 900_000)
})
