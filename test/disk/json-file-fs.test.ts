import {spawnSync} from 'node:child_process'
import {chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {draftRE, writePiecesWhole, writeWhole} from '../../src/disk/json-file-fs.ts'
import {dieAfter} from '../support/dying-disk.ts'
import {temporaryFolder} from '../support/portolan.ts'

describe('src/disk/json-file-fs.ts', () => {
  it('writes text, bytes and pieces', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'file')
    writeWhole(path, 'é')
    expect(readFileSync(path, 'utf8')).toBe('é')
    writeWhole(path, Uint8Array.of(255, 0))
    expect([...readFileSync(path)]).toEqual([255, 0])
    writePiecesWhole(
      path,
      Array.from({length: 20_000}, (_, index) => `${index} `),
    )
    expect(readFileSync(path, 'utf8').split(' ')).toHaveLength(20_001)
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('keeps the mode of a file, and keeps a link a link', () => {
    const folder = temporaryFolder()
    const [path, link] = [join(folder, 'run.sh'), join(folder, 'link')]
    writeFileSync(path, 'old')
    chmodSync(path, 0o750)
    symlinkSync('run.sh', link)
    writeWhole(link, 'new')
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['new', 0o750])
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
  })

  it('replaces no device', () => {
    writeWhole('/dev/null', 'text')
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('leaves the file alone that has the name of an older draft', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file.new'), 'mine')
    writePiecesWhole(join(folder, 'file'), ['text'])
    expect(readFileSync(join(folder, 'file.new'), 'utf8')).toBe('mine')
  })

  it('leaves the old or the new text wherever it is killed, and what was left is removed by the next run', () => {
    const {pid = 0} = spawnSync('true')
    let calls = 0
    for (let ended = false; !ended; calls++) {
      const folder = temporaryFolder()
      const path = join(folder, 'page.md')
      writeFileSync(path, 'old')
      ended = dieAfter(calls, () => writeWhole(path, 'new'))
      expect(['old', 'new']).toContain(readFileSync(path, 'utf8'))
      const others = readdirSync(folder).filter((name) => name !== 'page.md')
      expect(others.filter((name) => !draftRE.test(name))).toEqual([])
    }
    expect(calls).toBeGreaterThan(3)
    const folder = temporaryFolder()
    const left = `.portolan-write-${hostname()}-${pid}-0`
    writeFileSync(join(folder, left), 'ne')
    expect(left).toMatch(draftRE)
    writeWhole(join(folder, 'page.md'), 'new')
    expect(readdirSync(folder)).toEqual(['page.md'])
  })
})
