/** Reads the dataset that the site shows, once, from the folder that PORTOLAN_DATA names. */
import {existsSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {type CheckInfo, checkInfoSchema} from '../dataset/check-info.ts'
import {type KnowledgeBase, topicSchema} from '../dataset/schema.ts'
import {emptySiteDataset, type SiteDataset} from './site-dataset.ts'

/** Files of that folder: an interim one of each run, so that it is not validated again, and the checks of the data. */
export const SITE_DATASET = 'site-dataset.json'
export const CHECKS = 'checks.json'

const fileOf = (name: string): string | null => {
  const folder = process.env['PORTOLAN_DATA']
  const path = folder === undefined ? null : join(folder, name)
  return path !== null && existsSync(path) ? path : null
}

declare global {
  var portolanDatasets: Map<string, SiteDataset> | undefined
}

/**
 * By path and time of change, since a program may build several sites. Global, since Astro runs the pages in a copy of
 * this module, and a large dataset should stand in memory once.
 */
globalThis.portolanDatasets ??= new Map()
const loaded = globalThis.portolanDatasets

/** An empty one where there is no file yet, so that types and pages can be checked without documents. */
export function loadSiteDataset(): SiteDataset {
  const path = fileOf(SITE_DATASET)
  if (path === null) return emptySiteDataset
  const key = `${path} ${statSync(path).mtimeMs}`
  const dataset: SiteDataset = loaded.get(key) ?? JSON.parse(readFileSync(path, 'utf8'))
  loaded.set(key, dataset)
  return dataset
}

/** Locales of the site: English first, then those of the documents. */
export const siteLocales = ({locales}: Pick<SiteDataset, 'locales'>): string[] => ['en', ...locales]

/** The checks that made the findings; none where the folder doesn't say. */
export function loadChecks(): CheckInfo[] {
  const path = fileOf(CHECKS)
  return path === null ? [] : checkInfoSchema.array().parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** The topics of an earlier dataset, from the file that PORTOLAN_PREVIOUS names; null when it names none. */
export function loadPrevious(): Pick<KnowledgeBase, 'topics'> | null {
  const path = process.env['PORTOLAN_PREVIOUS']
  if (path === undefined || path === '') return null
  const topics = topicSchema.array().parse(JSON.parse(readFileSync(path, 'utf8')))
  return {topics}
}
