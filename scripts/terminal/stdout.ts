/** Writes to standard output, waiting when the reader is slow; a reader that left ends the run without noise. */
import {once} from 'node:events'

/** `portolan … | head`: who has read enough closes the pipe, and is told nothing. Once a process, before anything is written. */
export const endWithReader = (): void => {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(process.exitCode ?? 0)
    })
}

/** A writer for one run. */
export const stdoutWriter = (): ((piece: string) => Promise<void>) => async (piece) => {
  if (piece !== '' && !process.stdout.write(piece)) await once(process.stdout, 'drain')
}
