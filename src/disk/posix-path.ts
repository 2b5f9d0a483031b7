/** Writes paths as datasets, patches and pages name them: with slashes on every system. */
import {sep} from 'node:path'

/** Where a backslash separates nothing, it belongs to the name of a file, and stays. */
export const posixPath = (path: string, separator: string = sep): string =>
  separator === '/' ? path : path.replaceAll(separator, '/')
