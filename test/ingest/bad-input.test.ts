import {describe, expect, it} from 'vitest'
import {decode, encode} from '../../src/ingest/decode.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {applyEdits} from '../../src/ingest/write-back/edits.ts'
import {front, htmlTable, pair, targets} from './documents.ts'

const first = htmlTable([
  [pair('1', '連接埠', 'Port'), pair('2', '通訊協定', 'Protocol')],
  [pair('3', '443', '443'), pair('4', 'TCP', 'TCP')],
  [pair('5', '3478', '3478'), pair('6', 'UDP', 'UDP')],
])
const second = '|連接埠|附註|\n|--|--|\n|5061|甲|\n|5269|乙|\n'
const sound = `${front}# 標題\n\n${first}\n\n段落\n\n${second}`

/** Reads bytes as the command line does: what decoding says, then what reading says. */
const readBytes = (bytes: Uint8Array, path = 'zh-TW/page.md') => {
  const decoded = decode(bytes, path)
  const edition = ingest(decoded.text, path, {whole: true})
  const diagnostics = [...decoded.diagnostics, ...edition.diagnostics]
  return {decoded, edition, said: diagnostics.map(({id, place}) => `${place.line}:${place.column} ${id}`)}
}
const readText = (text: string, path?: string) => readBytes(new TextEncoder().encode(text), path)

const bodies = ({edition}: ReturnType<typeof readBytes>) =>
  edition.tables.map((table) =>
    targets(table)
      .slice(table.header ? 1 : 0)
      .map((cells) => cells[0]),
  )
const all = [
  ['443', '3478'],
  ['5061', '5269'],
]

describe('src/ingest on bad input', () => {
  it('says nothing about a sound document', () => {
    const result = readText(sound)
    expect([result.said, bodies(result)]).toEqual([[], all])
    expect(result.edition.tables.every(({portTable}) => portTable)).toBe(true)
  })

  const once: [string, string, string][] = [
    ['no front matter', sound.slice(front.length), ''],
    ['broken YAML', sound.replace('title: 測試', 'title: a: b'), '2:8 broken-yaml'],
    [
      'front matter that is not closed',
      sound.replace('---\n# 標題', '\n# 標題'),
      '1:1 unclosed-front-matter',
    ],
    ['an unknown locale', sound.replace('zh-TW', 'is-IS'), '5:19 unknown-locale'],
    ['no asset id', sound.replace('ms:assetid: 0F0F-AA\n', ''), ''],
    ['no translation type', sound.replace('ms.translationtype: MT\n', ''), ''],
    ['a date that is none', sound.replace('01/02/2020', '2020'), '6:10 unknown-date'],
    ['an unclosed tag in prose', sound.replace('段落', '<div>段落'), ''],
    ['rows of unequal length', sound.replace('|5061|甲|', '|5061|'), '33:1 unequal-rows'],
    [
      'English without its target',
      sound.replace('<span data-ttu-id="4">TCP</span>', ''),
      '20:55 missing-target',
    ],
    [
      'a target without its English',
      sound.replace('<span class="sxs-lookup"><span data-stu-id="4">TCP</span></span>', ''),
      '20:30 missing-source',
    ],
    ['a script in a cell', sound.replace('>TCP<', '><script>x</script>TCP<'), '20:30 active-content'],
    [
      'a handler in a cell',
      sound.replace('<td><p><span data-ttu-id="4"', '<td onclick="x"><p><span data-ttu-id="4"'),
      '20:1 active-content',
    ],
    [
      'a table in a cell',
      sound.replace('<td><p><span data-ttu-id="4"', '<td><table></table><p><span data-ttu-id="4"'),
      '10:1 nested-table',
    ],
    ['text between cells', sound.replace('</td>\n</tr>', '</td>漏\n</tr>'), '10:1 text-outside-cell'],
    ['a comment that is not closed', sound.replace('>TCP<', '><!--TCP<'), '20:30 unclosed-comment'],
    ['a tag that is cut', sound.replace('>TCP<', '><b class="TCP<'), '20:30 broken-tag'],
    ['an unclosed code fence', `${sound}\n\`\`\`\ncode\n`, '36:1 unclosed-code'],
  ]
  for (const [name, text, expected] of once) {
    it(`says once that there is ${name}, and reads all rows`, () => {
      const result = readText(text)
      expect(result.said.filter((line) => !line.endsWith(' no-header'))).toEqual(
        expected === '' ? [] : firstOf(result.said, expected),
      )
      expect(bodies(result).flat()).toEqual(expect.arrayContaining(all.flat()))
    })
  }

  /** Without front matter several things are missing at once; each is said, the expected one first. */
  const firstOf = (said: string[], expected: string): string[] =>
    said[0] === expected && expected.includes('front-matter') ? said : [expected]

  it('reads line ends of every kind alike, with true places, and writes them back', () => {
    for (const end of ['\r\n', '\r']) {
      const text = sound.replaceAll('\n', end)
      const result = readText(text)
      expect([result.said, bodies(result)]).toEqual([[], all])
      const cell = result.edition.tables[0]?.rows[0]?.cells[0]
      expect(cell?.place).toMatchObject({line: 19, column: 30})
      const [start, stop] = cell?.spans[0] ?? [0, 0]
      expect(text.slice(start, stop)).toBe('443')
      expect(encode({...result.decoded, text: applyEdits(result.decoded.text, [])})).toEqual(
        new TextEncoder().encode(text),
      )
    }
  })

  it('reads every encoding alike', () => {
    const plain = readText(sound).edition
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const {edition, said} = readBytes(encode({text: sound, encoding, bom: true}))
      expect(edition).toEqual(plain)
      expect(said).toEqual(encoding === 'utf-8' ? [] : ['1:1 utf16'])
    }
  })

  it('reads on after bytes that are no UTF-8, and after NUL characters', () => {
    const bytes = new TextEncoder().encode(sound.replace('段落', '\u0001'))
    const invalid = readBytes(bytes.map((byte) => (byte === 1 ? 0xff : byte)))
    expect([invalid.said, bodies(invalid)]).toEqual([['29:1 invalid-utf8'], all])
    const nul = readText(sound.replace('>443<', '>4\u000043<').replace('|5061|', '|\u00005061|'))
    expect(nul.said).toEqual(['19:31 nul-byte'])
    expect(bodies(nul)[1]).toEqual(['5061', '5269'])
  })

  it('reads the rows before and after the place where a table was cut', () => {
    const cut = sound.replace(/<\/tr>\n<tr>\n<td><p><span data-ttu-id="5">[\s\S]*?<\/table>\n/, '')
    const result = readText(cut)
    expect(result.said).toEqual(['10:1 unclosed-table'])
    expect(bodies(result)).toEqual([['443'], ['5061', '5269']])
  })

  it('reads the rows of a table whose beginning is missing', () => {
    const cut = sound.replace(/<table>[\s\S]*?<tbody>\n/, '')
    const result = readText(cut)
    expect(result.said).toEqual(['10:1 row-outside-table', '10:1 no-header'])
    expect(bodies(result)).toEqual(all)
  })

  it('reads a table without a header by its cells', () => {
    const result = readText(sound.replace(/<thead>[\s\S]*?<\/thead>\n/, ''))
    expect(result.said).toEqual(['10:1 no-header'])
    expect(bodies(result)).toEqual(all)
    expect(result.edition.tables[0]).toMatchObject({
      portTable: true,
      columns: ['port', 'protocol'],
      header: null,
    })
  })

  it('has nothing to read in an empty file', () => {
    const {edition, said} = readBytes(new Uint8Array())
    expect(said[0]).toBe('1:1 empty-file')
    expect([edition.tables, edition.blocks, edition.title.target]).toEqual([[], [], 'page'])
  })
})
