import {spawnSync} from 'node:child_process'
import {chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {dirname, join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {describe, expect, it, onTestFinished} from 'vitest'
import {MARK} from '../../src/disk/output-mark-fs.ts'
import {faultyDocument} from '../support/faulty-document.ts'
import {makeOldOutput} from '../support/old-output.ts'
import {checksums, portolan, startPortolan, temporaryFolder} from '../support/portolan.ts'

/** Folder with one document. */
const sourcesIn = (folder: string): string => {
  const sources = join(folder, 'sources', 'zh-TW')
  mkdirSync(sources, {recursive: true})
  writeFileSync(join(sources, 'page.md'), faultyDocument)
  return join(folder, 'sources')
}

const isRoot = process.getuid?.() === 0
/** A user who may not write what root made. */
const NOBODY = 65534

const refusal = (args: string[], options = {}): {status: number | null; said: string} => {
  const {status, stdout, stderr} = portolan(args, options)
  return {status, said: `${stdout}${stderr}`}
}

describe('portolan ingest', () => {
  it('says that a folder of sources is not there, and writes nothing', () => {
    const folder = temporaryFolder()
    expect(refusal(['ingest', '--sources', join(folder, 'none'), '--data', join(folder, 'data')])).toEqual({
      status: 2,
      said: `portolan: no such folder: ${join(folder, 'none')}\n  name a folder that holds documents\n`,
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('says that a folder holds no documents, and writes nothing', () => {
    const folder = temporaryFolder()
    expect(refusal(['ingest', '--sources', folder, '--data', join(folder, 'data')])).toEqual({
      status: 2,
      said: `portolan: no documents in ${folder}\n  a document is a file whose name ends in .md, .markdown, .mdx, .html, .htm\n`,
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses a file in the place of its output folder, and leaves the file alone', () => {
    const folder = temporaryFolder()
    const data = join(folder, 'data')
    writeFileSync(data, 'mine')
    const before = checksums(folder)
    expect(refusal(['ingest', '--sources', sourcesIn(folder), '--data', data])).toMatchObject({
      status: 2,
      said: expect.stringContaining('is a file, a folder is expected'),
    })
    expect(checksums(folder)).toMatchObject(before)
  })

  it('refuses to replace a folder with files that are not its own', () => {
    const folder = temporaryFolder()
    const sources = sourcesIn(folder)
    expect(refusal(['ingest', '--sources', sources, '--data', sources])).toMatchObject({
      status: 2,
      said: expect.stringContaining('is the source, and would be replaced as a whole'),
    })
    expect(Object.keys(checksums(sources))).toEqual(['zh-TW/page.md'])
  })

  it('refuses the user’s folder that holds an entry like one of its own, and one of a workspace, and touches nothing', () => {
    const folder = temporaryFolder()
    const sources = sourcesIn(folder)
    for (const path of ['p/src/main.c', 'p/data/mine.csv', 'q/knowledge-base.json', 'q/thesis.docx']) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), 'mine')
    }
    const before = checksums(folder)
    const at = (name: string): string => join(folder, name)
    for (const [command, said] of [
      [['ingest', '--data', at('p')], 'holds other files (data/, src/)'],
      [
        ['ingest', '--data', at('q'), '--shard', '1/2'],
        'holds other files (knowledge-base.json, thesis.docx)',
      ],
      [['build', '--data', at('sources/..'), '--dist', at('dist')], 'lie inside of one another'],
      [['build', '--data', at('.'), '--dist', `${folder}-dist`], 'contains the source'],
      [['build', '--data', at('data'), '--dist', at('p')], 'holds other files (data/, src/)'],
    ] as const)
      expect(refusal([...command, '--sources', sources])).toEqual({
        status: 2,
        said: expect.stringContaining(said),
      })
    expect(checksums(folder)).toEqual(before)
    expect(readdirSync(folder).toSorted()).toEqual(['p', 'q', 'sources'])
  })

  it('refuses to merge parts into the folder that holds them', () => {
    const folder = temporaryFolder()
    const part = join(folder, 'part')
    expect(
      portolan(['ingest', '--sources', sourcesIn(folder), '--data', part, '--shard', '1/1']).status,
    ).toBe(0)
    const before = checksums(part)
    expect(refusal(['merge', part, '--data', part])).toMatchObject({
      status: 2,
      said: expect.stringContaining('contains the part'),
    })
    expect(checksums(part)).toEqual(before)
  })

  it('keeps a link in the place of its output folder a link', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync('elsewhere', join(folder, 'data'))
    expect(portolan(['ingest', '--sources', sourcesIn(folder), '--data', join(folder, 'data')]).status).toBe(
      0,
    )
    expect(Object.keys(checksums(join(folder, 'elsewhere')))).toContain('knowledge-base.json')
  })

  it('says that the output folder can not be written, and leaves nothing behind', () => {
    const folder = temporaryFolder()
    const sources = sourcesIn(folder)
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    for (const path of [folder, sources, join(sources, 'zh-TW')]) chmodSync(path, 0o755)
    chmodSync(closed, 0o555)
    const options = isRoot ? {uid: NOBODY} : {}
    expect(refusal(['ingest', '--sources', sources, '--data', join(closed, 'data')], options)).toEqual({
      status: 2,
      said: expect.stringMatching(
        /closed\/data can't be written: EACCES.*\n {2}choose a folder that you may write\n$/,
      ),
    })
    expect(readdirSync(closed)).toEqual([])
  })

  it('names a document that may not be read, and goes on with the others', () => {
    const folder = temporaryFolder()
    const sources = sourcesIn(folder)
    for (const path of [folder, sources, join(sources, 'zh-TW')]) chmodSync(path, 0o755)
    writeFileSync(join(sources, 'zh-TW/secret.md'), faultyDocument, {mode: 0})
    const data = join(folder, 'data')
    chmodSync(folder, 0o777)
    const {status, stderr, stdout} = portolan(
      ['ingest', '--sources', sources, '--data', data, '--json'],
      isRoot ? {uid: NOBODY} : {},
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^zh-TW\/secret\.md:1:1 error unreadable-file the document could not be read: EACCES.*\n {2}check/m,
    )
    expect(JSON.parse(stdout).documents.all).toBe(1)
  })

  it('reads no folder, device or pipe that is named like a document, and follows no circle of links', () => {
    const folder = temporaryFolder()
    const sources = sourcesIn(folder)
    mkdirSync(join(sources, 'folder.md'))
    symlinkSync('.', join(sources, 'circle'))
    symlinkSync('..', join(sources, 'zh-TW', 'up'))
    symlinkSync('/dev/zero', join(sources, 'endless.md'))
    symlinkSync('gone', join(sources, 'dangling.md'))
    symlinkSync('self.md', join(sources, 'self.md'))
    spawnSync('mkfifo', [join(sources, 'pipe.md')])
    const {status, stdout} = portolan([
      'ingest',
      '--sources',
      sources,
      '--data',
      join(folder, 'data'),
      '--json',
    ])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).documents.all).toBe(1)
  })

  it('refuses a device that is named as a source', () => {
    const folder = temporaryFolder()
    const {status, stderr} = portolan(['ingest', '--sources', '/dev/zero', '--data', join(folder, 'data')])
    expect(status).toBe(2)
    expect(stderr).toContain('portolan: format not supported: /dev/zero\n')
  })

  it('lets one run write a folder at a time: the second says so', async () => {
    const folder = temporaryFolder()
    const sources = sourcesIn(folder)
    for (let page = 0; page < 50; page++)
      writeFileSync(join(sources, `page-${page}.zh-TW.md`), faultyDocument)
    const args = ['ingest', '--sources', sources, '--data', join(folder, 'data')]
    const first = startPortolan(args)
    while (!readdirSync(folder).includes('.data.portolan.lock')) await wait(1)
    // However slow the machine is, the first run is still at it.
    first.child.kill('SIGSTOP')
    const second = refusal(args)
    first.child.kill('SIGCONT')
    expect((await first.ended).status).toBe(0)
    expect(second).toEqual({
      status: 2,
      said: expect.stringMatching(
        /^portolan: another run is writing .*\n {2}wait until it is done, or remove .*\.lock\n$/,
      ),
    })
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'sources'])
  })

  it('takes no notice of the lock of a run that is gone, and removes what it left beside it', () => {
    const folder = temporaryFolder()
    const {pid = 0} = spawnSync('true')
    writeFileSync(join(folder, '.data.portolan.lock'), `${pid} ${hostname()}\n`)
    writeFileSync(join(folder, `.data.portolan.lock.${hostname()}-${pid}`), '')
    expect(portolan(['ingest', '--sources', sourcesIn(folder), '--data', join(folder, 'data')]).status).toBe(
      0,
    )
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'sources'])
  })

  it('brings the old result back that a run left under another name when it was killed between two renames', () => {
    const folder = temporaryFolder()
    const sources = sourcesIn(folder)
    makeOldOutput(join(folder, '.data.portolan-old'), ['knowledge-base.json'])
    expect(
      portolan(['ingest', '--sources', join(folder, 'none'), '--data', join(folder, 'data')]).status,
    ).toBe(2)
    expect(readdirSync(join(folder, 'data'))).toEqual([MARK, 'knowledge-base.json'])
    expect(portolan(['ingest', '--sources', sources, '--data', join(folder, 'data')]).status).toBe(0)
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'sources'])
  })
})

/** A file system of a quarter of a megabyte; null where mounting is not allowed. */
const smallDisk = (folder: string): string | null => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status !== 0) return null
  onTestFinished(() => {
    spawnSync('umount', [disk])
  })
  return disk
}

describe('portolan ingest on a full disk', () => {
  it('says so, and leaves the old result as it was', (context) => {
    const folder = temporaryFolder()
    const disk = smallDisk(folder)
    if (disk === null) return context.skip('mounting a small disk takes root')
    const data = join(disk, 'data')
    makeOldOutput(data, ['knowledge-base.json'])
    const {status, said} = refusal(['ingest', '--data', data])
    expect({status, said}).toEqual({
      status: 2,
      said: expect.stringMatching(
        /ENOSPC.*\n {2}make room on the disk, or write to another one; the old result is untouched\n$/,
      ),
    })
    expect(readdirSync(disk)).toEqual(['data'])
    expect(readdirSync(data)).toEqual([MARK, 'knowledge-base.json'])
  })
})

const small = 'test/fixtures/second-workspace'

describe('portolan build on a full disk', () => {
  it('says so from whichever thread it was, and leaves the old site as it was', (context) => {
    const folder = temporaryFolder()
    const disk = smallDisk(folder)
    if (disk === null) return context.skip('mounting a small disk takes root')
    const dist = join(disk, 'dist')
    makeOldOutput(dist, ['index.html', 'data/rules.csv'])
    const {status, said} = refusal([
      'build',
      ...['--content', small, '--sources', join(small, 'manual')],
      ...['--data', join(folder, 'data'), '--dist', dist],
    ])
    expect({status, said}).toEqual({
      status: 2,
      said: expect.stringMatching(/^portolan: the disk is full.*\(ENOSPC\)\n {2}make room on the disk.*\n$/),
    })
    expect(readdirSync(disk)).toEqual(['dist'])
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('old index.html')
  }, 900_000)
})
