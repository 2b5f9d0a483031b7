/** Finds a topic by the id that a person typed, or says which was meant. */

import {UsageError} from '../../disk/usage-error.ts'
import type {Topic} from '../../model/schema.ts'

/**
 * The topic with that id, with that key, or the only one whose id holds the text.
 *
 * @throws {UsageError} with the nearest ids
 */
export function findTopic(topics: readonly Topic[], typed: string): Topic {
  const exact = topics.find(({id, key}) => id === typed || key === typed)
  if (exact !== undefined) return exact
  const holding = topics.filter(({id}) => typed !== '' && id.includes(typed))
  const [only] = holding
  if (only !== undefined && holding.length === 1) return only
  const ids = (holding.length > 0 ? holding : topics).map(({id}) => id)
  throw new UsageError(
    holding.length > 1
      ? `${holding.length} topics are named like “${typed}”`
      : `There is no topic “${typed}”`,
    ids.length === 0 ? 'The dataset holds no topics.' : `Did you mean ${nearest(ids, typed).join(', ')}?`,
  )
}

const shownIds = 4

/** The ids that share the most pairs of letters with the text, best first. */
export function nearest(ids: readonly string[], typed: string): string[] {
  const wanted = letterPairs(typed)
  const score = (id: string): number => {
    const own = letterPairs(id)
    return own.intersection(wanted).size / Math.max(1, own.union(wanted).size)
  }
  return ids
    .map((id) => ({id, score: score(id)}))
    .sort((one, two) => two.score - one.score || (one.id < two.id ? -1 : 1))
    .slice(0, shownIds)
    .map(({id}) => id)
}

const letterPairs = (text: string): Set<string> =>
  new Set(Array.from({length: Math.max(0, text.length - 1)}, (_, at) => text.slice(at, at + 2).toLowerCase()))
