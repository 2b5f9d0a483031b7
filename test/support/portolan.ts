/** Runs the command line as a user does: in a process of its own, which can be killed. */
import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {onTestFinished} from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const node = join(root, 'node_modules/node/bin/node')
const script = join(root, 'scripts/portolan.ts')

export interface RunOptions {
  /** Beside the variables of the tests; `undefined` takes one of these away. */
  env?: Record<string, string | undefined>
  /** User and group of the process; only root may choose. */
  uid?: number
}

export interface Ended {
  status: number | null
  stdout: string
  stderr: string
}

const optionsOf = ({env, uid}: RunOptions) => ({
  cwd: root,
  env: {...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env},
  ...(uid === undefined ? {} : {uid, gid: uid}),
})

/** Runs a command to its end. */
export const portolan = (args: readonly string[], options: RunOptions = {}): Ended => {
  const {status, stdout, stderr} = spawnSync(node, [script, ...args], {
    ...optionsOf(options),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return {status, stdout, stderr}
}

/** Starts a command; `ended` tells how it ended. */
export const startPortolan = (
  args: readonly string[],
  options: RunOptions = {},
): {child: ChildProcess; ended: Promise<Ended & {signal: NodeJS.Signals | null}>} => {
  const child = spawn(node, [script, ...args], {...optionsOf(options), stdio: ['ignore', 'pipe', 'pipe']})
  const printed = {stdout: '', stderr: ''}
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.stderr += text
  })
  const ended = new Promise<Ended & {signal: NodeJS.Signals | null}>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, signal) => resolve({status, signal, ...printed}))
  })
  return {child, ended}
}

/** A new folder that is gone after the test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** Checksum of each file below a folder, by its path; empty when there is no such folder. */
export const checksums = (folder: string): Record<string, string> => {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true, encoding: 'utf8'})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return Object.fromEntries(
    files.map((file) => [
      relative(folder, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  )
}
