/** `portolan merge`: parts of several machines → the same data files, and the same site, as one run gives. */
import type {Command} from 'commander'
import {type BuildOptions, buildWorkspace} from '../../src/app/build/build-workspace-fs.ts'
import {ofParts} from '../../src/app/ingest/origin.ts'
import {listParts} from '../../src/app/ingest/parts-fs.ts'
import {runIngest} from '../../src/app/ingest/run.ts'
import {summarize, summaryToText} from '../../src/app/ingest/summary.ts'
import {collectEarly, keepHeapSmall} from '../../src/app/small-heap.ts'
import {printDiagnostics} from '../terminal/diagnostics.ts'
import {withAddressOptions, withWorkspaceOptions} from '../terminal/workspace-options.ts'

type MergeOptions = Omit<BuildOptions, 'dist'> & {dist?: string}

export const register = (program: Command): void => {
  withAddressOptions(withWorkspaceOptions(program.command('merge')))
    .description(
      'join the parts that “portolan ingest --shard” wrote into the data files, and the site if asked for',
    )
    .argument('<parts...>', 'part files, or folders that hold them')
    .option('--dist <dir>', 'folder for the site; without it only data files are written')
    .action(async (paths: string[], options: MergeOptions) => {
      const {diagnostics, summary} = await merge(paths, options)
      printDiagnostics(diagnostics)
      process.stdout.write(`${options.json ? JSON.stringify(summary) : summaryToText(summary)}\n`)
    })
}

const merge = async (
  paths: string[],
  {dist, ...options}: MergeOptions,
): ReturnType<typeof buildWorkspace> => {
  const origin = ofParts(listParts(paths))
  if (dist !== undefined) return buildWorkspace({...options, dist}, origin)
  keepHeapSmall()
  collectEarly(40)
  const started = performance.now()
  const kb = await runIngest(options, origin)
  return {
    diagnostics: kb.diagnostics,
    summary: {...summarize(kb), seconds: (performance.now() - started) / 1000},
  }
}
