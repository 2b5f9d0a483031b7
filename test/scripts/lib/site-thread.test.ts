import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {startSite} from '../../../scripts/lib/site-thread.ts'
import {makeWorkFolder, removeWorkFolder} from '../../../scripts/lib/work-folder-fs.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const folder = mkdtempSync(join(tmpdir(), 'portolan-thread-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('scripts/lib/site-thread.ts', () => {
  test('a site whose folder can’t be written ends with the reason and its code', async () => {
    const taken = join(folder, 'taken')
    writeFileSync(taken, '')
    const site = startSite({outDir: join(taken, 'dist')})
    try {
      site.begin(tinyKnowledgeBase())
      await expect(site.end()).rejects.toMatchObject({
        code: 'ENOTDIR',
        message: expect.stringContaining(taken),
      })
    } finally {
      await site.close()
    }
  }, 60_000)

  test('a site that nobody needs any more writes nothing', async () => {
    const outDir = join(folder, 'unwanted')
    const site = startSite({outDir})
    await site.close()
    expect(existsSync(outDir)).toBe(false)
  })

  test('nothing of a run stays in the folder for interim files', () => {
    const own = readdirSync('.portolan').filter((name) => name.includes(`-${process.pid}-`))
    expect(own).toEqual([])
  })

  test('what a killed run left there is removed by the next one, and what others are at stays', () => {
    const dead = spawnSync(process.execPath, ['-e', ''])
    const [gone, alive] = [dead.pid, process.ppid].map((pid) =>
      join('.portolan', `site-${hostname()}-${pid}-x`),
    )
    const server = join('.portolan', `dev-${hostname()}-${dead.pid}-x`)
    for (const path of [gone, alive, server]) mkdirSync(path ?? '', {recursive: true})
    removeWorkFolder(makeWorkFolder())
    expect([gone, alive, server].map((path) => existsSync(path ?? ''))).toEqual([false, true, false])
    removeWorkFolder(alive ?? '')
  })
})
