import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {listCheckInputs} from '../../src/app/check/check-inputs-fs.ts'
import {findDocuments} from '../../src/app/ingest/pipeline.ts'
import {countOthers} from '../../src/ingest/sources-fs.ts'

const folder = mkdtempSync(join(tmpdir(), 'formats-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))
const write = (name: string, text: string): string => {
  mkdirSync(join(folder, 'docs'), {recursive: true})
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const names = ['a.md', 'b.mdx', 'c.html', 'd.HTM', 'e.markdown']
for (const name of names) write(`docs/${name}`, '# Title\n')
write('docs/units.csv', 'source,fr\nAny,Tous\n')
write('docs/units.po', 'msgid "a"\nmsgstr "b"\n')
const others = [
  write('docs/rules.csv', 'id,ports\n1,443\n'),
  write('docs/page.rst', 'Title\n=====\n'),
  write('docs/book.adoc', '= Title\n'),
  write('docs/page.docx', 'PK\u0003\u0004'),
  write('docs/package.json', '{\n  "name": "x"\n}\n'),
]

describe('src/app/unsupported.ts', () => {
  it('refuses a file of another format that is named', () => {
    for (const path of others.slice(1)) {
      expect(() => listCheckInputs([path])).toThrow(`format not supported: ${path}`)
      expect(() => findDocuments([path])).toThrow('format not supported')
    }
  })

  it('leaves such files of a folder alone, and counts them', () => {
    const found = listCheckInputs([folder]).map(({path}) => path.slice(folder.length + 6))
    expect(found).toEqual(['a.md', 'b.mdx', 'c.html', 'd.HTM', 'e.markdown', 'units.csv', 'units.po'])
    expect(findDocuments([folder]).map(({path}) => path)).toEqual(names.map((name) => `docs/${name}`))
    expect(countOthers([folder])).toEqual({
      '.adoc': 1,
      '.csv': 2,
      '.docx': 1,
      '.json': 1,
      '.po': 1,
      '.rst': 1,
    })
  })
})
