/** Finds the files that documents include, in the folder of the workspace and nowhere else. */

import {readFileSync, realpathSync, statSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {isInside} from '../../disk/is-inside.ts'
import {posixPath} from '../../disk/posix-path.ts'
import {decode} from '../decode.ts'
import type {Includes, ReadInclude} from './expand-includes.ts'

/** Folders beside the pages in which systems keep what is included. */
const FOLDERS = ['', 'includes', '_includes', 'snippets']
/** `~/x`, `/x` and `@site/x` start from a folder above the page that nothing names. */
const rootRE = /^(?:~\/|\/+|@site\/)/
const elsewhereRE = /^[a-z][a-z0-9+.-]+:/i

/**
 * A reader of includes for the documents below a folder. A path is looked for beside the file that includes it, then from each
 * folder above up to the root, the nearest first.
 *
 * @param root without links  @param path what a file is called in the dataset
 */
function includeReader(root: string, path: (file: string) => string): ReadInclude {
  return (target, from) => {
    if (elsewhereRE.test(target)) return 'outside'
    const found = placesOf(target, from, root)
      .map(realFile)
      .filter((file) => file !== null)
    const file = found.find((each) => each !== root && isInside(root, each))
    if (file === undefined) return found.length > 0 || leaves(target, from, root) ? 'outside' : 'missing'
    const {text, diagnostics} = decode(readFileSync(file), path(file))
    return {id: file, path: path(file), text, diagnostics}
  }
}

/** Where a file may be, the likeliest place first. */
function placesOf(target: string, from: string, root: string): string[] {
  const name = decodeTarget(target).replace(rootRE, '')
  const beside = rootRE.test(target) ? [] : [resolve(dirname(from), name)]
  const above: string[] = []
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    above.push(...FOLDERS.map((each) => join(folder, each, name)))
    const way = relative(root, folder)
    if (way === '' || way.startsWith('..') || folder === dirname(folder)) break
  }
  return name.startsWith('..') ? beside : [...beside, ...above]
}

const leaves = (target: string, from: string, root: string): boolean =>
  !rootRE.test(target) && relative(root, resolve(dirname(from), decodeTarget(target))).startsWith('..')

/** `%20` is a space; what can't be decoded is a name as it stands. */
function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch (error) {
    if (error instanceof URIError) return target
    throw error
  }
}

/** The file behind links; null where there is none. */
const realFile = (file: string): string | null =>
  statSync(file, {throwIfNoEntry: false})?.isFile() === true ? realpathSync(file) : null

/** How the document at hand includes: its own name as included files are named, and the reader. */
export function includesOf({path, file, root}: {path: string; file: string; root: string}): Includes {
  const own = realFile(file) ?? file
  const base = realFolder(root)
  const way = posixPath(relative(base, own))
  const prefix = path.endsWith(way) ? path.slice(0, path.length - way.length) : ''
  return {id: own, read: includeReader(base, (each) => prefix + posixPath(relative(base, each)))}
}

const realFolder = (folder: string): string =>
  statSync(folder, {throwIfNoEntry: false}) === undefined ? resolve(folder) : realpathSync(folder)
