/** The files from which pages are made: they are written by one program and read by another, which Astro makes of the pages. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {readJson} from '../../disk/read-json-fs.ts'
import {type CheckInfo, checkInfoSchema} from '../../model/check-info.ts'
import {type KnowledgeBase, topicSchema} from '../../model/schema.ts'
import {emptySiteDataset, type SiteDataset} from './site-dataset.ts'

/** Names in the folder of a run: what pages need of the dataset, the checks of its data, and the topics of an earlier one. */
export const SITE_DATASET = 'site-dataset.json'
export const CHECKS = 'checks.json'
export const PREVIOUS = 'previous.json'

/** Undefined where there is no such file. */
const read = (folder: string | null, name: string): ReturnType<typeof readJson> | undefined => {
  const path = folder === null ? null : join(folder, name)
  return path !== null && existsSync(path) ? readJson(path) : undefined
}

/**
 * An empty one where there is no file yet, so that types and pages can be checked without documents. It is an interim file of
 * the same run, so that it isn't validated once more.
 */
export function loadSiteDataset(folder: string | null): SiteDataset {
  return read(folder, SITE_DATASET) ?? emptySiteDataset
}

/** Locales of the site: English first, then those of the documents. */
export const siteLocales = ({locales}: Pick<SiteDataset, 'locales'>): string[] => ['en', ...locales]

/** The checks that made the findings; none where the folder doesn't say. */
export function loadChecks(folder: string | null): CheckInfo[] {
  const checks = read(folder, CHECKS)
  return checks === undefined ? [] : checkInfoSchema.array().parse(checks)
}

/** The topics of an earlier dataset; null when the run was given none. */
export function loadPrevious(folder: string | null): Pick<KnowledgeBase, 'topics'> | null {
  const topics = read(folder, PREVIOUS)
  return topics === undefined ? null : {topics: topicSchema.array().parse(topics)}
}
