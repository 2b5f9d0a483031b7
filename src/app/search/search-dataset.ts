/** Search on the command line: the engine of the site over a dataset in memory. */

import {UsageError} from '../../disk/usage-error.ts'
import type {Facts, KnowledgeBase} from '../../model/schema.ts'
import type {Hit} from '../../search/find/hits.ts'
import {type Answer, createEngine} from '../../search/find/search-engine.ts'
import {buildSearchFiles} from '../../search/index/build-index.ts'
import type {Query, QueryProblem} from '../../search/query/query-types.ts'

/** Results with the facts of their rules. */
export interface Search {
  query: Query
  total: number
  /** Where nothing was found: a query in another spelling, whose words texts hold. */
  instead: string | null
  rules: (Omit<Hit, 'port'> & {
    /** How a port of the query matches; null where it has none. */
    match: Omit<NonNullable<Hit['port']>, 'rule'> | null
    facts: Facts
  })[]
}

/** @throws UsageError when a locale is not in the dataset, or the query can't be answered */
export const searchDataset = async (kb: KnowledgeBase, text: string, locales: string[]): Promise<Search> => {
  const known = ['en', ...kb.locales]
  for (const locale of locales)
    if (!known.includes(locale))
      throw new UsageError(`there is no locale “${locale}” in the dataset`, `it has ${known.join(', ')}`)
  const files = buildSearchFiles(kb)
  const engine = createEngine(async (path) => {
    const file = files.get(path)
    if (file === undefined) throw new Error(`search asked for ${path}, which was not built`)
    return JSON.parse(file)
  })
  const answer: Answer = await engine.search({text, locales, limit: Number.POSITIVE_INFINITY})
  const {query, total, hits, instead} = answer
  const [problem] = query.problems
  if (problem !== undefined)
    throw new UsageError(
      problemText(problem),
      'ports are numbers from 0 to 65535, ranges two of them: 50000-50100',
    )
  const facts = factsById(kb)
  const rules = hits.map(({port, ...hit}) => ({
    ...hit,
    match: port === null ? null : {kind: port.kind, width: port.width, sourcePort: port.sourcePort},
    facts: facts.get(hit.id) ?? missing(hit.id),
  }))
  return {query, total, instead, rules}
}

const missing = (id: string): never => {
  throw new Error(`search found rule ${id}, which is not in the dataset`)
}

const factsById = ({topics}: KnowledgeBase): ReadonlyMap<string, Facts> =>
  new Map(
    topics.flatMap(({tables}) =>
      tables.flatMap(({rows}) =>
        rows.flatMap(({rules}) => rules.map((rule) => [rule.id, rule.facts] as const)),
      ),
    ),
  )

const problemText = ({kind, text}: QueryProblem): string => {
  const says: Record<QueryProblem['kind'], string> = {
    'above-65535': `${text} is not a port: the highest is 65535`,
    negative: `${text} is not a port: the lowest is 0`,
    'reversed-range': `${text} is not a range: it starts above its end`,
    'too-many-bounds': `${text} is not a range: expected two ends, found more`,
    'too-long': `the question is too long: ${text}`,
    'nothing-to-search': `“${text}” holds no letter and no number`,
  }
  return says[kind]
}
