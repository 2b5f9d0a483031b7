/** The flow as the commands use it: run it, and write the data files. */
import {openOutputFolder} from '../../disk/output-folder-fs.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import {readWords} from '../../reconcile/publish/words-fs.ts'
import {interchangeFiles} from '../build/interchange-files.ts'
import {dataFiles, writeDataFiles} from '../build/write-data-fs.ts'
import {type Origin, ofDocuments} from './origin.ts'
import {readingToDataset} from './pipeline.ts'
import {inputsOf, type WorkspaceOptions} from './workspace.ts'

/**
 * Reads, reconciles and writes `data/`: the dataset, and the same in the formats of other tools. The old folder stays whole
 * until the new one is.
 *
 * @param origin parts that were read elsewhere give the same bytes as their documents
 * @param onDataset called with the dataset before its files are written
 */
export const runIngest = async (
  options: WorkspaceOptions,
  origin: Origin = ofDocuments(options),
  onDataset?: (kb: KnowledgeBase) => void,
): Promise<KnowledgeBase> => {
  const {data, content} = options
  const output = openOutputFolder({folder: data, option: '--data'}, [...inputsOf(options), ...origin.inputs])
  try {
    const kb = readingToDataset(await origin.read(), content)
    onDataset?.(kb)
    const termbases = [...readWords(content).termbase.values()]
    writeDataFiles(output.draft, [...dataFiles(kb), ...interchangeFiles({kb, termbases})])
    output.publish()
    return kb
  } finally {
    output.close()
  }
}
