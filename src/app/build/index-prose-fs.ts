/** The full-text index of a site's prose: one Pagefind bundle a language, with the texts of its sections. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {close, createIndex} from 'pagefind'
import {z} from 'zod'
import {compareText} from '../../model/order.ts'
import type {ProseRecord} from '../../search/index/prose-records.ts'
import {proseTokens} from '../../search/index/prose-tokens.ts'
import type {SiteProse} from '../../site/build/collect-prose.ts'
import {settleAll} from './settle-all.ts'

/** Pagefind cuts its index into files by how many words they hold: words written often make small files. */
const WRITTEN = 16

/** Sections that Pagefind is given before it has answered. */
const AT_ONCE = 16

/** More than any site has: each section keeps a fragment of its own. */
const FRAGMENTS = 1_000_000

/**
 * @param folder of the site, which gets `pagefind/`
 * @param locales languages of the site: the first parts of paths
 * @throws when Pagefind says what it could not do
 */
export async function indexProse(
  folder: string,
  locales: readonly string[],
  prose: SiteProse,
): Promise<void> {
  try {
    // Pagefind works in a process of its own, on one language while another is read here. It is ended when none waits for
    // its answers: it panics on standard error when nobody reads them.
    await settleAll(locales.map((locale) => indexLocale(folder, locale, prose)))
  } finally {
    await close()
  }
}

const indexLocale = async (folder: string, locale: string, prose: SiteProse) => {
  const {index, errors} = await createIndex({maxFragments: FRAGMENTS})
  if (index === undefined) throw new Error(`no index of ${locale}: ${errors.join('; ')}`)
  const failed: string[] = []
  const sections = [...prose]
    .filter(([path]) => path.startsWith(`${locale}/`))
    .sort(([one], [two]) => compareText(one, two))
    .flatMap(([path, records]) => records.map((record) => ({...record, path})))
  for (let first = 0; first < sections.length; first += AT_ONCE) {
    const added = await Promise.all(
      sections.slice(first, first + AT_ONCE).map(({title, heading, text}, at) =>
        index.addCustomRecord({
          url: `/${first + at}`,
          content: proseTokens(`${title}\n${heading}\n${text}`)
            .map((word) => `${word} `.repeat(WRITTEN))
            .join(''),
          // A language that Pagefind doesn't know: it neither cuts the words nor takes off their endings.
          language: 'und',
        }),
      ),
    )
    failed.push(...added.flatMap(({errors}) => errors))
  }
  const {errors: unwritten, files} = await index.getFiles()
  await index.deleteIndex()
  failed.push(...unwritten)
  if (failed.length > 0) throw new Error(`the index of ${locale} is incomplete: ${failed.join('; ')}`)
  const bundle = join(folder, 'pagefind', locale)
  for (const {path, content} of files) {
    if (interfaceRE.test(path)) continue
    const id = fragmentRE.exec(path)?.[1]
    if (id === undefined) write(join(bundle, path), content)
    else write(join(bundle, 'text', `${id}.json`), JSON.stringify(sectionOf(content, sections)))
  }
}

/** Pagefind's own interfaces and its worker, which the site doesn't use. */
const interfaceRE = /^pagefind-.*\.(?:js|css)$/
const fragmentRE = /^fragment\/(.+)\.pf_fragment$/

const fragmentSchema = z.object({url: z.string()})
const FRAGMENT_START = 'pagefind_dcd'

/** The section that a fragment stands for. */
const sectionOf = (fragment: Uint8Array, sections: readonly (ProseRecord & {path: string})[]) => {
  const text = gunzipSync(fragment).toString('utf8')
  const {url} = fragmentSchema.parse(JSON.parse(text.slice(FRAGMENT_START.length)))
  const section = sections[Number(url.slice(1))]
  if (section === undefined)
    throw new Error(`expected the number of a section in a fragment of Pagefind, found ${url}`)
  const {id, path, ...texts} = section
  return {path: id === '' ? path : `${path}#${id}`, ...texts}
}

const write = (path: string, content: Uint8Array | string) => {
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, content)
}
