/** `portolan build`: the whole flow, documents to site. */
import type {Command} from 'commander'
import {type BuildOptions, buildWorkspace} from '../../src/app/build/build-workspace-fs.ts'
import {summaryToText} from '../../src/app/ingest/summary.ts'
import {printDiagnostics} from '../terminal/diagnostics.ts'
import {withProgress} from '../terminal/progress.ts'
import {withAddressOptions, withSiteOptions} from '../terminal/workspace-options.ts'

export const register = (program: Command): void => {
  withAddressOptions(withSiteOptions(program.command('build')))
    .description('read documents, correct them, and write the data files and the site')
    .action(async (options: BuildOptions) => {
      const {diagnostics, summary} = await withProgress((onProgress) =>
        buildWorkspace({...options, onProgress}),
      )
      printDiagnostics(diagnostics, {strict: !options.lenient})
      process.stdout.write(`${options.json ? JSON.stringify(summary) : summaryToText(summary)}\n`)
    })
}
