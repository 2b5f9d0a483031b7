/** Finds the files of a site: none that is hidden, none to which a link leads out of the folder. */
import {realpath, stat} from 'node:fs/promises'
import {isAbsolute, join, relative, sep} from 'node:path'
import {isSystemError} from '../../disk/system-error.ts'

/** A path of the site, with `/` between its parts and none at its ends. */
export type SiteEntry = {kind: 'file'; path: string; size: number} | {kind: 'folder'; path: string}

/** For hosts of sites, not for readers. */
const hostFiles = new Set(['_headers', '_redirects'])

/** What says that nothing can be there; anything else that the disk refuses is an error. */
const absent = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL'])

/** What `asked`, decoded, stands for in the folder. @throws when the disk refuses to read what is there */
export const findEntry = async (folder: string, asked: string): Promise<SiteEntry | undefined> => {
  try {
    const root = await realpath(folder)
    const target = join(root, asked)
    const path = inside(root, target)
    const real = inside(root, await realpath(target))
    if (path === undefined || real === undefined || hostFiles.has(real)) return undefined
    const entry = await stat(target)
    if (entry.isDirectory()) return {kind: 'folder', path}
    return entry.isFile() ? {kind: 'file', path, size: entry.size} : undefined
  } catch (error) {
    if (isSystemError(error) && absent.has(error.code)) return undefined
    throw error
  }
}

/** Undefined for what lies outside, and for what has a name with a dot in front on the way. */
const inside = (root: string, target: string): string | undefined => {
  const parts = relative(root, target).split(sep)
  const hidden = parts.some((part) => part.startsWith('.'))
  return hidden || isAbsolute(relative(root, target)) ? undefined : parts.filter((part) => part).join('/')
}
