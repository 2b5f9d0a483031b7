/** `portolan check-interface`: what is missing or wrong in texts of the interface; exit 1 when something is. */
import type {Command} from 'commander'
import {checkInterface} from '../../src/app/interface/check-interface.ts'
import {readInterfaceFiles, readWorkspaceInterface} from '../../src/app/interface/interface-files-fs.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import {printable} from '../../src/text/printable.ts'
import {diagnosticToText} from '../terminal/diagnostics.ts'
import {stdoutWriter} from '../terminal/stdout.ts'

interface CheckInterfaceOptions {
  content: string
  json?: boolean
}

export const register = (program: Command): void => {
  program
    .command('check-interface')
    .description('report what is missing or wrong in texts of the interface in a language')
    .argument('[files...]', 'interface/<tag>.json files, or folders with them; else those of the workspace')
    .option('--content <dir>', 'workspace whose interface/ is checked', 'content')
    .option('--json', 'print one JSON object a line')
    .addHelpText('after', '\nExit codes: 0 nothing to mend, 1 something is missing or wrong, 2 bad usage')
    .action(check)
}

async function check(paths: string[], {content, json}: CheckInterfaceOptions): Promise<void> {
  const files = paths.length > 0 ? readInterfaceFiles(paths) : readWorkspaceInterface(content)
  if (files.length === 0)
    throw new UsageError(
      `no texts of the interface in ${content}/interface`,
      'write interface/<tag>.json there, or name files',
    )
  const problems = checkInterface(files)
  const write = stdoutWriter()
  for (const problem of problems)
    await write(
      json
        ? `${printable(JSON.stringify(problem))}\n`
        : diagnosticToText(problem, process.stdout.isTTY ?? false),
    )
  const kinds = [...Map.groupBy(problems, ({id}) => id)].map(([id, {length}]) => `${length} ${id}`)
  const found = kinds.length === 0 ? 'nothing to mend' : kinds.join(', ')
  process.stderr.write(`${found} in ${files.length} ${files.length === 1 ? 'file' : 'files'}\n`)
  if (problems.length > 0) process.exitCode = 1
}
