/** `portolan ingest`: documents in, data files out. */
import type {Command} from 'commander'
import {printDiagnostics} from '../lib/diagnostics.ts'
import {runIngest} from '../lib/run.ts'
import {summarize, summaryToText} from '../lib/summary.ts'
import {type WorkspaceOptions, withWorkspaceOptions} from '../lib/workspace.ts'

export const register = (program: Command): void => {
  withWorkspaceOptions(program.command('ingest'))
    .description('read documents, reconcile them, and write the data files')
    .action((options: WorkspaceOptions) => {
      const started = performance.now()
      const kb = runIngest(options)
      const summary = {...summarize(kb), seconds: (performance.now() - started) / 1000}
      printDiagnostics(kb.diagnostics)
      process.stdout.write(`${options.json ? JSON.stringify(summary) : summaryToText(summary)}\n`)
    })
}
