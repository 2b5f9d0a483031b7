/** Output folders that are whole or untouched: written beside their place, then put there by renaming. */
import {existsSync, mkdirSync, renameSync, rmSync, statSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
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

/**
 * Opens a folder for a whole new result. A second writer is refused; what a killed run left behind is removed.
 *
 * @throws UsageError when the folder can't be written, or another run is writing it
 */
export const openOutputFolder = (folder: string): OutputFolder => {
  const target = resolve(folder)
  const draft = `${target}.new`
  const old = `${target}.old`
  const release = prepare(target)
  try {
    if (existsSync(target) && !statSync(target).isDirectory()) {
      throw new UsageError(
        `${folder} is a file, a folder is expected`,
        'choose another folder with --data or --dist',
      )
    }
    // A run that was killed between its two renames left the result only under the old name.
    if (!existsSync(target) && existsSync(old)) renameSync(old, target)
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
      if (existsSync(target)) renameSync(target, old)
      renameSync(draft, target)
      rmSync(old, {recursive: true, force: true})
    },
    close: () => {
      rmSync(draft, {recursive: true, force: true})
      release()
    },
  }
}

const prepare = (target: string): (() => void) => {
  try {
    mkdirSync(dirname(target), {recursive: true})
    return lockFolder(target)
  } catch (error) {
    throw asUsageError(error, target)
  }
}

const asUsageError = (error: unknown, folder: string): unknown =>
  error instanceof Error && 'code' in error
    ? new UsageError(`${folder} can't be written: ${error.message}`, 'choose a folder that you may write')
    : error
