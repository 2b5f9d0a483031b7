/** Writes the files of a new workspace, all of them or none, and none over another. */
import {lstatSync, mkdirSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {isCode} from '../../disk/folder-lock-fs.ts'
import {UsageError} from '../../disk/usage-error.ts'
import type {NewFile} from './workspace-files.ts'

const HINT = 'name an empty or new folder: portolan init DIR'

/** @throws UsageError when a file is there already, or a file or link stands where a folder must be; nothing was written then */
export const writeWorkspace = (folder: string, files: readonly NewFile[]): void => {
  if (statSync(folder, {throwIfNoEntry: false})?.isDirectory() === false)
    throw new UsageError(`${folder} is no folder`, HINT)
  const taken = files.map(({path}) => path).filter((path) => isThere(join(folder, path)))
  if (taken.length > 0)
    throw new UsageError(`${folder} has ${shown(taken)} already; nothing was written`, HINT)
  for (const {path, text} of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), {recursive: true})
    // `wx`: what came since is not overwritten either.
    writeFileSync(file, text, {flag: 'wx'})
  }
}

/** Whether something has the name, be it a link that leads nowhere, or stands where one of its folders must be. */
const isThere = (path: string): boolean => {
  try {
    return lstatSync(path, {throwIfNoEntry: false}) !== undefined
  } catch (error) {
    if (isCode(error, 'ENOTDIR')) return true
    throw error
  }
}

const SHOWN = 3

const shown = (paths: readonly string[]): string =>
  paths.length > SHOWN + 1
    ? `${paths.slice(0, SHOWN).join(', ')} and ${paths.length - SHOWN} other files`
    : paths.join(', ')
