/** Where this package lies: what it ships beside its code is found from there, whatever folder a command is run in. */
import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** Holds the sources of the site, which compiled modules don't have beside them: they lie in `lib/`, with a copy of `package.json`. */
const MARK = 'src/site/pages'

/** The nearest folder above this module that holds the sources of the site. */
export const packageFolder: string = folderWithMark(dirname(fileURLToPath(import.meta.url)))

function folderWithMark(folder: string): string {
  if (existsSync(join(folder, MARK))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error(`expected ${MARK} above ${fileURLToPath(import.meta.url)}`)
  return folderWithMark(parent)
}
