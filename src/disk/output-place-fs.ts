/** Where an output folder must not be: in the place of something of the user's, above it, or where it would be read. */
import {existsSync, lstatSync, readlinkSync, realpathSync, statSync} from 'node:fs'
import {homedir} from 'node:os'
import {basename, dirname, join, resolve} from 'node:path'
import {isCode} from './folder-lock-fs.ts'
import {readMark} from './output-mark-fs.ts'
import {packageFolder} from './package-folder-fs.ts'
import {UsageError} from './usage-error.ts'

/** A folder or file that the run reads, and that its results must not replace. */
export interface RunInput {
  path: string
  /** For the message: `the source`. */
  what: string
  /** Neither may a folder inside of it be written: what stands there is read as well. */
  closed?: boolean
}

export interface OutputPlace {
  folder: string
  /** The option that names it: `--data`. */
  option: string
}

/**
 * The folder as the disk knows it, behind all links; it need not be there.
 *
 * @throws Error of the system for a circle of links
 */
export const realPath = (path: string): string => {
  const absolute = resolve(path)
  try {
    return realpathSync.native(absolute)
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
  const parent = dirname(absolute)
  // A link whose end isn't there yet.
  if (lstatSync(absolute, {throwIfNoEntry: false})?.isSymbolicLink())
    return realPath(resolve(realPath(parent), readlinkSync(absolute)))
  return join(realPath(parent), basename(absolute))
}

/** @throws UsageError when writing the folder would harm something else; nothing was touched then */
export const checkPlace = ({folder, option}: OutputPlace, inputs: readonly RunInput[]): void => {
  const place = realPath(folder)
  const refuse = (why: string, hint = `choose a folder of its own for the results with ${option}`): never => {
    throw new UsageError(`${folder} ${why}`, hint)
  }
  if (lineage(place).some((path) => /^\.git$/i.test(basename(path)))) refuse('lies inside of a Git folder')
  if (existsSync(join(place, '.git')))
    refuse('holds a Git repository (.git), and would be replaced as a whole')
  const mine: RunInput[] = [
    {path: '.', what: 'the working folder'},
    {path: homedir(), what: 'the home folder'},
    {path: packageFolder, what: 'the folder of this program'},
  ]
  for (const {path, what, closed = false} of [...mine, ...inputs]) {
    const real = realPath(path)
    if (isSame(place, real)) refuse(`is ${what}, and would be replaced as a whole`)
    if (contains(place, real)) refuse(`contains ${what} ${real}, and would be replaced as a whole`)
    if (closed && contains(real, place) && isFolder(real))
      refuse(`lies inside of ${what} ${path}, and would be read as a part of it`)
  }
  const outer = lineage(dirname(place)).find((path) => readMark(path) !== null)
  if (outer !== undefined)
    refuse(`lies inside of ${outer}, which an earlier run wrote and a later one replaces`)
}

/** @throws UsageError when two folders of one run are the same, or one lies inside of the other */
export const checkApart = (one: OutputPlace, other: OutputPlace): void => {
  const [a, b] = [realPath(one.folder), realPath(other.folder)]
  if (!isSame(a, b) && !contains(a, b) && !contains(b, a)) return
  throw new UsageError(
    `${one.option} ${one.folder} and ${other.option} ${other.folder} ${isSame(a, b) ? 'are the same folder' : 'lie inside of one another'}`,
    'choose two folders beside one another: each is replaced as a whole',
  )
}

const isFolder = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false

/** A path and all folders above it, from the inside out. */
const lineage = (path: string): string[] =>
  path === dirname(path) ? [path] : [path, ...lineage(dirname(path))]

/** The disk says so where both are there: it may have several names for one folder. */
const isSame = (a: string, b: string): boolean => {
  if (a === b) return true
  const [one, other] = [idOf(a), idOf(b)]
  return one === null && other === null ? fold(a) === fold(b) : one === other
}

/** Is the second inside of the first? */
const contains = (outer: string, inner: string): boolean =>
  lineage(inner)
    .slice(1)
    .some((path) => isSame(outer, path))

/** Some disks take names that differ in case, or in how a letter with an accent is written, for the same. */
const fold = (path: string): string => path.normalize('NFC').toLowerCase()

/** What the disk calls a file or folder; null when there is none, or the disk has no numbers. */
const idOf = (path: string): string | null => {
  const found = statSync(path, {bigint: true, throwIfNoEntry: false})
  return found === undefined || found.ino === 0n ? null : `${found.dev}:${found.ino}`
}
