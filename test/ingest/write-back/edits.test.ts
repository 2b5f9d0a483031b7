import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {ingest} from '../../../src/ingest/ingest.ts'
import {cellEdits} from '../../../src/ingest/write-back/cell-edits.ts'
import {applyEdits} from '../../../src/ingest/write-back/edits.ts'
import {runs} from '../../support/thorough.ts'
import {front, htmlTable, pair} from '../documents.ts'

describe('src/ingest/write-back/edits.ts', () => {
  it('gives back the same text for no edits', () => {
    const text = '---\r\na\0<table><td>\ud800'
    expect(applyEdits(text, [])).toBe(text)
  })

  it('changes only the given ranges, in any order', () => {
    const edits: {span: [number, number]; text: string}[] = [
      {span: [4, 5], text: 'E'},
      {span: [0, 1], text: ''},
      {span: [2, 2], text: '-'},
    ]
    expect(applyEdits('abcdef', edits)).toBe('b-cdEf')
  })

  it('refuses ranges that overlap or reach outside', () => {
    const overlapping: {span: [number, number]; text: string}[] = [
      {span: [0, 3], text: ''},
      {span: [2, 4], text: ''},
    ]
    expect(() => applyEdits('abcdef', overlapping)).toThrow('found [2, 4) after 3')
    expect(() => applyEdits('abc', [{span: [2, 4], text: ''}])).toThrow('inside a text of 3 characters')
    expect(() => applyEdits('abc', [{span: [2, 1], text: ''}])).toThrow(RangeError)
  })

  it('escapes as HTML in an HTML table and as Markdown in a pipe table', () => {
    const html = `${front}<table><tr><td>甲</td></tr></table>`
    const at = html.indexOf('甲')
    expect(applyEdits(html, [{span: [at, at + 1], text: 'a<b> & *c|d*'}])).toContain(
      '<td>a&lt;b&gt; &amp; *c|d*</td>',
    )
    const pipe = `${front}|a|\n|--|\n|甲|\n`
    const cell = pipe.indexOf('甲')
    expect(applyEdits(pipe, [{span: [cell, cell + 1], text: 'a<b & *c|d*\n&amp;'}])).toContain(
      '|a&lt;b & \\*c\\|d\\* &amp;amp;|',
    )
  })
})

describe('src/ingest/write-back/cell-edits.ts', () => {
  const cellOf = (text: string) => {
    const cell = ingest(text, 'a.md', {whole: true}).tables[0]?.rows[0]?.cells[0]
    if (!cell) throw new Error('no cell')
    return cell
  }
  const rewrite = (text: string, wanted: string) => {
    const edits = cellEdits(text, cellOf(text), wanted)
    return edits && applyEdits(text, edits)
  }
  const html = (cell: string) => front + htmlTable([['a'], [cell]])

  it('changes the least that it can', () => {
    const text = html(pair('1', '從 50,000 至 59,999', 'x'))
    expect(rewrite(text, '從 50,000 至 59,998')).toBe(text.replace('59,999', '59,998'))
    expect(rewrite(text, '從 50,000 至 59,999')).toBe(text)
  })

  it('finds its way through entities, line ends and escapes', () => {
    const text = html(pair('1', '甲 &amp;\n &#x4e59;丙', 'x'))
    expect(rewrite(text, '甲 & 丁丙')).toBe(text.replace('&#x4e59;', '丁'))
    const pipe = `${front}|a|\n|--|\n|1024 \\* 甲|\n`
    expect(rewrite(pipe, '1024 * 乙')).toBe(pipe.replace('甲', '乙'))
  })

  it('changes one of several segments, and leaves a change over two to a person', () => {
    const text = html(`${pair('1', '一。', 'x')} ${pair('2', '二。', 'y')}`)
    expect(rewrite(text, '一。 三。')).toBe(text.replace('二', '三'))
    expect(rewrite(text, '三。 四。')).toBeNull()
  })

  it('makes the document read as wanted, and changes nothing else', () => {
    const word = fc.stringMatching(/^[a-c埠&<>*|_`\\. ]{1,8}$/)
    fc.assert(
      fc.property(word, word, fc.boolean(), (before, after, pipe) => {
        const quote = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;')
        const mark = (value: string) => quote(value).replace(/[\\`*_|]/g, '\\$&')
        const frame = (value: string) =>
          pipe ? `${front}|a|\n|--|\n|${mark(value)}|z|\n` : html(quote(value))
        const text = frame(before)
        const written = rewrite(text, after)
        if (written === null) return
        expect(cellOf(written).target).toBe(after.trim().replace(/ +/g, ' '))
        expect(written.slice(0, front.length)).toBe(front)
        expect(ingest(written, 'a.md', {whole: true}).tables[0]?.rows[0]?.cells.length).toBe(pipe ? 2 : 1)
      }),
      {numRuns: runs(300)},
    )
  })
})
