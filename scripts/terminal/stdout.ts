/** Writes to standard output, waiting when the reader is slow; a reader that left ends the run without noise. */
import {once} from 'node:events'
import {printable} from '../../src/text/printable.ts'

/**
 * `portolan … | head`: who has read enough closes the pipe, and is told nothing; of a full disk behind `> FILE` it is said that
 * what stands there isn't whole. Once a process, before anything is written.
 */
export const endWithReader = (): void => {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
      if (stream === process.stdout)
        process.stderr.write(
          `portolan: what was to be written is not whole: ${printable(error.message)}\n  write it again, where there is room\n`,
        )
      process.exit(2)
    })
}

/** A writer for one run. */
export const stdoutWriter = (): ((piece: string) => Promise<void>) => async (piece) => {
  if (piece !== '' && !process.stdout.write(piece)) await once(process.stdout, 'drain')
}
