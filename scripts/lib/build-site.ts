/**
 * Builds the site of a dataset: Astro writes the pages while pictures are drawn, each topic gets its data, Pagefind
 * indexes the text, and Workbox makes it readable offline.
 */
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'astro'
import type {Topic} from '../../src/dataset/schema.ts'
import {loadKnowledgeBase, siteLocales} from '../../src/site/data-fs.ts'
import {indexPages} from './index-pages.ts'
import {writeServiceWorkers} from './offline.ts'
import {writePictures} from './pictures.ts'
import {offerPrevious} from './previous-fs.ts'
import {writeTopicData} from './topic-data-fs.ts'
import {inWorkFolder, moveContent} from './work-folder-fs.ts'

export interface SiteInput {
  /** Folder that holds `knowledge-base.json`. */
  dataDir: string
  /** Workspace with a `guide` of its own; the project's guide is taken where it has none. */
  contentDir?: string
  /** Is there and empty, or isn't there. */
  outDir: string
  /** Path under which the page for unknown addresses links; all others have relative links. */
  base?: string
  /** Address of the site; without one, canonical links are relative and there is no sitemap. */
  site?: string
  /** Topics of an earlier dataset, to tell what changed since. */
  previous?: Topic[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** @returns how many pages were written and indexed */
export async function buildSite(input: SiteInput): Promise<{pages: number}> {
  // The pages read the dataset themselves: Astro runs them in modules of its own.
  process.env['PORTOLAN_DATA'] = resolve(input.dataDir)
  if (input.contentDir !== undefined) process.env['PORTOLAN_CONTENT'] = resolve(input.contentDir)
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const outDir = resolve(input.outDir)
  const kb = loadKnowledgeBase()
  const pictures = writePictures(outDir, kb)
  const built = inWorkFolder(async (work) => {
    offerPrevious(input.previous, work)
    await build({
      root,
      outDir: join(work, 'site'),
      cacheDir: join(work, 'cache'),
      base: input.base ?? '/',
      ...(input.site === undefined ? {} : {site: input.site}),
      logLevel: 'error',
    })
    moveContent(join(work, 'site'), outDir)
  })
  await Promise.all([built, pictures])
  writeTopicData(outDir, kb)
  const locales = siteLocales(kb)
  const pages = await indexPages(outDir, locales)
  await writeServiceWorkers(outDir, locales)
  return {pages}
}
