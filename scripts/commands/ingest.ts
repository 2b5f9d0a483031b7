/** `portolan ingest`: documents in, data files out; or one share of the documents in, a part out. */
import {resolve} from 'node:path'
import type {Command} from 'commander'
import {writePieces} from '../../src/app/build/write-data-fs.ts'
import {readDocuments} from '../../src/app/ingest/read-documents.ts'
import {runIngest} from '../../src/app/ingest/run.ts'
import {summarize, summaryToText} from '../../src/app/ingest/summary.ts'
import {inputsOf, sourcesOf, type WorkspaceOptions} from '../../src/app/ingest/workspace.ts'
import {collectEarly, keepHeapSmall} from '../../src/app/small-heap.ts'
import {openOutputFolder} from '../../src/disk/output-folder-fs.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import {partToJsonl} from '../../src/ingest/part.ts'
import {parseShard, type Shard} from '../../src/ingest/shard.ts'
import {countOthers} from '../../src/ingest/sources-fs.ts'
import {printable} from '../../src/text/printable.ts'
import {printDiagnostics} from '../terminal/diagnostics.ts'
import {withProgress} from '../terminal/progress.ts'
import {withReadingOptions} from '../terminal/workspace-options.ts'

export const register = (program: Command): void => {
  withReadingOptions(program.command('ingest'))
    .description('read documents, correct them, and write the data files')
    .option('--shard <i/n>', 'read only share i of n, and write a part for “portolan merge”')
    .action((options: WorkspaceOptions & {shard?: string}) => {
      keepHeapSmall()
      collectEarly(40)
      return options.shard === undefined ? ingestAll(options) : ingestShard(options, shardOf(options.shard))
    })
}

const ingestAll = async (options: WorkspaceOptions): Promise<void> => {
  const started = performance.now()
  const kb = await withProgress((onProgress) => runIngest({...options, onProgress}))
  const summary = {
    ...summarize(kb),
    otherFiles: countOthers(sourcesOf(options)),
    seconds: (performance.now() - started) / 1000,
  }
  printDiagnostics(kb.diagnostics, {strict: !options.lenient})
  process.stdout.write(`${options.json ? JSON.stringify(summary) : summaryToText(summary)}\n`)
}

const ingestShard = async (options: WorkspaceOptions, shard: Shard): Promise<void> => {
  const output = openOutputFolder({folder: options.data, option: '--data'}, inputsOf(options))
  try {
    const reading = await withProgress((onProgress) => readDocuments({...options, onProgress}, shard))
    const name = `part-${shard.index}-of-${shard.count}.jsonl`
    writePieces(resolve(output.draft, name), partToJsonl({shard, ...reading}))
    output.publish()
    const {length} = reading.editions
    process.stdout.write(
      options.json
        ? `${JSON.stringify({part: name, documents: length})}\n`
        : `${length} documents read; part written: ${printable(options.data)}/${name}\n`,
    )
  } finally {
    output.close()
  }
}

const shardOf = (text: string): Shard => {
  const shard = parseShard(text)
  if (shard === null)
    throw new UsageError(`expected a share such as 2/4, found “${text}”`, 'count from 1: 1/4, 2/4, 3/4, 4/4')
  return shard
}
