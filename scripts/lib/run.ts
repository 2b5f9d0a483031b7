/** The flow as the commands use it: run it, show how far it is, write the data files. */
import ora from 'ora'
import type {KnowledgeBase} from '../../src/dataset/schema.ts'
import {openOutputFolder} from './output-folder-fs.ts'
import {runPipeline} from './pipeline.ts'
import {sourcesOf, type WorkspaceOptions} from './workspace.ts'
import {dataFiles, writeDataFiles} from './write-data-fs.ts'

/** Reads, reconciles and writes `data/`; the old folder stays whole until the new one is. */
export const runIngest = (options: WorkspaceOptions): KnowledgeBase => {
  const output = openOutputFolder(options.data)
  try {
    const spinner = ora({text: 'reading documents', isSilent: !process.stderr.isTTY}).start()
    const kb = runPipeline({
      sources: sourcesOf(options),
      content: options.content,
      onProgress: (done, all) => {
        spinner.text = `reading documents ${done}/${all}`
      },
    })
    writeDataFiles(output.draft, dataFiles(kb))
    output.publish()
    spinner.stop()
    return kb
  } finally {
    output.close()
  }
}
