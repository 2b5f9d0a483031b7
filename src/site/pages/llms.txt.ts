/** What a language model should know of this site: its topics as Markdown and its data. */

import {base} from 'virtual:portolan/workspace'
import type {APIRoute} from 'astro'
import {rulesToCsv} from '../../formats/rules-csv.ts'
import {dataset} from '../dataset/dataset.ts'
import {dataFiles} from '../files/data-files.ts'
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
  const {kb, topics} = dataset
  const data = dataFiles({topics, locales: kb.locales}, rulesToCsv)
    // A reader of this file has it.
    .filter(({path}) => path !== 'llms.txt')
    .map(({path, says, format}) => {
      const name = path.includes('{') ? `\`${decodeURI(address(path))}\`` : `[${path}](${address(path)})`
      return `- ${name}: ${t(says)} (${format})`
    })
  const pages = [
    ...([
      'topics/',
      'ports/',
      'compare/',
      'corrections/',
      'quality/',
      'checks/',
      'changes/',
      'data/',
    ] as const),
    'guide/',
  ].map((path) => `- [${path}](${address(`en/${path}`)})`)
  const lines = [
    `# ${t('site.name')}`,
    '',
    `> ${t('site.description')}`,
    '',
    ...dataset.locales.flatMap(one),
    '## Pages',
    '',
    ...pages,
    '',
    '## Data',
    '',
    ...data,
  ]
  return new Response(`${lines.join('\n')}\n`, {headers: {'content-type': 'text/plain; charset=utf-8'}})
}
