/** `portolan dev`: serves the site while its documents are edited. */
import {join, resolve} from 'node:path'
import type {Command} from 'commander'
import {liveDataset} from '../../src/app/build/live-dataset.ts'
import {offerPrevious, type PreviousOption, readPrevious} from '../../src/app/build/previous-fs.ts'
import {siteFiles, writeDataFiles} from '../../src/app/build/write-data-fs.ts'
import {foldersOf, placeByConfig} from '../../src/app/config/apply-config.ts'
import {readConfig} from '../../src/app/config/read-config-fs.ts'
import {settingsIn, unknownTopicsIn} from '../../src/app/config/site-config-fs.ts'
import {watchFolders} from '../../src/app/dev/watch-folders.ts'
import {checkInterface} from '../../src/app/interface/check-interface.ts'
import {readWorkspaceInterface} from '../../src/app/interface/interface-files-fs.ts'
import {hostsOf} from '../../src/app/serve/host-names.ts'
import {makeWorkFolder, removeWorkFolder} from '../../src/disk/work-folder-fs.ts'
import type {KnowledgeBase} from '../../src/model/schema.ts'
import {toSiteDataset} from '../../src/site/dataset/site-dataset.ts'
import {printable} from '../../src/text/printable.ts'
import {printDiagnostics} from '../terminal/diagnostics.ts'
import {portOf} from '../terminal/port-option.ts'
import {hostOption, withPreviousOption} from '../terminal/workspace-options.ts'

interface DevOptions extends PreviousOption {
  sources?: string[]
  content: string
  port: string
  host?: string[]
}

export const register = (program: Command): void => {
  withPreviousOption(program.command('dev'))
    .description('serve the site while you edit: pages reload when documents, terms or decisions change')
    .option('--sources <dirs...>', 'folders or files to read instead of the workspace’s own sources')
    .option('--content <dir>', 'workspace: sources/, termbase/, decisions/, vocabulary/, guide/', 'content')
    .option('--port <number>', 'port of this machine; the next free one when it is taken', '4321')
    .option(...hostOption)
    .action(develop)
}

const develop = async (options: DevOptions): Promise<void> => {
  const port = portOf(options.port)
  const hosts = hostsOf(options.host)
  const content = resolve(options.content)
  const config = await readConfig(content)
  const folders = options.sources ?? foldersOf(config, content) ?? [join(content, 'sources')]
  const sources = folders.map((folder) => resolve(folder))
  const settings = config === null ? undefined : settingsIn(config, content)
  const toPages = (kb: KnowledgeBase) => siteFiles(toSiteDataset(kb, config?.interfaceLocales))
  const previous = readPrevious(options)
  const texts = checkInterface(readWorkspaceInterface(content), 'wrong')
  const live = liveDataset(sources, content, (files) => placeByConfig(files, config, content))
  const first = live.update(new Set())
  printDiagnostics([...texts, ...unknownTopicsIn(config ?? undefined, first.kb), ...first.kb.diagnostics])

  const work = makeWorkFolder('dev')
  process.once('exit', () => removeWorkFolder(work))
  // Astro's own switch, which has no option.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  offerPrevious(previous, work)
  writeDataFiles(work, toPages(first.kb))

  const {startDevServer} = await import('../../src/app/dev/dev-server.ts')
  const server = await startDevServer({port, hosts, workDir: work, contentDir: content, settings})
  if (server.moved) process.stderr.write(`port ${port} is taken; the next free one is used\n`)
  const words = ['termbase', 'decisions'].map((name) => join(content, name))
  const watching = watchFolders([...sources, ...words], (changed) => {
    const started = performance.now()
    // An error of ours or of the disk is shown; the pages keep what they had, and the next change is tried again.
    try {
      const {kb, read} = live.update(changed)
      writeDataFiles(work, toPages(kb))
      server.reload()
      printDiagnostics(kb.diagnostics.filter(({place}) => read.includes(place.path)))
      const time = `${Math.round(performance.now() - started)} ms`
      const what = read.length > 0 ? printable(read.join(', ')) : 'the workspace'
      process.stdout.write(`${what} changed: read in ${time}\n`)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      process.stderr.write(`portolan: ${printable(message)}\n`)
    }
  })
  await watching.ready
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void Promise.allSettled([watching.close(), server.stop()]).then(() => process.exit(0))
    })
  process.stdout.write(`The site is at ${server.url}  (Ctrl-C ends it)\n`)
}
