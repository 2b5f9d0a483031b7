/** The full-text index of a built site's prose: one Pagefind bundle a language, with the texts of its sections. */
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {close, createIndex} from 'pagefind'
import {z} from 'zod'
import {type ProseRecord, proseRecords} from '../../src/search/prose-records.ts'
import {proseTokens} from '../../src/search/prose-tokens.ts'

/** Folders of a language whose pages hold prose of their own; other pages repeat it, or hold rules. */
const proseFolders = ['topics', 'guide']

/** Pagefind cuts its index into files by how many words they hold: words written often make small files. */
const WRITTEN = 16

/** More than any site has: each section keeps a fragment of its own. */
const FRAGMENTS = 1_000_000

/**
 * @param folder a built site
 * @param locales languages of the site: its first folders
 * @returns number of pages of the site
 * @throws when Pagefind says what it could not do
 */
export async function indexPages(folder: string, locales: readonly string[]): Promise<number> {
  try {
    for (const locale of locales) await indexLocale(folder, locale)
  } finally {
    await close()
  }
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.html'))
    .length
}

const indexLocale = async (folder: string, locale: string) => {
  const {index, errors} = await createIndex({maxFragments: FRAGMENTS})
  if (index === undefined) throw new Error(`no index of ${locale}: ${errors.join('; ')}`)
  const failed: string[] = []
  const sections = prosePages(folder, locale).flatMap((path) =>
    proseRecords(readFileSync(join(folder, path, 'index.html'), 'utf8')).map((record) => ({
      ...record,
      path: `${path}/`,
    })),
  )
  for (const [number, {title, heading, text}] of sections.entries()) {
    const words = proseTokens(`${title}\n${heading}\n${text}`)
    const added = await index.addCustomRecord({
      url: `/${number}`,
      content: words.map((word) => `${word} `.repeat(WRITTEN)).join(''),
      // A language that Pagefind doesn't know: it neither cuts the words nor takes off their endings.
      language: 'und',
    })
    failed.push(...added.errors)
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

/** Folders with a page, such as `en/topics/x`, in the same order on every machine. */
const prosePages = (folder: string, locale: string): string[] =>
  proseFolders
    .map((name) => `${locale}/${name}`)
    .filter((path) => existsSync(join(folder, path)))
    .flatMap((path) =>
      readdirSync(join(folder, path), {recursive: true, encoding: 'utf8'})
        .map((found) => `${path}/${found.replaceAll('\\', '/')}`)
        .filter((found) => found.endsWith('/index.html') && found !== `${path}/index.html`)
        .map((found) => found.slice(0, -'/index.html'.length)),
    )
    .sort()
