import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, sep, win32} from 'node:path'
import {describe, expect, it} from 'vitest'
import {listCheckInputs} from '../../src/app/check/check-inputs-fs.ts'
import {posixPath} from '../../src/disk/posix-path.ts'
import {uriOf} from '../../src/formats/sarif.ts'
import {placeDocuments} from '../../src/ingest/identity/placement.ts'
import {listSources} from '../../src/ingest/sources-fs.ts'

describe('src/disk/posix-path.ts', () => {
  it.each([
    ['C:\\docs', 'C:\\docs\\fr\\ports.md', 'fr/ports.md'],
    ['C:\\docs', 'c:\\Docs\\i18n\\de\\a b.md', 'i18n/de/a b.md'],
    ['\\\\server\\share', '\\\\server\\share\\ja-JP\\x.md', 'ja-JP/x.md'],
    ['C:\\docs\\en', 'C:\\docs\\fr\\ports.md', '../fr/ports.md'],
  ])('of %s, %s is %s', (folder, file, path) => {
    expect(posixPath(win32.relative(folder, file), win32.sep)).toBe(path)
  })

  it('tells the language of documents by paths of Windows', () => {
    const paths = ['C:\\w\\docs\\en\\ports.md', 'C:\\w\\docs\\fr\\ports.md'].map((file) =>
      posixPath(win32.relative('C:\\w', file), win32.sep),
    )
    const placed = placeDocuments(paths)
    expect(paths.map((path) => placed.get(path)?.locale)).toEqual(['en', 'fr'])
  })

  it.skipIf(sep === '\\')('leaves a backslash in the name of a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'backslash-'))
    writeFileSync(join(folder, 'a\\b.md'), '# A\n')
    expect(listCheckInputs([folder]).map(({path}) => path)).toEqual([join(folder, 'a\\b.md')])
    expect(listSources([folder]).map(({path}) => path)).toEqual(['a\\b.md'])
    expect(uriOf('a\\b c.md')).toBe('a%5Cb%20c.md')
  })
})
