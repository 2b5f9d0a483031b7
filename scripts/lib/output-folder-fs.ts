/** Output folders that are whole or untouched: written beside their place, then put there by renaming. */
import {existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {lockFolder} from './folder-lock-fs.ts'
import {UsageError} from './usage-error.ts'

export interface OutputFolder {
  /** Empty folder to write into. */
  draft: string
  /** Puts the draft in the place of the old folder. */
  publish: () => void
  /** Removes the draft and lets others write. Call it in any case. */
  close: () => void
}

/** What only an output of ours holds. */
const resultRE = /^(?:knowledge-base\.json|part-\d+-of-\d+\.jsonl|data)$/

/**
 * Opens a folder for a whole new result. A second writer is refused; what a killed run left behind is removed.
 *
 * @throws UsageError when the folder can't be written, holds files that are no result of ours, or another run is writing it
 */
export const openOutputFolder = (folder: string): OutputFolder => {
  // A link to a folder stays a link.
  const target = existsSync(folder) ? realpathSync(folder) : resolve(folder)
  const beside = join(dirname(target), `.${basename(target)}.portolan`)
  const draft = `${beside}-new`
  const old = `${beside}-old`
  const release = prepare(target, beside)
  try {
    // A run that was killed between its two renames left the result only under the old name.
    if (!existsSync(target) && existsSync(old)) renameSync(old, target)
    checkTarget(target, folder)
    rmSync(draft, {recursive: true, force: true})
    rmSync(old, {recursive: true, force: true})
    mkdirSync(draft)
  } catch (error) {
    release()
    throw asUsageError(error, folder)
  }
  return {
    draft,
    publish: () => {
      endAfterRenaming()
      const replaces = existsSync(target)
      if (replaces) renameSync(target, old)
      try {
        renameSync(draft, target)
      } catch (error) {
        if (replaces) renameSync(old, target)
        throw asUsageError(error, folder)
      }
      rmSync(old, {recursive: true, force: true})
    },
    close: () => {
      rmSync(draft, {recursive: true, force: true})
      release()
    },
  }
}

/** Refuses to replace what another program or a person has made. */
const checkTarget = (target: string, folder: string): void => {
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory()) {
    throw new UsageError(
      `${folder} is a file, a folder is expected`,
      'choose another folder with --data or --dist',
    )
  }
  const names = readdirSync(target)
  if (names.length > 0 && !names.some((name) => resultRE.test(name))) {
    throw new UsageError(
      `${folder} holds other files (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}), and would be replaced as a whole`,
      'choose an empty folder, or one that an earlier run has written',
    )
  }
}

/** An interrupt would end the process at once, also between two renames; from here on it waits until they are done. */
const endAfterRenaming = (): void => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(code))
  }
}

const prepare = (target: string, beside: string): (() => void) => {
  try {
    mkdirSync(dirname(target), {recursive: true})
    return lockFolder(target, beside)
  } catch (error) {
    throw asUsageError(error, target)
  }
}

const asUsageError = (error: unknown, folder: string): unknown =>
  error instanceof Error && 'code' in error
    ? new UsageError(`${folder} can't be written: ${error.message}`, 'choose a folder that you may write')
    : error
