/**
 * Lighthouse on the sample's pages, desktop and phone: `node bench/lighthouse.ts [--data DIR] [--locale TAG] [--runs N]`.
 *
 * Builds the site of DIR, or of the sample, for the address that it is served from, since canonical links have to lead there. The median
 * of the runs counts. Prints a table, and writes it with all scores to `bench/results/lighthouse.{md,json}`.
 */
import {execFile} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {Command} from 'commander'
import {z} from 'zod'
import {startSite} from '../src/app/build/site-thread.ts'
import {knowledgeBaseSchema} from '../src/model/schema.ts'
import {browserPath} from '../test/support/browser.ts'
import {runPortolan} from './process.ts'
import {serveCompressed} from './search-server.ts'

const run = promisify(execFile)
const program = fileURLToPath(new URL('node_modules/lighthouse/cli/index.js', import.meta.url))
const results = new URL('results/', import.meta.url)

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** What every page has to reach. */
const wanted = {desktop: 100, mobile: 98}

const reportSchema = z.object({
  categories: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({id: z.string(), weight: z.number()})),
    }),
  ),
  audits: z.record(z.string(), z.object({score: z.number().nullable(), title: z.string()})),
  runtimeError: z.object({message: z.string()}).optional(),
})
type Report = z.infer<typeof reportSchema>

interface Row {
  page: string
  device: keyof typeof wanted
  /** 0 to 100, in the order of the categories. */
  scores: number[]
  /** Audits that cost points. */
  missed: string[]
}

async function audit(url: string, device: Row['device'], folder: string): Promise<Report> {
  const path = join(folder, 'report.json')
  await run(
    process.execPath,
    [
      program,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${path}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage',
      ...(device === 'desktop' ? ['--preset=desktop'] : []),
    ],
    {env: {...process.env, CHROME_PATH: browserPath()}},
  )
  const report = reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  if (report.runtimeError !== undefined) throw new Error(`${url}: ${report.runtimeError.message}`)
  return report
}

const scoresOf = (report: Report) =>
  categories.map((category) => Math.round((report.categories[category]?.score ?? 0) * 100))

const missedOf = (report: Report) =>
  categories.flatMap((category) =>
    (report.categories[category]?.auditRefs ?? [])
      .filter(({id, weight}) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.9)
      .map(({id}) => id),
  )

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function measure(page: string, url: string, device: Row['device'], folder: string): Promise<Row> {
  const reports: Report[] = []
  for (let at = 0; at < runs; at++) reports.push(await audit(url, device, folder))
  const scores = categories.map((_, at) => median(reports.map((report) => scoresOf(report)[at] ?? 0)))
  return {page, device, scores, missed: [...new Set(reports.flatMap(missedOf))]}
}

const options = new Command('lighthouse')
  .option('--data <dir>', 'folder with knowledge-base.json; the sample is read anew without one')
  .option('--locale <tag>', 'language of the pages; the first of the dataset without one')
  .option('--runs <number>', 'times that each page is measured', '3')
  .parse()
  .opts<{data?: string; locale?: string; runs: string}>()
const runs = Number(options.runs)
if (!existsSync(program)) {
  console.error('Lighthouse is not installed. Run: npm --prefix bench ci')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'portolan-lighthouse-'))
const data = options.data ?? join(folder, 'data')
if (options.data === undefined) runPortolan(['ingest', '--data', data])
else if (!existsSync(join(data, 'knowledge-base.json'))) {
  console.error(`There is no knowledge-base.json in ${data}. Run: npm run portolan -- ingest --data ${data}`)
  process.exit(2)
}
const kb = knowledgeBaseSchema.parse(JSON.parse(readFileSync(join(data, 'knowledge-base.json'), 'utf8')))
const locale = options.locale ?? kb.locales[0] ?? 'en'
const topics = kb.topics
  .filter(({tables}) => tables.some(({portTable}) => portTable))
  .toSorted((a, b) => b.tables.flatMap(({rows}) => rows).length - a.tables.flatMap(({rows}) => rows).length)
  .map(({id}) => id)
const pages = {
  home: '',
  topic: `topics/${topics[0]}/`,
  port: 'ports/443/',
  compare: `compare/${topics.slice(0, 2).toSorted().join('/')}/`,
  search: 'search/?q=443',
}

const dist = join(folder, 'dist')
mkdirSync(dist)
const {url, close} = await serveCompressed(dist)
try {
  const site = startSite({outDir: dist, site: url})
  site.begin(kb)
  await site.end()
  await site.close()
  const rows: Row[] = []
  console.log(`| page | device | ${categories.join(' | ')} | missed |\n|---|---|--:|--:|--:|--:|---|`)
  const line = ({page, device, scores, missed}: Row) =>
    `| ${page} | ${device} | ${scores.join(' | ')} | ${missed.join(', ')} |`
  for (const device of ['desktop', 'mobile'] as const)
    for (const [page, path] of Object.entries(pages)) {
      const row = await measure(page, `${url}${locale}/${path}`, device, folder)
      rows.push(row)
      console.log(line(row))
    }
  mkdirSync(results, {recursive: true})
  writeFileSync(new URL('lighthouse.json', results), `${JSON.stringify({locale, runs, rows}, null, 2)}\n`)
  const head = `| page | device | ${categories.join(' | ')} | missed |\n|---|---|--:|--:|--:|--:|---|`
  writeFileSync(new URL('lighthouse.md', results), `${[head, ...rows.map(line)].join('\n')}\n`)
  const low = rows.filter(({device, scores}) =>
    scores.some((score, at) => score < (at === 0 ? wanted[device] : 100)),
  )
  if (low.length > 0) process.exitCode = 1
} finally {
  close()
  rmSync(folder, {recursive: true, force: true})
}
