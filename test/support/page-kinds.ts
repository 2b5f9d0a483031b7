/** One page of each kind of the built site, without its language. */
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {inject} from 'vitest'
import {sampleTopics} from './sample.ts'

/** The first page in a folder of the English site. */
const firstIn = (folder: string): string =>
  readdirSync(join(inject('siteFolder'), 'en', folder))
    .toSorted()
    .find((name) => existsSync(join(inject('siteFolder'), 'en', folder, name, 'index.html'))) ?? ''

export function pageKinds(): string[] {
  const [a, b] = sampleTopics()
  return [
    '',
    'topics/',
    `topics/${a?.id}/`,
    `topics/${a?.id}/flows/`,
    `topics/${a?.id}/export/`,
    'ports/',
    `ports/${firstIn('ports')}/`,
    'compare/',
    `compare/${a?.id}/${b?.id}/`,
    'compare/pair/',
    'corrections/',
    'changes/',
    'checks/',
    `checks/${firstIn('checks')}/`,
    'quality/',
    'guide/',
    `guide/${firstIn('guide')}/`,
    'search/?q=443',
  ]
}
