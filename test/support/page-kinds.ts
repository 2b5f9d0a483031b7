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

/**
 * Pages to look at whose faults hardly depend on the language: each kind in one language, the languages in turn; with
 * EVERY_LANGUAGE, as every night, each kind in each.
 */
export function pagesInTurn(locales: readonly string[]): [locale: string, path: string][] {
  const every = process.env['EVERY_LANGUAGE'] !== undefined
  return pageKinds().flatMap((path, at) =>
    locales
      .filter((_, index) => every || index === at % locales.length)
      .map((locale): [string, string] => [locale, path]),
  )
}

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
