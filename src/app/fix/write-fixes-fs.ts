/** Writes corrected documents so that all of it can be taken back: only over committed ones, and behind a patch. */

import {realpathSync, statSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {isInside} from '../../disk/is-inside.ts'
import {writeWhole} from '../../disk/json-file-fs.ts'
import {posixPath} from '../../disk/posix-path.ts'
import {isSystemError} from '../../disk/system-error.ts'
import {UsageError} from '../../disk/usage-error.ts'
import {encode} from '../../ingest/decode.ts'
import {readSource} from '../../ingest/sources-fs.ts'
import type {DiagnosticId} from '../../model/diagnostic-ids.ts'
import type {Diagnostic} from '../../model/schema.ts'
import {programVersion} from '../../model/version.ts'
import {leftOut} from '../left-out.ts'
import type {ReadDocument} from './documents-fs.ts'
import {commonGitFolder, rootFinder, uncommittedFiles} from './git-fs.ts'
import {type ChangedFile, filesToPatch} from './undo-patch.ts'
import {type PatchPlace, writePatch} from './undo-patch-fs.ts'

/** A document with the text that it is to have. */
export interface FixedText {
  document: ReadDocument
  text: string
}

export interface WriteOptions {
  /** Writes over what no commit holds, too. */
  force: boolean
  /** File for the patch; null for the usual place. */
  patch: string | null
  /** Paths that the user named. Links that lead out of their folders, and of the repositories of these, are left alone. */
  paths: readonly string[]
}

export interface WrittenFixes {
  /** Paths of the documents that were written. */
  written: ReadonlySet<string>
  /** Why others were not. */
  diagnostics: Diagnostic[]
  /** What to tell: where the patch is, and how it is used; null when nothing was written. */
  patch: {file: string; root: string; command: string} | null
  /** Documents that are in no working tree of git, so that the patch alone takes them back. */
  outside: number
}

/** A document on its way to the disk. */
interface Change {
  document: ReadDocument
  /** Absolute, without symbolic links. */
  file: string
  before: Uint8Array
  after: Uint8Array
}

const problem = ({path}: ReadDocument, id: DiagnosticId, message: string, hint: string): Diagnostic => ({
  place: {path, line: 1, column: 1},
  severity: 'error',
  id,
  message,
  hint,
})

/**
 * Writes the patch first, then each document whole.
 *
 * @throws UsageError with nothing written, when a document has changes that no commit holds, or the patch has no place
 */
export function writeFixes(fixes: readonly FixedText[], {force, patch, paths}: WriteOptions): WrittenFixes {
  const rootOf = rootFinder()
  const {changes, diagnostics} = changesOf(fixes, foldersOf(paths, rootOf))
  const result = {written: new Set<string>(), diagnostics, patch: null, outside: 0}
  if (changes.length === 0) return result
  const byRoot = Map.groupBy(changes, ({file}) => rootOf(file))
  if (!force) refuseUncommitted(byRoot)
  const [[only]] = [[...byRoot.keys()]]
  const repository = byRoot.size === 1 ? (only ?? null) : null
  const root = repository ?? commonFolder(changes.map(({file}) => dirname(file)))
  const patchOf = (some: readonly Change[]) =>
    filesToPatch(
      some.map((each) => changedFile(each, root)),
      programVersion,
    )
  const file = writePatch(placeOf(patch, repository), patchOf(changes))
  const done = changes.filter((change) => isWritten(change, diagnostics))
  for (const {document} of done) result.written.add(document.path)
  // What was not written can't be taken back; a patch that says so would fail as a whole.
  if (done.length < changes.length) writeWhole(file, patchOf(done))
  const command =
    repository === null
      ? `patch -R -p1 -d ${quoted(root)} -i ${quoted(resolve(file))}`
      : `git -C ${quoted(root)} apply -R --whitespace=nowarn ${quoted(resolve(file))}`
  return {...result, patch: {file, root, command}, outside: byRoot.get(null)?.length ?? 0}
}

/** The folders in which the user let documents be corrected, without links. */
const foldersOf = (paths: readonly string[], rootOf: (file: string) => string | null): string[] =>
  paths.flatMap((path) => {
    const folder = realpathSync(statSync(path).isDirectory() ? path : dirname(path))
    return [folder, rootOf(join(folder, 'any')) ?? folder]
  })

/** Documents as bytes; one that isn't what was read (edited meanwhile, or not decodable without loss) is left. */
function changesOf(
  fixes: readonly FixedText[],
  folders: readonly string[],
): {changes: Change[]; diagnostics: Diagnostic[]} {
  const changes = new Map<string, Change>()
  const diagnostics: Diagnostic[] = []
  for (const fix of fixes) {
    try {
      const found = changeOf(fix, folders)
      if ('id' in found) diagnostics.push(found)
      else changes.set(found.file, found)
    } catch (error) {
      // It vanished, or became something else, after it was read.
      if (!isSystemError(error)) throw error
      diagnostics.push(leftOut(fix.document.path, error))
    }
  }
  return {changes: [...changes.values()], diagnostics}
}

function changeOf({document, text}: FixedText, folders: readonly string[]): Change | Diagnostic {
  const {encoding, bom} = document.decoded
  const file = realpathSync(document.file)
  if (!folders.some((folder) => isInside(folder, file)))
    return problem(
      document,
      'fix-outside',
      'the document is a link that leads out of the folders to be corrected, and was left',
      `correct it where it is: portolan fix ${quoted(file)}`,
    )
  const before = readSource({file})
  if (Buffer.compare(before, encode(document.decoded)) === 0)
    return {document, file, before, after: encode({text, encoding, bom})}
  return problem(
    document,
    'fix-not-byte-exact',
    'expected the bytes that were read, found others: the document was edited meanwhile, or holds bytes that are no text',
    'save it as UTF-8, and run “portolan fix” once more',
  )
}

function refuseUncommitted(byRoot: ReadonlyMap<string | null, readonly Change[]>): void {
  const dirty = [...byRoot].flatMap(([root, own]) => {
    if (root === null) return []
    const files = new Set(
      uncommittedFiles(
        root,
        own.map(({file}) => file),
      ),
    )
    return own.filter(({file}) => files.has(file))
  })
  if (dirty.length === 0) return
  const names = dirty.slice(0, MOST_NAMED).map(({document}) => document.path)
  const more = dirty.length > names.length ? ` and ${dirty.length - names.length} more` : ''
  throw new UsageError(
    `expected documents that are committed, found changes that no commit holds in ${names.join(', ')}${more}; nothing was written`,
    'commit or stash them (untracked documents too), or correct them all the same with --force',
  )
}

const MOST_NAMED = 10

/** Inside a repository beside git's own files, where no run, checkout or cleaning touches it; else where the user stands. */
const placeOf = (patch: string | null, repository: string | null): PatchPlace => {
  if (patch !== null) return {file: patch}
  return repository === null
    ? {folder: '.', name: 'portolan-fix'}
    : {folder: join(commonGitFolder(repository), 'portolan'), name: 'fix'}
}

const changedFile = ({file, before, after}: Change, root: string): ChangedFile => ({
  path: posixPath(relative(root, file)),
  before,
  after,
})

function isWritten({document, file, after}: Change, diagnostics: Diagnostic[]): boolean {
  try {
    writeWhole(file, after)
    return true
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    diagnostics.push(problem(document, 'fix-not-written', error.message, error.hint))
    return false
  }
}

/** The deepest folder that holds all of these. */
function commonFolder(folders: readonly string[]): string {
  let [common = '/'] = folders
  for (const folder of folders) {
    while (relative(common, folder).split(/[\\/]/)[0] === '..') common = dirname(common)
  }
  return common
}

/** A path as a shell of POSIX takes it. */
const quoted = (path: string): string =>
  /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
