/** The flow as the commands use it: run it, tell how far it is, write the data files. */
import {availableParallelism} from 'node:os'
import {openOutputFolder} from '../../disk/output-folder-fs.ts'
import type {RunInput} from '../../disk/output-place-fs.ts'
import type {Shard} from '../../ingest/shard.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import {readWords} from '../../reconcile/publish/words-fs.ts'
import {interchangeFiles} from '../build/interchange-files.ts'
import {dataFiles, writeDataFiles} from '../build/write-data-fs.ts'
import {placeByConfig} from '../config/apply-config.ts'
import {findDocuments, readingToDataset} from './pipeline.ts'
import type {Reading} from './read-file-fs.ts'
import {readInThreads} from './read-in-threads.ts'
import {inputsOf, sourcesOf, type WorkspaceOptions} from './workspace.ts'

/**
 * Reads, reconciles and writes `data/`; the old folder stays whole until the new one is.
 *
 * @param onDataset called with the dataset before its files are written
 */
export const runIngest = (
  options: WorkspaceOptions,
  onDataset?: (kb: KnowledgeBase) => void,
): Promise<KnowledgeBase> =>
  writeDataset(options, async () => {
    const kb = readingToDataset(await readDocuments(options), options.content)
    onDataset?.(kb)
    return kb
  })

/**
 * Writes what `make` gives into the data folder: the dataset, and the same in the formats of other tools. The documents
 * are not read again, so that parts merged elsewhere give the same bytes.
 *
 * @param inputs what `make` reads beside the workspace
 */
export const writeDataset = async (
  options: WorkspaceOptions,
  make: () => KnowledgeBase | Promise<KnowledgeBase>,
  inputs: readonly RunInput[] = [],
): Promise<KnowledgeBase> => {
  const {data, content} = options
  const output = openOutputFolder({folder: data, option: '--data'}, [...inputsOf(options), ...inputs])
  try {
    const kb = await make()
    const termbases = [...readWords(content).termbase.values()]
    writeDataFiles(output.draft, [...dataFiles(kb), ...interchangeFiles({kb, termbases})])
    output.publish()
    return kb
  } finally {
    output.close()
  }
}

/** Reads the documents, or one share of them. */
export const readDocuments = (options: WorkspaceOptions, shard?: Shard): Promise<Reading> => {
  const files = placeByConfig(
    findDocuments(sourcesOf(options), shard),
    options.config ?? null,
    options.content,
  )
  const threads = options.threads ?? (files.length < MANY_DOCUMENTS ? 1 : availableParallelism())
  return readInThreads(files, threads, options.onProgress)
}

/** From here on it is worth while to start threads: a few seconds of work. */
const MANY_DOCUMENTS = 10_000
