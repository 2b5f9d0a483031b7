/**
 * Builds the site of a dataset: Astro writes the pages while pictures are drawn, each topic gets its data, Pagefind
 * indexes the text, and Workbox makes it readable offline.
 */
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'astro'
import {globSync} from 'tinyglobby'
import {compareDiagnostics} from '../../src/dataset/order.ts'
import type {Diagnostic, Topic} from '../../src/dataset/schema.ts'
import type {SiteProse} from '../../src/site/build/collect-prose.ts'
import {languageSitemap} from '../../src/site/build/language-sitemap.ts'
import {renderPages} from '../../src/site/build/render-pages.ts'
import {loadSiteDataset, siteLocales} from '../../src/site/data-fs.ts'
import type {SiteDataset} from '../../src/site/site-dataset.ts'
import {indexProse} from './index-prose.ts'
import {writeServiceWorkers} from './offline.ts'
import {writePictures} from './pictures.ts'
import {offerPrevious} from './previous-fs.ts'
import {writeSearchFiles} from './search-files-fs.ts'
import {writeTopicData} from './topic-data-fs.ts'
import {moveContent} from './work-folder-fs.ts'

export interface SiteInput {
  /** Workspace with a `guide` of its own; the project's guide is taken where it has none. */
  contentDir?: string
  /** Holds nothing that the site writes, or isn’t there. */
  outDir: string
  /** Path under which the page for unknown addresses links; all others have relative links. */
  base?: string
  /** Address of the site; without one, canonical links are relative and there is no sitemap. */
  site?: string
  /** Topics of an earlier dataset, to tell what changed since. */
  previous?: Topic[]
  /** Folder of this run's own for interim files, which the caller removes; the dataset is to be there in `siteFiles`. */
  workDir: string
  /** Threads that render pages; else as many as the pages are worth. */
  threads?: number
}

export interface BuiltSite {
  pages: number
  /** Of pages that are left out. */
  faults: Diagnostic[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * @param dataset resolved when the files of the dataset are whole; what needs no data is done before
 * @returns how many pages were written and indexed, and which ones could not be
 */
export async function buildSite(input: SiteInput, dataset: Promise<void>): Promise<BuiltSite> {
  // The pages read the dataset themselves: Astro runs them in modules of its own.
  process.env['PORTOLAN_DATA'] = resolve(input.workDir)
  if (input.contentDir !== undefined) process.env['PORTOLAN_CONTENT'] = resolve(input.contentDir)
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const outDir = resolve(input.outDir)
  const prose = Promise.withResolvers<SiteProse>()
  const faults: Diagnostic[] = []
  const locales = dataset.then(() => siteLocales(loadSiteDataset()))
  await Promise.all([
    writePages(input, outDir, dataset, prose.resolve, (fault) => faults.push(fault)),
    dataset.then(() => writeWithoutPages(outDir, loadSiteDataset())),
    prose.promise.then(async (found) => indexProse(outDir, await locales, found)),
  ])
  const pages = globSync('**/*.html', {cwd: outDir}).length
  const [first] = faults
  // The site of an earlier run is worth more than none.
  if (pages === 0 && first !== undefined) throw new Error(`no page could be rendered: ${first.message}`)
  await writeServiceWorkers(outDir, await locales)
  return {pages, faults: faults.toSorted(compareDiagnostics)}
}

/** @param onProse called with the prose of the pages before all of them are written */
async function writePages(
  input: SiteInput,
  outDir: string,
  dataset: Promise<void>,
  onProse: (prose: SiteProse) => void,
  onFault: (fault: Diagnostic) => void,
): Promise<void> {
  offerPrevious(input.previous, input.workDir)
  const {base = '/', site, threads} = input
  await build({
    root,
    outDir: join(input.workDir, 'site'),
    cacheDir: join(input.workDir, 'cache'),
    base,
    ...(site === undefined ? {} : {site}),
    logLevel: 'error',
    integrations: [
      renderPages({
        dataset,
        onProse,
        onFault,
        ...(threads === undefined ? {} : {threads}),
      }),
      languageSitemap(() => siteLocales(loadSiteDataset())),
    ],
  })
  await moveContent(join(input.workDir, 'site'), outDir)
}

/** What needs no page. */
async function writeWithoutPages(outDir: string, dataset: SiteDataset): Promise<void> {
  writeTopicData(outDir, dataset)
  writeSearchFiles(outDir, dataset)
  await writePictures(outDir, dataset)
}
