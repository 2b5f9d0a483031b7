/** `portolan merge`: parts of several machines → the same data files as one run gives. */
import {readFileSync} from 'node:fs'
import type {Command} from 'commander'
import {listParts} from '../../src/app/ingest/parts-fs.ts'
import {readingToDataset} from '../../src/app/ingest/pipeline.ts'
import {writeDataset} from '../../src/app/ingest/run.ts'
import {summarize, summaryToText} from '../../src/app/ingest/summary.ts'
import type {WorkspaceOptions} from '../../src/app/ingest/workspace.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import {type Part, parsePart, partProblems} from '../../src/ingest/part.ts'
import {printDiagnostics} from '../terminal/diagnostics.ts'
import {withWorkspaceOptions} from '../terminal/workspace-options.ts'

export const register = (program: Command): void => {
  withWorkspaceOptions(program.command('merge'))
    .description('join the parts that “portolan ingest --shard” wrote into the data files')
    .argument('<parts...>', 'part files, or folders that hold them')
    .action(async (paths: string[], options: WorkspaceOptions) => {
      const started = performance.now()
      const files = listParts(paths)
      const parts = files.map(readPart)
      const problems = partProblems(parts)
      if (problems.length > 0)
        throw new UsageError(`the parts are no whole: ${problems.join(', ')}`, 'name every part once')
      const reading = {
        editions: parts.flatMap(({editions}) => editions),
        diagnostics: parts.flatMap(({diagnostics}) => diagnostics),
      }
      const kb = await writeDataset(
        options,
        () => readingToDataset(reading, options.content),
        files.map((path) => ({path, what: 'the part'})),
      )
      const summary = {...summarize(kb), seconds: (performance.now() - started) / 1000}
      printDiagnostics(kb.diagnostics)
      process.stdout.write(`${options.json ? JSON.stringify(summary) : summaryToText(summary)}\n`)
    })
}

const readPart = (path: string): Part => {
  try {
    return parsePart(readFileSync(path, 'utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UsageError(
      `${path} is no part: ${error.message}`,
      'write it anew with “portolan ingest --shard”',
    )
  }
}
