import {describe, expect, it} from 'vitest'
import {tableToClipboard} from '../../../src/site/topic/table-text.ts'

const rows = [
  ['Opens', 'Note'],
  ['443 TCP', 'a | b, "c"\tand\nd'],
  ['53 UDP', '=1+1'],
]

describe('src/site/topic/table-text.ts', () => {
  it('writes Markdown in which no text ends its cell', () => {
    expect(tableToClipboard(rows.slice(0, 2), 'markdown')).toBe(
      '| Opens | Note |\n| --- | --- |\n| 443 TCP | a \\| b, "c" and d |',
    )
  })

  it('writes CSV in which no text is a formula', () => {
    expect(tableToClipboard(rows, 'csv')).toBe(
      'Opens,Note\r\n"443 TCP","a | b, ""c"" and d"\r\n"53 UDP","\'=1+1"\r\n',
    )
  })

  it('writes TSV in which no text parts cells', () => {
    expect(tableToClipboard(rows.slice(0, 2), 'tsv')).toBe('Opens\tNote\n443 TCP\ta | b, "c" and d')
  })
})
