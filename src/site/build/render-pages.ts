/** The Astro integration that renders pages in several threads, each of which finishes and writes its own. */
import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {AstroIntegration, AstroPrerenderer} from 'astro'
import {Tinypool} from 'tinypool'
import type {Plugin} from 'vite'
import type {ProseRecord} from '../../search/prose-records.ts'
import type {RenderedBuild, RenderTask} from './render-worker.ts'
import {resultOf} from './thread-error.ts'
import {type WrittenPage, withoutBody, writePage} from './write-page-fs.ts'

export interface RenderOptions {
  /** Called for each page with prose of its own, in any order. */
  onProse: (path: string, prose: ProseRecord[]) => void
  /** Resolved as soon as the dataset is there: the pages' program is made without it. */
  dataset: Promise<void>
  /** Threads that render, the one that calls included; else as many as the pages are worth. */
  threads?: number
}

/** Pages that keep a thread busy for longer than it takes to start: it reads program and dataset anew. */
const PAGES_A_THREAD = 500

/** So many threads at most, where nobody asks for more: each holds the dataset once more in memory. */
const MOST = 4

/** Pages that wait in each thread for their turn, so that it never waits for the main one. */
const WAITING = 4

export function renderPages({dataset, threads, onProse}: RenderOptions): AstroIntegration {
  const build: RenderedBuild = {program: '', base: '/', folder: '', pages: new Map()}
  const most = threads ?? Math.min(availableParallelism(), MOST)
  return {
    name: 'render-pages',
    hooks: {
      'astro:config:setup': ({updateConfig}) => {
        updateConfig({
          // One page for this thread.
          build: {concurrency: 1 + WAITING * (most - 1)},
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
        const threadsFor = (pages: number) => threads ?? Math.min(most, Math.ceil(pages / PAGES_A_THREAD))
        setPrerenderer((own) => inThreads({own, build, dataset, onProse, threadsFor}))
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

interface InThreads extends Pick<RenderOptions, 'dataset' | 'onProse'> {
  /** Astro's renderer, for the thread that calls. */
  own: AstroPrerenderer
  build: RenderedBuild
  threadsFor: (pages: number) => number
}

/** Other threads are given pages while they have room; what they have none for is rendered here. */
function inThreads({own, build, dataset, onProse, threadsFor}: InThreads): AstroPrerenderer {
  let pool: Tinypool | undefined
  let room = 0
  const elsewhere = async (task: RenderTask): Promise<WrittenPage> => {
    room--
    try {
      return resultOf<WrittenPage>(await pool?.run(task))
    } finally {
      room++
    }
  }
  const here: (...asked: Parameters<AstroPrerenderer['render']>) => Promise<WrittenPage> = async (
    request,
    options,
  ) => {
    const rendered = await own.render(request, options)
    return writePage(rendered instanceof Response ? rendered : rendered.response, build, request.url)
  }
  return {
    ...own,
    name: 'portolan:threads',
    setup: async () => {
      await dataset
      await own.setup?.()
    },
    getStaticPaths: async () => {
      const paths = await own.getStaticPaths()
      const others = threadsFor(paths.length) - 1
      if (others > 0)
        pool = new Tinypool({
          filename: new URL('render-worker.ts', import.meta.url).href,
          minThreads: others,
          maxThreads: others,
          concurrentTasksPerWorker: WAITING,
          workerData: build,
        })
      room = WAITING * others
      return paths
    },
    render: async (request, options) => {
      const {url} = request
      const {route, component} = options.routeData
      const page = await (room > 0 ? elsewhere({url, route, component}) : here(request, options))
      if (page.prose !== null) onProse(page.path, page.prose)
      return withoutBody(page)
    },
    teardown: async () => {
      await pool?.destroy()
      await own.teardown?.()
    },
  }
}
