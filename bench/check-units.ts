/**
 * Time of `portolan check` over JSON Lines of 1,000, 10,000 and 100,000 units, good and faulty ones mixed.
 * Run: `node bench/check-units.ts`. Wanted: 10,000 units under 2 s, and ten times the units in ten times the time.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {findingsOutput} from '../scripts/terminal/findings-output.ts'
import {listCheckInputs} from '../src/app/check/check-inputs-fs.ts'
import {runCheck} from '../src/app/check/check-run.ts'
import {wordsOf} from '../src/app/check/words-options-fs.ts'
import {writePiecesWhole} from '../src/disk/json-file-fs.ts'

const SIZES = [1000, 10_000, 100_000]

/** English and its translations: a path, an endpoint, a note; every seventh loses a fact. */
const CELLS: [
  locale: string,
  source: (port: number) => string,
  right: (port: number) => string,
  wrong: string,
][] = [
  [
    'zh-TW',
    (port) => `Access/SIP(TLS)/TCP/${port}`,
    (port) => `存取/SIP(TLS)/TCP/${port}`,
    '存取/SIP(TLS)/UDP/1',
  ],
  ['fr-FR', () => 'Any', () => 'N’importe lequel', 'Chaque'],
  [
    'ja-JP',
    (port) => `Opened for media on port ${port}`,
    (port) => `メディア用にポート ${port} を開く`,
    'メディア用に開く',
  ],
]

function* lines(count: number): Generator<string> {
  for (let id = 0; id < count; id++) {
    const [locale, source, right, wrong] = CELLS[id % CELLS.length] ?? CELLS[0] ?? []
    if (locale === undefined || source === undefined || right === undefined) throw new Error('no cells')
    const port = 1024 + (id % 60_000)
    const target = id % 7 === 0 ? wrong : right(port)
    yield `${JSON.stringify({id, locale, source: source(port), target})}\n`
  }
}

const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'))
try {
  const words = wordsOf(undefined)
  for (const size of SIZES) {
    const path = join(folder, `${size}.jsonl`)
    writePiecesWhole(path, lines(size))
    const run = {
      inputs: listCheckInputs([path]),
      context: [],
      words,
      edits: false,
      locales: [],
      threshold: 'source-anomaly' as const,
      baseline: null,
      collect: false,
      waivers: null,
    }
    const output = findingsOutput('jsonl', {version: '', rules: [], site: null, color: false})
    const started = performance.now()
    const {counts, units} = await runCheck(run, output, async () => {})
    const seconds = (performance.now() - started) / 1000
    const heap = Math.round(process.memoryUsage().heapUsed / 1e6)
    process.stdout.write(
      `${units} units: ${seconds.toFixed(2)} s, ${((seconds / units) * 1e6).toFixed(0)} µs a unit, heap ${heap} MB, ${counts.critical} critical\n`,
    )
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
