import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {listCheckInputs} from '../../src/app/check/check-inputs-fs.ts'
import {readDocuments} from '../../src/app/fix/documents-fs.ts'
import {readFiles} from '../../src/app/ingest/read-file-fs.ts'
import {linkToDiagnostic, oddEntries} from '../../src/ingest/links-fs.ts'
import {listSources} from '../../src/ingest/sources-fs.ts'

const page = '---\nms.contentlocale: nl-NL\n---\n# Poorten\n\n|Poort|Protocol|\n|--|--|\n|8443|TCP|\n'

/** `docs/` with links, and what they lead to beside it. */
const folder = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'portolan-links-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  for (const path of ['docs/own.md', 'docs/deep/own.md', 'elsewhere/manual.md', 'elsewhere/secret.key']) {
    mkdirSync(join(root, path, '..'), {recursive: true})
    writeFileSync(join(root, path), page)
  }
  const links = {
    'docs/manual.md': '../elsewhere/manual.md',
    'docs/deep/again.md': '../../elsewhere/manual.md',
    'docs/deep/twin.md': 'own.md',
    'docs/key.md': '../elsewhere/secret.key',
    'docs/gone.md': 'nowhere.md',
    'docs/self.md': 'self.md',
    'docs/endless.md': '/dev/zero',
    'docs/folder.md': '..',
    'docs/.hidden.md': '../elsewhere/manual.md',
    'docs/up': '..',
  }
  for (const [path, to] of Object.entries(links)) symlinkSync(to, join(root, path))
  return join(root, 'docs')
}

describe('src/ingest/links-fs.ts', () => {
  it('tells of each link in the place of a document whether it is read', () => {
    const kinds = [...oddEntries(folder()).links].map(([path, {to, kind}]) => [path, to, kind])
    expect(kinds).toEqual([
      ['deep/again.md', '../../elsewhere/manual.md', 'read'],
      ['deep/twin.md', 'own.md', 'twice'],
      ['endless.md', '/dev/zero', 'nothing'],
      ['folder.md', '..', 'folder'],
      ['gone.md', 'nowhere.md', 'nothing'],
      ['key.md', '../elsewhere/secret.key', 'other'],
      ['manual.md', '../elsewhere/manual.md', 'twice'],
      ['self.md', 'self.md', 'nothing'],
      ['up', '..', 'folder'],
    ])
  })

  it('tells of a linked folder only where it holds documents', () => {
    const docs = folder()
    mkdirSync(join(docs, '../pictures'))
    writeFileSync(join(docs, '../pictures/a.png'), '')
    for (const [path, to] of [
      ['pictures', '../pictures'],
      ['latest', 'deep'],
      ['fr', '../elsewhere'],
    ] as const)
      symlinkSync(to, join(docs, path))
    const {links} = oddEntries(docs)
    expect(links.get('pictures')).toBeUndefined()
    expect(links.get('latest')?.kind).toBe('twice')
    expect(links.get('fr')?.kind).toBe('folder')
    const {editions, diagnostics} = readFiles(listSources([docs]))
    expect(editions.some(({info}) => info.path.startsWith('fr'))).toBe(false)
    expect(diagnostics.find(({place}) => place.path === 'fr')).toMatchObject({
      severity: 'warning',
      id: 'linked-document',
      message: 'a link to the folder “../elsewhere”, whose documents were not read',
    })
  })

  it('lets a linked document be read once, and says something of every link, in every command', () => {
    const docs = folder()
    const paths = ['deep/again.md', 'deep/own.md', 'own.md']
    const said = [...oddEntries(docs).links].map(([path, link]) => linkToDiagnostic(path, link))
    const {editions, diagnostics} = readFiles(listSources([docs]))
    expect(editions.map(({info}) => info.path)).toEqual(paths)
    expect(diagnostics).toEqual(said)
    const read = readDocuments(listCheckInputs([docs]))
    expect(read.documents.map(({path}) => path)).toEqual(paths.map((path) => join(docs, path)))
    expect(read.diagnostics.map(({message}) => message)).toEqual(said.map(({message}) => message))
  })

  it.skipIf(process.getuid?.() === 0)('names a folder that may not be read', () => {
    const docs = folder()
    mkdirSync(join(docs, 'closed'), {mode: 0})
    expect(oddEntries(docs).closed).toEqual(['closed'])
  })

  it('names a folder that may not be read once it is listed, and reads the others', () => {
    const {editions, diagnostics} = readFiles([
      {path: 'closed', file: join(tmpdir()), isClosed: true},
      {path: 'own.md', file: join(folder(), 'own.md')},
    ])
    expect(editions).toHaveLength(1)
    expect(diagnostics).toMatchObject([
      {
        id: 'unreadable-file',
        severity: 'error',
        place: {path: 'closed'},
        message: expect.stringMatching(/^the folder could not be read/),
      },
    ])
  })
})
