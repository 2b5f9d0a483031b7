/**
 * Builds the pages in a thread of their own: it loads its tools and makes the pages' program, which takes two seconds, while
 * this thread still reads documents. What needs no page is written by this thread meanwhile.
 */
import {MessageChannel} from 'node:worker_threads'
import {Tinypool} from 'tinypool'
import {makeWorkFolder, removeWorkFolder} from '../../disk/work-folder-fs.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import {type Outcome, resultOf} from '../../site/build/thread-error.ts'
import {siteLocales} from '../../site/dataset/data-fs.ts'
import {type SiteDataset, topicsWithPage, toSiteDataset} from '../../site/dataset/site-dataset.ts'
import {siblingModule} from '../sibling-module.ts'
import type {BuiltSite, SiteInput} from './build-site.ts'
import {offerPrevious} from './previous-fs.ts'
import {redirectsOf} from './redirects.ts'
import {settleAll} from './settle-all.ts'
import type {FinishTask, PagesTask} from './site-worker.ts'
import {siteFiles, writeDataFiles} from './write-data-fs.ts'
import {writeRedirects} from './write-redirects-fs.ts'

export interface SiteThread {
  /** Hands over the dataset: pages are rendered from now on. @throws Error of the system when the disk is full */
  begin: (kb: KnowledgeBase) => void
  /** The site, of which `begin` was called before. @throws what building threw, with its `code` */
  end: () => Promise<BuiltSite>
  /** Ends the thread, whatever it is at, and removes its interim files. Call it in any case. */
  close: () => Promise<void>
}

export const startSite = ({previous, moreLocales, ...site}: Omit<SiteInput, 'workDir'>): SiteThread => {
  const input = {...site, workDir: makeWorkFolder()}
  const pool = new Tinypool({
    filename: siblingModule(import.meta.url, 'site-worker'),
    minThreads: 1,
    maxThreads: 1,
    // The thread's own. A site is built for readers, whatever the program that asks for it is run for.
    env: {...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1'},
  })
  const {port1: locales, port2} = new MessageChannel()
  const task: PagesTask = {input, locales: port2}
  const pages: Promise<Outcome<BuiltSite['faults']>> = pool.run(task, {name: 'pages', transferList: [port2]})
  // Whoever never asks for the site doesn't hear of it.
  pages.catch(() => {})
  let dataset: SiteDataset | undefined
  return {
    begin: (kb) => {
      dataset = toSiteDataset(kb, moreLocales)
      offerPrevious(previous, input.workDir)
      writeDataFiles(input.workDir, siteFiles(dataset))
      locales.postMessage(siteLocales(dataset))
    },
    end: async () => {
      const own = dataset
      if (own === undefined) throw new Error('a site ends after it began')
      const task: FinishTask = {outDir: input.outDir, locales: siteLocales(own)}
      const [faults] = await settleAll([
        pages.then(resultOf),
        // Loaded when it is needed: Astro and what draws pictures take a second and a hundred megabytes of every command.
        import('./build-site.ts').then(({buildBesidePages}) => buildBesidePages(input.outDir, own)),
      ])
      const redirects = redirectsOf(topicsWithPage(own), own.editions, previous ?? [])
      writeRedirects(input.outDir, redirects, siteLocales(own), input.base ?? '/')
      const finished: Outcome<Pick<BuiltSite, 'pages'>> = await pool.run(task, {name: 'finish'})
      return {...resultOf(finished), faults}
    },
    close: async () => {
      locales.close()
      await pool.destroy()
      removeWorkFolder(input.workDir)
    },
  }
}
