/** Reads the documents of a workspace, in as many threads as are worth while. */
import {availableParallelism} from 'node:os'
import type {Shard} from '../../ingest/shard.ts'
import {placeByConfig} from '../config/apply-config.ts'
import {findDocuments} from './pipeline.ts'
import type {Reading} from './read-file-fs.ts'
import {readInThreads} from './read-in-threads.ts'
import {sourcesOf, type WorkspaceOptions} from './workspace.ts'

/** From here on it is worth while to start threads: a few seconds of work. */
const MANY_DOCUMENTS = 10_000

/** All documents, or one share of them. */
export const readDocuments = (options: WorkspaceOptions, shard?: Shard): Promise<Reading> => {
  const files = placeByConfig(
    findDocuments(sourcesOf(options), shard),
    options.config ?? null,
    options.content,
  )
  const threads = options.threads ?? (files.length < MANY_DOCUMENTS ? 1 : availableParallelism())
  return readInThreads(files, threads, options.onProgress)
}
