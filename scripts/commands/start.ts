/** `portolan start`: builds a workspace and serves it here. */
import type {Command} from 'commander'
import {buildWorkspace} from '../../src/app/build/build-workspace-fs.ts'
import type {PreviousOption} from '../../src/app/build/previous-fs.ts'
import {summaryToText} from '../../src/app/ingest/summary.ts'
import type {SiteOptions} from '../../src/app/ingest/workspace.ts'
import {hostsOf} from '../../src/app/serve/host-names.ts'
import {serveSite} from '../../src/app/serve/serve-fs.ts'
import {printDiagnostics} from '../terminal/diagnostics.ts'
import {portOf} from '../terminal/port-option.ts'
import {withProgress} from '../terminal/progress.ts'
import {hostOption, withPreviousOption, withSiteOptions} from '../terminal/workspace-options.ts'

const PORT = 4321

export const register = (program: Command): void => {
  withPreviousOption(withSiteOptions(program.command('start')))
    .description('read documents, build the site and serve it on this machine')
    .option('--port <number>', 'port of this machine; the next free one when it is taken', String(PORT))
    .option(...hostOption)
    .action(async (options: SiteOptions & PreviousOption & {port: string; host?: string[]}) => {
      const wanted = portOf(options.port)
      const hosts = hostsOf(options.host)
      const {diagnostics, summary} = await withProgress((onProgress) =>
        buildWorkspace({...options, onProgress}),
      )
      printDiagnostics(diagnostics)
      process.stdout.write(`${options.json ? JSON.stringify(summary) : summaryToText(summary)}\n`)
      const {url, moved, close} = await serveSite(options.dist, wanted, '/', hosts)
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close)
      if (moved) process.stderr.write(`port ${wanted} is taken; the next free one is used\n`)
      process.stdout.write(`\nThe site is at ${url}  (Ctrl-C ends it)\n`)
    })
}
