/** One writer at a time for an output folder; a lock whose process is gone doesn't count. */
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {UsageError} from './usage-error.ts'

/**
 * Takes the lock of a folder. Locks by age (as lock libraries do) would refuse the run after a killed one for a while,
 * so this one names its process.
 *
 * @returns gives the lock back
 * @throws UsageError when a living process holds it
 */
export const lockFolder = (folder: string): (() => void) => {
  const path = `${folder}.lock`
  const own = `${process.pid} ${hostname()}\n`
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(path, own, {flag: 'wx'})
      return () => rmSync(path, {force: true})
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error
      if (attempt > 0 || holderLives(path)) {
        throw new UsageError(`another run is writing ${folder}`, `wait until it is done, or remove ${path}`)
      }
      rmSync(path, {force: true})
    }
  }
}

const holderLives = (path: string): boolean => {
  try {
    const [pid, host] = readFileSync(path, 'utf8').trim().split(' ')
    if (host !== hostname()) return true
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/** Is this a system error with that code? */
export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
