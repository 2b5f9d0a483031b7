/** Reads the dataset that the site shows, once, from the folder that PORTOLAN_DATA names (default `data`). */
import {existsSync, readFileSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {type CheckInfo, checkInfoSchema} from '../dataset/check-info.ts'
import {type KnowledgeBase, knowledgeBaseSchema, topicSchema} from '../dataset/schema.ts'

const empty: KnowledgeBase = {
  schema: 1,
  locales: [],
  editions: [],
  endpoints: [],
  topics: [],
  units: [],
  passages: [],
  findings: [],
  ledger: {read: 0, published: 0, entries: []},
  diagnostics: [],
}

const dataFolder = () => resolve(process.env['PORTOLAN_DATA'] ?? 'data')

declare global {
  var portolanDatasets: Map<string, KnowledgeBase> | undefined
}

/**
 * By path and time of change, since a program may build several sites. Global, since Astro runs the pages in a copy of
 * this module, and a large dataset should stand in memory once.
 */
globalThis.portolanDatasets ??= new Map()
const loaded = globalThis.portolanDatasets

/** The dataset; an empty one where there is no file yet, so that types and pages can be checked without documents. */
export function loadKnowledgeBase(): KnowledgeBase {
  const path = join(dataFolder(), 'knowledge-base.json')
  if (!existsSync(path)) return empty
  const key = `${path} ${statSync(path).mtimeMs}`
  const kb = loaded.get(key) ?? knowledgeBaseSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  loaded.set(key, kb)
  return kb
}

/** Locales of the site: English first, then those of the documents. */
export const siteLocales = (kb: KnowledgeBase): string[] => ['en', ...kb.locales]

/** The checks that made the findings; none where the folder has no `checks.json`. */
export function loadChecks(): CheckInfo[] {
  const path = join(dataFolder(), 'checks.json')
  return existsSync(path) ? checkInfoSchema.array().parse(JSON.parse(readFileSync(path, 'utf8'))) : []
}

/** The topics of an earlier dataset, from the file that PORTOLAN_PREVIOUS names; null when it names none. */
export function loadPrevious(): Pick<KnowledgeBase, 'topics'> | null {
  const path = process.env['PORTOLAN_PREVIOUS']
  if (path === undefined || path === '') return null
  const topics = topicSchema.array().parse(JSON.parse(readFileSync(path, 'utf8')))
  return {topics}
}
