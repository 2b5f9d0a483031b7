/** The changes between two datasets as feeds that a reader can subscribe to: JSON Feed 1.1 and Atom (RFC 4287). */
import {Feed} from 'feed'
import type {KnowledgeBase} from '../dataset/schema.ts'
import {countsText, diffLines, type EndpointName} from './render.ts'
import type {RevisionDiff, TopicChange} from './revision.ts'

export interface FeedOptions {
  title: string
  locale: string
  /** Address of the site in that locale, with a slash at the end. */
  siteUrl: string
  /** Addresses of the feeds themselves. */
  feedUrls: {json: string; atom: string}
  nameOf: EndpointName
  /** Address of a topic's page. */
  urlOf: (topicId: string) => string
}

/** What a feed without any dated document says: feeds must have a date, and the clock is not ours to ask. */
const noDate = '1970-01-01'

/** One entry a changed topic, dated by the newest document of the topic; the same bytes for the same datasets. */
export function changeFeeds(
  {changes}: RevisionDiff,
  after: Pick<KnowledgeBase, 'editions'>,
  options: FeedOptions,
): {json: string; atom: string} {
  const dates = newestByTopic(after)
  const dateOf = (change: TopicChange): string => dates.get(change.topic.id) ?? noDate
  const feed = new Feed({
    id: options.siteUrl,
    title: options.title,
    link: options.siteUrl,
    language: options.locale,
    copyright: '',
    feedLinks: options.feedUrls,
    updated: new Date(changes.map(dateOf).sort().at(-1) ?? noDate),
  })
  for (const change of changes) {
    const {topic} = change
    const title = topic.title.texts[options.locale]?.text ?? topic.title.source ?? topic.id
    const link = options.urlOf(topic.id)
    feed.addItem({
      id: `${link}#${change.kind}-${dateOf(change)}`,
      title: `${title}: ${headline(change)}`,
      link,
      date: new Date(dateOf(change)),
      content: `<pre>${escapeHtml(lines(change, options.nameOf).join('\n'))}</pre>`,
    })
  }
  return {json: feed.json1(), atom: feed.atom1()}
}

export const headline = (change: TopicChange): string =>
  change.kind === 'changed' ? countsText(change.diff.counts) : `${change.kind}, ${change.rules} rules`

const lines = (change: TopicChange, nameOf: EndpointName): string[] =>
  change.kind === 'changed' ? diffLines(change.diff, nameOf) : [headline(change)]

const entities: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'}
const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)

function newestByTopic({editions}: Pick<KnowledgeBase, 'editions'>): Map<string, string> {
  const newest = new Map<string, string>()
  for (const {topic, revision} of editions) {
    if (revision !== null && revision > (newest.get(topic) ?? '')) newest.set(topic, revision)
  }
  return newest
}
