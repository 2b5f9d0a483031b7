/** The changes between two datasets as feeds that a reader can subscribe to: JSON Feed and Atom (RFC 4287). */
import {Feed} from 'feed'
import type {KnowledgeBase} from '../dataset/schema.ts'
import {countsText, diffLines, type EndpointName} from './render.ts'
import type {RevisionDiff, TopicChange} from './revision.ts'

/** What a feed is: its name, and where it and its site stand. */
export interface FeedPlace {
  title: string
  locale: string
  /** Address of the site in that locale, with a slash at the end. */
  siteUrl: string
  /** Addresses of the feeds themselves. */
  feedUrls: {json: string; atom: string}
}

export interface FeedEntry {
  /** An address or another IRI that no other entry ever has. */
  id: string
  title: string
  link: string
  /** ISO date. */
  date: string
  /** HTML. */
  content: string
}

export interface FeedOptions extends FeedPlace {
  nameOf: EndpointName
  /** Address of a topic's page. */
  urlOf: (topicId: string) => string
}

/** What a feed without any dated document says: feeds must have a date, and the clock is not ours to ask. */
const noDate = '1970-01-01'

/** The same bytes for the same entries. Atom reads titles as HTML, JSON Feed as text. */
export function writeFeeds(entries: readonly FeedEntry[], place: FeedPlace): {json: string; atom: string} {
  const escaped = entries.map((entry) => ({...entry, title: escapeHtml(entry.title)}))
  return {json: createFeed(entries, place).json1(), atom: createFeed(escaped, place).atom1()}
}

function createFeed(entries: readonly FeedEntry[], {title, locale, siteUrl, feedUrls}: FeedPlace): Feed {
  const [newest = noDate] = entries
    .map(({date}) => date)
    .toSorted()
    .reverse()
  const feed = new Feed({
    id: siteUrl,
    title,
    link: siteUrl,
    language: locale,
    copyright: '',
    // Atom wants somebody to have written it.
    author: {name: title},
    feedLinks: feedUrls,
    updated: new Date(newest),
  })
  for (const {date, ...entry} of entries) feed.addItem({...entry, date: new Date(date)})
  return feed
}

/** One entry a changed topic, dated by the newest document of the topic. */
export function changeFeeds(
  {changes}: RevisionDiff,
  after: Pick<KnowledgeBase, 'editions'>,
  options: FeedOptions,
): {json: string; atom: string} {
  const dates = newestByTopic(after)
  const entries = changes.map((change): FeedEntry => {
    const {topic} = change
    const date = dates.get(topic.id) ?? noDate
    const title = topic.title.texts[options.locale]?.text ?? topic.title.source ?? topic.id
    const link = options.urlOf(topic.id)
    return {
      id: `${link}#${change.kind}-${date}`,
      title: `${title}: ${headline(change)}`,
      link,
      date,
      content: `<pre>${escapeHtml(lines(change, options.nameOf).join('\n'))}</pre>`,
    }
  })
  return writeFeeds(entries, options)
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
