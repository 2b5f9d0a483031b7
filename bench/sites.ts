/** The site beside those of Starlight, VitePress and plain Astro with Pagefind, of the same pages. */
import {globSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser} from 'playwright-core'
import {launchBrowser} from '../test/support/browser.ts'
import {generateWorkspace} from './generate-workspace.ts'
import {quantile, type Row, type Section, withRatios} from './harness.ts'
import {root, runPortolan} from './process.ts'
import {serveCompressed} from './search-server.ts'
import {
  buildPeer,
  megabytesOf,
  type Peer,
  type PeerBuilt,
  type PlainPage,
  peers,
  plainPages,
  projects,
} from './site-peers.ts'

/** Asked of each; it stands on many pages, and each engine takes it for one word. */
const QUERY = '443'
const VISITS = 5
const PORTOLAN = 'Portolan'

interface Built extends PeerBuilt, Pick<Peer, 'name' | 'untrue' | 'search'> {
  pages: number
  /** Of the page that is visited. */
  path: string
}

interface Visit {
  /** Compressed kilobytes until nothing loads any more, and those that a first query adds. */
  page: number
  query: number
  /** From typing to the first result. */
  milliseconds: number
}

const portolanSearch: Peer['search'] = {
  open: null,
  input: 'form[data-search] input',
  result: `form[data-search][data-answered="${QUERY}"]`,
}

export const siteSections = async (quick: boolean): Promise<Section[]> => {
  mkdirSync(projects, {recursive: true})
  const folder = mkdtempSync(join(projects, 'sites-'))
  try {
    const sources = join(folder, 'sources')
    generateWorkspace(join(root, 'content/sources'), sources, quick ? 2 : 10)
    const dist = join(folder, 'dist')
    const run = runPortolan(['build', '--sources', sources, '--data', join(folder, 'data'), '--dist', dist])
    const pages = plainPages(dist)
    const visited = pages.find(({locale}) => locale === 'en')
    if (visited === undefined) throw new Error('expected a page in English')
    const built: Built[] = [
      {
        ...run,
        name: PORTOLAN,
        untrue:
          'it also reads and corrects the documents, and has pages that the others lack: of ports, comparisons, flows, files; with the peers’ pages alone it would be quicker and smaller',
        dist,
        search: portolanSearch,
        pages: globSync('**/*.html', {cwd: dist}).length,
        path: `en/topics/${visited.name}/`,
      },
      ...peers.map((peer) => builtOf(peer, join(folder, peer.name.replaceAll(' ', '-')), pages, visited)),
    ]
    const browser = await launchBrowser()
    try {
      const visits = new Map<Built, Visit[]>()
      for (const one of built) visits.set(one, await visitsOf(browser, one))
      return sectionsOf(visits, pages.length)
    } finally {
      await browser.close()
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const builtOf = (peer: Peer, folder: string, pages: readonly PlainPage[], visited: PlainPage): Built => ({
  ...buildPeer(peer, folder, pages),
  name: peer.name,
  untrue: peer.untrue,
  search: peer.search,
  pages: pages.length,
  path: peer.pageOf(visited),
})

const visitsOf = async (browser: Browser, built: Built): Promise<Visit[]> => {
  const served = await serveCompressed(built.dist)
  try {
    const visits: Visit[] = []
    // The first one warms up the server and the browser.
    for (let time = 0; time <= VISITS; time++)
      visits.push(await visit(browser, `${served.url}${built.path}`, built))
    return visits.slice(1)
  } finally {
    served.close()
  }
}

const visit = async (browser: Browser, url: string, {search}: Built): Promise<Visit> => {
  const context = await browser.newContext({serviceWorkers: 'block'})
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    let bytes = 0
    session.on('Network.loadingFinished', ({encodedDataLength}) => {
      bytes += encodedDataLength
    })
    await page.goto(url, {waitUntil: 'networkidle'})
    const before = bytes
    if (search.open !== null) await page.locator(search.open).first().click()
    const input = page.locator(search.input).first()
    await input.waitFor()
    const started = performance.now()
    await input.fill(QUERY)
    await page.locator(search.result).first().waitFor({state: 'attached'})
    const milliseconds = performance.now() - started
    await page.waitForLoadState('networkidle')
    return {page: before / 1024, query: (bytes - before) / 1024, milliseconds}
  } finally {
    await context.close()
  }
}

const sectionsOf = (visits: ReadonlyMap<Built, readonly Visit[]>, pages: number): Section[] => {
  const median = (all: readonly Visit[], of: (one: Visit) => number): number => quantile(all.map(of), 0.5)
  const builds = [...visits].map(
    ([{name, pages: own, seconds, processorSeconds, megabytes, dist, untrue}, all]): Row => ({
      name,
      median: processorSeconds,
      slow: processorSeconds,
      ratio: null,
      more: {
        pages: String(own),
        'ms a page': (1000 * processorSeconds) / own,
        's by the clock': seconds,
        'most memory, MB': megabytes,
        'site, MB': megabytesOf(dist),
        'a topic’s page, KB': median(all, ({page}) => page),
        'untrue where': untrue,
      },
    }),
  )
  const queries = [...visits].map(
    ([{name}, all]): Row => ({
      name,
      median: median(all, ({milliseconds}) => milliseconds),
      slow: quantile(
        all.map(({milliseconds}) => milliseconds),
        0.75,
      ),
      ratio: null,
      more: {'KB before the first answer': median(all, ({query}) => query)},
    }),
  )
  return [
    {
      title: 'Sites of the same pages: build and weight',
      note: `${pages} pages of topics in all languages, as Markdown that Portolan publishes beside its own; processor time of one whole build, its start included, which counts the more the fewer the pages. The page is one of a topic in English, compressed, with all that it loads.`,
      unit: 's',
      rows: withRatios(builds, PORTOLAN),
      goals: [],
    },
    {
      title: 'Sites of the same pages: the first query of a visit',
      note: `“${QUERY}” on the same page, in Chromium with nothing in any cache, ${VISITS} visits; from typing to the first result. Untrue where engines load ahead: what is loaded before typing counts for the bytes only from the search box’s opening on.`,
      unit: 'ms',
      rows: withRatios(queries, PORTOLAN),
      goals: [],
    },
  ]
}
