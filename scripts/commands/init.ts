/** `portolan init`: a new workspace with a document to replace. Exit 0, 2 when something is there already. */
import {relative} from 'node:path'
import type {Command} from 'commander'
import {workspaceFiles} from '../../src/app/init/workspace-files.ts'
import {writeWorkspace} from '../../src/app/init/write-workspace-fs.ts'
import {programVersion} from '../../src/model/version.ts'
import {printable} from '../../src/text/printable.ts'

export const register = (program: Command): void => {
  program
    .command('init')
    .description('write a new workspace: two example documents, words and workflows; never overwrites a file')
    .argument('[dir]', 'folder of the workspace', '.')
    .action((folder: string) => {
      const files = workspaceFiles(programVersion)
      writeWorkspace(folder, files)
      const enter = relative('.', folder) === '' ? '' : `  cd ${printable(quoted(folder))}\n`
      process.stdout.write(
        `${files.length} files written. Replace the documents in content/sources/, then:\n\n${enter}  npx portolan check content/sources\n  npx portolan start\n`,
      )
    })
}

/** As a shell takes it for one word. */
const quoted = (path: string): string =>
  /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
