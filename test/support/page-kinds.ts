/** One page of each kind of the built site, without its language. */
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'
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

/** Each file of `src/site/pages/[locale]` is a kind of page; its places are filled with what the sample has. */
export function pageKinds(): string[] {
  const [a, b] = sampleTopics()
  const samples: Record<string, string | undefined> = {
    topic: a?.id,
    a: a?.id,
    b: b?.id,
    port: firstIn('ports'),
    check: firstIn('checks'),
    slug: firstIn('guide'),
  }
  return globSync('**/*.astro', {cwd: 'src/site/pages/[locale]'})
    .map((file) => file.replace(/index\.astro$/, '').replace(/\.astro$/, '/'))
    .map((path) => path.replace(/\[(\w+)\]/g, (place, name: string) => samples[name] ?? place))
    .map((path) => (path === 'search/' ? 'search/?q=443' : path))
    .toSorted()
}
