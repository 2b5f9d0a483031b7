/** One topic of the dataset: its title, prose and tables, its units, and what became of each row. */

import {createRuleIds} from '../facts/rule-id.ts'
import {UNDETERMINED} from '../model/edition-language.ts'
import type {Diagnostic, Passage, Title, Topic, Unit} from '../model/schema.ts'
import {buildTable} from './build-table.ts'
import type {ContextMatches} from './english/context-match.ts'
import {findDrift} from './english/drift.ts'
import type {Fit} from './english/fit.ts'
import type {Donors} from './english/infer-english.ts'
import type {Memory} from './english/memory.ts'
import type {RowOutcome} from './ledger.ts'
import {currentFirst, mergeTables} from './merge.ts'
import {buildPassages} from './prose/build-passages.ts'
import {buildProse, buildTitle} from './prose/build-prose.ts'
import {buildTitles} from './titles/build-titles.ts'
import type {TopicGroup} from './topics.ts'

export interface TopicSources {
  slug: string
  donors: Donors
  contexts: ContextMatches
  memory: Memory
  fit: Fit
}

export interface BuiltTopic {
  topic: Topic
  units: Unit[]
  passages: Passage[]
  titles: Title[]
  outcomes: RowOutcome[]
  diagnostics: Diagnostic[]
}

/** Builds a topic from its editions. */
export const buildTopic = (
  group: TopicGroup,
  {slug, donors, contexts, memory, fit}: TopicSources,
): BuiltTopic => {
  const editions = new Map(group.editions.map((edition) => [edition.info.id, edition]))
  const isCurrent = (edition: string): boolean =>
    !group.supersededBy.has(edition) && editions.get(edition)?.info.locale !== UNDETERMINED
  const merged = currentFirst(mergeTables(group.editions), isCurrent)
  const context = {
    slug,
    editions,
    supersededBy: group.supersededBy,
    isCurrent,
    ruleId: createRuleIds(group.key),
    donors,
    contexts,
    memory,
  }
  const hasPorts = group.editions.some(({tables}) => tables.some(({portTable}) => portTable))
  const passages = hasPorts ? buildPassages(group, slug, fit) : []
  const built = merged.map((table, index) => buildTable(table, index + 1, context))
  return {
    topic: {
      id: slug,
      key: group.key,
      title: buildTitle(group, slug),
      editions: group.editions.map(({info}) => info.id).toSorted(),
      prose: buildProse(group, merged, new Set(passages.map(({id}) => id))),
      tables: built.flatMap(({table}) => table ?? []),
    },
    units: built.flatMap(({units}) => units),
    passages,
    titles: hasPorts ? buildTitles(group, slug) : [],
    outcomes: built.flatMap(({outcomes}) => outcomes),
    diagnostics: [
      ...built.flatMap(({diagnostics}) => diagnostics),
      ...findDrift({tables: merged, editions, isCurrent}),
    ],
  }
}
