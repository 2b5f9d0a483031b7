/** Runs a command once for each call that changes the disk, and looks at what is left when that call fails. */
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {checksums} from '../support/portolan.ts'
import type {Fault, FaultPlan} from './fault-plan.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const node = join(root, 'node_modules/node/bin/node')

export interface Scenario {
  /** For the table: `ingest`. */
  name: string
  /** Run in the folder. */
  args: readonly string[]
  /** Puts the inputs and the earlier results into an empty folder. */
  prepare: (folder: string) => void
  /** Files and folders of which each must be the old or the new one, whole. */
  wholes: readonly string[]
  /** Names of files that a run numbers, and that may be several after two runs. */
  numbered?: RegExp
  /** What the command ends with when nothing fails. */
  status?: number
  /** The calls that a fault is tried at; all of them by default. */
  choose?: (calls: readonly Call[], fault: Fault) => readonly Call[]
}

export interface Call {
  number: number
  name: string
  path: string
}

/** A line of the table. */
export interface Tried {
  command: string
  fault: Fault
  /** Calls of an undisturbed run, and how many of them were made to fail. */
  calls: number
  tried: number
  /** What was there then. */
  old: number
  new: number
  mixed: number
  /** Of the old ones: still under the name that they have while they are replaced. */
  aside: number
  /** Leftovers that the next run removed. */
  leftovers: number
  /** What should not be, in a sentence each. */
  wrong: string[]
}

interface End {
  status: number | null
  signal: NodeJS.Signals | null
  stderr: string
}

const run = (folder: string, args: readonly string[], plan: FaultPlan | null, cache: string): Promise<End> =>
  new Promise((resolve, reject) => {
    const preload = plan === null ? [] : ['--import', join(root, 'test/faults/failing-disk.ts')]
    const {NODE_ENV: _, VITEST: __, ...env} = process.env
    const child = spawn(node, [...preload, join(root, 'scripts/portolan.ts'), ...args], {
      cwd: folder,
      env: {
        ...env,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        NODE_COMPILE_CACHE: cache,
        ...(plan === null ? {} : {PORTOLAN_FAULT: JSON.stringify(plan)}),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.once('error', reject)
    child.once('close', (status, signal) => resolve({status, signal, stderr}))
  })

/** What stands at a path: of a file its bytes, of a folder all in it. */
const stateOf = (path: string): string => {
  if (!existsSync(path)) return 'nothing'
  return statSync(path).isDirectory()
    ? JSON.stringify(checksums(path))
    : createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** Everything in a folder, whatever number the process had. */
const treeOf = (folder: string): string =>
  JSON.stringify(
    Object.entries(checksums(folder)).map(([path, sum]) => [
      path.replaceAll(/-\d+(?=[-.]|$)/g, '-0'),
      /\.lock/.test(path) ? '' : sum,
    ]),
  )

const namesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'}).toSorted()

/** What is there as it must not be, of a run that met a fault. */
const problemsOf = (end: End, fault: Fault, states: readonly string[]): string[] => {
  if (fault === 'SIGKILL')
    return end.signal === 'SIGKILL' ? [] : [`ended with ${end.status}, not by the signal`]
  const problems: string[] = []
  const all = (state: string): boolean => states.every((each) => each === state || each === 'same')
  if (end.status === 0 && !all('new')) problems.push('ended with 0, but not all is new')
  if (end.status !== 0 && !/^(?:portolan: .+|.+ error .+)\n {2}\S/m.test(end.stderr))
    problems.push(`ended with ${end.status} and said: ${end.stderr.slice(0, 400)}`)
  return problems
}

/** Tries every fault at every call, two runs at a time. */
export const tryFaults = async (scenario: Scenario, kinds: readonly Fault[]): Promise<Tried[]> => {
  const base = mkdtempSync(join(tmpdir(), 'portolan-faults-'))
  const {args, wholes, numbered = /^$/, status = 0} = scenario
  try {
    const cache = join(base, 'cache')
    const before = join(base, 'before')
    mkdirSync(before)
    scenario.prepare(before)
    const after = join(base, 'after')
    cpSync(before, after, {recursive: true})
    const log = join(base, 'log')
    const undisturbed = await run(after, args, {folder: after, log, fault: null, at: 0}, cache)
    if (undisturbed.status !== status)
      throw new Error(`${scenario.name} ended with ${undisturbed.status}: ${undisturbed.stderr}`)
    const calls = callsIn(readFileSync(log, 'utf8'))
    const olds = wholes.map((path) => stateOf(join(before, path)))
    const news = wholes.map((path) => stateOf(join(after, path)))
    const names = namesIn(after).filter((name) => !numbered.test(name))
    const recovered = new Map<string, Promise<string[]>>()

    const recover = async (folder: string): Promise<string[]> => {
      const end = await run(folder, args, null, cache)
      const problems =
        end.status === status ? [] : [`the next run ended with ${end.status}: ${end.stderr.slice(0, 400)}`]
      const unlike = wholes.filter((path, at) => stateOf(join(folder, path)) !== news[at])
      if (unlike.length > 0)
        problems.push(`the next run left ${unlike.join(', ')} otherwise than an undisturbed one`)
      const found = namesIn(folder).filter((name) => !numbered.test(name))
      const left = found.filter((name) => !names.includes(name))
      if (left.length > 0) problems.push(`the next run left ${left.join(', ')}`)
      return problems
    }

    const results: Tried[] = []
    for (const fault of kinds) {
      const isLasting = fault === 'SIGKILL' || fault === 'EIO'
      const chosen = scenario.choose?.(calls, fault) ?? calls
      const result: Tried = {
        command: scenario.name,
        fault,
        calls: calls.length,
        tried: 0,
        old: 0,
        new: 0,
        mixed: 0,
        aside: 0,
        leftovers: 0,
        wrong: [],
      }
      results.push(result)
      const tryCall = async ({number, name, path}: Call): Promise<void> => {
        const folder = join(base, `${fault}-${number}`)
        cpSync(before, folder, {recursive: true})
        const end = await run(folder, args, {folder, log: join(base, 'tried'), fault, at: number}, cache)
        const states = wholes.map((whole, at) => {
          const state = stateOf(join(folder, whole))
          if (olds[at] === news[at] && state === olds[at]) return 'same'
          // Between the two renames of a folder, after which nothing can be renamed any more; the next run puts it back.
          const beside = join(folder, dirname(whole), `.${basename(whole)}.portolan-old`)
          if (isLasting && state === 'nothing' && stateOf(beside) === olds[at]) return 'aside'
          return state === olds[at] ? 'old' : state === news[at] ? 'new' : `broken ${whole}`
        })
        const told = `${fault} at call ${number} (${name} ${path}): `
        const broken = states.filter((state) => state.startsWith('broken'))
        const problems = [...broken, ...problemsOf(end, fault, states)]
        const kept = states.filter((state) => state === 'old' || state === 'aside').length
        if (states.includes('aside')) result.aside += 1
        const made = states.filter((state) => state === 'new').length
        result.tried += 1
        if (kept === 0) result.new += 1
        else if (made === 0) result.old += 1
        else result.mixed += 1
        if (namesIn(folder).some((each) => !names.includes(each) && !numbered.test(each)))
          result.leftovers += 1
        const tree = treeOf(folder)
        const known = recovered.get(tree)
        const next = known ?? recover(folder)
        recovered.set(tree, next)
        problems.push(...(await next))
        rmSync(folder, {recursive: true, force: true})
        result.wrong.push(...problems.map((problem) => told + problem))
      }
      const waiting = [...chosen]
      await Promise.all(
        Array.from({length: Number(process.env['FAULT_JOBS'] ?? availableParallelism())}, async () => {
          for (let call = waiting.shift(); call !== undefined; call = waiting.shift()) await tryCall(call)
        }),
      )
    }
    return results
  } finally {
    rmSync(base, {recursive: true, force: true})
  }
}

const callsIn = (log: string): Call[] =>
  log
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [number = '', name = '', path = ''] = line.split('\t')
      return {number: Number(number), name, path}
    })
