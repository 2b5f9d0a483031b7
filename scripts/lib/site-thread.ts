/**
 * Builds the site in a thread of its own: it loads its tools and makes the pages' program, which takes two seconds, while
 * this thread still reads documents.
 */
import {Tinypool} from 'tinypool'
import type {KnowledgeBase} from '../../src/dataset/schema.ts'
import {resultOf} from '../../src/site/build/thread-error.ts'
import type {BuiltSite, SiteInput} from './build-site.ts'
import type {SiteOutcome, SiteTask} from './site-worker.ts'
import {makeWorkFolder, removeWorkFolder} from './work-folder-fs.ts'
import {siteFiles, writeDataFiles} from './write-data-fs.ts'

export interface SiteThread {
  /** Hands over the dataset: pages are rendered from now on. @throws Error of the system when the disk is full */
  begin: (kb: KnowledgeBase) => void
  /** The site, of which `begin` was called before. @throws what building threw, with its `code` */
  end: () => Promise<BuiltSite>
  /** Ends the thread, whatever it is at, and removes its interim files. Call it in any case. */
  close: () => Promise<void>
}

export const startSite = (site: Omit<SiteInput, 'workDir'>): SiteThread => {
  const input: SiteInput = {...site, workDir: makeWorkFolder()}
  const pool = new Tinypool({
    filename: new URL('site-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
  })
  const task: SiteTask = {input, dataset: new Int32Array(new SharedArrayBuffer(4))}
  const outcome: Promise<SiteOutcome> = pool.run(task)
  // Whoever never asks for the site doesn't hear of it.
  outcome.catch(() => {})
  return {
    begin: (kb) => {
      writeDataFiles(input.workDir, siteFiles(kb))
      Atomics.store(task.dataset, 0, 1)
      Atomics.notify(task.dataset, 0)
    },
    end: async () => resultOf(await outcome),
    close: async () => {
      await pool.destroy()
      removeWorkFolder(input.workDir)
    },
  }
}
