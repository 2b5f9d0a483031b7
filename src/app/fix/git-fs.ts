/** Asks the machine's git about files; nothing that a repository configures is run on the way. */

import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {posixPath} from '../../disk/posix-path.ts'
import {UsageError} from '../../disk/usage-error.ts'

/** Variables that would send git to another repository or index, as in a hook. */
const FOREIGN_RE =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE|CEILING_.*)$/

/** A monitor of the file system is a program that the repository names. */
const OPTIONS = ['-c', 'core.fsmonitor=false', '--no-pager', '--no-optional-locks']

/** Arguments of one call stay below what systems allow. */
const MOST_ARGUMENTS = 30_000

const MOST_OUTPUT = 1 << 30

/**
 * Runs git in a folder and gives what it prints.
 *
 * @throws UsageError when git isn't there or refuses
 */
export function git(folder: string, args: readonly string[], input?: string): Buffer {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN_RE.test(name)))
  const {status, stdout, stderr, error} = spawnSync('git', [...OPTIONS, ...args], {
    cwd: folder,
    env: {...env, LC_ALL: 'C'},
    maxBuffer: MOST_OUTPUT,
    ...(input === undefined ? {} : {input}),
  })
  if (error !== undefined)
    throw new UsageError(
      `git could not be run: ${error.message}`,
      'install git, or check that it is in the path',
    )
  if (status !== 0)
    throw new UsageError(
      `git could not tell about ${folder}: ${stderr.toString('utf8').trim().split('\n')[0] ?? ''}`,
      'mend what git reports',
    )
  return stdout
}

/** Finds the working tree that a file belongs to, by the nearest `.git`; null outside of any. Answers are kept. */
export function rootFinder(): (file: string) => string | null {
  const known = new Map<string, string | null>()
  const find = (folder: string): string | null => {
    const before = known.get(folder)
    if (before !== undefined) return before
    const parent = dirname(folder)
    const root = existsSync(join(folder, '.git')) ? folder : parent === folder ? null : find(parent)
    known.set(folder, root)
    return root
  }
  return (file) => find(dirname(resolve(file)))
}

/** Where git keeps what belongs to all working trees of a repository. */
export const commonGitFolder = (root: string): string =>
  resolve(root, git(root, ['rev-parse', '--git-common-dir']).toString('utf8').replace(/\n$/, ''))

const split = (output: Buffer): string[] => output.toString('utf8').split('\0').slice(0, -1)

/** The files of a working tree (absolute paths) whose content no commit holds: changed, staged, untracked or ignored ones. */
export function uncommittedFiles(root: string, files: readonly string[]): string[] {
  const paths = new Map(files.map((file) => [posixPath(relative(root, file)), file]))
  const committed = new Set<string>()
  for (const some of inCalls([...paths.keys()])) {
    // `H`: known to git, and not one of those that it was told to look away from.
    for (const line of split(git(root, ['--literal-pathspecs', 'ls-files', '-v', '-z', '--', ...some])))
      if (line.startsWith('H ')) committed.add(line.slice(2))
    const status = ['--literal-pathspecs', 'status', '--porcelain=v1', '-z', '--no-renames', '-uno']
    for (const line of split(git(root, [...status, '--', ...some]))) committed.delete(line.slice(3))
  }
  return [...paths].filter(([path]) => !committed.has(path)).map(([, file]) => file)
}

function* inCalls(paths: readonly string[]): Generator<string[]> {
  let some: string[] = []
  let length = 0
  for (const path of paths) {
    if (length > MOST_ARGUMENTS) {
      yield some
      some = []
      length = 0
    }
    some.push(path)
    length += path.length + 1
  }
  if (some.length > 0) yield some
}
