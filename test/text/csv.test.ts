import {parse} from 'csv-parse/sync'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {csvLine, SPREADSHEET_MARK} from '../../src/text/csv.ts'

const cellOf = (line: string): unknown => {
  const [cells]: string[][] = parse(line)
  return cells?.[0]
}

describe('src/text/csv.ts', () => {
  it('makes a text of every cell that a spreadsheet would run', () => {
    const formulas = [
      "=cmd|'/C calc'!A0",
      '+1+cmd',
      '-2+3+cmd',
      '@SUM(1)',
      '  =1+1',
      '\u00a0=1+1',
      '\u200b=1+1',
      '\ufeff=1+1',
      '＝1+1',
      '＋1',
      '－1+1',
      '＠SUM(1)',
      '﹣1+1',
      '−1+1',
      '--1',
      '-',
    ]
    const bare = formulas.filter((text) => String(cellOf(csvLine([text]))).startsWith("'") === false)
    expect(bare).toEqual(['-'])
    for (const text of ['\t=1', '\r=1', '\n=1', '\tplain']) expect(cellOf(csvLine([text]))).toMatch(/^'/)
  })

  it('leaves numbers, dashes and ordinary texts as they are', () => {
    for (const text of ['-1', '+3.5', '-', '443', '50000-59999', 'a=b', 'A–B', '任意', "'quoted"])
      expect(cellOf(csvLine([text]))).toBe(text)
  })

  it('quotes by RFC 4180, and also what separates columns elsewhere', () => {
    expect(csvLine(['a"b', 'c,d', 'e;f', 'plain', '', 7])).toBe('"a""b","c,d","e;f",plain,,7\r\n')
  })

  it('keeps a cell on one line and its direction inside it', () => {
    expect(csvLine(['a\r\nb\u001b[31m\u202ec\u2028d'])).toBe('"a  b [31m c d"\r\n')
  })

  it('reads back as it was written, whatever the text, but for the guard', () => {
    fc.assert(
      fc.property(fc.array(fc.string({unit: 'grapheme'}), {minLength: 2, maxLength: 5}), (cells) => {
        const [read]: string[][] = parse(csvLine(cells))
        const plain = cells.map((cell) =>
          cell.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' '),
        )
        expect(read?.map((cell, at) => (cell === plain[at] ? cell : cell.slice(1)))).toEqual(plain)
      }),
    )
  })

  it('has a mark for spreadsheets that is no part of a cell', () => {
    const [first]: object[] = parse(`${SPREADSHEET_MARK}${csvLine(['topic'])}${csvLine(['a b'])}`, {
      columns: true,
      bom: true,
    })
    expect(first).toEqual({topic: 'a b'})
  })
})
