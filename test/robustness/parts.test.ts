import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {checksums, type Ended, portolan, temporaryFolder} from '../support/portolan.ts'
import {isThorough} from '../support/thorough.ts'

/** The sample takes a minute; every night it is tried as well. */
const sources = isThorough ? 'content/sources' : 'test/fixtures/second-workspace/manual'

const SHARES = 4
/** The system counts in kilobytes. */
const MEGABYTE = 1024

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
const bothWays = (): BothWays => {
  const folder = temporaryFolder()
  const report = join(folder, 'memory')
  const hook = `import fs from 'node:fs'; process.on('exit', () => fs.writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)))`
  const env = {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}`}
  done(portolan(['ingest', '--sources', sources, '--data', join(folder, 'whole')], {env}))
  const parts = Array.from({length: SHARES}, (_, index) => join(folder, `part-${index + 1}`))
  for (const [index, part] of parts.entries())
    done(portolan(['ingest', '--sources', sources, '--data', part, '--shard', `${index + 1}/${SHARES}`]))
  done(portolan(['merge', ...parts.toReversed(), '--data', join(folder, 'merged')]))
  return {
    whole: checksums(join(folder, 'whole')),
    merged: checksums(join(folder, 'merged')),
    folder,
    megabytes: Number(readFileSync(report, 'utf8')) / MEGABYTE,
  }
}

describe('portolan ingest --shard and merge', () => {
  it('give the same bytes as one run, in whatever order the parts are named', () => {
    const {whole, merged} = bothWays()
    expect(Object.keys(whole)).toContain('knowledge-base.json')
    expect(merged).toEqual(whole)
  })

  it('give the same site as one run', () => {
    const folder = temporaryFolder()
    const small = 'test/fixtures/second-workspace'
    const to = (name: string): string[] => [
      '--content',
      small,
      '--data',
      join(folder, name, 'data'),
      '--dist',
      join(folder, name, 'dist'),
    ]
    const given = ['--sources', join(small, 'manual')]
    const parts = [1, 2].map((index) => join(folder, `part-${index}`))
    for (const [at, part] of parts.entries())
      done(portolan(['ingest', ...given, '--content', small, '--data', part, '--shard', `${at + 1}/2`]))
    done(portolan(['merge', ...parts, ...to('merged'), '--site', 'https://ports.example/docs/']))
    done(portolan(['build', ...given, ...to('whole'), '--site', 'https://ports.example/docs/']))
    expect(checksums(join(folder, 'merged'))).toEqual(checksums(join(folder, 'whole')))
  })

  it('refuse parts that make no whole, and write nothing', () => {
    const folder = temporaryFolder()
    const part = join(folder, 'part')
    done(portolan(['ingest', '--sources', sources, '--data', part, '--shard', '1/2']))
    const {status, stderr} = portolan(['merge', part, '--data', join(folder, 'data')])
    expect(status).toBe(2)
    expect(stderr).toContain('the parts are no whole: 2/2 is missing')
    expect(Object.keys(checksums(folder)).filter((path) => !path.startsWith('part'))).toEqual([])
  })
})
