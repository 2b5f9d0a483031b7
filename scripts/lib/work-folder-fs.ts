/** A folder of one run's own, so that two runs at once don't write over each other. */
import {cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {isCode} from './folder-lock-fs.ts'

/** Below the current folder: Astro keeps its interim files beside the output only there, else in a shared place. */
export async function inWorkFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const parent = resolve('.portolan')
  mkdirSync(parent, {recursive: true})
  const folder = mkdtempSync(join(parent, 'site-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Moves what is in a folder into another one, which may lie on another disk. */
export function moveContent(from: string, to: string): void {
  mkdirSync(to, {recursive: true})
  for (const name of readdirSync(from)) {
    try {
      renameSync(join(from, name), join(to, name))
    } catch (error) {
      if (!isCode(error, 'EXDEV')) throw error
      cpSync(join(from, name), join(to, name), {recursive: true})
    }
  }
}
