/** The commands that write, each with a small workspace to write in. */
import {globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {faultyDocument as faultyPage} from '../support/faulty-document.ts'
import {randomNumbers, SEED} from '../support/kill.ts'
import {portolan} from '../support/portolan.ts'
import {type Fault, faults} from './fault-plan.ts'
import type {Call, Scenario} from './try-faults.ts'

/** Runs an undisturbed command that a scenario starts from. */
const earlier = (args: readonly string[]): void => {
  const {status, stderr} = portolan(args)
  if (status !== 0) throw new Error(`portolan ${args.join(' ')} ended with ${status}: ${stderr}`)
}

const put = (folder: string, path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), {recursive: true})
  writeFileSync(join(folder, path), text)
}

const page = (name: string): string => `content/sources/zh-TW/${name}.md`

/** A workspace of one document, with what an earlier run made of it; then it has two. */
const workspace = (folder: string, command: (content: string) => readonly string[]): void => {
  put(folder, page('one'), faultyPage)
  earlier(command(join(folder, 'content')))
  put(folder, page('two'), faultyPage.replaceAll('3478', '5061'))
}

const ingest: Scenario = {
  name: 'ingest',
  args: ['ingest'],
  wholes: ['data'],
  prepare: (folder) =>
    workspace(folder, (content) => ['ingest', '--content', content, '--data', join(folder, 'data')]),
}

const shard: Scenario = {
  name: 'ingest --shard',
  args: ['ingest', '--shard', '1/1', '--data', 'part'],
  wholes: ['part'],
  prepare: (folder) =>
    workspace(folder, (content) => [
      'ingest',
      '--shard',
      '1/1',
      '--content',
      content,
      '--data',
      join(folder, 'part'),
    ]),
}

const merge: Scenario = {
  name: 'merge',
  args: ['merge', 'part'],
  wholes: ['data', 'part'],
  prepare: (folder) => {
    const part = join(folder, 'part')
    workspace(folder, (content) => ['ingest', '--content', content, '--data', join(folder, 'data')])
    earlier(['ingest', '--shard', '1/1', '--content', join(folder, 'content'), '--data', part])
  },
}

const fix: Scenario = {
  name: 'fix',
  args: ['fix', 'content/sources', '--force'],
  wholes: ['one', 'two', 'three'].map(page),
  numbered: /^portolan-fix-\d+\.patch$/,
  prepare: (folder) => {
    for (const name of ['one', 'two', 'three']) put(folder, page(name), faultyPage)
  },
}

const decisions = (folder: string): string[] =>
  ['fr-FR', 'zh-TW'].map((locale) => join(folder, 'content/decisions', `${locale}.json`))

const importing: Scenario = {
  name: 'import',
  args: [
    'import',
    'units.fr-FR.xlf',
    'units.zh-TW.xlf',
    '--date',
    '2026-01-31',
    '--force',
    '--accept',
    'initial,translated,reviewed',
  ],
  wholes: ['data', ...decisions('')],
  prepare: (folder) => {
    put(folder, page('one'), faultyPage)
    put(folder, 'content/sources/fr-FR/one.md', faultyPage.replace('zh-TW', 'fr-FR'))
    earlier(['ingest', '--content', join(folder, 'content'), '--data', join(folder, 'data')])
    for (const path of globSync('data/units.*-*.xlf', {cwd: folder})) {
      const text = readFileSync(join(folder, path), 'utf8')
      writeFileSync(
        join(folder, path.replace('data/', '')),
        text.replaceAll(/(<source>Any<\/source>\n<target[^>]*>)[^<]*/g, '$1Edited'),
      )
    }
    const entries = [{source: 'Old', text: 'Old', reason: 'test', date: '2026-01-01'}]
    for (const locale of ['fr-FR', 'zh-TW'])
      put(folder, `content/decisions/${locale}.json`, `${JSON.stringify({locale, entries})}\n`)
  },
}

/** The folder or file beside the documents in which a call changes something: a draft, a lock, what is replaced, a work folder. */
const placeOf = ({path}: Call): string => path.replace(/\/.*/s, '').replace(/(?<=\.lock)\..*/, '')

/** Of the calls in each place one, drawn for each fault anew: `SEED=5 ONLY=build npm run faults` draws others. */
const oneOfEachPlace = (calls: readonly Call[], fault: Fault): Call[] => {
  const next = randomNumbers(SEED + faults.indexOf(fault))
  // Numbers of seeds that are near to each other begin alike.
  for (let skipped = 0; skipped < 10; skipped++) next()
  return [...Map.groupBy(calls, placeOf).values()].flatMap(
    (alike) => alike[Math.floor(next() * alike.length)] ?? [],
  )
}

const build: Scenario = {
  name: 'build',
  args: ['build'],
  wholes: ['data', 'dist'],
  choose: oneOfEachPlace,
  prepare: (folder) =>
    workspace(folder, (content) => [
      'build',
      '--content',
      content,
      '--data',
      join(folder, 'data'),
      '--dist',
      join(folder, 'dist'),
    ]),
}

export const scenarios: readonly Scenario[] = [ingest, shard, merge, fix, importing, build]
