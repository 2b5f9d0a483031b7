/** What changed, as feeds: rules since an earlier dataset, and documents of each day on which some were revised. */

import {type FeedEntry, permanentId, writeFeeds} from '../../compare/change-feed.ts'
import {meaningKey} from '../../compare/compared-fields.ts'
import type {EditionChange} from '../../compare/editions.ts'
import type {TopicChange} from '../../compare/revision.ts'
import {isEnglish} from '../../model/edition-language.ts'
import {compareBy} from '../../model/order.ts'
import type {EditionInfo, Topic} from '../../model/schema.ts'
import {rulesOf} from '../../model/topic-rules.ts'
import {formatList} from '../../text/format-list.ts'
import {diffSum} from '../compare/compare-diff.ts'
import {dataset} from '../dataset/dataset.ts'
import type {Page} from '../layout/page-context.ts'
import {placedRules} from '../ports/port-entries.ts'
import {pageReader, spoken} from '../shared/page-reader.ts'
import type {Reader} from '../shared/reader.ts'
import {displayName} from '../shared/site-languages.ts'
import {h} from '../shared/tree.ts'
import {treeToHtml} from '../shared/tree-html.ts'
import {changeSum, changeTree, rulesTree} from './changes.ts'
import {siteChanges} from './changes-data.ts'

/** Feed readers fetch the whole feed again and again. */
const mostEntries = 100

/** What an undated change is dated with: feeds must have a date, and the clock is not ours to ask. */
const noDate = '1970-01-01'

/** Stands for the address of a site that doesn't know its own, until links are made relative to the feed. */
const nowhere = 'https://portolan.invalid/'
const nowhereRE = /(href="|_url": "|"url": ")https:\/\/portolan\.invalid\//g

/** `site` is the address of the built site; without one links are relative to the feed, and ids are names (URN). */
export function siteFeeds(page: Page, site: URL | undefined): {json: string; atom: string} {
  const to = (path: string) => (site === undefined ? `${nowhere}${path}` : new URL(page.to(path), site).href)
  const inContent = (path: string) => (site === undefined ? `./${path}` : to(path))
  const reader = {...pageReader(page), to: inContent}
  const since = siteChanges().since?.changes ?? []
  const entries = [
    ...since.map((change) => changeEntry(change, page, reader, to)),
    ...dataset.topics.flatMap((topic) => topicEntries(topic, page, reader, to)),
  ].toSorted((one, two) => compareText(two.date, one.date) || compareText(one.id, two.id))
  const [firstKey = ''] = dataset.topics.map(({key}) => key).toSorted()
  const feeds = writeFeeds(entries.slice(0, mostEntries), {
    id: site === undefined ? permanentId('feed', page.locale, firstKey) : to(''),
    title: page.t('feed.title'),
    locale: page.locale,
    siteUrl: to(''),
    feedUrls: {json: to('changes.json'), atom: to('changes.xml')},
  })
  const shown = (text: string) => (site === undefined ? text.replace(nowhereRE, '$1./') : text)
  return {json: shown(feeds.json), atom: shown(feeds.atom)}
}

const compareText = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0)

type Address = (path: string) => string

function changeEntry(change: TopicChange, page: Page, reader: Reader, to: Address): FeedEntry {
  const {topic, kind} = change
  const title = spoken(topic.title, page.locale)
  const linked = dataset.topics.some(({id}) => id === topic.id)
  const meaning = (of: Topic) => rulesOf(of).map(({rule}) => meaningKey(rule.facts))
  return {
    id: permanentId(
      page.locale,
      topic.key,
      kind,
      ...(change.kind === 'changed' ? [...meaning(change.before), '→'] : []),
      ...meaning(topic),
    ),
    title: page.t('changes.entry', {title: title.text, sum: changeSum(change, reader)}),
    link: to(linked ? `topics/${topic.id}/` : 'changes/'),
    date: revisionsOf(topic).at(-1) ?? noDate,
    content: treeToHtml(changeTree(change, title, linked, reader)),
  }
}

const editionsOf = (topic: Topic): EditionInfo[] =>
  topic.editions.flatMap((id) => dataset.editions.get(id) ?? [])

const revisionsOf = (topic: Topic): string[] =>
  editionsOf(topic)
    .flatMap(({revision}) => revision ?? [])
    .toSorted()

function topicEntries(topic: Topic, page: Page, reader: Reader, to: Address): FeedEntry[] {
  const title = spoken(topic.title, page.locale).text
  const changes = siteChanges().revisions.filter((change) => change.topic === topic)
  return [...Map.groupBy(editionsOf(topic), ({revision}) => revision)].flatMap(([date, own]) => {
    if (date === null) return []
    const changed = changes.filter(({to: day}) => day === date)
    return [
      {
        id: permanentId(page.locale, topic.key, 'revision', date),
        title: headline(title, own, page),
        link: to(`topics/${topic.id}/`),
        date,
        content: content(topic, own, changed, page, reader),
      },
    ]
  })
}

function headline(title: string, editions: readonly EditionInfo[], {locale, t}: Page): string {
  const languages = [...new Set(editions.map((edition) => displayName(edition.locale, locale)))]
  return t('feed.entry', {title, languages: formatList(languages.toSorted(), locale)})
}

function content(
  topic: Topic,
  editions: readonly EditionInfo[],
  changes: readonly EditionChange[],
  {locale, t, count}: Page,
  reader: Reader,
): string {
  const ids = new Set(rulesOf(topic).map(({rule}) => rule.id))
  const documents = editions
    .toSorted(compareBy(({path}) => path))
    .map((edition) =>
      h(
        'li',
        {},
        `${displayName(edition.locale, locale)} · ${isEnglish(edition.locale) ? '' : `${t(`translation.${edition.translationType}`)} · `}`,
        h('code', {}, edition.path),
        edition.supersededBy === null ? null : ` · ${t('topic.superseded')}`,
      ),
    )
  return treeToHtml([
    h('p', {}, count('rules', placedRules(topic).length)),
    h('ul', {}, documents),
    ...changes.flatMap(({diff}) => [
      h('p', {}, diffSum(diff, reader)),
      rulesTree(diff.rules, topic.id, ids, reader),
    ]),
  ])
}
