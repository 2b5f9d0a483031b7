/**
 * Addresses that topics had before, or would have without their English: a topic is called by its English title, and by the
 * name of its documents as long as it has none; its files are renamed, and its title is written anew.
 */
import {nameOf} from '../../ingest/identity/identity.ts'
import {compareBy} from '../../model/order.ts'
import type {EditionInfo, Topic} from '../../model/schema.ts'
import {toSlug} from '../../model/slug.ts'
import {topicFinder} from '../../site/dataset/earlier-rules.ts'

export interface Redirect {
  /** Id of a topic that is no more. */
  from: string
  /** Id of the topic that is there now. */
  to: string
}

/** @param topics those that have a page  @param previous topics of an earlier dataset, where one is known */
export function redirectsOf(
  topics: readonly Topic[],
  editions: readonly EditionInfo[],
  previous: readonly Topic[],
): Redirect[] {
  const own = new Set(topics.map(({id}) => id))
  const paths = Map.groupBy(editions, ({topic}) => topic)
  const names = topics.flatMap(({id}) =>
    [...new Set((paths.get(id) ?? []).map(({path, locale}) => toSlug(nameOf(path, locale))))].map((from) => ({
      from,
      to: id,
    })),
  )
  const byName = [...Map.groupBy(names, ({from}) => from).values()]
    // A name that several topics share led to none of them.
    .flatMap((group) => (group.length === 1 ? group : []))
  const topicNow = topicFinder(topics)
  const before = previous.flatMap((topic): Redirect[] => {
    const now = topicNow(topic)
    return now === undefined ? [] : [{from: topic.id, to: now.id}]
  })
  const found = new Map<string, Redirect>()
  for (const redirect of [...before, ...byName])
    if (redirect.from !== '' && !own.has(redirect.from) && !found.has(redirect.from))
      found.set(redirect.from, redirect)
  return [...found.values()].toSorted(compareBy(({from}) => from))
}
