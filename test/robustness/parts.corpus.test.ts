import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {checksums, type Ended, portolan, temporaryFolder} from '../support/portolan.ts'
import {describeShared, sharedDir} from '../support/shared.ts'

const SHARES = 4
/** The system counts in kilobytes. */
const MEGABYTE = 1024

/** Some documents hold errors, of which the exit code would tell. */
const done = ({status, stderr}: Ended): void =>
  expect({status, stderr: status === 0 ? '' : stderr}).toEqual({status: 0, stderr: ''})

interface BothWays {
  whole: Record<string, string>
  merged: Record<string, string>
  folder: string
  /** Most memory of the run over all documents at once. */
  megabytes: number
}

/** Runs the documents at once, and in four parts that are merged; gives the checksums of both results. */
const bothWays = (sources: string): BothWays => {
  const folder = temporaryFolder()
  const report = join(folder, 'memory')
  const hook = `import fs from 'node:fs'; process.on('exit', () => fs.writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)))`
  const env = {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}`}
  done(portolan(['ingest', '--lenient', '--sources', sources, '--data', join(folder, 'whole')], {env}))
  const parts = Array.from({length: SHARES}, (_, index) => join(folder, `part-${index + 1}`))
  for (const [index, part] of parts.entries())
    done(
      portolan([
        'ingest',
        '--lenient',
        '--sources',
        sources,
        '--data',
        part,
        '--shard',
        `${index + 1}/${SHARES}`,
      ]),
    )
  done(portolan(['merge', ...parts.toReversed(), '--data', join(folder, 'merged')]))
  return {
    whole: checksums(join(folder, 'whole')),
    merged: checksums(join(folder, 'merged')),
    folder,
    megabytes: Number(readFileSync(report, 'utf8')) / MEGABYTE,
  }
}

describeShared('portolan ingest on the real documents', () => {
  it('gives the same bytes in parts and at once', () => {
    const {whole, merged} = bothWays(join(sharedDir, 'technet'))
    expect(merged).toEqual(whole)
  })

  it('takes 2,835 pages in less than 400 MB, with a ledger that adds up, and in parts the same', () => {
    const pages = temporaryFolder()
    execFileSync('tar', ['-xJf', join(sharedDir, 'bulk/bulk-zh-TW.tar.xz'), '-C', pages])
    const {whole, merged, folder, megabytes} = bothWays(pages)
    expect(merged).toEqual(whole)
    const {ledger, editions, diagnostics} = JSON.parse(
      readFileSync(join(folder, 'whole/knowledge-base.json'), 'utf8'),
    )
    // Files that others include are parts of these.
    const parts = diagnostics.filter(({id}: {id: string}) => id === 'included-document')
    expect(editions.length + parts.length).toBe(2835)
    expect(ledger.published + ledger.entries.length).toBe(ledger.read)
    expect(ledger.entries.filter(({reason}: {reason: string}) => reason === 'unaligned')).toEqual([])

    expect(megabytes).toBeLessThan(400)
    const threaded = portolan([
      'ingest',
      '--lenient',
      '--sources',
      pages,
      '--data',
      join(folder, 'threads'),
      '--threads',
      '2',
    ])
    done(threaded)
    expect(checksums(join(folder, 'threads'))).toEqual(whole)
  }, 900_000)
})
