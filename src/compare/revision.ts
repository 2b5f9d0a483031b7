/** What changed between two datasets: topics that came, went, and whose rules differ. */
import type {KnowledgeBase, Topic} from '../model/schema.ts'
import {rulesOf} from '../model/topic-rules.ts'
import {differs, diffTopics, type TopicDiff} from './diff.ts'

export type TopicChange =
  | {kind: 'added' | 'removed'; topic: Topic; rules: number}
  | {kind: 'changed'; before: Topic; topic: Topic; diff: TopicDiff}

export interface RevisionDiff {
  /** Sorted by topic id; topics with the same rules are not in it. */
  changes: TopicChange[]
  /** Number of topics with the same rules in both; topics without any are not counted. */
  equal: number
}

/** A topic is the same one when its key is, or else its id: a new title changes the id, not the key. */
export function revisionDiff(
  before: Pick<KnowledgeBase, 'topics'>,
  after: Pick<KnowledgeBase, 'topics'>,
): RevisionDiff {
  const partners = partnersOf(before.topics, after.topics)
  const kept = new Set(partners.values())
  const changes: TopicChange[] = []
  let equal = 0
  const pushWhole = (kind: 'added' | 'removed', topic: Topic): void => {
    const rules = rulesOf(topic).length
    if (rules > 0) changes.push({kind, topic, rules})
  }
  for (const topic of before.topics) {
    const next = partners.get(topic)
    if (next === undefined) {
      pushWhole('removed', topic)
      continue
    }
    const diff = diffTopics(topic, next, 'same')
    if (differs(diff.counts)) changes.push({kind: 'changed', before: topic, topic: next, diff})
    else if (diff.rules.length > 0) equal += 1
  }
  for (const topic of after.topics) if (!kept.has(topic)) pushWhole('added', topic)
  return {changes: changes.sort(byTopic), equal}
}

function partnersOf(before: readonly Topic[], after: readonly Topic[]): Map<Topic, Topic> {
  const partners = new Map<Topic, Topic>()
  const free = new Set(after)
  for (const same of [keyOf, idOf]) {
    const waiting = new Map([...free].map((topic) => [same(topic), topic]))
    for (const topic of before) {
      const next = partners.has(topic) ? undefined : waiting.get(same(topic))
      if (next === undefined || !free.delete(next)) continue
      partners.set(topic, next)
    }
  }
  return partners
}

const keyOf = ({key}: Topic): string => key
const idOf = ({id}: Topic): string => id

const byTopic = (one: TopicChange, two: TopicChange): number => {
  const [a, b] = [`${one.topic.id} ${one.kind}`, `${two.topic.id} ${two.kind}`]
  return a < b ? -1 : a > b ? 1 : 0
}
