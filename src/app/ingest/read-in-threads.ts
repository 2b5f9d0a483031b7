/** Reads documents in worker threads; the result is the same as in one thread, whatever thread was first. */
import {Tinypool} from 'tinypool'
import {vocabulariesInUse} from '../../facts/vocabulary/vocabularies.ts'
import type {SourceFile} from '../../ingest/sources-fs.ts'
import {siblingModule} from '../sibling-module.ts'
import {type Reading, readFiles} from './read-file-fs.ts'
import type {Batch} from './read-worker.ts'

/** Documents that a thread gets at once: enough for the message to cost nothing, few enough to share the work evenly. */
const BATCH = 64

/**
 * @param threads worker threads; 1 reads in the thread that calls
 * @param onProgress called with the number of documents read so far
 */
export const readInThreads = async (
  files: readonly SourceFile[],
  threads: number,
  onProgress?: (done: number, all: number) => void,
): Promise<Reading> => {
  let done = 0
  if (threads <= 1) return readFiles(files, () => onProgress?.(++done, files.length))
  const vocabularies = vocabulariesInUse()
  const pool = new Tinypool({
    filename: siblingModule(import.meta.url, 'read-worker'),
    minThreads: threads,
    maxThreads: threads,
  })
  try {
    const batches = Array.from({length: Math.ceil(files.length / BATCH)}, (_, index) =>
      files.slice(index * BATCH, (index + 1) * BATCH),
    )
    const readings = await Promise.all(
      batches.map(async (batch) => {
        const reading: Reading = await pool.run({files: batch, vocabularies} satisfies Batch)
        done += batch.length
        onProgress?.(done, files.length)
        return reading
      }),
    )
    return {
      editions: readings.flatMap(({editions}) => editions),
      diagnostics: readings.flatMap(({diagnostics}) => diagnostics),
    }
  } finally {
    await pool.destroy()
  }
}
