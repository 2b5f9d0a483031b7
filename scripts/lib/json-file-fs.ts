/** Reads and writes the small files of a command, with an error that a person can act on. */
import {readFileSync} from 'node:fs'
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
