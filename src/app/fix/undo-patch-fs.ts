/** Writes a patch under a name of its own: whole or not at all, and never over another one. */
import {existsSync, linkSync, mkdirSync, renameSync, rmSync} from 'node:fs'
import {hostname} from 'node:os'
import {dirname, join} from 'node:path'
import {isCode, leftByDead} from '../../disk/folder-lock-fs.ts'
import {writeWhole} from '../../disk/json-file-fs.ts'
import {UsageError} from '../../disk/usage-error.ts'

/** Where a patch goes: the very file that the user named, or the next free number of a name in a folder. */
export type PatchPlace = {file: string} | {folder: string; name: string}

/** Start of the names of drafts, which tell whose they are: a killed run can't remove its own. */
const DRAFT = '.portolan-patch-'

/** @returns where it was written. @throws UsageError when the file is there, or nothing can be written */
export function writePatch(place: PatchPlace, patch: Uint8Array): string {
  const folder = 'file' in place ? dirname(place.file) : place.folder
  try {
    mkdirSync(folder, {recursive: true})
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(
      `${folder} can't be made: ${error.message}`,
      'choose another place for the patch with --patch',
    )
  }
  const mine = join(folder, `${DRAFT}${hostname()}-`)
  const draft = `${mine}${process.pid}`
  try {
    for (const left of leftByDead(mine)) rmSync(left, {force: true})
    writeWhole(draft, patch)
    if ('file' in place) {
      if (publish(draft, place.file)) return place.file
      throw new UsageError(`${place.file} is there already`, 'choose another file for the patch')
    }
    for (let number = 1; ; number++) {
      const file = join(folder, `${place.name}-${number}.patch`)
      if (publish(draft, file)) return file
    }
  } finally {
    rmSync(draft, {force: true})
  }
}

/** Gives the draft its name; false when the name is taken, in one step where the disk knows links. */
function publish(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    if (existsSync(file)) return false
    renameSync(draft, file)
    return true
  }
}
