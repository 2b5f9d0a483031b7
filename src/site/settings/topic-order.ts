/** Topics in the order, and in the groups, that a workspace wants. */
import type {Topic} from '../../model/schema.ts'
import type {SiteSettings, Words} from './site-settings.ts'

export interface TopicGroup {
  /** null for topics that stand in no group. */
  title: Words | null
  topics: Topic[]
}

/** Those that are named go first; a topic that is named twice stands where it is named first. */
export function groupTopics(topics: readonly Topic[], wanted: SiteSettings['topics'] = []): TopicGroup[] {
  const left = new Map(topics.map((topic) => [topic.id, topic]))
  const take = (id: string): Topic[] => {
    const topic = left.get(id)
    left.delete(id)
    return topic === undefined ? [] : [topic]
  }
  const groups: TopicGroup[] = []
  const add = (title: Words | null, own: Topic[]): void => {
    const last = groups.at(-1)
    if (own.length === 0) return
    if (title === null && last?.title === null) last.topics.push(...own)
    else groups.push({title, topics: own})
  }
  for (const each of wanted) {
    if (typeof each === 'string') add(null, take(each))
    else add(each.group, each.topics.flatMap(take))
  }
  add(null, [...left.values()])
  return groups
}

/** Topics that the workspace names and that have no page. */
export const unknownTopics = (topics: readonly Topic[], wanted: SiteSettings['topics'] = []): string[] => {
  const known = new Set(topics.map(({id}) => id))
  return wanted
    .flatMap((each) => (typeof each === 'string' ? [each] : each.topics))
    .filter((id) => !known.has(id))
}
