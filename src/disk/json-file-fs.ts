/**
 * Reads and writes the files of a command, with an error that a person can act on. What is written is whole or untouched
 * whenever a run is killed: it is written beside its place, then put there by renaming.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import {hostname} from 'node:os'
import {dirname, join} from 'node:path'
import {threadId} from 'node:worker_threads'
import {leftByDead} from './folder-lock-fs.ts'
import {readJson} from './read-json-fs.ts'
import {UsageError} from './usage-error.ts'

/** The file's text as `parse` reads it. @throws UsageError when it isn't there or isn't what `parse` expects */
export const readFileAs = <T>(path: string, parse: (text: string) => T, what: string, hint: string): T =>
  readAs(path, () => readFileSync(path, 'utf8'), parse, what, hint)

/** The same for a file of JSON of any size, of which `parse` gets the value. */
export const readJsonAs = <T>(path: string, parse: (value: unknown) => T, what: string, hint: string): T =>
  readAs(path, () => readJson(path), parse, what, hint)

function readAs<Read, T>(
  path: string,
  read: () => Read,
  parse: (read: Read) => T,
  what: string,
  hint: string,
): T {
  try {
    return parse(read())
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path} is no ${what}: ${error.message}`, hint)
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(`${what} ${path} can't be read: ${error.message.split(',')[0]}`, hint)
  }
}

/** Names of drafts. They tell whose they are: a library's random names would look like files of the user's to the next run. */
const DRAFT = '.portolan-write-'

/** Path of a draft that a killed run left. */
export const draftRE = /(?:^|\/)\.portolan-write-[^/]+-\d+-\d+$/

/** Writes a whole file or nothing. @throws UsageError when it can't be written */
export function writeWhole(path: string, data: string | Uint8Array): void {
  writeChunks(path, [data])
}

/** Writes a file in pieces, whole or not at all, without holding it in memory. @throws UsageError when it can't be written */
export function writePiecesWhole(path: string, pieces: Iterable<string>): void {
  writeChunks(path, buffered(pieces))
}

/** Enough for one write call to be worth it. */
const BUFFER = 1 << 16

function* buffered(pieces: Iterable<string>): Generator<string> {
  let buffer = ''
  for (const piece of pieces) {
    buffer += piece
    if (buffer.length < BUFFER) continue
    yield buffer
    buffer = ''
  }
  yield buffer
}

function writeChunks(path: string, chunks: Iterable<string | Uint8Array>): void {
  try {
    // A link stays a link.
    const target = existsSync(path) ? realpathSync(path) : path
    const before = statSync(target, {throwIfNoEntry: false})
    if (before !== undefined) accessSync(target, constants.W_OK)
    // A device or a pipe can't be replaced, and must not be.
    if (before !== undefined && !before.isFile()) writeInto(target, chunks)
    else replace(target, before, chunks)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(`${path} can't be written: ${error.message}`, 'choose a place that you may write')
  }
}

function replace(target: string, before: Stats | undefined, chunks: Iterable<string | Uint8Array>): void {
  const mine = join(dirname(target), `${DRAFT}${hostname()}-`)
  for (const left of leftByDead(mine)) rmSync(left, {force: true})
  const draft = `${mine}${process.pid}-${threadId}`
  try {
    writeInto(draft, chunks, before)
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, {force: true})
    throw error
  }
}

/** @param like whose mode and owner the file gets */
function writeInto(path: string, chunks: Iterable<string | Uint8Array>, like?: Stats): void {
  const file = openSync(path, 'w')
  try {
    for (const chunk of chunks) writeFileSync(file, chunk)
    if (like === undefined) return
    // Only root can give a file away.
    if (process.getuid?.() === 0) fchownSync(file, like.uid, like.gid)
    fchmodSync(file, like.mode & 0o7777)
    // The new bytes are on the disk before the old ones are given up, should the power fail.
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
