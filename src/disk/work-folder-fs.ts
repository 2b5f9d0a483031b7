/** A folder of one run's own for interim files, so that two runs at once don't write over each other. */
import {existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync} from 'node:fs'
import {cp} from 'node:fs/promises'
import {hostname} from 'node:os'
import {join, resolve} from 'node:path'
import {isCode, leftByDead} from './folder-lock-fs.ts'

/** What a run needs its folder for; its name starts so. */
const KINDS = ['site', 'dev'] as const

/**
 * Makes one below the current folder: Astro keeps its interim files beside the output only there, else in a shared place.
 * Those that killed runs of this machine left behind are removed.
 */
export function makeWorkFolder(kind: (typeof KINDS)[number] = 'site'): string {
  const parent = resolve('.portolan')
  mkdirSync(parent, {recursive: true})
  const startOf = (name: string): string => join(parent, `${name}-${hostname()}-`)
  for (const left of KINDS.flatMap((each) => leftByDead(startOf(each)))) removeWorkFolder(left)
  return mkdtempSync(`${startOf(kind)}${process.pid}-`)
}

export const removeWorkFolder = (folder: string): void => rmSync(folder, {recursive: true, force: true})

/** Moves what is in a folder into another one, which may lie on another disk; a folder that is there is filled. */
export async function moveContent(from: string, to: string): Promise<void> {
  mkdirSync(to, {recursive: true})
  for (const name of readdirSync(from)) {
    const target = join(to, name)
    if (existsSync(target) && statSync(target).isDirectory()) {
      await moveContent(join(from, name), target)
      continue
    }
    try {
      renameSync(join(from, name), target)
    } catch (error) {
      if (!isCode(error, 'EXDEV')) throw error
      // The one that waits says ‘EIO’ of a full disk.
      await cp(join(from, name), target, {recursive: true})
    }
  }
}
