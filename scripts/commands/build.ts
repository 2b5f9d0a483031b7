/** `portolan build`: the whole flow, documents to site. */
import type {Command} from 'commander'
import {buildWorkspace} from '../../src/app/build/build-workspace-fs.ts'
import type {PreviousOption} from '../../src/app/build/previous-fs.ts'
import {summaryToText} from '../../src/app/ingest/summary.ts'
import type {SiteOptions} from '../../src/app/ingest/workspace.ts'
import {printDiagnostics} from '../terminal/diagnostics.ts'
import {withProgress} from '../terminal/progress.ts'
import {withPreviousOption, withSiteOptions} from '../terminal/workspace-options.ts'

export const register = (program: Command): void => {
  withPreviousOption(withSiteOptions(program.command('build')))
    .description('read documents, correct them, and write the data files and the site')
    .option('--base <path>', 'path under which the site is served (default: that of --site)')
    .option('--site <url>', 'address of the site, for canonical links and feeds')
    .action(async (options: SiteOptions & PreviousOption & {base?: string; site?: string}) => {
      const {diagnostics, summary} = await withProgress((onProgress) =>
        buildWorkspace({...options, onProgress}),
      )
      printDiagnostics(diagnostics, {strict: !options.lenient})
      process.stdout.write(`${options.json ? JSON.stringify(summary) : summaryToText(summary)}\n`)
    })
}
