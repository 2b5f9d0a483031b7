/** Reads and writes the small files of a command, with an error that a person can act on. */
import {closeSync, openSync, readFileSync, renameSync, rmSync, writeSync} from 'node:fs'
import writeFileAtomic from 'write-file-atomic'
import {UsageError} from './usage-error.ts'

/** The file's text as `parse` reads it. @throws UsageError when it isn't there or isn't what `parse` expects */
export function readFileAs<T>(path: string, parse: (text: string) => T, what: string, hint: string): T {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(`${what} ${path} can't be read: ${error.message.split(',')[0]}`, hint)
  }
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UsageError(`${path} is no ${what}: ${error.message}`, hint)
  }
}

/** Writes a whole file or nothing. @throws UsageError when it can't be written */
export function writeWhole(path: string, data: string | Uint8Array): void {
  try {
    writeFileAtomic.sync(path, typeof data === 'string' ? data : Buffer.from(data))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(`${path} can't be written: ${error.message}`, 'choose a file that you may write')
  }
}

/** Enough for one write call to be worth it. */
const BUFFER = 1 << 16

/** Writes a file in pieces, whole or not at all, without holding it in memory. @throws UsageError when it can't be written */
export function writePiecesWhole(path: string, pieces: Iterable<string>): void {
  const draft = `${path}.new`
  try {
    const file = openSync(draft, 'w')
    try {
      let buffer = ''
      for (const piece of pieces) {
        buffer += piece
        if (buffer.length < BUFFER) continue
        writeSync(file, buffer)
        buffer = ''
      }
      writeSync(file, buffer)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, {force: true})
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(`${path} can't be written: ${error.message}`, 'choose a folder that you may write')
  }
}
