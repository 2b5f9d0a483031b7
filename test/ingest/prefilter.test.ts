import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {ingest} from '../../src/ingest/ingest.ts'
import {foldedRE} from '../../src/ingest/prefilter.ts'
import {foldWidth} from '../../src/text/normalize.ts'
import {front, htmlTable} from './documents.ts'

const read = (body: string, whole = false) => ingest(front + body, 'zh-TW/page.md', {whole})
const rowPlaces = (body: string) =>
  read(body, true).tables.map(({table, rows}) => ({table, rows: rows.map(({place}) => place)}))

const pipe = (header: string, ...rows: string[]) =>
  [header, header.replace(/[^|]+/g, '---'), ...rows].join('\n')
const colours = [
  ['Colour', 'Sign'],
  ['red', '1'],
  ['blue', '2'],
]

describe('src/ingest/prefilter.ts', () => {
  it('counts the rows of tables that name no ports, each with its place, and reads no cell', () => {
    const body = `# 顏色\n\n${htmlTable(colours)}\n\n文字\n\n${pipe('| Colour | Sign |', '| red | 1 |', '| blue | 2 |')}\n`
    const edition = read(body)
    expect(edition.tables).toEqual([])
    expect(edition.blocks).toEqual([])
    expect(edition.title.target).toBe('測試')
    expect(edition.unread.map(({rows}) => rows.length)).toEqual([2, 2])
    expect(edition.unread).toEqual(rowPlaces(body))
  })

  it('reads everything of a document whose title names ports, other tables included', () => {
    const edition = read(`# 連接埠需求\n\n${htmlTable(colours)}`)
    expect(edition.tables).toHaveLength(1)
    expect(edition.unread).toEqual([])
  })

  it.each([
    ['a header in the locale', pipe('| 埠號 | 說明 |', '| 443 | x |')],
    ['a header in English', pipe('| Purpose | Port |', '| web | 443 |')],
    ['a header with markup inside the word', pipe('| Purpose | Po**r**t |', '| web | 443 |')],
    ['a header in full-width letters', pipe('| Purpose | Ｐｏｒｔ |', '| web | 443 |')],
    ['a header spelt with character references', pipe('| Purpose | P&#111;rt |', '| web | 443 |')],
    ['a transport in a cell', pipe('| A | B |', '| SIP/TLS/TCP/5061 | x |')],
    [
      'a transport with markup inside the word',
      htmlTable([
        ['A', 'B'],
        ['SIP/TLS/T<b>C</b>P/5061', 'x'],
      ]),
    ],
    ['a path without transport', pipe('| A | B |', '| SIP/MTLS/5061 | x |')],
    ['a transport in a letter-like symbol', pipe('| A | B |', '| Tℂp/443 | x |')],
    ['a transport around an escaped character', pipe('| A | B |', '| TCP\\/443 | x |')],
    ['a transport beside a link', pipe('| A | B |', '| T[C](http://a/b)P/443 | x |')],
  ])('reads a table with %s', (_, table) => {
    expect(read(`# 標題\n\n${table}\n`).tables).toHaveLength(1)
  })

  it('reads everything of a document with a table that is never closed, whatever it holds', () => {
    const edition = read('# 標題\n\n<table><tr><th>a</th></tr><tr><td>b</td></tr>\n')
    expect(edition.tables).toHaveLength(1)
    expect(edition.diagnostics.map(({id}) => id)).toContain('unclosed-table')
  })

  it.each([
    ['nest', '<table><tr><th>a</th></tr><tr><td><table><tr><td>b</td></tr></table></td></tr></table>'],
    ['lack their rows', '<table><thead><tr><th>a</th></tr></thead><tbody><td>b</td></tbody></table>'],
    ['end at a heading', `${pipe('| a | b |', '| c | d |')}\n# next`],
    ['hold unusual tags', pipe('| a | b |', '| <img src=x> | d |')],
    [
      'name a transport in prose',
      pipe('| a | b |', '| The gateway drops each TCP connection after 30 seconds. | d |'),
    ],
    ['have a header with a word like port', pipe('| Supported | b |', '| c | d |')],
  ])('counts the rows of tables that %s as reading them does', (_, table) => {
    const edition = read(`# 標題\n\n${table}\n`)
    expect(edition.tables).toEqual([])
    expect(edition.unread).toEqual(rowPlaces(`# 標題\n\n${table}\n`))
  })

  it('gives a document with a port table every other table, too, and says each thing once', () => {
    const body = `# 標題\n\n${pipe('| Colour | Sign |', '| red | 1 |')}\n\n${pipe('| Purpose | Port |', '| web | TCP 443 |', '| x |')}\n`
    expect(read(body)).toEqual(read(body, true))
  })

  it('takes no comment in code for the title', () => {
    const edition = ingest(
      '---\nms.contentlocale: zh-TW\n---\n```\n# port 443\n```\n\n# 標題\n',
      'zh-TW/page.md',
    )
    expect(edition.title.target).toBe('標題')
    expect(edition.blocks).toEqual([])
  })

  it('gives the rows of plain tables the places that reading them gives', () => {
    const cell = fc.constantFrom('red', '藍', '1', '', '`a`', '[b](c)', '**d**')
    const rows = fc.array(fc.array(cell, {minLength: 2, maxLength: 2}), {minLength: 1, maxLength: 6})
    fc.assert(
      fc.property(rows, fc.boolean(), (cells, html) => {
        const lines = cells.map((line) => `| ${line.join(' | ')} |`)
        const table = html ? htmlTable([['Colour', 'Sign'], ...cells]) : pipe('| Colour | Sign |', ...lines)
        const body = `# 標題\n\n${table}\n\n文字\n`
        expect(read(body).unread).toEqual(rowPlaces(body))
      }),
    )
  })

  it('leaves only characters unfolded that fold to no other letter or digit', () => {
    const changed = Array.from({length: 0x10000}, (_, code) => String.fromCharCode(code)).filter((letter) => {
      const folded = foldWidth(letter)
      return foldedRE.test(letter) && folded !== letter && /[\p{L}\p{M}\p{N}]|^$/u.test(folded)
    })
    expect(changed).toEqual([])
  })
})
