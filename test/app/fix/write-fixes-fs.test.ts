import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {register} from '../../../scripts/commands/fix.ts'
import {readDocument} from '../../../src/app/fix/documents-fs.ts'
import {writeFixes} from '../../../src/app/fix/write-fixes-fs.ts'
import {faultyDocument, rightDocument, temporaryFolder, writeFiles} from '../../support/faulty-document.ts'
import {gitFolder, hasGit} from '../../support/git-folder.ts'
import {runCommand} from '../../support/run-command.ts'

const bare = temporaryFolder()
const fix = (...args: string[]) =>
  runCommand(register, ['fix', ...args, '--severity', 'critical', '--content', bare])
const crlf = (text: string) => text.replaceAll('\n', '\r\n')
/** As a shell runs the command that was printed. */
const takeBack = (stderr: string) => {
  const command = / takes everything back: (.*)/.exec(stderr)?.[1] ?? 'false'
  const {status, stderr: said} = spawnSync(command, {shell: true, encoding: 'utf8'})
  expect({status, said}).toEqual({status: 0, said: ''})
}

describe.skipIf(!hasGit)('src/app/fix/write-fixes-fs.ts in a git repository', () => {
  test('committed documents are corrected, and the patch takes all of it back, byte for byte', async () => {
    const {root, write, commit, git} = gitFolder()
    const before = {
      'fr-FR/plain.md': Buffer.from(faultyDocument),
      'zh-TW/crlf with space.md': Buffer.from(crlf(faultyDocument)),
      'zh-TW/連接埠.md': Buffer.from(`\ufeff${faultyDocument.trimEnd()}`),
      'zh-TW/utf16.md': Buffer.from(`\ufeff${faultyDocument}`, 'utf16le'),
    }
    write({...before, '.gitattributes': '*.md text\n'})
    commit('documents')
    const {stderr, exitCode} = await fix(root)
    expect(exitCode).toBe(0)
    expect(stderr).toContain('.git/portolan/fix-1.patch takes everything back')
    expect(readFileSync(join(root, 'fr-FR/plain.md'), 'utf8')).toBe(rightDocument)
    expect(readFileSync(join(root, 'zh-TW/crlf with space.md'), 'utf8')).toBe(crlf(rightDocument))
    takeBack(stderr)
    for (const [name, bytes] of Object.entries(before))
      expect(readFileSync(join(root, name)).equals(bytes), name).toBe(true)
    expect(git('status', '--porcelain')).toBe('')
  })

  test('a later run leaves the patch of an earlier one, and nothing beside the documents', async () => {
    const {root, write, commit} = gitFolder()
    const {'a.md': path = ''} = write({'a.md': faultyDocument})
    commit('documents')
    await fix(root, '--check', 'transport')
    const first = readFileSync(join(root, '.git/portolan/fix-1.patch'))
    commit('corrected')
    await fix(root)
    expect(readFileSync(path, 'utf8')).toBe(rightDocument)
    expect(readdirSync(join(root, '.git/portolan'))).toEqual(['fix-1.patch', 'fix-2.patch'])
    expect(readFileSync(join(root, '.git/portolan/fix-1.patch')).equals(first)).toBe(true)
    expect(readdirSync(root).toSorted()).toEqual(['.git', 'a.md'])
  })

  test.for([
    'changed',
    'staged',
    'untracked',
    'ignored',
    'assumed unchanged',
    'in a new repository',
  ] as const)(
    'a document that is %s is refused with nothing written, and corrected with --force',
    async (state) => {
      const {root, write, commit, git} = gitFolder()
      const said = `${faultyDocument}\nmine\n`
      write({'other.md': faultyDocument})
      if (state === 'ignored') write({'.gitignore': 'a.md\n'})
      if (state !== 'untracked' && state !== 'ignored') write({'a.md': faultyDocument})
      if (state !== 'in a new repository') commit('documents')
      const {'a.md': path = ''} = write({'a.md': said})
      if (state === 'staged') git('add', '-A')
      if (state === 'assumed unchanged') git('update-index', '--assume-unchanged', 'a.md')
      await expect(fix(root)).rejects.toMatchObject({
        message: expect.stringContaining('a.md'),
        hint: expect.stringContaining('--force'),
      })
      expect(readFileSync(path, 'utf8')).toBe(said)
      expect(readFileSync(join(root, 'other.md'), 'utf8')).toBe(faultyDocument)
      expect(existsSync(join(root, '.git/portolan'))).toBe(false)
      const {stderr} = await fix(root, '--force')
      expect(readFileSync(path, 'utf8')).toBe(`${rightDocument}\nmine\n`)
      takeBack(stderr)
      expect(readFileSync(path, 'utf8')).toBe(said)
    },
  )

  test('changes in documents that need no correction, and a dry run, are no hindrance', async () => {
    const {root, write, commit} = gitFolder()
    const {'a.md': path = ''} = write({'a.md': faultyDocument, 'b.md': rightDocument})
    commit('documents')
    write({'b.md': `${rightDocument}\nmine\n`, 'new.md': rightDocument})
    expect((await fix(root)).exitCode).toBe(0)
    write({'a.md': faultyDocument.replace('# ', '## ')})
    const {stderr} = await fix(root, '--dry-run')
    expect(stderr).toContain('would be corrected')
    expect(readFileSync(path, 'utf8')).toContain('## ')
    expect(readdirSync(join(root, '.git/portolan'))).toEqual(['fix-1.patch'])
  })

  test('documents of a linked working tree have their patch where it outlives the tree', async () => {
    const {root, write, commit, git} = gitFolder()
    write({'a.md': faultyDocument})
    commit('documents')
    const tree = join(temporaryFolder(), 'tree')
    git('worktree', 'add', '-q', tree)
    const {stderr} = await fix(tree)
    expect(existsSync(join(root, '.git/portolan/fix-1.patch'))).toBe(true)
    takeBack(stderr)
    expect(readFileSync(join(tree, 'a.md'), 'utf8')).toBe(faultyDocument)
  })

  test('variables of a hook that name another repository make no difference', async () => {
    const {root, write, commit} = gitFolder()
    write({'a.md': faultyDocument})
    commit('documents')
    write({'a.md': `${faultyDocument}\n`})
    const before = process.env['GIT_DIR']
    process.env['GIT_DIR'] = gitFolder().root
    try {
      await expect(fix(root)).rejects.toThrow('no commit holds in')
    } finally {
      if (before === undefined) delete process.env['GIT_DIR']
      else process.env['GIT_DIR'] = before
    }
  })
})

describe('src/app/fix/write-fixes-fs.ts', () => {
  const {'a.md': path} = writeFiles(temporaryFolder(), {'a.md': faultyDocument})
  const fixed = () => ({document: readDocument({path: 'a.md', file: path}), text: rightDocument})

  test('outside of a repository the patch goes where it is named, and the run says that it stands alone', async () => {
    const patch = join(temporaryFolder(), 'new/undo.patch')
    const {stderr} = await fix(path, '--patch', patch)
    expect(stderr).toContain('1 documents are in no git repository: the patch alone takes them back')
    expect(readFileSync(path, 'utf8')).toBe(rightDocument)
    takeBack(stderr)
    expect(readFileSync(path, 'utf8')).toBe(faultyDocument)
  })

  test('a patch that is there is never written over', async () => {
    const {'undo.patch': patch} = writeFiles(temporaryFolder(), {'undo.patch': 'mine'})
    await expect(fix(path, '--patch', patch)).rejects.toThrow('is there already')
    expect(readFileSync(patch, 'utf8')).toBe('mine')
    expect(readFileSync(path, 'utf8')).toBe(faultyDocument)
  })

  test('nothing is changed when the patch has no place', async () => {
    const {file} = writeFiles(temporaryFolder(), {file: ''})
    await expect(fix(path, '--patch', join(file, 'undo.patch'))).rejects.toThrow("can't be made")
    expect(readFileSync(path, 'utf8')).toBe(faultyDocument)
  })

  test('a document that was edited meanwhile, or that holds bytes that are no text, is left', () => {
    const edited = fixed()
    writeFileSync(path, `${faultyDocument}mine`)
    const folder = temporaryFolder()
    const options = {force: false, patch: join(folder, 'undo.patch'), paths: [path]}
    const {written, diagnostics} = writeFixes([edited], options)
    expect(written.size).toBe(0)
    expect(diagnostics.map(({id}) => id)).toEqual(['fix-not-byte-exact'])
    expect(readFileSync(path, 'utf8')).toBe(`${faultyDocument}mine`)
    expect(readdirSync(folder)).toEqual([])
    writeFileSync(path, Buffer.from(`${faultyDocument}\xe9`, 'latin1'))
    expect(writeFixes([fixed()], options).diagnostics.map(({id}) => id)).toEqual(['fix-not-byte-exact'])
    writeFileSync(path, faultyDocument)
  })

  test.skipIf(process.getuid?.() === 0)('the patch holds only what could be written', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'closed'))
    const files = writeFiles(folder, {'a.md': faultyDocument, 'closed/b.md': faultyDocument})
    chmodSync(join(folder, 'closed'), 0o500)
    const read = (name: 'a.md' | 'closed/b.md') => ({
      document: readDocument({path: name, file: files[name]}),
      text: rightDocument,
    })
    const patch = join(temporaryFolder(), 'undo.patch')
    const {written, diagnostics} = writeFixes([read('a.md'), read('closed/b.md')], {
      force: false,
      patch,
      paths: [folder],
    })
    chmodSync(join(folder, 'closed'), 0o700)
    expect([...written]).toEqual(['a.md'])
    expect(diagnostics.map(({id}) => id)).toEqual(['fix-not-written'])
    expect(readFileSync(patch, 'utf8')).not.toContain('b.md')
  })

  test('a document and a link to it are one', async () => {
    const folder = temporaryFolder()
    const {'a.md': real} = writeFiles(folder, {'a.md': faultyDocument})
    symlinkSync(real, join(folder, 'b.md'))
    const patch = join(temporaryFolder(), 'undo.patch')
    const {stderr} = await fix(real, join(folder, 'b.md'), '--patch', patch)
    expect(readFileSync(patch, 'utf8').match(/^--- /gm)).toHaveLength(1)
    takeBack(stderr)
    expect(readFileSync(real, 'utf8')).toBe(faultyDocument)
  })

  test('a link that leads out of the folders that were named is refused, and the other documents are corrected', async () => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()]
    const {'a.md': own} = writeFiles(folder, {'a.md': faultyDocument})
    const {'b.md': foreign} = writeFiles(other, {'b.md': faultyDocument})
    symlinkSync(foreign, join(folder, 'b.md'))
    const named = [[folder], [own, join(folder, 'b.md')]]
    for (const paths of named) {
      writeFileSync(own, faultyDocument)
      const {stderr, exitCode} = await fix(...paths, '--patch', join(temporaryFolder(), 'undo.patch'))
      expect(exitCode).toBe(1)
      expect(stderr).toContain('b.md:1:1 error fix-outside')
      expect(readFileSync(own, 'utf8')).toBe(rightDocument)
      expect(readFileSync(foreign, 'utf8')).toBe(faultyDocument)
    }
    // Where it is, it is no link any more.
    await fix(foreign, '--patch', join(temporaryFolder(), 'undo.patch'))
    expect(readFileSync(foreign, 'utf8')).toBe(rightDocument)
  })

  test('a document that vanished, or became a folder, after it was read is named, and the others are corrected', () => {
    const folder = temporaryFolder()
    const files = writeFiles(folder, {'a.md': faultyDocument, 'b.md': faultyDocument, 'c.md': faultyDocument})
    const fixes = Object.entries(files).map(([path, file]) => ({
      document: readDocument({path, file}),
      text: rightDocument,
    }))
    rmSync(files['a.md'])
    rmSync(files['b.md'])
    mkdirSync(files['b.md'])
    const patch = join(temporaryFolder(), 'undo.patch')
    const {written, diagnostics} = writeFixes(fixes, {force: false, patch, paths: [folder]})
    expect([...written]).toEqual(['c.md'])
    expect(diagnostics.map(({id, place}) => [id, place.path])).toEqual([
      ['unreadable-file', 'a.md'],
      ['unreadable-file', 'b.md'],
    ])
  })

  test('what a killed run left of its patch is gone after the next one', async () => {
    const folder = temporaryFolder()
    const {'a.md': path} = writeFiles(folder, {'a.md': faultyDocument})
    const place = temporaryFolder()
    // No process has that number.
    writeFileSync(join(place, `.portolan-patch-${hostname()}-4194305`), 'half')
    await fix(path, '--patch', join(place, 'undo.patch'))
    expect(readdirSync(place)).toEqual(['undo.patch'])
  })

  test('a name that is no UTF-8 is reported, and the other documents are corrected', async () => {
    const folder = temporaryFolder()
    const {'a.md': sound} = writeFiles(folder, {'a.md': faultyDocument})
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.md')]),
      faultyDocument,
    )
    const {stderr} = await fix(folder, '--patch', join(temporaryFolder(), 'undo.patch'))
    expect(readFileSync(sound, 'utf8')).toBe(rightDocument)
    expect(stderr).toContain('error unreadable-file')
    takeBack(stderr)
  })
})
