/**
 * Time of `portolan check` over JSON Lines of 1,000, 10,000 and 100,000 distinct units of real length, good and faulty ones
 * mixed, and of what human texts teach, apart.
 * Run: `node bench/check-units.ts`. Wanted: ten times the units in ten times the time, and 0.4 ms for a pair that teaches.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {findingsOutput} from '../scripts/terminal/findings-output.ts'
import {listCheckInputs} from '../src/app/check/check-inputs-fs.ts'
import {runCheck} from '../src/app/check/check-run.ts'
import {wordsOf} from '../src/app/check/words-for-check-fs.ts'
import {writePiecesWhole} from '../src/disk/json-file-fs.ts'
import {learnWords} from '../src/reconcile/divergence/evidence.ts'
import {distinctCells} from './distinct-cells.ts'

const SIZES = [1000, 10_000, 100_000]

function* lines(count: number): Generator<string> {
  let id = 0
  for (const cell of distinctCells(count)) yield `${JSON.stringify({id: id++, ...cell})}\n`
}

/** What a locale's human texts cost to learn from. */
const timeLearning = (pairs: number): void => {
  const humans = [...distinctCells(3 * pairs)]
    .filter(({locale}) => locale === 'fr-FR')
    .map((cell, index) => ({
      ...{...cell, human: true, edition: `${index}`, unit: `${index}`},
      ...{cell: null, place: null, count: 1},
    }))
  const started = performance.now()
  learnWords(humans, 'fr-FR')
  const took = performance.now() - started
  process.stdout.write(
    `learning from ${humans.length} pairs: ${took.toFixed(0)} ms, ${(took / humans.length).toFixed(2)} ms a pair\n`,
  )
}

timeLearning(3000)

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
