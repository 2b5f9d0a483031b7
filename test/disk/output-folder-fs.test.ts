import {spawnSync} from 'node:child_process'
import fs, {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {openOutputFolder} from '../../src/disk/output-folder-fs.ts'
import {addToMark, foreignPaths, MARK, markFolder, readMark} from '../../src/disk/output-mark-fs.ts'
import {dieAfter} from '../support/dying-disk.ts'
import {makeOldOutput, writeOld} from '../support/old-output.ts'
import {checksums, temporaryFolder} from '../support/portolan.ts'

const open = (folder: string) => openOutputFolder({folder, option: '--data'}, [])

/** Writes a new result, as a command does. */
const write = (folder: string, text = 'new'): void => {
  const output = open(folder)
  try {
    mkdirSync(join(output.draft, 'en'))
    for (const path of ['rules.csv', 'en/index.html']) writeFileSync(join(output.draft, path), text)
    output.publish()
  } finally {
    output.close()
  }
}

const thrown = (act: () => void): string => {
  try {
    act()
    return 'nothing'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('src/disk/output-folder-fs.ts', () => {
  it('says where the old result stands when the disk dies between the two renames, and puts it back the next time', () => {
    const parent = temporaryFolder()
    const folder = join(parent, 'data')
    write(folder, 'old')
    const original = fs.renameSync
    let isDead = false
    const dead = (from: string, to: string): void => {
      isDead ||= to === folder
      if (isDead) throw Object.assign(new Error('EIO: i/o error'), {code: 'EIO'})
      original(from, to)
    }
    Object.assign(fs, {renameSync: dead})
    syncBuiltinESMExports()
    try {
      const old = join(parent, '.data.portolan-old')
      expect(thrown(() => write(folder))).toBe(
        `${folder} can't be written: EIO: i/o error; what was there stands in ${old}`,
      )
      expect(readFileSync(join(old, 'rules.csv'), 'utf8')).toBe('old')
    } finally {
      Object.assign(fs, {renameSync: original})
      syncBuiltinESMExports()
    }
    open(folder).close()
    expect(readFileSync(join(folder, 'rules.csv'), 'utf8')).toBe('old')
    expect(readdirSync(parent)).toEqual(['data'])
  })

  it('marks what it writes with name, version and all that is in it, and replaces it the next time', () => {
    const folder = join(temporaryFolder(), 'data')
    write(folder)
    expect(JSON.parse(readFileSync(join(folder, MARK), 'utf8'))).toMatchObject({
      name: 'portolan',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      entries: ['en/', 'rules.csv'],
      below: ['en/index.html'],
    })
    write(folder, 'newer')
    expect(readFileSync(join(folder, 'en/index.html'), 'utf8')).toBe('newer')
    expect(readdirSync(folder).toSorted()).toEqual([MARK, 'en', 'rules.csv'])
  })

  it('refuses a folder with files of the user’s, names them and touches nothing', () => {
    for (const [path, named] of [
      ['CNAME', 'CNAME'],
      ['en/mine.html', 'en/mine.html'],
      ['src/main.c', 'src/'],
      ['en/.git/HEAD', 'en/.git/'],
    ] as const) {
      const folder = join(temporaryFolder(), 'data')
      write(folder)
      writeOld(folder, [path])
      const before = checksums(folder)
      expect(thrown(() => write(folder))).toBe(
        `${folder} holds other files (${named}), and would be replaced as a whole`,
      )
      expect(checksums(folder)).toEqual(before)
      expect(readdirSync(join(folder, '..'))).toEqual(['data'])
    }
  })

  it('takes no notice of files that are gone, or that the operating system has put there', () => {
    const folder = join(temporaryFolder(), 'data')
    write(folder)
    rmSync(join(folder, 'rules.csv'))
    writeOld(folder, ['.DS_Store', 'en/Thumbs.db'])
    write(folder)
    expect(readdirSync(folder).toSorted()).toEqual([MARK, 'en', 'rules.csv'])
  })

  it('takes a damaged or foreign mark for none', () => {
    const marks = [
      '',
      '{',
      'null',
      '[]',
      '{"name":"portolan"}',
      '{"name":"x","version":"1","entries":["a"],"below":[]}',
    ]
    for (const mark of marks) {
      const folder = join(temporaryFolder(), 'data')
      writeOld(folder, ['a'])
      writeFileSync(join(folder, MARK), mark)
      expect([mark, readMark(folder)]).toEqual([mark, null])
      expect([mark, foreignPaths(folder)]).toEqual([mark, [MARK, 'a']])
    }
    const folder = join(temporaryFolder(), 'data')
    mkdirSync(join(folder, MARK), {recursive: true})
    expect(readMark(folder)).toBeNull()
  })

  it('refuses a file that came while the run was at it', () => {
    const folder = join(temporaryFolder(), 'data')
    makeOldOutput(folder)
    const output = open(folder)
    writeOld(folder, ['mine.txt'])
    expect(thrown(output.publish)).toContain('holds other files (mine.txt)')
    output.close()
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('old mine.txt')
    expect(readdirSync(join(folder, '..'))).toEqual(['data'])
  })

  it('removes nothing that only has the name of a leftover or of a lock', () => {
    for (const name of ['.data.portolan-new', '.data.portolan-old', '.data.portolan.lock']) {
      const parent = temporaryFolder()
      writeOld(join(parent, name), ['thesis.docx'])
      expect(thrown(() => write(join(parent, 'data')))).toContain('is in the way')
      expect(Object.keys(checksums(parent))).toEqual([`${name}/thesis.docx`])
      rmSync(join(parent, name), {recursive: true})
      mkdirSync(join(parent, 'elsewhere'))
      symlinkSync('elsewhere', join(parent, name))
      expect(thrown(() => write(join(parent, 'data')))).toContain('is in the way')
      rmSync(join(parent, name))
      writeFileSync(join(parent, name), 'my notes')
      expect(thrown(() => write(join(parent, 'data')))).toContain('is in the way')
      expect(readFileSync(join(parent, name), 'utf8')).toBe('my notes')
    }
  })

  it('removes what a run of version 0.1 left when it was killed', () => {
    const parent = temporaryFolder()
    writeOld(join(parent, '.data.portolan-new'), ['knowledge-base.json', 'units.jsonl'])
    write(join(parent, 'data'))
    expect(readdirSync(parent)).toEqual(['data'])
  })

  it('takes files into the mark that another command adds, and marks no folder that has none', () => {
    const folder = join(temporaryFolder(), 'data')
    write(folder)
    writeOld(folder, ['memory.tmx'])
    addToMark(folder, ['memory.tmx', 'rules.csv'])
    expect(readMark(folder)?.entries).toEqual(['en/', 'memory.tmx', 'rules.csv'])
    const other = temporaryFolder()
    addToMark(other, ['memory.tmx'])
    expect(readdirSync(other)).toEqual([])
  })

  it('leaves the old or the new result, whole, wherever it is killed, and the next run works and tidies up', () => {
    const {pid = 0} = spawnSync('true')
    let calls = 0
    for (let ended = false; !ended; calls++) {
      const parent = temporaryFolder()
      const folder = join(parent, 'data')
      const before = makeOldOutput(folder)
      ended = dieAfter(calls, () => write(folder))
      const found = existsSync(folder) ? checksums(folder) : null
      if (found === null)
        expect(checksums(join(parent, '.data.portolan-old')), `${calls} calls`).toEqual(before)
      else if (found['en/index.html'] === undefined) expect(found, `${calls} calls`).toEqual(before)
      else
        expect([Object.keys(found), foreignPaths(folder)], `${calls} calls`).toEqual([
          [MARK, 'en/index.html', 'rules.csv'],
          [],
        ])
      // This process is still there, unlike one that was killed, and would take its own files for its own.
      const lock = join(parent, '.data.portolan.lock')
      rmSync(`${lock}.${hostname()}-${process.pid}`, {force: true})
      if (existsSync(lock)) writeFileSync(lock, `${pid} ${hostname()}\n`)
      expect(
        thrown(() => write(folder)),
        `${calls} calls`,
      ).toBe('nothing')
      expect(readdirSync(parent), `${calls} calls`).toEqual(['data'])
      expect(foreignPaths(folder)).toEqual([])
    }
    expect(calls).toBeGreaterThan(20)
  })

  it('marks an empty folder', () => {
    const folder = temporaryFolder()
    markFolder(folder)
    expect(readMark(folder)).toMatchObject({entries: [], below: []})
  })
})
