/** The files of search beside the pages: `search/`. Thousands on a large site; as pages of Astro they would take longer. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {buildSearchFiles} from '../../search/index/build-index.ts'
import {type SiteDataset, topicsWithPage} from '../../site/dataset/site-dataset.ts'

/** @param folder of a site */
export function writeSearchFiles(folder: string, dataset: SiteDataset): void {
  for (const [path, text] of buildSearchFiles({...dataset, topics: topicsWithPage(dataset)})) {
    const file = join(folder, 'search', path)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text)
  }
}
