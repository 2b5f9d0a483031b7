/**
 * Loaded before a command (`node --import`): counts every call that changes the disk, in all threads, and makes the one with a
 * given number fail. What it does says `PORTOLAN_FAULT`, a `FaultPlan` as JSON.
 */
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {isAbsolute, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {getEnvironmentData, isMainThread, setEnvironmentData} from 'node:worker_threads'
import type {FaultPlan} from './fault-plan.ts'

const plan: FaultPlan = JSON.parse(process.env['PORTOLAN_FAULT'] ?? '{}')
const originals = {...fs}

/** Calls so far, of all threads. */
const counter = sharedCounter()

function sharedCounter(): Int32Array {
  if (isMainThread) setEnvironmentData('portolan-fault', new SharedArrayBuffer(4))
  const shared = getEnvironmentData('portolan-fault')
  if (!(shared instanceof SharedArrayBuffer)) throw new Error('expected a counter of the main thread')
  return new Int32Array(shared)
}

/** What takes room on the disk: only this fails on a full one. */
const allocating =
  /^(?:open|write|writev|writeFile|appendFile|mkdir|mkdtemp|link|symlink|copyFile|cp|createWriteStream)$/
/** Calls whose last path is the one that appears or goes; the others take it first. */
const twoPaths = /^(?:rename|link|symlink|copyFile|cp)$/

const NAMES = [
  'appendFile',
  'chmod',
  'copyFile',
  'cp',
  'fchmod',
  'fchown',
  'fsync',
  'ftruncate',
  'link',
  'mkdir',
  'mkdtemp',
  'open',
  'rename',
  'rm',
  'rmdir',
  'symlink',
  'truncate',
  'unlink',
  'write',
  'writeFile',
  'writev',
] as const

/** Paths of open files, by descriptor. */
const paths = new Map<number, string>()

const pathOf = (name: string, args: readonly unknown[]): string | null => {
  const given = args[twoPaths.test(name) ? 1 : 0]
  if (typeof given === 'number') return paths.get(given) ?? null
  if (given instanceof URL) return fileURLToPath(given)
  return typeof given === 'string' || Buffer.isBuffer(given) ? resolve(String(given)) : null
}

const isInside = (path: string): boolean => {
  const way = relative(plan.folder, path)
  return !way.startsWith('..') && !isAbsolute(way)
}

const changes = (name: string, args: readonly unknown[]): boolean =>
  name !== 'open' || (args[1] !== undefined && args[1] !== 'r' && args[1] !== 0 && !isReadOnly(args[1]))

const isReadOnly = (flags: unknown): boolean =>
  typeof flags === 'number' &&
  (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR | fs.constants.O_CREAT)) === 0

/** What the system says. */
const systemError = (code: string, syscall: string, path: string): Error =>
  Object.assign(new Error(`${code}: made up by a test, ${syscall} '${path}'`), {
    code,
    syscall,
    path,
    errno: -5,
  })

/** Counts a call. @returns the error that it must end with, or null. */
const meet = (name: string, args: readonly unknown[], half?: () => void): Error | null => {
  const path = pathOf(name, args)
  if (path === null || !isInside(path) || !changes(name, args)) return null
  const number = Atomics.add(counter, 0, 1) + 1
  originals.appendFileSync(plan.log, `${number}\t${name}\t${relative(plan.folder, path)}\n`)
  if (plan.fault === null || number < plan.at) return null
  if (plan.fault === 'SIGKILL') {
    if (number === plan.at) {
      half?.()
      process.kill(process.pid, 'SIGKILL')
    }
    // The signal ends all threads; nothing more is written until it does.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
  }
  if (plan.fault === 'ENOSPC') return allocating.test(name) ? systemError('ENOSPC', name, path) : null
  if (plan.fault === 'EIO') return systemError('EIO', name, path)
  return number === plan.at ? systemError(plan.fault, name, path) : null
}

type Call = (...args: unknown[]) => unknown
const callOf = (owner: object, name: string): Call | null => {
  const found: unknown = Reflect.get(owner, name)
  return typeof found === 'function' ? (...args) => Reflect.apply(found, owner, args) : null
}

/** Half of what is written, as a kill in the midst of it leaves it. */
const halfOf = (name: string, args: readonly unknown[]) => (): void => {
  const [to, data] = args
  if (!/^write(?:File)?$/.test(name) || !(typeof data === 'string' || data instanceof Uint8Array)) return
  const bytes = Buffer.from(data as Uint8Array)
  const file = typeof to === 'number' ? to : originals.openSync(to instanceof URL ? to : String(to), 'w')
  originals.writeSync(file, bytes.subarray(0, bytes.length >> 1))
}

for (const name of NAMES) {
  const sync = callOf(originals, `${name}Sync`)
  if (sync !== null)
    Reflect.set(fs, `${name}Sync`, (...args: unknown[]) => {
      const error = meet(name, args, halfOf(name, args))
      if (error !== null) throw error
      const result = sync(...args)
      if (name === 'open') paths.set(Number(result), pathOf(name, args) ?? '')
      return result
    })
  const callback = callOf(originals, name)
  if (callback !== null)
    Reflect.set(fs, name, (...args: unknown[]) => {
      const error = meet(name, args, halfOf(name, args))
      const done = args.at(-1)
      if (typeof done !== 'function') return callback(...args)
      if (error !== null) return process.nextTick(() => Reflect.apply(done, null, [error]))
      if (name !== 'open') return callback(...args)
      return callback(...args.slice(0, -1), (failed: unknown, file: unknown) => {
        if (!failed) paths.set(Number(file), pathOf(name, args) ?? '')
        Reflect.apply(done, null, [failed, file])
      })
    })
  const promised = callOf({...fs.promises}, name)
  if (promised !== null)
    Reflect.set(fs.promises, name, async (...args: unknown[]) => {
      const error = meet(name, args, halfOf(name, args))
      if (error !== null) throw error
      const result = await promised(...args)
      if (name === 'open') watchHandle(result, pathOf(name, args) ?? '')
      return result
    })
}

/** Files that were opened by a promise write by methods of their own. */
function watchHandle(handle: unknown, path: string): void {
  if (typeof handle !== 'object' || handle === null) return
  for (const name of ['appendFile', 'write', 'writeFile', 'writev']) {
    const own = callOf(handle, name)
    if (own === null) continue
    Reflect.set(handle, name, async (...args: unknown[]) => {
      const error = meet(name, [path, ...args])
      if (error !== null) throw error
      return own(...args)
    })
  }
}

syncBuiltinESMExports()
