/** A disk on which nothing changes any more from some call on: what a kill at that moment leaves, within one process. */
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {join} from 'node:path'

const CALLS = [
  'fchmodSync',
  'linkSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'writeFileSync',
] as const

/** What happens instead of the calls after the last one. */
class Dead extends Error {}

/**
 * Runs `act`, of which only the first calls that change the disk take effect. Of the last one half does, when it removes a
 * folder.
 *
 * @returns whether `act` came to its end
 */
export const dieAfter = (calls: number, act: () => void): boolean => {
  const originals = CALLS.map((name) => [name, fs[name]] as const)
  const remove = fs.rmSync
  let left = calls
  for (const [name, original] of originals)
    Object.assign(fs, {
      [name]: (...args: never[]) => {
        left -= 1
        if (left >= 0) return Reflect.apply(original, fs, args)
        if (left === -1 && name === 'rmSync') removeFirst(String(args[0]), remove)
        throw new Dead()
      },
    })
  syncBuiltinESMExports()
  try {
    act()
    return true
  } catch (error) {
    if (error instanceof Dead) return false
    throw error
  } finally {
    Object.assign(fs, Object.fromEntries(originals))
    syncBuiltinESMExports()
  }
}

const removeFirst = (path: string, remove: typeof fs.rmSync): void => {
  if (!fs.lstatSync(path, {throwIfNoEntry: false})?.isDirectory()) return
  const [first] = fs.readdirSync(path)
  if (first !== undefined) remove(join(path, first), {recursive: true})
}
