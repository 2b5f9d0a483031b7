import {globSync, readFileSync} from 'node:fs'
import {basename, relative} from 'node:path'
import {expect, it} from 'vitest'
import {decode} from '../../src/ingest/decode.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {describeShared, sharedDir} from '../support/shared.ts'

const read = (file: string) => ingest(decode(readFileSync(file), file).text, relative(sharedDir, file))
const editionsOf = (pattern: string) =>
  globSync(`${sharedDir}${pattern}`)
    .filter((file) => basename(file) !== 'README.md')
    .sort()
    .map(read)

function count(editions: ReturnType<typeof editionsOf>) {
  const tables = editions.flatMap((edition) => edition.tables)
  const cells = tables.flatMap(({header, rows}) =>
    [...(header ? [header] : []), ...rows].flatMap((row) => row.cells),
  )
  return {
    tables: tables.length,
    rows: tables.reduce((sum, {rows}) => sum + rows.length, 0),
    cells: cells.length,
    english: cells.filter(({source}) => source !== null).length,
  }
}

describeShared('src/ingest on the real documents', () => {
  for (const locale of ['zh-TW', 'ja-JP', 'fr-FR']) {
    for (const form of ['bilingual', 'machine', 'human']) {
      it(`reads every cell of the ${form} documents in ${locale}`, () => {
        const editions = editionsOf(`technet/${form}/${locale}/*.md`)
        const english = form === 'bilingual' ? 1260 : 0
        expect(count(editions)).toEqual({tables: 36, rows: 280, cells: 1272, english})
        expect(editions.map(({info}) => [info.form, info.locale])).toEqual(editions.map(() => [form, locale]))
        expect(editions.flatMap(({diagnostics}) => diagnostics)).toEqual([])
      })
    }
    it(`reads every row of the pipe tables in ${locale}`, () => {
      const editions = editionsOf(`technet/bilingual-pipe/${locale}/*.md`)
      expect(count(editions)).toMatchObject({tables: 17, rows: 149})
      expect(new Set(editions.map(({info}) => info.form))).toEqual(new Set(['bilingual-pipe']))
    })
  }

  it('finds the port tables of the first five documents and all their rows', () => {
    const expected: {seedRules: Record<string, number[]>} = JSON.parse(
      readFileSync(`${sharedDir}expected/paths.json`, 'utf8'),
    )
    const found = Object.fromEntries(
      Object.keys(expected.seedRules).map((name) => [
        name,
        read(`${sharedDir}seeds/${name}`).tables.flatMap((table) =>
          table.portTable ? [table.rows.length] : [],
        ),
      ]),
    )
    expect(found).toEqual(expected.seedRules)
  })

  it('takes each place and each write-back range of a cell from the text that it shows', () => {
    for (const file of globSync(`${sharedDir}technet/{bilingual,human}/*/*.md`)) {
      const {text} = decode(readFileSync(file), file)
      const lines = text.split('\n')
      for (const table of ingest(text, file).tables) {
        for (const cell of table.rows.flatMap((row) => row.cells)) {
          const pieces = cell.spans.map(([start, end]) => text.slice(start, end))
          const plain = (value: string) =>
            value
              .replaceAll('&lt;', '<')
              .replaceAll('&gt;', '>')
              .replaceAll('&amp;', '&')
              .replace(/\s+/g, '')
              .normalize('NFC')
          expect(plain(pieces.join(''))).toBe(plain(cell.target))
          const at = lines[cell.place.line - 1]?.slice(cell.place.column - 1)
          if (pieces[0] !== undefined) expect(at?.startsWith(pieces[0].split('\n')[0] ?? '')).toBe(true)
        }
      }
    }
  })
})
