/** Writes to standard output, waiting when the reader is slow; a reader that left ends the run without noise. */
import {once} from 'node:events'

/** A writer for one run. */
export function stdoutWriter(): (piece: string) => Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(process.exitCode ?? 0)
  })
  return async (piece) => {
    if (piece !== '' && !process.stdout.write(piece)) await once(process.stdout, 'drain')
  }
}
