import {describe, expect, it} from 'vitest'
import {pair, read} from '../documents.ts'

const blocks = (body: string) =>
  read(body).blocks.map(({kind, depth, source, markdown}) => [`${kind}${depth || ''}`, markdown, source])

describe('src/ingest/markdown/markdown-prose.ts', () => {
  it('keeps headings, paragraphs, list items, notes and tables in reading order, English beside', () => {
    const body = [
      '<div class="x">',
      '',
      `# <a name="top"></a>${pair('1', '標題', 'Title')}`,
      '',
      '</div>',
      `${pair('2', '一。', 'One.')} ${pair('3', '二。', 'Two.')}`,
      '繼續',
      '',
      `- ${pair('4', '甲', 'A')}`,
      `  - ${pair('5', '乙', 'B')}`,
      `1. ${pair('6', '丙', 'C')}`,
      '',
      '> [!NOTE]  ',
      `> ${pair('7', '注意', 'Mind')}`,
      '> 更多',
      '',
      '|a|',
      '|--|',
      '|1|',
      '',
      '結尾',
    ].join('\n')
    expect(blocks(body)).toEqual([
      ['heading1', '標題', 'Title'],
      ['paragraph', '一。 二。 繼續', 'One. Two.'],
      ['listItem1', '甲', 'A'],
      ['listItem2', '乙', 'B'],
      ['listItem1', '丙', 'C'],
      ['note', '注意 更多', 'Mind'],
      ['table', '', null],
      ['paragraph', '結尾', null],
    ])
  })

  it('keeps links, images and emphasis as Markdown, and turns HTML for them into it', () => {
    expect(
      blocks(
        '看 [甲](a.md "t") ![乙](b.png) **丙**\n\n<strong>丁</strong> <em>戊</em> <code>己</code><br/>庚 <img src="c d.png" alt="辛">',
      ),
    ).toEqual([
      ['paragraph', '看 [甲](a.md "t") ![乙](b.png) **丙**', null],
      ['paragraph', '**丁** *戊* `己` 庚 ![辛](<c d.png>)', null],
    ])
  })

  it('keeps what looks like a tag and is none as text', () => {
    expect(blocks('sip.<domain> 與 <https://example.org>')).toEqual([
      ['paragraph', 'sip.\\<domain> 與 <https://example.org>', null],
    ])
  })

  it('drops comments and raw HTML without text', () => {
    expect(blocks('<!-- 甲\n\n乙 -->\n\n<span> </span>\n\n<div>\n\n丙\n\n</div>\n')).toEqual([
      ['paragraph', '丙', null],
    ])
  })

  it('reads headings with lines below them and in HTML, and no ruler as one', () => {
    expect(blocks('甲\n===\n\n乙\n---\n\n***\n\n<h3>丙</h3>\n')).toEqual([
      ['heading1', '甲', null],
      ['heading2', '乙', null],
      ['heading3', '丙', null],
    ])
  })

  it('keeps code as it is', () => {
    expect(blocks('甲\n```powershell\n<table>\n# x\n```\n乙')).toEqual([
      ['paragraph', '甲', null],
      ['paragraph', '```powershell\n<table>\n# x\n```', null],
      ['paragraph', '乙', null],
    ])
  })

  it('places each block at its first localized text', () => {
    const [heading, paragraph] = read(`# ${pair('12', '甲', 'A')}\r\n\r\n  乙\r\n`).blocks
    expect(heading?.place).toMatchObject({line: 8, column: 26})
    expect(paragraph?.place).toMatchObject({line: 10, column: 3})
  })

  it('gives each table the heading that it stands under, without Markdown', () => {
    const {tables} = read(
      `|a|\n|--|\n\n## ${pair('1', '**埠** [甲](b(c).md)', '**Ports** \\[A\\]')}\n\n|a|\n|--|\n\n|a|\n|--|\n`,
    )
    expect(tables.map(({heading}) => heading)).toEqual([
      null,
      {source: 'Ports [A]', target: '埠 甲'},
      {source: 'Ports [A]', target: '埠 甲'},
    ])
  })
})
