/** The changes between two datasets as feeds that a reader can subscribe to: JSON Feed and Atom (RFC 4287). */

import {createHash} from 'node:crypto'
import {Feed} from 'feed'
import {xmlText} from '../formats/xml.ts'

/** What a feed is: its name, and where it and its site stand. */
export interface FeedPlace {
  /** An IRI that no other feed has. */
  id: string
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

/** What a feed without any dated document says: feeds must have a date, and the clock is not ours to ask. */
const noDate = '1970-01-01'

/** The same bytes for the same entries. Atom reads titles as HTML, JSON Feed as text. */
export function writeFeeds(entries: readonly FeedEntry[], place: FeedPlace): {json: string; atom: string} {
  const escaped = entries.map((entry) => ({...entry, title: xmlText(entry.title)}))
  return {json: createFeed(entries, place).json1(), atom: createFeed(escaped, place).atom1()}
}

function createFeed(entries: readonly FeedEntry[], {id, title, locale, siteUrl, feedUrls}: FeedPlace): Feed {
  const [newest = noDate] = entries
    .map(({date}) => date)
    .toSorted()
    .reverse()
  const feed = new Feed({
    id,
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

/**
 * An address that nothing else ever has, the same in every build: a UUID of version 8 (RFC 9562) from a digest of the
 * names, as `urn:uuid:` (RFC 4122). Unlike a page's address it stays when the site moves.
 */
export function permanentId(...names: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(names)).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${groups.join('-')}`
}
