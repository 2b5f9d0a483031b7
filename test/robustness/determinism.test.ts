import {cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {checksums, portolan, temporaryFolder} from '../support/portolan.ts'
import {isThorough} from '../support/thorough.ts'

/** The sample takes a minute; every night it is tried as well. */
const workspace = isThorough ? 'content' : 'test/fixtures/second-workspace'
const sources = isThorough ? 'sources' : 'manual'

/** A copy of a workspace's documents, made in the reverse order of their names so that the disk lists them differently. */
const reversedCopy = (to: string): void => {
  mkdirSync(to, {recursive: true})
  for (const entry of readdirSync(join(workspace, sources), {
    withFileTypes: true,
    recursive: true,
  }).toReversed()) {
    if (!entry.isFile()) continue
    const folder = entry.parentPath.replace(join(workspace, sources), to)
    mkdirSync(folder, {recursive: true})
    writeFileSync(join(folder, entry.name), readFileSync(join(entry.parentPath, entry.name)))
  }
}

/** Machines that differ in all that must not matter. */
const machines: {env: Record<string, string>; threads: string}[] = [
  {env: {TZ: 'UTC', LANG: 'C', LC_ALL: 'C'}, threads: '1'},
  {
    env: {TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'},
    threads: '2',
  },
]

describe('two runs over the same documents', () => {
  it('write the same data files and the same site in other folders, time zones, languages, file orders and numbers of threads', () => {
    const results = machines.map(({env, threads}, index) => {
      const folder = join(temporaryFolder(), 'a'.repeat(index * 40 + 1))
      const [content, data, dist] = [join(folder, 'content'), join(folder, 'data'), join(folder, 'dist')]
      cpSync(workspace, content, {
        recursive: true,
        filter: (path) => !path.startsWith(join(workspace, sources)),
      })
      reversedCopy(join(content, sources))
      const args = ['build', '--content', content, '--data', data, '--dist', dist, '--threads', threads]
      const {status, stderr} = portolan(args, {env: {...env, HOME: folder}})
      expect({status, stderr}).toEqual({status: 0, stderr: ''})
      return {data: checksums(data), dist: checksums(dist)}
    })
    expect(Object.keys(results[0]?.data ?? {}).length).toBeGreaterThan(4)
    expect(Object.keys(results[0]?.dist ?? {}).length).toBeGreaterThan(50)
    expect(results[1]).toEqual(results[0])
  }, 900_000)
})
