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

/** Every night, each kind of page is looked at in each language. */
const isEvery = process.env['EVERY_LANGUAGE'] !== undefined

/**
 * Pages to look at: each kind in one language, the languages in turn; with EVERY_LANGUAGE, as every night, each kind in each.
 *
 * @param turn another one gives another language for each kind
 */
export const pagesInTurn = (
  locales: readonly string[],
  turn = 0,
  kinds = pageKinds(),
): [locale: string, path: string][] =>
  kinds.flatMap((path, at) =>
    locales
      .filter((_, index) => isEvery || index === (at + turn) % locales.length)
      .map((locale): [string, string] => [locale, path]),
  )

/** Two languages beside each other in a list; with EVERY_LANGUAGE all of them. */
export const someLocales = (locales: readonly string[], from: number): string[] =>
  locales.filter((_, index) => isEvery || index === from || index === from + 1)

/** Each file of `src/site/pages/[locale]` is a kind of page; its places are filled with what the sample has. */
export function pageKinds(): string[] {
  // All kinds of elements, and few of each: what is long has tests of its own.
  const [a, b] = sampleTopics().toReversed()
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
