/**
 * The same rules and the same questions for Portolan, Pagefind's own interface, MiniSearch and FlexSearch: what is found,
 * how quickly, and what has to be loaded first.
 */
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {gunzipSync, gzipSync} from 'node:zlib'
import {close, createIndex} from 'pagefind'
import type {KnowledgeBase} from '../src/model/schema.ts'
import {createEngine} from '../src/search/find/search-engine.ts'
import {buildSearchFiles} from '../src/search/index/build-index.ts'
import {rowTexts} from '../src/search/index/row-texts.ts'
import {orderRules} from '../src/search/rule-order.ts'
import {type MadeQuery, pieceQueries, portQueries, wordQueries} from '../test/browser/search-queries.ts'
import {launchBrowser} from '../test/support/browser.ts'
import {quantile, type Row, type Section, withRatios} from './harness.ts'
import {serveCompressed} from './search-server.ts'

interface Document {
  id: string
  text: string
}

/** Ids of the rules that an engine gives, and how long it took, for each question in turn. */
interface Run {
  answers: string[][]
  milliseconds: number[]
  /** Compressed, until the first results can be shown. */
  bytes: number
}

type Peer = (documents: Document[], queries: MadeQuery[], locale: string) => Promise<Run>

const modules = fileURLToPath(new URL('node_modules/', import.meta.url))
const gzipped = (content: string | Uint8Array) => gzipSync(content, {level: 9}).length
const load = (path: string): Promise<Record<string, unknown>> =>
  import(pathToFileURL(join(modules, path)).href)

const timed = async (queries: MadeQuery[], ask: (text: string) => Promise<string[]> | string[]) => {
  const answers: string[][] = []
  const milliseconds: number[] = []
  for (const {text} of queries) {
    const start = performance.now()
    answers.push(await ask(text))
    milliseconds.push(performance.now() - start)
  }
  return {answers, milliseconds}
}

const portolan =
  (kb: KnowledgeBase): Peer =>
  async (_, queries, locale) => {
    const files = buildSearchFiles(kb)
    let bytes = 0
    const engine = createEngine(async (path) => {
      const file = files.get(path) ?? ''
      bytes += gzipped(file)
      return JSON.parse(file)
    })
    await engine.search({text: queries[0]?.text ?? '', locales: [locale], limit: 8})
    const first = bytes
    // Ids are wanted of all results, as from the others; a reader is shown some at a time.
    const run = await timed(queries, async (text) => {
      const {hits} = await engine.search({text, locales: [locale], limit: 10_000})
      return hits.map(({id}) => id)
    })
    return {...run, bytes: first}
  }

interface MiniSearchLike {
  addAll: (documents: Document[]) => void
  search: (text: string) => {id: string}[]
}

/** With the settings that VitePress ships. */
const miniSearch: Peer = async (documents, queries) => {
  const {default: MiniSearch} = (await load('minisearch/dist/es/index.js')) as {
    default: new (options: object) => MiniSearchLike
  }
  const index = new MiniSearch({fields: ['text'], searchOptions: {fuzzy: 0.2, prefix: true}})
  index.addAll(documents)
  const code = readFileSync(join(modules, 'minisearch/dist/es/index.js'))
  const run = await timed(queries, (text) => index.search(text).map(({id}) => id))
  return {...run, bytes: gzipped(code) + gzipped(JSON.stringify(index))}
}

interface FlexSearchLike {
  add: (id: number, text: string) => void
  search: (text: string, options: {limit: number}) => number[]
}

const flexSearch: Peer = async (documents, queries) => {
  const path = 'flexsearch/dist/flexsearch.bundle.module.min.mjs'
  const {Index} = (await load(path)) as {Index: new (options: object) => FlexSearchLike}
  const index = new Index({tokenize: 'forward'})
  for (const [number, {text}] of documents.entries()) index.add(number, text)
  const run = await timed(queries, (text) =>
    index.search(text, {limit: documents.length}).map((number) => documents[number]?.id ?? ''),
  )
  // Its index is built in the browser, from the texts.
  return {...run, bytes: gzipped(readFileSync(join(modules, path))) + gzipped(JSON.stringify(documents))}
}

/** In Chromium, since it loads its index by fetching; no interface of it adds to what its search finds. */
const pagefind: Peer = async (documents, queries, locale) => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'))
  const {index} = await createIndex({})
  if (index === undefined) throw new Error('Pagefind gave no index')
  for (const {id, text} of documents)
    await index.addCustomRecord({url: `/${id}`, content: text, language: locale, meta: {title: id}})
  const {files} = await index.getFiles()
  const ids: Record<string, string> = {}
  for (const {path, content} of files) {
    const target = join(folder, 'pagefind', path)
    mkdirSync(dirname(target), {recursive: true})
    writeFileSync(target, content)
    const fragment = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1]
    if (fragment !== undefined)
      ids[fragment] = /"url":"\/([^"]*)"/.exec(gunzipSync(content).toString('utf8'))?.[1] ?? ''
  }
  await close()
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="${locale}"><title>Bench</title>`)
  const served = await serveCompressed(folder)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await page.goto(served.url)
    let bytes = 0
    session.on('Network.loadingFinished', ({encodedDataLength}) => {
      bytes += encodedDataLength
    })
    const ask = (texts: string[], shown: number) =>
      page.evaluate(
        async ([list, count]) => {
          // What its worker loads, the page's network log would not show.
          const module = await import(`${location.origin}/pagefind/pagefind.js`)
          const engine = module.createInstance({noWorker: true})
          const answers: string[][] = []
          const milliseconds: number[] = []
          for (const text of list) {
            const start = performance.now()
            const {results} = await engine.search(text)
            milliseconds.push(performance.now() - start)
            for (const result of results.slice(0, count)) await result.data()
            answers.push(results.map(({id}: {id: string}) => id))
          }
          return {answers, milliseconds}
        },
        [texts, shown] as const,
      )
    await ask([queries[0]?.text ?? ''], 8)
    const first = bytes
    const {answers, milliseconds} = await ask(
      queries.map(({text}) => text),
      0,
    )
    return {answers: answers.map((answer) => answer.map((id) => ids[id] ?? '')), milliseconds, bytes: first}
  } finally {
    await browser.close()
    served.close()
    rmSync(folder, {recursive: true})
  }
}

interface Score {
  exact: number
  recall: number
  precision: number
  milliseconds: number
  slow: number
  kilobytes: number
}

/** Recall and precision over all results of all questions. */
const scoreOf = (queries: MadeQuery[], {answers, milliseconds, bytes}: Run): Score => {
  let [exact, hit, wanted, given] = [0, 0, 0, 0]
  for (const [at, {rules}] of queries.entries()) {
    const found = new Set(answers[at])
    const common = rules.filter((id) => found.has(id)).length
    hit += common
    wanted += rules.length
    given += found.size
    if (common === rules.length && common === found.size) exact += 1
  }
  return {
    exact,
    recall: hit / wanted,
    precision: given === 0 ? 1 : hit / given,
    milliseconds: quantile(milliseconds, 0.5),
    slow: quantile(milliseconds, 0.75),
    kilobytes: bytes / 1024,
  }
}

/** Words of the languages that are written with spaces are asked whole, of the others pieces of text. */
const isSpaced = (locale: string): boolean => !['ja', 'zh', 'th'].includes(locale.split('-')[0] ?? '')

/** One section a language: the same questions for each engine. */
export const peerSections = async (kb: KnowledgeBase, quick: boolean): Promise<Section[]> => {
  if (!existsSync(modules)) throw new Error('the peers are not installed: run npm ci in bench')
  const rules = orderRules(kb)
  const peers: [string, Peer][] = [
    ['Pagefind', pagefind],
    ['MiniSearch', miniSearch],
    ['FlexSearch', flexSearch],
    ['Portolan', portolan(kb)],
  ]
  const [words, ports] = quick ? [15, 10] : [60, 40]
  const sections: Section[] = []
  for (const locale of ['en', ...kb.locales]) {
    const queries = [
      ...(isSpaced(locale) ? wordQueries(kb, locale, words, 21) : pieceQueries(kb, locale, words, 22)),
      ...portQueries(kb, [locale], ports, 23),
    ]
    const documents = rules.map((rule) => {
      const {cells, labels} = rowTexts(rule, locale)
      return {id: rule.rule.id, text: [...cells, ...labels].join('\n')}
    })
    const scores: [string, Score][] = []
    for (const [name, peer] of peers)
      scores.push([name, scoreOf(queries, await peer(documents, queries, locale))])
    sections.push(sectionOf(locale, rules.length, [words, ports], scores))
  }
  return sections
}

const sectionOf = (
  locale: string,
  rules: number,
  [words, ports]: [number, number],
  scores: readonly [string, Score][],
): Section => {
  const own = scores.find(([name]) => name === 'Portolan')?.[1]
  const rows = scores.map(
    ([name, {milliseconds, slow, exact, recall, precision, kilobytes}]): Row => ({
      name,
      median: milliseconds,
      slow,
      ratio: null,
      more: {
        'exactly right': `${exact}/${words + ports}`,
        recall: recall.toFixed(3),
        precision: precision.toFixed(3),
        'KB before the first answer': kilobytes,
      },
    }),
  )
  return {
    title: `Search in ${locale}`,
    note: `${rules} rules; ${words} ${isSpaced(locale) ? 'words' : 'pieces of text'} and ${ports} ports or ranges, each asked of every engine; what is right comes from a plain scan of the dataset. All results are fetched, not a first page of them. Pagefind runs in Chromium, the others in Node.`,
    unit: 'ms',
    rows: withRatios(rows, 'Pagefind'),
    goals: [
      {
        what: 'recall and precision of Portolan',
        wanted: '1 and 1',
        measured: `${own?.recall.toFixed(3)} and ${own?.precision.toFixed(3)}`,
        met: own?.recall === 1 && own.precision === 1,
      },
    ],
  }
}
