/** Runs the command line in a process of its own and measures it. */
import {spawnSync} from 'node:child_process'
import {closeSync, mkdtempSync, openSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))

export interface ProcessRun {
  seconds: number
  /** Processor time of all threads, in seconds. */
  processorSeconds: number
  /** Most memory that the process held, in megabytes. */
  megabytes: number
  /** Empty when it went to a file. */
  stdout: string
}

interface Settings {
  cwd?: string
  /** Exit codes of a run that went well. */
  codes?: number[]
  /** File for what it prints, where that is too much to keep. */
  output?: string
}

/** Runs a script. @throws Error when it ends with a code that is not listed */
export const runProcess = (
  args: readonly string[],
  {cwd = root, codes = [0], output}: Settings = {},
): ProcessRun => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'))
  const report = join(folder, 'usage.json')
  const hook = `import fs from 'node:fs'; process.on('exit', () => fs.writeFileSync(${JSON.stringify(report)}, JSON.stringify(process.resourceUsage())))`
  const env = {...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}`}
  const file = output === undefined ? null : openSync(output, 'w')
  const started = performance.now()
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', file ?? 'pipe', 'pipe'],
  })
  if (file !== null) closeSync(file)
  const seconds = (performance.now() - started) / 1000
  try {
    if (status === null || !codes.includes(status))
      throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`)
    const {maxRSS, userCPUTime, systemCPUTime} = JSON.parse(readFileSync(report, 'utf8'))
    return {
      seconds,
      processorSeconds: (userCPUTime + systemCPUTime) / 1e6,
      megabytes: maxRSS / 1024,
      stdout: stdout ?? '',
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Runs `portolan` as the scripts of `package.json` do. */
export const runPortolan = (args: readonly string[], settings: Settings = {}): ProcessRun =>
  runProcess([join(root, 'scripts/portolan.ts'), ...args], settings)
