/** `portolan merge`: parts of several machines → the same data files as one run gives. */
import type {Command} from 'commander'
import {listParts, readParts} from '../../src/app/ingest/parts-fs.ts'
import {readingToDataset} from '../../src/app/ingest/pipeline.ts'
import {writeDataset} from '../../src/app/ingest/run.ts'
import {summarize, summaryToText} from '../../src/app/ingest/summary.ts'
import type {WorkspaceOptions} from '../../src/app/ingest/workspace.ts'
import {collectEarly, keepHeapSmall} from '../../src/app/small-heap.ts'
import {printDiagnostics} from '../terminal/diagnostics.ts'
import {withWorkspaceOptions} from '../terminal/workspace-options.ts'

export const register = (program: Command): void => {
  withWorkspaceOptions(program.command('merge'))
    .description('join the parts that “portolan ingest --shard” wrote into the data files')
    .argument('<parts...>', 'part files, or folders that hold them')
    .action(async (paths: string[], options: WorkspaceOptions) => {
      keepHeapSmall()
      collectEarly(40)
      const started = performance.now()
      const files = listParts(paths)
      const kb = await writeDataset(
        options,
        () => readingToDataset(readParts(files), options.content),
        files.map((path) => ({path, what: 'the part'})),
      )
      const summary = {...summarize(kb), seconds: (performance.now() - started) / 1000}
      printDiagnostics(kb.diagnostics)
      process.stdout.write(`${options.json ? JSON.stringify(summary) : summaryToText(summary)}\n`)
    })
}
