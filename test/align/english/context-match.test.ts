import {describe, expect, it} from 'vitest'
import {createContextMatches} from '../../../src/align/english/context-match.ts'
import {type CellText, tableOf} from '../../support/edition-of.ts'

const columns = ['service', 'port', 'source'] as const
const HEADER: CellText[] = [
  ['サービス', 'Service'],
  ['ポート', 'Port'],
  ['送信元', 'Source'],
]

/** The English that a row lends to the very same row of another document. */
const lent = (row: CellText[]): (string | undefined)[] => {
  const table = tableOf([...columns], [HEADER, row])
  const matches = createContextMatches([{edition: 'a.md', locale: 'ja-JP', table}])
  const [own] = table.rows
  return own ? columns.map((_, column) => matches.of('ja-JP', own, column, false)?.text) : []
}

describe('src/align/english/context-match.ts', () => {
  it('lends the English of a row that says the same', () => {
    const row: CellText[] = [
      ['同期', 'Sync'],
      ['UDP 50000 ～ 59999', 'UDP 50,000-59,999'],
      ['任意', 'Any'],
    ]
    expect(lent(row)).toEqual(['Sync', 'UDP 50,000-59,999', 'Any'])
  })

  it.each<[string, CellText, CellText]>([
    ['another port', ['TCP 443', 'TCP 8443'], ['任意', 'Any']],
    ['another transport', ['UDP 443', 'TCP 443'], ['任意', 'Any']],
    ['any for a name', ['TCP 443', 'TCP 443'], ['任意', 'Management subnet']],
    ['a name for any', ['TCP 443', 'TCP 443'], ['管理サブネット', 'Any']],
  ])('lends nothing of a row whose translation says something else: %s', (_, port, source) => {
    expect(lent([['同期', 'Sync'], port, source])).toEqual([undefined, undefined, undefined])
  })
})
