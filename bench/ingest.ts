/** Reading documents, beside the parsers that could have been used. */
import {execFileSync} from 'node:child_process'
import {existsSync, globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Parser} from 'htmlparser2'
import {parse, parseFragment} from 'parse5'
import rehypeParse from 'rehype-parse'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {decode} from '../src/ingest/decode.ts'
import {ingest} from '../src/ingest/ingest.ts'
import {atMost, type Goal, measure, type Section} from './harness.ts'
import {root, runPortolan} from './process.ts'

const shared = join(root, '../shared')

const html = unified().use(rehypeParse, {fragment: true}).freeze()
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, {allowDangerousHtml: true})
  .use(rehypeRaw)
  .freeze()

const wholePipeline = (text: string): unknown => markdown.runSync(markdown.parse(text))
const scanSpans = (text: string): number => text.match(/<span data-stu-id="[^"]*">/g)?.length ?? 0
const parseFast = (text: string): void => new Parser({}).end(text)

interface Documents {
  files: string[]
  texts: string[]
  megabytes: number
}

const readAll = (files: string[]): Documents => {
  const bytes = files.map((file) => readFileSync(file))
  return {
    files,
    texts: bytes.map((each) => each.toString('utf8')),
    megabytes: bytes.reduce((sum, {length}) => sum + length, 0) / 1e6,
  }
}

const ingestFiles = (files: readonly string[]): void => {
  for (const file of files) ingest(decode(readFileSync(file), file).text, file)
}

const each = (texts: readonly string[], run: (text: string) => unknown) => (): void => {
  for (const text of texts) run(text)
}

/** Documents that hold port tables: those with the English beside, and the translated ones without it. */
const portDocuments = async (
  title: string,
  files: string[],
  goal: number | null,
  iterations: number,
): Promise<Section> => {
  const {texts, megabytes} = readAll(files)
  const rows = await measure(
    [
      {name: 'reading the files', run: () => files.map((file) => readFileSync(file))},
      {name: 'scanning for spans', run: each(texts, scanSpans)},
      {name: 'htmlparser2', run: each(texts, parseFast)},
      {name: 'parse5', run: each(texts, (text) => parseFragment(text))},
      {name: 'rehype-parse', run: each(texts, (text) => html.parse(text))},
      {name: 'remark + rehype-raw', run: each(texts, wholePipeline)},
      {name: 'portolan ingest', run: () => ingestFiles(files)},
    ],
    'rehype-parse',
    iterations,
  )
  return {
    title,
    note: `${files.length} documents, ${megabytes.toFixed(2)} MB. Portolan reads the files, decodes them, and gives tables, cells, segments, prose, places, grammar and diagnostics; rehype-parse gives a tree with places from texts in memory.`,
    unit: 'ms of processor time',
    rows,
    goals: goal === null ? [] : [atMost(rows, 'portolan ingest', goal, 'rehype-parse')],
  }
}

/** Thousands of pages of which few hold port tables. */
const manyPages = async (iterations: number, quick: boolean): Promise<Section> => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'))
  try {
    execFileSync('tar', ['-xJf', join(shared, 'bulk/bulk-zh-TW.tar.xz'), '-C', folder])
    const files = globSync(`${folder}/**/*.md`).sort()
    const {texts, megabytes} = readAll(files)
    const rows = await measure(
      [
        {name: 'reading the files', run: () => files.map((file) => readFileSync(file))},
        {name: 'parse5', run: each(texts, (text) => parse(text))},
        {name: 'portolan ingest', run: () => ingestFiles(files)},
        ...(quick
          ? []
          : [{name: 'remark + rehype-raw', run: each(texts.slice(0, texts.length / 10), wholePipeline)}]),
      ],
      'parse5',
      iterations,
    )
    const shown = rows.map((row) =>
      row.name === 'remark + rehype-raw'
        ? {
            ...row,
            name: 'remark + rehype-raw (a tenth of the pages, × 10)',
            median: row.median * 10,
            slow: row.slow * 10,
            ratio: (row.ratio ?? 0) * 10,
          }
        : row,
    )
    const one = runPortolan(['ingest', '--sources', folder, '--data', join(folder, 'data'), '--json'])
    const two = runPortolan(['ingest', '--sources', folder, '--data', join(folder, 'data'), '--threads', '2'])
    const memory: Goal = {
      what: 'memory of the whole command',
      wanted: 'at most 400 MB',
      measured: `${one.megabytes.toFixed(0)} MB`,
      met: one.megabytes <= 400,
    }
    return {
      title: 'Ingest: a repository of pages, few of them about ports',
      note: `${files.length} pages, ${megabytes.toFixed(0)} MB, one thread. The whole command, node’s start and all data files included: ${one.seconds.toFixed(1)} s (${one.processorSeconds.toFixed(1)} s of processor time); with \`--threads 2\` ${two.seconds.toFixed(1)} s, ${two.megabytes.toFixed(0)} MB.`,
      unit: 'ms of processor time',
      rows: shown,
      goals: [atMost(rows, 'portolan ingest', 0.5, 'parse5'), memory],
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

export const ingestSections = async (quick: boolean): Promise<Section[]> => {
  const iterations = quick ? 5 : 25
  const own = globSync(join(root, 'content/sources/**/*.md')).sort()
  if (!existsSync(shared)) return [await portDocuments('Ingest: the sample', own, null, iterations)]
  const bilingual = globSync(`${shared}/technet/{bilingual,bilingual-pipe}/**/*.md`).sort()
  const others = globSync(`${shared}/technet/{machine,human}/**/*.md`).sort()
  return [
    await portDocuments('Ingest: documents with port tables', [...bilingual, ...others], 1.3, iterations),
    await portDocuments('Ingest: those of them with the English beside', bilingual, null, iterations),
    await portDocuments('Ingest: those of them without English', others, null, iterations),
    await manyPages(quick ? 3 : 9, quick),
  ]
}
