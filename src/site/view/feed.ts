/** What changed, by the dates of the documents: one entry for each day on which documents of a topic were revised. */
import {type FeedEntry, writeFeeds} from '../../compare/feed.ts'
import type {EditionInfo, Topic} from '../../dataset/schema.ts'
import {dataset} from '../dataset.ts'
import {displayName} from '../languages.ts'
import type {Page} from '../page.ts'
import {spoken} from './page-reader.ts'
import {placedRules} from './ports.ts'
import {h} from './tree.ts'
import {treeToHtml} from './tree-html.ts'

/** Feed readers fetch the whole feed again and again. */
const mostEntries = 100

/** Stands for the address of a site that doesn't know its own: feeds must have absolute ids. */
const nowhere = 'https://portolan.invalid'
const nowhereLinkRE = /(href="|_url": "|"url": ")https:\/\/portolan\.invalid/g

/** `site` is the address of the built site; without one links start at the root of wherever it is. */
export function siteFeeds(page: Page, site: URL | undefined): {json: string; atom: string} {
  const absolute = (path: string) => new URL(path, site ?? nowhere).href
  const home = absolute(page.to(''))
  const entries = dataset.topics
    .flatMap((topic) => topicEntries(topic, page, absolute))
    .toSorted((one, two) => compareText(two.date, one.date) || compareText(one.id, two.id))
  const feeds = writeFeeds(entries.slice(0, mostEntries), {
    title: page.t('feed.title'),
    locale: page.locale,
    siteUrl: home,
    feedUrls: {json: absolute(page.to('changes.json')), atom: absolute(page.to('changes.xml'))},
  })
  const shown = (text: string) => (site === undefined ? text.replace(nowhereLinkRE, '$1') : text)
  return {json: shown(feeds.json), atom: shown(feeds.atom)}
}

const compareText = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0)

function topicEntries(topic: Topic, page: Page, absolute: (path: string) => string): FeedEntry[] {
  const editions = topic.editions.flatMap((id) => dataset.editions.get(id) ?? [])
  const title = spoken(topic.title, page.locale).text
  const link = absolute(page.to(`topics/${topic.id}/`))
  return [...Map.groupBy(editions, ({revision}) => revision)].flatMap(([date, own]) =>
    date === null
      ? []
      : [
          {
            id: `${link}#${date}`,
            title: headline(title, own, page),
            link,
            date,
            content: content(topic, own, page),
          },
        ],
  )
}

function headline(title: string, editions: readonly EditionInfo[], {locale, t}: Page): string {
  const languages = [...new Set(editions.map((edition) => displayName(edition.locale, locale)))]
  return t('feed.entry', {title, languages: new Intl.ListFormat(locale).format(languages.toSorted())})
}

const content = (topic: Topic, editions: readonly EditionInfo[], {locale, t, count}: Page): string =>
  treeToHtml([
    h('p', {}, count('rules', placedRules(topic).length)),
    h(
      'ul',
      {},
      editions.map((edition) =>
        h(
          'li',
          {},
          `${displayName(edition.locale, locale)} · ${t(`translation.${edition.translationType}`)} · `,
          h('code', {}, edition.path),
          edition.supersededBy === null ? null : ` · ${t('topic.superseded')}`,
        ),
      ),
    ),
  ])
