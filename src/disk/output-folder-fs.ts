/** Output folders that are whole or untouched: written beside their place, then put there by renaming. */
import {existsSync, lstatSync, mkdirSync, renameSync, statSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {lockFolder} from './folder-lock-fs.ts'
import {foreignPaths, isLeftover, isWhole, markFolder, removeMarked} from './output-mark-fs.ts'
import {checkPlace, type OutputPlace, type RunInput, realPath} from './output-place-fs.ts'
import {UsageError} from './usage-error.ts'

export interface OutputFolder {
  /** Folder to write into, empty but for the mark. */
  draft: string
  /** Puts the draft in the place of the old folder. @throws UsageError when that holds other files by now */
  publish: () => void
  /** Removes the draft and lets others write. Call it in any case. */
  close: () => void
}

/**
 * Opens a folder for a whole new result. A second writer is refused; what a killed run left behind is removed.
 *
 * @param inputs what the run reads, which the folder must not hold
 * @throws UsageError when the folder can't be written, is in the place of something else, holds files that no run wrote,
 * or another run is writing it
 */
export const openOutputFolder = (place: OutputPlace, inputs: readonly RunInput[]): OutputFolder => {
  const {folder} = place
  checkOutputFolder(place, inputs)
  // A link to a folder stays a link.
  const target = realPath(folder)
  const beside = join(dirname(target), `.${basename(target)}.portolan`)
  const draft = `${beside}-new`
  const old = `${beside}-old`
  const release = prepare(target, beside)
  try {
    for (const path of [draft, old]) checkLeftover(path)
    // A run that was killed between its two renames left the result only under the old name.
    if (!existsSync(target) && isThere(old) && isWhole(old)) renameSync(old, target)
    removeMarked(draft)
    removeMarked(old)
    mkdirSync(draft)
    markFolder(draft)
  } catch (error) {
    release()
    throw asUsageError(error, folder)
  }
  let isFailed = false
  return {
    draft,
    publish: () => {
      markFolder(draft)
      endAfterRenaming()
      // Somebody may have put a file there meanwhile.
      checkContent(target, place)
      const replaces = existsSync(target)
      if (replaces) renameSync(target, old)
      try {
        renameSync(draft, target)
      } catch (error) {
        isFailed = true
        if (replaces) putBack(old, target, error)
        throw asUsageError(error, folder)
      }
      removeMarked(old)
    },
    close: () => {
      try {
        removeMarked(draft)
        release()
      } catch (error) {
        // Of a disk that fails, the first failure is told; the next run removes what is left.
        if (!isFailed) throw error
      }
    },
  }
}

/**
 * Asks whether a run may replace a folder; nothing is touched.
 *
 * @throws UsageError when it is in the place of something else, or holds files that no run wrote
 */
export const checkOutputFolder = (place: OutputPlace, inputs: readonly RunInput[]): void => {
  checkPlace(place, inputs)
  checkContent(realPath(place.folder), place)
}

/** Gives an old result its name again. @throws UsageError that says where it stands, when the disk doesn't let it */
const putBack = (old: string, target: string, error: unknown): void => {
  try {
    renameSync(old, target)
  } catch (again) {
    if (!(error instanceof Error && again instanceof Error && 'code' in again)) throw again
    throw new UsageError(
      `${target} can't be written: ${error.message}; what was there stands in ${old}`,
      'run the command again once the disk can be written: it puts that back first',
    )
  }
}

/** Links count, wherever they lead. */
const isThere = (path: string): boolean => lstatSync(path, {throwIfNoEntry: false}) !== undefined

/** Refuses to replace what another program or a person has made. */
const checkContent = (target: string, {folder, option}: OutputPlace): void => {
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory()) {
    throw new UsageError(`${folder} is a file, a folder is expected`, `choose another folder with ${option}`)
  }
  const foreign = foreignPaths(target)
  if (foreign.length === 0) return
  const named = foreign.slice(0, 3).join(', ')
  throw new UsageError(
    `${folder} holds other files (${named}${foreign.length > 3 ? ', …' : ''}), and would be replaced as a whole`,
    `move them away, or choose with ${option} an empty folder or one that an earlier run has written`,
  )
}

/** Refuses to remove what only has the name of a leftover of ours. */
const checkLeftover = (path: string): void => {
  if (!isThere(path) || isLeftover(path)) return
  throw new UsageError(
    `${path} is in the way: a run writes there first, and this one holds other files`,
    'move it away, or remove it if a run of version 0.1 that was stopped has left it',
  )
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
