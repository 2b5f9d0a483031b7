/** What a language model should know of this site: its topics as Markdown and its data. */

import {base} from 'virtual:portolan/workspace'
import type {APIRoute} from 'astro'
import {dataset} from '../dataset/dataset.ts'
import {translator} from '../shared/interface-texts.ts'
import {displayName} from '../shared/site-languages.ts'
import {words} from '../topic/topic-texts.ts'

export const GET: APIRoute = ({site}) => {
  const t = translator('en')
  const address = (path: string) => (site === undefined ? base + path : new URL(base + path, site).href)
  const one = (locale: string) => [
    `## ${displayName(locale, 'en')}`,
    '',
    ...dataset.topics.map(
      (topic) =>
        `- [${words(topic.title, locale).replace(/[[\]\\]/g, '\\$&')}](${address(`${locale}/topics/${topic.id}.md`)})`,
    ),
    '',
  ]
  const data = ['knowledge-base.json', 'rules.csv', 'units.jsonl'].map(
    (file) => `- [${file}](${address(`data/${file}`)})`,
  )
  const lines = [
    `# ${t('site.name')}`,
    '',
    `> ${t('site.description')}`,
    '',
    ...dataset.locales.flatMap(one),
    '## Data',
    '',
    ...data,
  ]
  return new Response(`${lines.join('\n')}\n`, {headers: {'content-type': 'text/plain; charset=utf-8'}})
}
