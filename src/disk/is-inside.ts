/** Tells by paths alone what lies in a folder. */
import {isAbsolute, relative, resolve, sep} from 'node:path'

/** Whether a path is a folder or lies in it; both without links. */
export const isInside = (folder: string, path: string): boolean => {
  const way = relative(resolve(folder), resolve(path))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
