/** One service worker a language, by Workbox: after a visit its topics, ports, guide and search answer offline. */
import {createHash} from 'node:crypto'
import {readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'
import {generateSW} from 'workbox-build'

/**
 * What a visit puts on a reader's disk at once, in bytes before compression (a sixth of it over the wire). It doesn't
 * grow with the site: of a large one the first topics are there at once, others when they were visited.
 */
const LIMIT = 6_000_000

/** Pages and files that are kept because they were visited; those not seen for longest go first. */
const VISITED = 400

/** Most needed first. */
const filesOf = (locale: string): string[][] => [
  [`${locale}/{,search/,topics/,ports/}index.html`, '_astro/*', 'scripts/*.js', 'favicon.svg'],
  ['search/{index.json,client.js,shared.js}', `search/texts/${locale}.json`, 'search/*/topics.json'],
  [`${locale}/topics/*/index.html`],
  ['search/*/{facets,ports}/**', `search/*/${locale}/**`],
  [`${locale}/ports/*/index.html`],
  [`pagefind/${locale}/**`],
  [`${locale}/{guide,compare,corrections,quality}/index.html`, `${locale}/guide/*/index.html`],
  [`${locale}/compare/pair/index.html`, 'compare/*.json', `${locale}/topics/*/{export,flows}/index.html`],
]

/** Stands for the list of saved files, the only part of a worker that differs between languages. */
const PLACE = 'saved-files'
const placeRE = /\{url:"saved-files",revision:null\}/

/** @param folder a built site */
export async function writeServiceWorkers(folder: string, locales: readonly string[]): Promise<void> {
  const [first] = locales
  if (first === undefined) return
  const swDest = join(folder, first, 'sw.js')
  const {warnings} = await generateSW({
    swDest,
    globDirectory: folder,
    globPatterns: [],
    additionalManifestEntries: [{url: PLACE, revision: null}],
    mode: 'production',
    sourcemap: false,
    inlineWorkboxRuntime: true,
    cleanupOutdatedCaches: true,
    runtimeCaching: [
      {
        urlPattern: ({sameOrigin, url}) => sameOrigin && !url.pathname.includes('/data/'),
        handler: 'NetworkFirst',
        options: {
          cacheName: 'portolan',
          // Who waits longer has no connection worth the name.
          networkTimeoutSeconds: 8,
          expiration: {maxEntries: VISITED, purgeOnQuotaError: true},
          matchOptions: {ignoreVary: true},
          plugins: [
            {
              // Questions and reading modes are for the page, which is the same file.
              cacheKeyWillBeUsed: async ({request}) => request.url.replace(/[?#].*/, ''),
              // Never visited: as it was when the worker was installed.
              cachedResponseWillBeUsed: async ({cachedResponse, request}) =>
                cachedResponse ?? caches.match(request, {ignoreSearch: true, ignoreVary: true}),
            },
          ],
        },
      },
    ],
  })
  if (warnings.length > 0) throw new Error(`the service workers: ${warnings.join('; ')}`)
  const worker = readFileSync(swDest, 'utf8')
  if (!placeRE.test(worker)) throw new Error('the service workers: expected a list of files, found none')
  for (const locale of locales) {
    const files = JSON.stringify(savedFiles(folder, locale)).slice(1, -1)
    writeFileSync(
      join(folder, locale, 'sw.js'),
      worker.replace(placeRE, () => files),
    )
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
