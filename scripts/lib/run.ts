/** The flow as the commands use it: run it, show how far it is, write the data files. */
import ora from 'ora'
import type {KnowledgeBase} from '../../src/dataset/schema.ts'
import type {Shard} from '../../src/ingest/shard.ts'
import {openOutputFolder} from './output-folder-fs.ts'
import {type Reading, readDocuments, readingToDataset} from './pipeline.ts'
import {sourcesOf, type WorkspaceOptions} from './workspace.ts'
import {dataFiles, writeDataFiles} from './write-data-fs.ts'

/** Reads, reconciles and writes `data/`; the old folder stays whole until the new one is. */
export const runIngest = (options: WorkspaceOptions): KnowledgeBase =>
  writeDataset(options, () => readingToDataset(readWithProgress(options), options.content))

/** Writes what `make` gives into the data folder. */
export const writeDataset = ({data}: WorkspaceOptions, make: () => KnowledgeBase): KnowledgeBase => {
  const output = openOutputFolder(data)
  try {
    const kb = make()
    writeDataFiles(output.draft, dataFiles(kb))
    output.publish()
    return kb
  } finally {
    output.close()
  }
}

/** Reads the documents, or one share of them, with a line of progress on a terminal. */
export const readWithProgress = (options: WorkspaceOptions, shard?: Shard): Reading => {
  const spinner = ora({text: 'reading documents', isSilent: !process.stderr.isTTY}).start()
  try {
    const onProgress = (done: number, all: number): void => {
      spinner.text = `reading documents ${done}/${all}`
      if (done % DOCUMENTS_A_FRAME === 0) spinner.render()
    }
    return readDocuments({sources: sourcesOf(options), onProgress}, shard)
  } finally {
    spinner.stop()
  }
}

/** Reading doesn't wait for anything, so that the line is drawn by hand now and then. */
const DOCUMENTS_A_FRAME = 20
