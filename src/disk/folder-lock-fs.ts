/** One writer at a time for an output folder; a lock whose process is gone doesn't count. */
import {linkSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {UsageError} from './usage-error.ts'

/**
 * Takes the lock of a folder. Locks by age (as lock libraries do) would refuse the run after a killed one for a while,
 * so this one names its process.
 *
 * @param beside path of the lock without its ending
 * @returns gives the lock back
 * @throws UsageError when a living process holds it
 */
export const lockFolder = (folder: string, beside = folder): (() => void) => {
  const path = `${beside}.lock`
  // Its name tells whose it is, so that a later run can remove what a killed one left, even if it was still empty.
  const mine = `${path}.${hostname()}-`
  const own = mine + process.pid
  writeFileSync(own, `${process.pid} ${hostname()}\n`)
  try {
    if (!tryLink(own, path)) {
      checkLock(folder, path)
      if (holderLives(path) || !removeStale(path, own) || !tryLink(own, path)) throw taken(folder, path)
    }
    for (const left of leftByDead(mine)) rmSync(left, {force: true})
    return () => rmSync(path, {force: true})
  } finally {
    rmSync(own, {force: true})
  }
}

/** Linking makes the lock and its content at once, or fails when there is one. */
const tryLink = (own: string, path: string): boolean => {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Refuses to take away what only has the name of a lock; one that lost its text when the power failed is empty. */
const checkLock = (folder: string, path: string): void => {
  const found = lstatSync(path, {throwIfNoEntry: false})
  if (found === undefined) return
  if (found.isFile() && (found.size === 0 || lockRE.test(readFileSync(path, 'utf8')))) return
  throw new UsageError(
    `${path} is in the way: a run that writes ${folder} has its lock there`,
    'it is no lock of ours: move it away',
  )
}

const lockRE = /^\d+ \S+\n$/

/** Takes a dead process's lock away; false when another run was quicker, whose lock is then put back. */
const removeStale = (path: string, own: string): boolean => {
  const stale = `${own}.stale`
  try {
    renameSync(path, stale)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return true
    throw error
  }
  const lives = holderLives(stale)
  if (lives) tryLink(stale, path)
  rmSync(stale, {force: true})
  return !lives
}

/** Paths that start so and go on with the number of a process that is dead: what killed runs left behind. */
export const leftByDead = (start: string): string[] => {
  const [parent, prefix] = [dirname(start), basename(start)]
  return readdirSync(parent)
    .filter((name) => {
      const run = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN
      return !Number.isNaN(run) && !processLives(run)
    })
    .map((name) => join(parent, name))
}

const taken = (folder: string, path: string): UsageError =>
  new UsageError(`another run is writing ${folder}`, `wait until it is done, or remove ${path}`)

const holderLives = (path: string): boolean => {
  try {
    const [pid, host] = readFileSync(path, 'utf8').trim().split(' ')
    return host !== hostname() || processLives(Number(pid))
  } catch {
    return false
  }
}

/** Is there a process with that number on this machine? */
export const processLives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/** Is this a system error with that code? */
export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
