import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {type Ended, portolan, temporaryFolder} from '../support/portolan.ts'

/** Seconds of processor time and megabytes that `ingest` may take for any of these. */
const SECONDS = 90
const MEGABYTES = 2000

const front = '---\ntitle: Ports\nms.contentlocale: fr-FR\n---\n# Ports\n\n'
const head = '| Port | Protocol | Notes |\n|---|---|---|\n'
const table = `${head}| 8443 | TCP | Relais |\n`
const repeat = (count: number, piece: (at: number) => string): string =>
  Array.from({length: count}, (_, at) => piece(at)).join('')

/** Files by path, and what the run must have read or said. */
interface Workspace {
  files: () => Iterable<[path: string, text: string]>
  says: RegExp
}

const one = (text: () => string, says: RegExp, path = 'fr-FR/ports.md'): Workspace => ({
  files: () => [[path, text()]],
  says,
})

const published = /ledger\s+1 rows read = 1 published/

const workspaces: Record<string, Workspace> = {
  'a hundred thousand tiny files': {
    files: function* () {
      for (let at = 0; at < 100_000; at++) yield [`fr-FR/${at % 100}/page-${at}.md`, `# Page ${at}\n`]
      yield ['fr-FR/ports.md', front + table]
    },
    says: published,
  },
  'a document of 50 MB': one(
    () =>
      front +
      repeat(
        600_000,
        (at) => `Paragraph ${at} tells of relays, of ships and of weather in the harbour.\n\n`,
      ) +
      table,
    /fr-FR\/ports\.md.* (?:too-much-prose|too-long) /,
  ),
  'a table of 50,000 rows': one(
    () =>
      front + head + repeat(50_000, (at) => `| ${1024 + at} | ${at % 2 ? 'TCP' : 'UDP'} | Relais ${at} |\n`),
    /ledger\s+50000 rows read = 50000 published/,
  ),
  'a row of 5,000 columns': one(
    () =>
      `${front}| Port | Protocol |${' c |'.repeat(4998)}\n|${'---|'.repeat(5000)}\n| 8443 | TCP |${' x |'.repeat(4998)}\n`,
    published,
  ),
  'a file name of 255 bytes': one(() => front + table, published, `fr-FR/${'n'.repeat(252)}.md`),
  'ten thousand nested quotes': one(() => `${front}${'> '.repeat(10_000)} a\n\n${table}`, published),
  'ten thousand nested lists': one(() => `${front}${'- '.repeat(10_000)} a\n\n${table}`, published),
  'ten thousand nested elements': one(
    () => `${front}${'<div>'.repeat(10_000)}a${'</div>'.repeat(10_000)}\n\n${table}`,
    published,
  ),
  'ten thousand nested elements of a page': one(
    () =>
      `<html lang="fr"><body>${'<div>'.repeat(10_000)}<table><tr><th>Port</th><th>Protocol</th></tr><tr><td>8443</td><td>TCP</td></tr></table>${'</div>'.repeat(10_000)}</body></html>\n`,
    published,
    'fr-FR/ports.html',
  ),
  'an include that includes itself': one(
    () => `${front}[!INCLUDE [a](ports.md)]\n\n${table}`,
    /fr-FR\/ports\.md:7:1 warning unresolved-include /,
  ),
  'includes that double thirty times': {
    files: function* () {
      yield ['fr-FR/ports.md', `${front}[!INCLUDE [a](p0.md)]\n\n${table}`]
      for (let at = 0; at < 30; at++) yield [`fr-FR/p${at}.md`, `[!INCLUDE [a](p${at + 1}.md)]\n\n`.repeat(2)]
      yield ['fr-FR/p30.md', 'Fin.\n']
    },
    says: /warning unresolved-include /,
  },
}

/** Written when the process ends, whatever it ends with. */
const measuring = `import {writeFileSync} from 'node:fs'
process.on('exit', () => writeFileSync(process.env.PORTOLAN_USAGE, JSON.stringify(process.resourceUsage())))`

const run = (folder: string): Ended & {seconds: number; megabytes: number} => {
  const usage = join(folder, 'usage.json')
  const ended = portolan(['ingest', '--sources', join(folder, 'docs'), '--data', join(folder, 'data')], {
    env: {
      PORTOLAN_USAGE: usage,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(measuring)}`,
    },
  })
  const {userCPUTime, systemCPUTime, maxRSS} = JSON.parse(readFileSync(usage, 'utf8'))
  return {...ended, seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024}
}

/** `ONLY="a row of 5,000 columns"` tries one. */
const only = process.env['ONLY']
const tried = Object.entries(workspaces).filter(([name]) => only === undefined || name === only)

describe('ingest of a hostile workspace ends with what it read and said, within its budget', () => {
  it.each(tried)('%s', (name, {files, says}) => {
    const folder = temporaryFolder()
    for (const [path, text] of files()) {
      const file = join(folder, 'docs', path)
      mkdirSync(dirname(file), {recursive: true})
      writeFileSync(file, text)
    }
    const {status, stdout, stderr, seconds, megabytes} = run(folder)
    console.info(`${name}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ended with ${status}`)
    expect([0, 1]).toContain(status)
    expect(stderr).not.toContain('internal-error')
    expect(stdout + stderr).toMatch(says)
    expect(seconds).toBeLessThan(SECONDS)
    expect(megabytes).toBeLessThan(MEGABYTES)
  })
})
