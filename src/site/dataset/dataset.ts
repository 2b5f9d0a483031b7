/** The dataset of this build with the lookups that pages need. */
import {settings, workspace} from 'virtual:portolan/workspace'
import type {CheckInfo} from '../../model/check-info.ts'
import type {EditionInfo, Endpoint, Finding, KnowledgeBase, Topic} from '../../model/schema.ts'
import type {SiteSettings} from '../settings/site-settings.ts'
import {groupTopics, type TopicGroup} from '../settings/topic-order.ts'
import {loadChecks, loadPrevious, loadSiteDataset, siteLocales} from './data-fs.ts'
import {createEarlierRules} from './earlier-rules.ts'
import {placeFinder, type SiteDataset, topicsWithPage, type UnitPlace} from './site-dataset.ts'

const byId = <Item extends {id: string}>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]))

export interface Dataset {
  kb: SiteDataset
  /** English first. */
  locales: string[]
  /** Topics with a port table: those that have a page. */
  topics: Topic[]
  /** The same in groups, as the workspace wants them. */
  groups: TopicGroup[]
  editions: ReadonlyMap<string, EditionInfo>
  endpoints: ReadonlyMap<string, Endpoint>
  findings: ReadonlyMap<string, Finding>
  /** Where the unit behind a text stands; null where there is none. */
  placeOf: (unit: string | null) => UnitPlace | null
  checks: CheckInfo[]
  /** The topics of an earlier dataset to compare with; null when the build was given none. */
  previous: Pick<KnowledgeBase, 'topics'> | null
  /** Ids that rules of a topic had in the earlier dataset and have no more, by the id that they have now. */
  earlierRules: (topic: string) => ReadonlyMap<string, readonly string[]>
}

export function indexDataset(
  kb: SiteDataset,
  checks: CheckInfo[] = [],
  previous: Dataset['previous'] = null,
  wanted: SiteSettings['topics'] = undefined,
): Dataset {
  const groups = groupTopics(topicsWithPage(kb), wanted)
  const topics = groups.flatMap((group) => group.topics)
  return {
    kb,
    locales: siteLocales(kb),
    topics,
    groups,
    editions: byId(kb.editions),
    endpoints: byId(kb.endpoints),
    findings: byId(kb.findings),
    placeOf: placeFinder(kb.places),
    checks,
    previous,
    earlierRules: createEarlierRules(topics, previous?.topics ?? []),
  }
}

const {data} = workspace

export const dataset = indexDataset(
  loadSiteDataset(data),
  loadChecks(data),
  loadPrevious(data),
  settings.topics,
)
