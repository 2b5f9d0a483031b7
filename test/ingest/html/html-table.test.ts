import {describe, expect, it} from 'vitest'
import {applyEdits} from '../../../src/ingest/write-back/edits.ts'
import {front, htmlTable, ids, lines, pair, read, tableIn, targets} from '../documents.ts'

const cellIn = (content: string) => {
  const cell = tableIn(`<table><thead><tr><th>埠</th></tr></thead><tr><td>${content}</td></tr></table>`)
    .rows[0]?.cells[0]
  if (!cell) throw new Error('no cell')
  return cell
}

const english = (id: string, text: string) =>
  `<span class="sxs-lookup"><span data-stu-id="${id}">${text}</span></span>`

describe('src/ingest/html/html-table.ts', () => {
  it('tells target from English and never glues them', () => {
    expect(cellIn(`<p>${pair('a-1', '每', 'Any')}</p>`)).toMatchObject({
      target: '每',
      source: 'Any',
      segments: [{ids: ['a-1'], source: 'Any', target: '每'}],
    })
  })

  it('keeps several segments apart and joins their English as sentences', () => {
    const cell = cellIn(
      `<p>${pair('1', '一。', 'One.')}${pair('2', '二。', 'Two.')} ${pair('3', '三', 'three')}</p>`,
    )
    expect([cell.target, cell.source]).toEqual(['一。二。 三', 'One. Two. three'])
    expect(cell.segments.map(({ids: [id], target}) => [id, target])).toEqual([
      ['1', '一。'],
      ['2', '二。'],
      ['3', '三'],
    ])
  })

  it('keeps a merged segment as one and reads several ids in one span', () => {
    expect(cellIn(pair('c72e9-p103', '甲', 'A')).segments).toEqual([
      {ids: ['c72e9-p103'], source: 'A', target: '甲'},
    ])
    expect(cellIn(pair('1 2', '甲', 'A')).segments[0]?.ids).toEqual(['1', '2'])
  })

  it('separates paragraphs, line breaks and list items by a space', () => {
    const list = `<p>${pair('1', '甲', 'A')}</p><p>${pair('2', '乙', 'B')}</p><ul><li>${pair('3', '丙', 'C')}</li><li>丁</li></ul>戊<br>己<br/>庚`
    const cell = cellIn(list)
    expect([cell.target, cell.source]).toEqual(['甲 乙 丙 丁 戊 己 庚', 'A B C'])
  })

  it('reads spans inside emphasis and links, and emphasis and links inside spans', () => {
    const cell = cellIn(
      `<strong>${pair('1', '甲', 'A')}</strong> <a href="x">${pair('2', '乙', 'B')}</a> ${pair('3', '<em>丙</em>丁', '<em>C</em> d')}`,
    )
    expect([cell.target, cell.source]).toEqual(['甲 乙 丙丁', 'A B C d'])
    expect(cell.segments[2]).toEqual({ids: ['3'], source: 'C d', target: '丙丁'})
  })

  it('pairs by id when the order is reversed or mixed', () => {
    const target = (id: string, text: string) => `<span data-ttu-id="${id}">${text}</span>`
    const reversed = cellIn(`${english('1', 'A')}${target('1', '甲')}`)
    expect(reversed.segments).toEqual([{ids: ['1'], source: 'A', target: '甲'}])
    const mixed = cellIn(`${target('1', '甲')}${english('2', 'B')}${target('2', '乙')}${english('1', 'A')}`)
    expect(mixed.segments).toEqual([
      {ids: ['1'], source: 'A', target: '甲'},
      {ids: ['2'], source: 'B', target: '乙'},
    ])
  })

  it('pairs neighbours whose ids differ, and text whose own span was lost', () => {
    expect(cellIn(`<span data-ttu-id="1">甲</span>${english('9', 'A')}`).segments).toEqual([
      {ids: ['1', '9'], source: 'A', target: '甲'},
    ])
    expect(cellIn(`甲${english('9', 'A')}`).segments).toEqual([{ids: ['9'], source: 'A', target: '甲'}])
  })

  it('says where English has no target and where a target has no English', () => {
    const body = htmlTable([['埠'], [english('1', 'Any')], [`<span data-ttu-id="2">每</span>`]])
    const edition = read(body)
    expect(lines(edition)).toMatchInlineSnapshot(`
      [
        "zh-TW/page.md:16:55 warning missing-target Expected a translation of “Any”, found none",
        "zh-TW/page.md:19:30 warning missing-source Expected the English of “每”, found none",
      ]
    `)
    expect(edition.tables[0]?.rows.map(({cells}) => cells[0])).toMatchObject([
      {target: '', source: 'Any'},
      {target: '每', source: null},
    ])
  })

  it('ends spans that are never closed with their cell', () => {
    const body = `<table><thead><tr><th>埠</th></tr></thead><tr><td><span data-ttu-id="1">甲${english('1', 'A')}</td><td>乙</td></tr>
<tr><td><span data-stu-id="2">B<span data-ttu-id="2">丙</span></td><td>丁</td></tr></table>`
    const table = tableIn(body)
    expect(table.rows.map(({cells}) => cells.map(({target, source}) => [target, source]))).toEqual([
      [
        ['甲', 'A'],
        ['乙', null],
      ],
      [
        ['丙', 'B'],
        ['丁', null],
      ],
    ])
    expect(ids(read(body)).filter((line) => line.includes('unclosed-span'))).toHaveLength(2)
  })

  it('gives the place of the first text of a cell, or of the cell', () => {
    const body = `<table>\n<tr><th>埠</th></tr>\n<tr><td>\n  <p>${pair('1', '443', '443')}</p></td></tr>\n<tr><td></td></tr>\n</table>`
    const [first, second] = tableIn(body).rows
    expect(first?.cells[0]?.place).toMatchObject({line: 11, column: 28})
    expect(second?.cells[0]?.place).toMatchObject({line: 12, column: 5})
    expect(first?.place).toMatchObject({line: 10, column: 1})
  })

  it('gives the source ranges of the target text only, entities as written', () => {
    const body = htmlTable([['埠'], [`${pair('1', '甲 &amp; 乙', 'A &amp; B')} <strong>丙</strong>`]])
    const text = front + body
    const cell = read(body).tables[0]?.rows[0]?.cells[0]
    expect(cell?.target).toBe('甲 & 乙 丙')
    expect(cell?.spans.map(([start, end]) => text.slice(start, end))).toEqual(['甲 &amp; 乙', '丙'])
    expect(applyEdits(text, [{span: cell?.spans[1] ?? [0, 0], text: '<丁>'}])).toBe(
      text.replace('丙', '&lt;丁&gt;'),
    )
  })

  it('repeats a cell in all columns and rows that it spans, and writes back only the first', () => {
    const table = tableIn(
      '<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan="2">甲</td><td colspan="2">乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>',
    )
    expect(targets(table)).toEqual([
      ['A', 'B', 'C'],
      ['甲', '乙', '乙'],
      ['甲', '丙', '丁'],
    ])
    expect(table.rows.map(({cells}) => cells.map(({spans}) => spans.length))).toEqual([
      [1, 1, 0],
      [0, 1, 1],
    ])
  })

  it('bounds how much a cell can span', () => {
    const body = `<table><tr><th>A</th></tr>${'<tr><td colspan="1000" rowspan="60000">甲</td></tr>'.repeat(1000)}</table>`
    const edition = read(body)
    expect(edition.tables[0]?.rows).toHaveLength(1000)
    expect(ids(edition)).toContain('8:31 warning wide-span')
  })

  it('reads a table in a cell as a table of its own', () => {
    const inner = '<table><tr><th>內</th></tr><tr><td>丙</td></tr></table>'
    const edition = read(
      `<table><tr><th>外</th></tr><tr><td>甲${inner}乙</td></tr><tr><td>丁</td></tr></table>`,
    )
    expect(edition.tables.map(targets)).toEqual([
      [['外'], ['甲 乙'], ['丁']],
      [['內'], ['丙']],
    ])
    expect(edition.tables[0]?.rows.map(({cells}) => cells[0]?.spans.length)).toEqual([0, 1])
    expect(edition.tables[1]?.rows[0]?.cells[0]?.spans).toHaveLength(1)
    expect(ids(edition)).toEqual(['8:1 warning nested-table'])
  })

  it('never takes script, style or handlers for text', () => {
    const edition = read(
      htmlTable([
        ['埠'],
        ['<script>alert("</p>甲")</script>443'],
        ['<style>td{}</style><b onclick="x()">80</b>'],
        ['<a href="javascript:x()">81</a>'],
      ]),
    )
    expect(edition.tables.flatMap(targets)).toEqual([['埠'], ['443'], ['80'], ['81']])
    expect(ids(edition)).toContain('16:8 warning active-content')
    expect(JSON.stringify(edition.tables)).not.toMatch(/alert|onclick|javascript/)
  })

  it('keeps all rows after a script or comment that is never closed', () => {
    for (const start of ['<script>', '<!--', '<textarea>', '<plaintext>', '<title>']) {
      const table = tableIn(htmlTable([['埠'], [`1${start}`], ['2'], ['3']]))
      expect(targets(table).at(-1)).toEqual(['3'])
      expect(table.rows).toHaveLength(3)
    }
  })

  it('reads cells without their closing tags', () => {
    const table = tableIn('<table><tr><th>埠<th>說明<tr><td>1<td><p>甲<p>乙<tr><td>2<td>丙</table>')
    expect(targets(table)).toEqual([
      ['埠', '說明'],
      ['1', '甲 乙'],
      ['2', '丙'],
    ])
  })

  it('survives 10,000 nested elements, keeps their text and every row', () => {
    const deep = `${'<div>'.repeat(10_000)}甲${'</div>'.repeat(10_000)}`
    const edition = read(htmlTable([['埠'], [deep], [`${'<b>'.repeat(10_000)}乙`], ['丙']]))
    expect(edition.tables.flatMap(targets)).toEqual([['埠'], ['甲'], ['乙'], ['丙']])
    expect(ids(edition).filter((line) => line.includes('too-deep'))).toHaveLength(1)
  })

  it('survives 10,000 nested tables and counts their rows', () => {
    const edition = read(`${'<table><tr><td>'.repeat(10_000)}甲${'</td></tr></table>'.repeat(10_000)}`)
    const rows = edition.tables.flatMap(({header, rows: body}) => [...(header ? [header] : []), ...body])
    expect(rows.length).toBeGreaterThanOrEqual(64)
    expect(ids(edition).join()).toContain('too-deep')
    expect(JSON.stringify(edition.tables)).toContain('甲')
  })

  it('says what stands between cells, and puts a caption before the table', () => {
    const edition = read('<table><caption>表一</caption><tr>漏<th>埠</th></tr><tr><td>1</td></tr></table>')
    expect(edition.blocks.map(({kind, markdown}) => [kind, markdown])).toEqual([
      ['paragraph', '表一'],
      ['table', ''],
      ['paragraph', '漏'],
    ])
    expect(lines(edition).join()).toContain(
      'text-outside-cell Unexpected text between the cells of a table: “漏”',
    )
  })
})
