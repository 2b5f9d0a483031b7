/** Reads the dataset that the site shows, once, from the folder that PORTOLAN_DATA names (default `data`). */
import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {type KnowledgeBase, knowledgeBaseSchema} from '../dataset/schema.ts'

const empty: KnowledgeBase = {
  schema: 1,
  locales: [],
  editions: [],
  endpoints: [],
  topics: [],
  units: [],
  findings: [],
  ledger: {read: 0, published: 0, entries: []},
  diagnostics: [],
}

let loaded: KnowledgeBase | undefined

/** The dataset; an empty one where there is no file yet, so that types and pages can be checked without documents. */
export function loadKnowledgeBase(): KnowledgeBase {
  const path = join(resolve(process.env['PORTOLAN_DATA'] ?? 'data'), 'knowledge-base.json')
  loaded ??= existsSync(path) ? knowledgeBaseSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : empty
  return loaded
}

/** Locales of the site: English first, then those of the documents. */
export const siteLocales = (kb: KnowledgeBase): string[] => ['en', ...kb.locales]
