/** What the thread of the site does. */
import {once} from 'node:events'
import type {MessagePort} from 'node:worker_threads'
import {z} from 'zod'
import {type Outcome, outcomeOf} from '../../site/build/thread-error.ts'
import {type BuiltSite, buildPages, finishSite, type SiteInput} from './build-site.ts'

export interface PagesTask {
  input: Omit<SiteInput, 'previous' | 'moreLocales'>
  /** Gives the locales of the site, once, as soon as the files of the dataset are whole. */
  locales: MessagePort
}

export interface FinishTask {
  outDir: string
  locales: string[]
}

const received = z.tuple([z.string().array()])

export const pages = ({input, locales}: PagesTask): Promise<Outcome<BuiltSite['faults']>> =>
  outcomeOf(() =>
    buildPages(
      input,
      once(locales, 'message').then((message) => received.parse(message)[0]),
    ),
  )

export const finish = ({outDir, locales}: FinishTask): Promise<Outcome<Pick<BuiltSite, 'pages'>>> =>
  outcomeOf(() => finishSite(outDir, locales))
