/** One service worker a language, by Workbox: after a visit its topics, ports, guide and search answer offline. */
import {join} from 'node:path'
import {generateSW, type ManifestTransform} from 'workbox-build'

/** What a visit may put on a reader's disk; a large site keeps its first pages and whatever was visited. */
const limit = 20_000_000

/** Most needed first. */
const patternsOf = (locale: string): string[] => [
  `${locale}/index.html`,
  '_astro/*',
  'favicon.svg',
  `${locale}/search/index.html`,
  'search/{index.json,client.js}',
  `search/texts/${locale}.json`,
  'search/*/topics.json',
  'search/*/{facets,ports}/*',
  `search/*/${locale}/**`,
  `${locale}/{topics,ports}/**/index.html`,
  `${locale}/{guide,compare,corrections,quality}/index.html`,
  `${locale}/guide/*/index.html`,
  `pagefind/${locale}/{pagefind.js,pagefind-entry.json,*.pf_meta,wasm.*}`,
  `pagefind/${locale}/{index,fragment}/*`,
]

/** @param folder a built site */
export async function writeServiceWorkers(folder: string, locales: readonly string[]): Promise<void> {
  for (const locale of locales) {
    const patterns = patternsOf(locale)
    const {warnings} = await generateSW({
      globDirectory: folder,
      globPatterns: patterns,
      swDest: join(folder, locale, 'sw.js'),
      mode: 'production',
      sourcemap: false,
      inlineWorkboxRuntime: true,
      // The worker stands in its language's folder, beside which the shared files are.
      modifyURLPrefix: {'': '../'},
      manifestTransforms: [withinLimit],
      maximumFileSizeToCacheInBytes: limit,
      // Questions and reading modes are for the page, which is the same file.
      ignoreURLParametersMatching: [/./],
      cleanupOutdatedCaches: true,
      runtimeCaching: [
        {
          urlPattern: ({sameOrigin}) => sameOrigin,
          handler: 'NetworkFirst',
          options: {cacheName: `portolan-${locale}`},
        },
      ],
    })
    if (warnings.length > 0) throw new Error(`the service worker of ${locale}: ${warnings.join('; ')}`)
  }
}

/** Small files first, so that as many pages as may be are there. */
const withinLimit: ManifestTransform = (entries) => {
  let sum = 0
  const manifest = entries
    .toSorted((a, b) => a.size - b.size || (a.url < b.url ? -1 : 1))
    .filter(({size}) => {
      sum += size
      return sum <= limit
    })
    .toSorted((a, b) => (a.url < b.url ? -1 : 1))
  return {manifest, warnings: []}
}
