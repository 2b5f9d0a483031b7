/** A git repository of a test's own, in a temporary folder, whatever the person's settings are. */
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll} from 'vitest'

const SETTINGS = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}

/** Without git there is nothing to test. */
export const hasGit = spawnSync('git', ['--version']).status === 0

export interface GitFolder {
  root: string
  /** Runs git there and gives what it prints. @throws Error when it fails */
  git: (...args: string[]) => string
  /** Writes files and gives their paths by name. */
  write: (files: Record<string, string | Uint8Array>) => Record<string, string>
  /** Commits all there is; gives the commit. */
  commit: (subject: string, day?: string) => string
}

export function gitFolder(): GitFolder {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-git-')))
  afterAll(() => rmSync(root, {recursive: true, force: true}))
  const run = (args: readonly string[], env: Record<string, string> = {}): string => {
    const ran = spawnSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      env: {...process.env, ...SETTINGS, ...env},
    })
    if (ran.status !== 0) throw new Error(`git ${args.join(' ')}: ${ran.stderr}`)
    return ran.stdout.trim()
  }
  run(['init', '-q', '-b', 'main'])
  return {
    root,
    git: (...args) => run(args),
    write: (files) =>
      Object.fromEntries(
        Object.entries(files).map(([name, data]) => {
          const path = join(root, name)
          mkdirSync(dirname(path), {recursive: true})
          writeFileSync(path, data)
          return [name, path]
        }),
      ),
    commit: (subject, day = '2026-01-31') => {
      const date = `${day}T12:00:00Z`
      run(['add', '-A'])
      run(['commit', '-q', '--allow-empty', '-m', subject], {GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date})
      return run(['rev-parse', 'HEAD'])
    },
  }
}
