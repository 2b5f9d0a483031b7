/** Refuses to write interchange files over a memory, a termbase or other files that the user has from elsewhere. */
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {readMark} from '../../disk/output-mark-fs.ts'
import {UsageError} from '../../disk/usage-error.ts'

/** What our files say of who wrote them, by the ending of their name. */
const OURS = new Map<string, (text: string) => boolean>([
  ['sarif', (text) => text.includes('"driver":{"name":"portolan"')],
  ['tmx', (text) => text.includes('creationtool="portolan"')],
  ['tbx', (text) => text.includes('<p>Termbase of a Portolan workspace</p>')],
  // XLIFF doesn't say: its units have the names that the dataset gives them. One without units loses nothing.
  ['xlf', (text) => /<unit [^>]*#t\d+r\d+c\d+"/.test(text) || !/<(?:trans-)?unit\b/.test(text)],
])

/** @throws UsageError when one of the files is there and is not an earlier one of ours */
export function checkInterchangeFiles(folder: string, names: readonly string[]): void {
  const marked = readMark(folder)?.entries ?? []
  const foreign = names.find((name) => !marked.includes(name) && isForeign(join(folder, name), name))
  if (foreign === undefined) return
  throw new UsageError(
    `${join(folder, foreign)} is from another program, and would be replaced`,
    'move it away, or choose another folder with --out',
  )
}

const isForeign = (path: string, name: string): boolean =>
  existsSync(path) && OURS.get(name.split('.').at(-1) ?? '')?.(readFileSync(path, 'utf8')) !== true
