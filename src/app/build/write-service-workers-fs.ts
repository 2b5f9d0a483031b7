/** One service worker a language, by Workbox: after a visit its topics, ports, guide and search answer offline. */
import {createHash} from 'node:crypto'
import {readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'
import {bundleScript} from '../../site/build/bundle-script.ts'

/**
 * What a visit puts on a reader's disk at once, in bytes before compression (a sixth of it over the wire). It doesn't
 * grow with the site: of a large one the first topics are there at once, others when they were visited.
 */
const LIMIT = 6_000_000

/** Most needed first. */
const filesOf = (locale: string): string[][] => [
  [`${locale}/{,offline/,search/,topics/,ports/}index.html`, '_astro/*', 'scripts/*.js', 'favicon.svg'],
  ['search/{index.json,client.js,shared.js}', `search/texts/${locale}.json`, 'search/*/topics.json'],
  [`${locale}/topics/*/index.html`],
  ['search/*/{facets,ports}/**', `search/*/${locale}/**`],
  [`${locale}/ports/*/index.html`],
  [`pagefind/${locale}/**`],
  [`${locale}/{guide,compare,corrections,quality}/index.html`, `${locale}/guide/*/index.html`],
  [`${locale}/compare/pair/index.html`, 'compare/*.json', `${locale}/topics/*/{export,flows}/index.html`],
]

/** @param folder a built site */
export async function writeServiceWorkers(folder: string, locales: readonly string[]): Promise<void> {
  const {code} = await bundleScript('layout/service-worker')
  for (const locale of locales) {
    const files = JSON.stringify(savedFiles(folder, locale))
    writeFileSync(join(folder, locale, 'sw.js'), `self.savedFiles=${files};${code}`)
  }
}

/**
 * Files whose names change with their content are answered from the disk. All others are saved below an address with
 * their hash, which nobody asks for: the network answers for them while there is one, so that no page is outdated.
 */
function savedFiles(folder: string, locale: string): {url: string; revision: null}[] {
  const sized = filesOf(locale).flatMap((patterns) =>
    globSync(patterns, {cwd: folder})
      .map((path) => ({path, size: statSync(join(folder, path)).size}))
      .toSorted((a, b) => a.size - b.size || (a.path < b.path ? -1 : 1)),
  )
  let sum = 0
  return sized.flatMap(({path, size}) => {
    sum += size
    return sum > LIMIT ? [] : [{url: `../${addressOf(folder, path)}`, revision: null}]
  })
}

const hashedRE = /^(?:_astro\/|search\/[0-9a-f]{12}\/)/

function addressOf(folder: string, path: string): string {
  if (hashedRE.test(path)) return path
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, path)))
    .digest('hex')
  return `${path.replace(/(?<=^|\/)index\.html$/, '')}?v=${hash.slice(0, 12)}`
}
