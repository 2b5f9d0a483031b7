/** `npm run bench`: everything beside its peers, as `bench/REPORT.md` and `bench/results/report.json`; `-- --quick` in a minute. */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {cpus, totalmem} from 'node:os'
import {join} from 'node:path'
import {Command, Option} from 'commander'
import {buildSections} from './build.ts'
import {checkSections} from './check.ts'
import {diffSections} from './diff.ts'
import type {Section} from './harness.ts'
import {ingestSections} from './ingest.ts'
import {root} from './process.ts'
import {sectionToMarkdown} from './report.ts'
import {searchSections} from './search.ts'
import {siteSections} from './sites.ts'

const suites = {
  ingest: ingestSections,
  check: checkSections,
  search: searchSections,
  diff: diffSections,
  build: buildSections,
  sites: siteSections,
}
type Suite = keyof typeof suites

const options = new Command('bench')
  .option('--quick', 'fewer repeats and smaller sizes')
  .addOption(new Option('--only <suites...>', 'some of them').choices(Object.keys(suites)))
  .parse()
  .opts<{quick?: boolean; only?: Suite[]}>()

const sections: Section[] = []
for (const [name, run] of Object.entries(suites)) {
  if (options.only !== undefined && !options.only.some((wanted) => wanted === name)) continue
  for (const section of await run(options.quick ?? false)) {
    sections.push(section)
    process.stdout.write(`${sectionToMarkdown(section)}\n`)
  }
}

/** Scores of pages, as `npm run lighthouse` left them. */
const lighthouse = join(root, 'bench/results/lighthouse.md')
const scores = existsSync(lighthouse)
  ? `\n## Pages: Lighthouse\n\nMedians of the last \`npm run lighthouse\`, of 100.\n\n${readFileSync(lighthouse, 'utf8')}`
  : ''

const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`
if (options.only === undefined) {
  mkdirSync(join(root, 'bench/results'), {recursive: true})
  writeFileSync(
    join(root, 'bench/results/report.json'),
    `${JSON.stringify({machine, quick: options.quick ?? false, sections}, null, 2)}\n`,
  )
  writeFileSync(
    join(root, 'bench/REPORT.md'),
    `# Benchmarks\n\nWritten by \`npm run bench${options.quick ? ' -- --quick' : ''}\`.\n${machine}.\nMedians of one run, every task beside its peers in the same process; processor time where that is said, so that a busy machine changes little.\n\n${sections.map(sectionToMarkdown).join('\n')}${scores}`,
  )
}
if (sections.some(({goals}) => goals.some(({met}) => !met))) process.exitCode = 1
