/** `portolan interchange`: the dataset as SARIF, TMX, XLIFF and TBX, for other tools. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Command} from 'commander'
import {checkInterchangeFiles} from '../../src/app/build/check-interchange-files-fs.ts'
import {interchangeFiles} from '../../src/app/build/interchange-files.ts'
import {wordsOf} from '../../src/app/check/words-for-check-fs.ts'
import {placeByConfig} from '../../src/app/config/apply-config.ts'
import {documentsOf} from '../../src/app/fix/documents-of-fs.ts'
import {sourcesOf, type WorkspaceOptions} from '../../src/app/ingest/workspace.ts'
import {writePiecesWhole} from '../../src/disk/json-file-fs.ts'
import {readKnowledgeBase} from '../../src/disk/knowledge-base-fs.ts'
import {addToMark} from '../../src/disk/output-mark-fs.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import {withWorkspaceOptions} from '../terminal/workspace-options.ts'

export const register = (program: Command): void => {
  withWorkspaceOptions(program.command('interchange'))
    .description('write the dataset for other tools: SARIF, TMX, XLIFF and TBX')
    .option('--out <dir>', 'folder for the files (default: the data folder)')
    .option('--site <url>', 'address of the site, for links to the pages of the checks')
    .action((options: WorkspaceOptions & {out?: string; site?: string}) => {
      const out = options.out ?? options.data
      const kb = readKnowledgeBase(options.data)
      if (!existsSync(out))
        throw new UsageError(`no such folder: ${out}`, 'make it first, or choose another with --out')
      const {termbase} = wordsOf(existsSync(options.content) ? options.content : undefined)
      const files = interchangeFiles({
        kb,
        termbases: [...termbase.values()],
        documentOf: documentsOf(sourcesOf(options), (files) =>
          placeByConfig(files, options.config ?? null, options.content),
        ),
        site: options.site ?? null,
      })
      const names = files.map(({name}) => name)
      checkInterchangeFiles(out, names)
      for (const {name, pieces} of files) writePiecesWhole(join(out, name), pieces)
      addToMark(out, names)
      process.stdout.write(options.json ? `${JSON.stringify({files: names})}\n` : `${names.join('\n')}\n`)
    })
}
