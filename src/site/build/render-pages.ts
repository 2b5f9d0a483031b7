/** The Astro integration that renders pages in several threads, each of which finishes and writes its own. */
import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'
import type {AstroIntegration, AstroPrerenderer} from 'astro'
import {Tinypool} from 'tinypool'
import type {Plugin} from 'vite'
import {faultToDiagnostic, isOfMachine} from '../../dataset/fault.ts'
import type {Diagnostic} from '../../dataset/schema.ts'
import {collectProse, type SiteProse} from './collect-prose.ts'
import {claimFrom, noClaims} from './page-claims.ts'
import type {RenderedBuild, RenderedPage, RenderTask} from './render-worker.ts'
import {resultOf} from './thread-error.ts'
import {pathOf, type WrittenPage, withoutBody, writePage} from './write-page-fs.ts'

export interface RenderOptions {
  /** Called once, as soon as all pages with prose of their own are written; other pages may follow. */
  onProse: (prose: SiteProse) => void
  /** Resolved as soon as the dataset is there: the pages' program is made without it. */
  dataset: Promise<void>
  /** Threads that render, the one that calls included; else as many as the pages are worth. */
  threads?: number
  /** Is told which page could not be rendered; it is left out, and the others follow. */
  onFault: (fault: Diagnostic) => void
}

/** Pages that keep a thread busy for longer than it takes to start: it reads program and dataset anew. */
const PAGES_A_THREAD = 500

/** So many threads at most, where nobody asks for more: each holds the dataset once more in memory. */
const MOST = 4

/** Pages that Astro asks for at once: the threads share out so many among themselves, then tell what they have written. */
const PAGES_A_ROUND = 1000

export function renderPages({dataset, threads, onProse, onFault}: RenderOptions): AstroIntegration {
  const build: RenderedBuild = {program: '', base: '/', folder: '', pages: new Map()}
  return {
    name: 'render-pages',
    hooks: {
      'astro:config:setup': ({updateConfig}) => {
        updateConfig({
          build: {concurrency: PAGES_A_ROUND},
          vite: {plugins: [programAddress(build)]},
        })
      },
      'astro:config:done': ({config}) => {
        build.base = config.base.endsWith('/') ? config.base : `${config.base}/`
        build.folder = config.outDir.href
      },
      'astro:build:setup': ({pages}) => {
        build.pages = pages
      },
      'astro:build:start': ({setPrerenderer}) => {
        const most = Math.min(availableParallelism(), MOST)
        const threadsFor = (pages: number) => threads ?? Math.min(most, Math.ceil(pages / PAGES_A_THREAD))
        setPrerenderer((own) => inThreads({own, build, dataset, onProse, onFault, threadsFor}))
      },
    },
  }
}

/** Finds out where Astro's program lies. */
const programAddress = (build: RenderedBuild): Plugin => ({
  name: 'program-address',
  writeBundle({dir}, bundle) {
    if (this.environment.name !== 'prerender' || dir === undefined) return
    const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
    if (entry !== undefined) build.program = pathToFileURL(join(dir, entry.fileName)).href
  },
})

interface InThreads extends Pick<RenderOptions, 'dataset' | 'onProse' | 'onFault'> {
  /** Astro's renderer, for the thread that calls. */
  own: AstroPrerenderer
  build: RenderedBuild
  threadsFor: (pages: number) => number
}

type Asked = Parameters<AstroPrerenderer['render']>

/** A page that Astro asked for and waits for. */
interface Awaited {
  asked: Asked
  written: PromiseWithResolvers<WrittenPage>
}

const taskOf = ([{url}, {routeData}]: Asked): RenderTask['pages'][number] => ({
  url,
  route: routeData.route,
  component: routeData.component,
})

/** Astro asks for many pages at once. This thread renders them from the first on, all others from the last. */
function inThreads({own, build, dataset, onProse, onFault, threadsFor}: InThreads): AstroPrerenderer {
  let pool: Tinypool | undefined
  let others = 0
  let waiting: Awaited[] = []
  let isRendering = false
  let hasFailed = false
  const prose = collectProse(onProse)

  const here = async ([request, options]: Asked): Promise<WrittenPage> => {
    const rendered = await own.render(request, options)
    return writePage(rendered instanceof Response ? rendered : rendered.response, build, request.url)
  }
  const renderRound = async (round: readonly Awaited[]): Promise<void> => {
    const claims = noClaims(round.length)
    /** Astro ends the build with the error; all other pages are left as they are. */
    const end = (page: Awaited | undefined, error: unknown): void => {
      hasFailed = true
      claims.fill(1)
      page?.written.reject(error)
    }
    /** One page is left out, and the others follow. */
    const fail = (page: Awaited | undefined, error: unknown): void => {
      if (page === undefined || isOfMachine(error)) {
        end(page, error)
        return
      }
      const path = pathOf(page.asked[0].url, build)
      onFault(faultToDiagnostic(error, {path, line: 1, column: 1}, 'the page could not be rendered'))
      page.written.resolve({status: 200, headers: [], path, prose: null})
    }
    const renderHere = async (): Promise<void> => {
      for (const at of claimFrom(claims, 'first')) {
        const page = round[at]
        try {
          if (page !== undefined) page.written.resolve(await here(page.asked))
        } catch (error) {
          fail(page, error)
        }
        // Pictures are drawn and prose is indexed at the same time.
        await setImmediate()
      }
    }
    const renderElsewhere = async (): Promise<void> => {
      const task: RenderTask = {pages: round.map(({asked}) => taskOf(asked)), claims}
      try {
        const rendered: RenderedPage[] = await pool?.run(task)
        for (const {at, outcome} of rendered) {
          try {
            round[at]?.written.resolve(resultOf(outcome))
          } catch (error) {
            fail(round[at], error)
          }
        }
      } catch (error) {
        end(round[0], error)
      }
    }
    await Promise.all([renderHere(), ...Array.from({length: others}, renderElsewhere)])
  }
  const renderAll = async (): Promise<void> => {
    if (isRendering) return
    isRendering = true
    // Astro asks for all pages of a round before anything else has its turn.
    await setImmediate()
    while (waiting.length > 0 && !hasFailed) {
      const round = waiting
      waiting = []
      await renderRound(round)
      await setImmediate()
    }
    isRendering = false
  }
  return {
    ...own,
    name: 'portolan:threads',
    setup: async () => {
      await dataset
      await own.setup?.()
    },
    getStaticPaths: async () => {
      const paths = prose.order(await own.getStaticPaths())
      others = threadsFor(paths.length) - 1
      if (others > 0)
        pool = new Tinypool({
          filename: new URL('render-worker.ts', import.meta.url).href,
          minThreads: others,
          maxThreads: others,
          workerData: build,
        })
      return paths
    },
    render: async (...asked) => {
      const written = Promise.withResolvers<WrittenPage>()
      waiting.push({asked, written})
      void renderAll()
      const page = await written.promise
      prose.add(page)
      return withoutBody(page)
    },
    teardown: async () => {
      if (!hasFailed) prose.end()
      await pool?.destroy()
      await own.teardown?.()
    },
  }
}
