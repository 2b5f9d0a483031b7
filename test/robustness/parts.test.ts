import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {temporaryFolder} from '../support/faulty-document.ts'
import {checksums, type Ended, portolan} from '../support/portolan.ts'
import {isThorough} from '../support/thorough.ts'

/** The sample takes a minute; every night it is tried as well. */
const workspace = isThorough ? 'content' : 'test/fixtures/second-workspace'
const given = ['--content', workspace, '--sources', join(workspace, isThorough ? 'sources' : 'manual')]

const SHARES = 4

const done = ({status, stderr}: Ended): void =>
  expect({status, stderr: status === 0 ? '' : stderr}).toEqual({status: 0, stderr: ''})

describe('portolan ingest --shard and merge', () => {
  const folder = temporaryFolder()
  const parts = Array.from({length: SHARES}, (_, index) => join(folder, `part-${index + 1}`))
  const site = (name: string): string[] => [
    ...['--data', join(folder, name, 'data'), '--dist', join(folder, name, 'dist')],
    ...['--site', 'https://ports.example/docs/'],
  ]

  beforeAll(() => {
    for (const [at, part] of parts.entries())
      done(portolan(['ingest', ...given, '--data', part, '--shard', `${at + 1}/${SHARES}`]))
    done(portolan(['merge', ...parts.toReversed(), '--content', workspace, ...site('merged')]))
  }, 900_000)

  it('give the same bytes as one run, in whatever order the parts are named', () => {
    const whole = join(folder, 'ingested')
    done(portolan(['ingest', ...given, '--data', whole]))
    expect(Object.keys(checksums(whole))).toContain('knowledge-base.json')
    expect(checksums(join(folder, 'merged/data'))).toEqual(checksums(whole))
  })

  it('give the same site as one run', () => {
    done(portolan(['build', ...given, ...site('whole')]))
    const merged = checksums(join(folder, 'merged'))
    expect(Object.keys(merged)).toContain('dist/en/index.html')
    expect(merged).toEqual(checksums(join(folder, 'whole')))
  })

  it('refuse parts that make no whole, and write nothing', () => {
    const before = readdirSync(folder)
    const {status, stderr} = portolan(['merge', ...parts.slice(1), '--data', join(folder, 'data')])
    expect(status).toBe(2)
    expect(stderr).toContain('the parts are no whole: 1/4 is missing')
    expect(readdirSync(folder)).toEqual(before)
  })
})
