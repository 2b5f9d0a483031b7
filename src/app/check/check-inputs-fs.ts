/** Finds what `portolan check` is asked about: documents and interchange files, in files, folders and on stdin. */

import {closeSync, createWriteStream, mkdtempSync, openSync, readSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {globSync} from 'tinyglobby'
import {posixPath} from '../../disk/posix-path.ts'
import {decoderOf} from '../../disk/text-chunks-fs.ts'
import {UsageError} from '../../disk/usage-error.ts'
import {holdsUnits} from '../../formats/csv/read.ts'
import {formatOfName, formatOfText, type InterchangeFormat, unitExtensions} from '../../formats/detect.ts'
import {DOCUMENTS, isDocumentName} from '../../ingest/document-names.ts'
import {type DocumentLink, type OddEntries, oddEntries} from '../../ingest/links-fs.ts'
import {unsupported} from '../unsupported.ts'

export interface CheckInput {
  /** As the user would open it, with `/`; `<stdin>` for standard input. */
  path: string
  /** Absolute. */
  file: string
  kind: InterchangeFormat | 'document'
  /** What is to be said where it is a link in a folder. */
  link?: DocumentLink
  /** A folder that may not be read: reading it says so. */
  isClosed?: true
}

const NAMES = [DOCUMENTS, `**/*.{${unitExtensions.map((extension) => extension.slice(1)).join(',')}}`]
/** Enough to see what a file without a telling name is. */
const SNIFFED_BYTES = 8192

/**
 * All files that the paths name, each once, ordered by path. A folder stands for the documents and interchange files in it.
 *
 * @throws UsageError when a path isn't there, or a folder holds nothing to check
 */
export function listCheckInputs(paths: readonly string[]): CheckInput[] {
  const inputs = new Map<string, CheckInput>()
  for (const path of paths) {
    const found = isFolder(path) ? filesOf(path) : [path]
    const {links, closed}: OddEntries = isFolder(path) ? oddEntries(path) : {links: new Map(), closed: []}
    if (found.length + links.size + closed.length === 0)
      throw new UsageError(
        `no documents in ${path}`,
        'name a folder with documents (Markdown, MDX, HTML), or files of TMX, XLIFF, PO, JSON Lines or CSV',
      )
    const add = (
      each: string,
      kind: CheckInput['kind'],
      more: Pick<CheckInput, 'link' | 'isClosed'> = {},
    ) => {
      const file = resolve(each)
      if (!inputs.has(file)) inputs.set(file, {path: posixPath(each), file, kind, ...more})
    }
    for (const each of found) add(each, kindOf(each))
    for (const [name, link] of links) add(join(path, name), 'document', {link})
    for (const name of closed) add(join(path, name), 'document', {isClosed: true})
  }
  return [...inputs.values()].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

const filesOf = (folder: string): string[] =>
  globSync(NAMES, {cwd: folder, dot: false, followSymbolicLinks: false, caseSensitiveMatch: false})
    .map((name) => join(folder, name))
    .filter((file) => formatOfName(file) !== 'csv' || holdsUnits(startOf(file)))

/** @throws UsageError when there is no such file or folder */
export function isFolder(path: string): boolean {
  const found = statSync(path, {throwIfNoEntry: false})
  if (found === undefined) throw new UsageError(`no such file or folder: ${path}`, 'check its spelling')
  return found.isDirectory()
}

const kindOf = (file: string): CheckInput['kind'] => {
  const named = formatOfName(file)
  if (named !== null || isDocumentName(file)) return named ?? 'document'
  const found = formatOfText(startOf(file))
  if (found === null) throw unsupported(file)
  return found
}

function startOf(file: string): string {
  const bytes = new Uint8Array(SNIFFED_BYTES)
  const handle = openSync(file, 'r')
  try {
    const start = bytes.subarray(0, readSync(handle, bytes))
    return decoderOf(start).decode(start)
  } finally {
    closeSync(handle)
  }
}

/** Standard input as a file, since it is read twice; `remove` deletes it. */
export async function spoolStdin(): Promise<{input: CheckInput; remove: () => void}> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-'))
  const remove = () => rmSync(folder, {recursive: true, force: true})
  const file = join(folder, 'stdin')
  try {
    await pipeline(process.stdin, createWriteStream(file))
    return {input: {path: '<stdin>', file, kind: formatOfText(startOf(file)) ?? 'document'}, remove}
  } catch (error) {
    remove()
    throw error
  }
}
