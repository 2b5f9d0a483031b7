import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {liveDataset} from '../../../src/app/build/live-dataset.ts'

const folder = mkdtempSync(join(tmpdir(), 'portolan-live-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const write = (name: string, text: string): string => {
  const file = join(folder, 'sources', name)
  writeFileSync(file, text)
  return file
}

const tableOf = (port: number): string =>
  `| Source | Destination | Protocol | Port |\n| --- | --- | --- | --- |\n| Kiosk | Depot | TCP | ${port} |\n`

describe('src/app/build/live-dataset.ts', () => {
  test('reads again what changed, what includes it, and what could not find its part before, and nothing else', () => {
    mkdirSync(join(folder, 'sources/en'), {recursive: true})
    mkdirSync(join(folder, 'sources/parts'))
    const part = write('parts/table.md', tableOf(7100))
    write('en/depot.md', '# Ports of the depot\n\n[!INCLUDE [x](../parts/table.md)]\n')
    write('en/archive.md', '# Ports of the archive\n\n[!INCLUDE [x](../parts/later.md)]\n')
    write('en/kiosk.md', `# Ports of the kiosk\n\n${tableOf(7300)}`)
    const live = liveDataset([join(folder, 'sources')], folder)
    const ports = (changed: string[]) => {
      const {kb, read} = live.update(new Set(changed))
      const rules = kb.topics.flatMap(({tables}) =>
        tables.flatMap(({rows}) => rows.flatMap(({rules}) => rules)),
      )
      const found = rules.flatMap(({facts}) => facts.ports.map(([from]) => from)).toSorted((a, b) => a - b)
      return {found, read: read.map((path) => path.split('/').at(-1)).toSorted()}
    }
    expect(ports([]).found).toEqual([7100, 7300])
    write('parts/table.md', tableOf(7101))
    expect(ports([part])).toEqual({found: [7101, 7300], read: ['archive.md', 'depot.md', 'table.md']})
    const later = write('parts/later.md', tableOf(7200))
    expect(ports([later])).toEqual({found: [7101, 7200, 7300], read: ['archive.md', 'later.md']})
    write('parts/later.md', tableOf(7201))
    expect(ports([later])).toEqual({found: [7101, 7201, 7300], read: ['archive.md', 'later.md']})
  })
})
