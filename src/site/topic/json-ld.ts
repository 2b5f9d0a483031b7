/** What search engines read of a page: schema.org objects. */
import type {Topic} from '../../model/schema.ts'
import {dataset} from '../dataset/dataset.ts'
import type {Page} from '../layout/page-context.ts'
import {words} from './topic-texts.ts'

const context = 'https://schema.org'

/** Absolute where the site's own address is known. */
const addressOf = (site: URL | undefined) => (path: string) =>
  site === undefined ? path : new URL(path, site).href

export function siteJsonLd(page: Page, site: URL | undefined): object[] {
  const address = addressOf(site)
  return [
    {
      '@context': context,
      '@type': 'WebSite',
      name: page.t('site.name'),
      description: page.t('site.description'),
      inLanguage: page.locale,
      url: address(page.to('')),
      potentialAction: {
        '@type': 'SearchAction',
        target: {'@type': 'EntryPoint', urlTemplate: `${address(page.to('search/'))}?q={search_term_string}`},
        'query-input': 'required name=search_term_string',
      },
    },
  ]
}

/** The article that a topic page is, and the data behind it. */
export function topicJsonLd(topic: Topic, page: Page, description: string, site: URL | undefined): object[] {
  const address = addressOf(site)
  const name = words(topic.title, page.locale)
  const own = address(page.to(page.path))
  const revisions = topic.editions.flatMap((id) => dataset.editions.get(id)?.revision ?? []).toSorted()
  const changed = revisions.at(-1)
  const file = (type: string, encodingFormat: string) => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: address(page.file(`data/topics/${topic.id}.${type}`)),
  })
  return [
    {
      '@context': context,
      '@graph': [
        {
          '@type': 'TechArticle',
          headline: name.slice(0, 110),
          description,
          inLanguage: page.locale,
          url: own,
          ...(changed === undefined ? {} : {dateModified: changed}),
        },
        {
          '@type': 'Dataset',
          name,
          description,
          inLanguage: dataset.locales,
          url: own,
          distribution: [file('csv', 'text/csv'), file('json', 'application/json')],
        },
      ],
    },
  ]
}
