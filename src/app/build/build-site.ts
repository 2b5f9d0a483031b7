/**
 * Builds the site of a dataset: Astro writes the pages while pictures are drawn, each topic gets its data, Pagefind
 * indexes the text, and Workbox makes it readable offline.
 */
import {join} from 'node:path'
import {build} from 'astro'
import {globSync} from 'tinyglobby'
import {moveContent} from '../../disk/work-folder-fs.ts'
import {compareDiagnostics} from '../../model/order.ts'
import type {Diagnostic, Topic} from '../../model/schema.ts'
import {siteConfig} from '../../site/build/astro-config.ts'
import type {SiteProse} from '../../site/build/collect-prose.ts'
import {languageSitemap} from '../../site/build/language-sitemap.ts'
import {renderPages} from '../../site/build/render-pages.ts'
import {linkPackages} from '../../site/build/site-folder-fs.ts'
import type {SiteDataset} from '../../site/dataset/site-dataset.ts'
import type {SiteSettings} from '../../site/settings/site-settings.ts'
import {siblingModule} from '../sibling-module.ts'
import {indexProse} from './index-prose-fs.ts'
import {writePictures} from './pictures-fs.ts'
import {writeSearchFiles} from './search-files-fs.ts'
import {settleAll} from './settle-all.ts'
import {writeTopicData} from './topic-data-fs.ts'
import {writeServiceWorkers} from './write-service-workers-fs.ts'

export interface SiteInput {
  /** Workspace with a `guide` of its own; the project's guide is taken where it has none. */
  contentDir?: string
  /** Holds nothing that the site writes, or isn’t there. */
  outDir: string
  /** Path under which the page for unknown addresses links; all others have relative links. */
  base?: string
  /** Address of the site; without one, canonical links are relative and there is no sitemap. */
  site?: string
  /** What the configuration of the workspace says of the site. */
  settings?: SiteSettings
  /** Topics of an earlier dataset, to tell what changed since. */
  previous?: Topic[]
  /** Languages with pages beside English and those of the documents. */
  moreLocales?: readonly string[]
  /** Folder of this run's own for interim files, which the caller removes; the pages find the dataset in it. */
  workDir: string
}

export interface BuiltSite {
  pages: number
  /** Of pages that are left out. */
  faults: Diagnostic[]
}

/**
 * Writes the pages and the index of their prose.
 *
 * @param locales of the site, known when the files of the dataset are whole; what needs no data is done before
 * @returns which pages could not be rendered and are left out
 */
export async function buildPages(
  {contentDir, outDir, base = '/', site, settings, workDir}: Omit<SiteInput, 'previous' | 'moreLocales'>,
  locales: Promise<string[]>,
): Promise<Diagnostic[]> {
  linkPackages(workDir)
  const prose = Promise.withResolvers<SiteProse>()
  const faults: Diagnostic[] = []
  const {integrations, ...config} = siteConfig({workDir, contentDir, settings})
  const writePages = async (): Promise<void> => {
    await build({
      ...config,
      base,
      ...(site === undefined ? {} : {site}),
      logLevel: 'error',
      logger: {entrypoint: new URL(siblingModule(import.meta.url, 'astro-log'))},
      integrations: [
        ...integrations,
        renderPages({dataset: locales, onProse: prose.resolve, onFault: (fault) => faults.push(fault)}),
        languageSitemap(locales),
      ],
    })
    await moveContent(join(workDir, 'site'), outDir)
  }
  const pages = writePages()
  // Without pages there is no prose to wait for.
  pages.catch(prose.reject)
  await settleAll([pages, prose.promise.then(async (found) => indexProse(outDir, await locales, found))])
  const [first] = faults
  // The site of an earlier run is worth more than none.
  if (first !== undefined && countPages(outDir) === 0)
    throw new Error(`no page could be rendered: ${first.message}`)
  return faults.toSorted(compareDiagnostics)
}

/** Writes what needs no page. */
export async function buildBesidePages(outDir: string, dataset: SiteDataset): Promise<void> {
  writeTopicData(outDir, dataset)
  writeSearchFiles(outDir, dataset)
  await writePictures(outDir, dataset)
}

/** Makes a site that is whole readable offline. @returns how many pages it has */
export async function finishSite(
  outDir: string,
  locales: readonly string[],
): Promise<Pick<BuiltSite, 'pages'>> {
  await writeServiceWorkers(outDir, locales)
  return {pages: countPages(outDir)}
}

const countPages = (outDir: string): number => globSync('**/*.html', {cwd: outDir}).length
