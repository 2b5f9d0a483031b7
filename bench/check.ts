/** `portolan check` over JSON Lines of ever more units: time and memory. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {writePieces} from '../src/app/build/write-data-fs.ts'
import type {Goal, Row, Section} from './harness.ts'
import {runPortolan} from './process.ts'

/** English and its translations: a path, an endpoint, a note; every seventh loses a fact. */
const cells: {
  locale: string
  source: (port: number) => string
  right: (port: number) => string
  wrong: string
}[] = [
  {
    locale: 'zh-TW',
    source: (port) => `Access/SIP(TLS)/TCP/${port}`,
    right: (port) => `存取/SIP(TLS)/TCP/${port}`,
    wrong: '存取/SIP(TLS)/UDP/1',
  },
  {locale: 'fr-FR', source: () => 'Any', right: () => 'N’importe lequel', wrong: 'Chaque'},
  {
    locale: 'ja-JP',
    source: (port) => `Opened for media on port ${port}`,
    right: (port) => `メディア用にポート ${port} を開く`,
    wrong: 'メディア用に開く',
  },
]

function* unitLines(count: number): Generator<string> {
  for (let id = 0; id < count; id++) {
    const cell = cells[id % cells.length]
    if (cell === undefined) continue
    const port = (id * 7919) % 65536
    const target = id % 7 === 0 ? cell.wrong : cell.right(port)
    yield `${JSON.stringify({id: String(id), locale: cell.locale, source: cell.source(port), target})}\n`
  }
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
        note: 'The whole command in a process of its own, findings written as JSON Lines; every seventh unit is faulty.',
        unit: 's',
        rows,
        goals: [flat],
      },
    ]
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
