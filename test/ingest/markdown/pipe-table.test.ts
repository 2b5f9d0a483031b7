import {describe, expect, it} from 'vitest'
import {front, ids, pair, read, tableIn, targets} from '../documents.ts'

describe('src/ingest/markdown/pipe-table.ts', () => {
  it('reads spans in cells, with and without outer pipes', () => {
    const table = tableIn(
      `|${pair('1', '埠', 'Port')}|${pair('2', '協定', 'Protocol')}|\n|:---|:---|\n${pair('3', '443', '443')}|${pair('4', '每', 'Any')}\n`,
    )
    expect(targets(table)).toEqual([
      ['埠', '協定'],
      ['443', '每'],
    ])
    expect(table.rows[0]?.cells[1]).toMatchObject({
      source: 'Any',
      segments: [{ids: ['4'], source: 'Any', target: '每'}],
    })
  })

  it('resolves escapes, entities and inline Markdown on both sides', () => {
    const cell = pair(
      '1',
      '1024 \\* **甲** [乙](x.md) &amp; `丙` a\\|b',
      '1024 \\* **A** [B](x.md) &amp; `C`',
    )
    expect(tableIn(`|埠|\n|--|\n|${cell}|\n`).rows[0]?.cells[0]).toMatchObject({
      target: '1024 * 甲 乙 & 丙 a|b',
      source: '1024 * A B & C',
    })
  })

  it('takes a line break for a space and drops other tags', () => {
    const cell = `${pair('1', 'HTTPS', 'HTTPS')} <br/> ${pair('2', 'TCP', 'TCP')}<br><a name="x"></a><sup>1</sup><!-- no -->`
    expect(tableIn(`|埠|\n|--|\n|${cell}|\n`).rows[0]?.cells[0]).toMatchObject({
      target: 'HTTPS TCP 1',
      source: 'HTTPS TCP',
    })
  })

  it('never takes script or style for text', () => {
    const edition = read('|埠|\n|--|\n|<script>alert(1)</script>443<style>b</style>|\n')
    expect(edition.tables.map(targets)).toEqual([[['埠'], ['443']]])
    expect(ids(edition)).toContain('10:2 warning active-content')
  })

  it('keeps rows that are shorter or longer, and says so', () => {
    const edition = read('|a|b|\n|--|--|\n|1|2|3|\n|1|\n|1|2|\n')
    expect(edition.tables[0]?.rows.map(({cells}) => cells.length)).toEqual([3, 1, 2])
    expect(ids(edition)).toContain('10:1 warning unequal-rows')
  })

  it('counts empty rows as rows', () => {
    expect(tableIn('|a|b|\n|--|--|\n|1|2|\n|||\n').rows).toHaveLength(2)
  })

  it('gives places and source ranges in the document, inside quotes and lists too', () => {
    const body = '1. x\n\n   > |a|b|\n   > |--|--|\n   > |1| **2** 3|\n'
    const text = front + body
    const table = tableIn(body)
    expect(table.place).toMatchObject({line: 10, column: 6})
    const [first, second] = table.rows[0]?.cells ?? []
    expect([first?.place, second?.place]).toMatchObject([
      {line: 12, column: 7},
      {line: 12, column: 12},
    ])
    expect(second?.spans.map(([start, end]) => text.slice(start, end))).toEqual(['2', '3'])
  })

  it('ends at a blank line, and where a quote begins', () => {
    const edition = read('|a|b|\n|--|--|\n|1|2|\n> note\n\n|c|\n|--|\n|3|\n\ntext\n')
    expect(edition.tables.map(({rows}) => rows.length)).toEqual([1, 1])
    expect(edition.blocks.map(({kind}) => kind)).toEqual(['table', 'note', 'table', 'paragraph'])
  })

  it('takes no code, no ruler and no list of dashes for a table', () => {
    for (const body of [
      '```\n|a|b|\n|--|--|\n|1|2|\n```\n',
      'a | b\n---\n',
      '- a\n- | b\n',
      '|a|b|\n|--|\n|1|2|\n',
    ]) {
      expect(read(body).tables).toEqual([])
    }
  })

  it('reads a table whose head is the first item of a list', () => {
    expect(targets(tableIn('- | a | b |\n  |---|---|\n  | 1 | 2 |\n'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('keeps the English of a cell that is not closed out of the next cell', () => {
    const table = tableIn('|a|b|\n|--|--|\n|<span data-stu-id="1">A|乙|\n')
    expect(table.rows[0]?.cells.map(({target, source}) => [target, source])).toEqual([
      ['', 'A'],
      ['乙', null],
    ])
  })

  it('reads a document that itself uses the characters that spans are marked with', () => {
    const table = tableIn(`|a|\n|--|\n|${pair('1', '⣿1⣿ 甲', '⣿ A')}|\n`)
    expect(table.rows[0]?.cells[0]).toMatchObject({target: '⣿1⣿ 甲', source: '⣿ A'})
  })

  it('reads long tables in parts, each row once and at its place', () => {
    const rows = Array.from(
      {length: 1000},
      (_, index) => `| ${pair(`r-${index}`, `值${index}`, `v${index}`)} | b |\n`,
    )
    const body = `| 埠 | b |\n|--|--|\n${rows.join('')}`
    const text = front + body
    const table = tableIn(body)
    expect(table.header?.cells[0]?.target).toBe('埠')
    expect(table.rows.map(({cells}) => cells[0]?.target)).toEqual(rows.map((_, index) => `值${index}`))
    for (const {row, place, cells} of table.rows) {
      expect(place).toMatchObject({line: 9 + row, column: 1})
      const [start, end] = cells[0]?.spans[0] ?? [0, 0]
      expect(text.slice(start, end)).toBe(`值${row - 1}`)
    }
  })

  it('ends a long table where its lines stop being rows', () => {
    const body = `|埠|\n|--|\n${'|1|\n'.repeat(500)}# 標題\n|2|\n`
    const edition = read(body)
    expect(edition.tables[0]?.rows).toHaveLength(500)
    expect(edition.blocks.map(({kind}) => kind)).toEqual(['table', 'heading', 'paragraph'])
  })
})
