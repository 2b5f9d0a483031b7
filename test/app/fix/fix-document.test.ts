import {describe, expect, test} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import type {ReadDocument} from '../../../src/app/fix/documents-fs.ts'
import {type CellFix, cellFixesOf, fixDocument} from '../../../src/app/fix/fix-document.ts'
import {decode, encode} from '../../../src/ingest/decode.ts'
import {ingest} from '../../../src/ingest/ingest.ts'
import {front, htmlTable, pair} from '../../ingest/documents.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const documentOf = (bytes: Uint8Array): ReadDocument => {
  const decoded = decode(bytes, 'zh-TW/a.md')
  return {
    path: 'zh-TW/a.md',
    file: '/a.md',
    decoded,
    edition: ingest(decoded.text, 'zh-TW/a.md', {whole: true}),
  }
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Corrects the first cell of the first row of a document. */
const fixFirst = (bytes: Uint8Array, text: string) => {
  const document = documentOf(bytes)
  const kb = buildKnowledgeBase([document.edition])
  const unit = kb.units.find(({row, column}) => row === 1 && column === 1)
  if (unit === undefined) throw new Error('the document has no cell')
  const fix: CellFix = {unit, findings: [], text}
  const result = fixDocument(document, [fix])
  const {encoding, bom} = document.decoded
  return {...result, bytes: encode({text: result.text, encoding, bom})}
}

const cell = pair('a', 'TCP 5061', 'UDP 5061')
const page = `${front}${htmlTable([['Port'], [cell]])}\nEnd\n`

describe('src/app/fix/fix-document.ts', () => {
  test('only the characters that were wrong change', () => {
    const {bytes, written, diagnostics} = fixFirst(utf8(page), 'UDP 5061')
    expect(diagnostics).toEqual([])
    expect(written).toHaveLength(1)
    expect(new TextDecoder().decode(bytes)).toBe(page.replace('TCP', 'UDP'))
  })

  test.for([
    ['a byte order mark and CR LF', utf8(`\uFEFF${page.replaceAll('\n', '\r\n')}`)],
    ['UTF-16', encode({text: page, encoding: 'utf-16le', bom: true})],
  ] as const)('%s stay', ([, before]) => {
    const {bytes} = fixFirst(before, 'UDP 5061')
    const differing = [...before.keys()].filter((at) => before[at] !== bytes[at])
    expect(bytes).toHaveLength(before.length)
    expect(differing).toHaveLength(2)
  })

  test('markup in a correction is written as text', () => {
    const {text, written} = fixFirst(utf8(page), '<b>5061</b> & <script>')
    expect(written).toHaveLength(1)
    expect(text).toContain('&lt;b&gt;5061&lt;/b&gt; &amp; &lt;script&gt;')
  })

  test('a pipe table keeps its columns', () => {
    const pipe = `${front}| Port | B |\n|---|---|\n| ${cell} | x |\n`
    const {text, written} = fixFirst(utf8(pipe), 'UDP|5061')
    expect(written).toHaveLength(1)
    expect(text).toBe(pipe.replace('TCP 5061', 'UDP\\|5061'))
  })

  test('a change over two segments leaves one cell that says the correction', () => {
    const two = `${front}${htmlTable([['Port'], [`${pair('a', '甲一', 'One.')} ${pair('b', '乙二', 'Two.')}`]])}\n`
    const {text, written, diagnostics} = fixFirst(utf8(two), '丙')
    expect(diagnostics).toEqual([])
    expect(written).toHaveLength(1)
    expect(ingest(text, 'zh-TW/a.md', {whole: true}).tables[0]?.rows[0]?.cells[0]).toMatchObject({
      target: '丙',
      source: 'One. Two.',
    })
  })

  test('a cell whose text stands in a nested table is refused and nothing changes', () => {
    const nested = `${front}${htmlTable([['Port'], [`x<table><tr><td>5061</td></tr></table>`]])}\n`
    const {text, written, diagnostics} = fixFirst(utf8(nested), 'y')
    expect(text).toBe(nested)
    expect(written).toEqual([])
    expect(diagnostics.map(({id}) => id)).toEqual(['fix-not-writable'])
  })

  test('corrections that overlap are refused', () => {
    const document = documentOf(utf8(page))
    const [unit] = buildKnowledgeBase([document.edition]).units.filter(({row}) => row === 1)
    if (unit === undefined) throw new Error('the document has no cell')
    const both = ['UDP 5061', 'UDP 5062'].map((text): CellFix => ({unit, findings: [], text}))
    const {diagnostics, written} = fixDocument(document, both)
    expect(diagnostics.map(({id}) => id)).toEqual(['fix-overlaps'])
    expect(written).toHaveLength(1)
  })

  test('without corrections the text is the same', () => {
    const document = documentOf(utf8(page))
    expect(fixDocument(document, []).text).toBe(document.decoded.text)
  })

  test('a cell with several findings is corrected once', () => {
    const kb = tinyKnowledgeBase()
    const [finding] = kb.findings.filter(({fix}) => fix !== null)
    if (finding === undefined) throw new Error('the tiny knowledge base has no correction')
    const units = new Map(kb.units.map((unit) => [unit.id, unit]))
    const fixes = cellFixesOf([finding, {...finding, id: 'another'}], units)
    expect(fixes.map(({findings}) => findings.length)).toEqual([2])
  })
})
