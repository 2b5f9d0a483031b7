/** The dataset of this build with the lookups that pages need. */
import type {CheckInfo} from '../dataset/check-info.ts'
import type {EditionInfo, Endpoint, Finding, KnowledgeBase, Topic, Unit} from '../dataset/schema.ts'
import {loadChecks, loadKnowledgeBase, loadPrevious, siteLocales} from './data-fs.ts'

const byId = <Item extends {id: string}>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]))

export interface Dataset {
  kb: KnowledgeBase
  /** English first. */
  locales: string[]
  /** Topics with a port table: those that have a page. */
  topics: Topic[]
  editions: ReadonlyMap<string, EditionInfo>
  endpoints: ReadonlyMap<string, Endpoint>
  findings: ReadonlyMap<string, Finding>
  units: ReadonlyMap<string, Unit>
  checks: CheckInfo[]
  /** The topics of an earlier dataset to compare with; null when the build was given none. */
  previous: Pick<KnowledgeBase, 'topics'> | null
}

export function indexDataset(
  kb: KnowledgeBase,
  checks: CheckInfo[] = [],
  previous: Dataset['previous'] = null,
): Dataset {
  return {
    kb,
    locales: siteLocales(kb),
    topics: kb.topics.filter((topic) => topic.tables.some((table) => table.portTable)),
    editions: byId(kb.editions),
    endpoints: byId(kb.endpoints),
    findings: byId(kb.findings),
    units: byId(kb.units),
    checks,
    previous,
  }
}

export const dataset = indexDataset(loadKnowledgeBase(), loadChecks(), loadPrevious())
