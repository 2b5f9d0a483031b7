/** `portolan check` over JSON Lines of ever more distinct units: time and memory. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {writePieces} from '../src/app/build/write-data-fs.ts'
import {distinctCells} from './distinct-cells.ts'
import type {Goal, Row, Section} from './harness.ts'
import {runPortolan} from './process.ts'

function* unitLines(count: number): Generator<string> {
  let id = 0
  for (const cell of distinctCells(count)) yield `${JSON.stringify({id: `${id++}`, ...cell})}\n`
}

export const checkSections = async (quick: boolean): Promise<Section[]> => {
  const sizes = quick ? [1000, 10_000, 100_000] : [1000, 10_000, 100_000, 1_000_000]
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'))
  try {
    const runs = sizes.map((units) => {
      const file = join(folder, `${units}.jsonl`)
      writePieces(file, unitLines(units))
      const output = join(folder, 'findings.jsonl')
      const run = runPortolan(['check', file, '--format', 'jsonl'], {codes: [0, 1], output})
      rmSync(file)
      return {units, ...run}
    })
    const rows = runs.map(
      ({units, processorSeconds, seconds, megabytes}): Row => ({
        name: `${units.toLocaleString('en')} units`,
        median: seconds,
        slow: seconds,
        ratio: null,
        more: {
          'processor, s': processorSeconds,
          'µs a unit': (processorSeconds / units) * 1e6,
          'most memory, MB': megabytes,
        },
      }),
    )
    const [before, last] = runs.slice(-2)
    const flat: Goal = {
      what: `memory of ${last?.units.toLocaleString('en')} units by that of ${before?.units.toLocaleString('en')}`,
      wanted: 'at most 1.5',
      measured: ((last?.megabytes ?? 0) / (before?.megabytes ?? 1)).toFixed(2),
      met: (last?.megabytes ?? 0) <= 1.5 * (before?.megabytes ?? 1),
    }
    return [
      {
        title: 'Check: units as a stream of JSON Lines',
        note: 'The whole command in a process of its own, findings written as JSON Lines; the units are distinct sentences of real length from a seeded generator, of which every seventh is faulty.',
        unit: 's',
        rows,
        goals: [flat],
      },
    ]
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
