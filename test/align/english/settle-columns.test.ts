import {describe, expect, it} from 'vitest'
import {settleColumns} from '../../../src/align/english/settle-columns.ts'
import type {ColumnKind} from '../../../src/model/schema.ts'
import {tableOf} from '../../support/edition-of.ts'

const side = (kinds: ColumnKind[], lines: string[][]) => {
  const {header, rows} = tableOf(kinds, lines)
  return {kinds, header, rows}
}
const settle = (
  english: [ColumnKind[], string[][]],
  translated: [ColumnKind[], string[][]],
  places = english[0].map((_, column) => column),
) => {
  const settled = settleColumns(side(...english), side(...translated), places)
  return {places: settled.places, doubtful: [...settled.doubtful]}
}

const port: ColumnKind[] = ['protocol', 'port']
const rows = [
  ['TCP', '8443'],
  ['TCP', '9000'],
  ['UDP', '514'],
  ['UDP', '162'],
]
const table = (header: string[], ...columns: string[][]) => [
  ['Protocol', 'Port', ...header],
  ...rows.map((row, at) => [...row, ...columns.map((column) => column[at] ?? '')]),
]

describe('src/align/english/settle-columns.ts', () => {
  it('takes one column that is left on both sides, at the same place, for one', () => {
    const english = table(['Reason'], ['Web', 'Blocks', 'Log', 'Traps'])
    const dutch = table(['Waarom'], ['Beheer', 'Opslag', 'Boek', 'Alarm'])
    expect(settle([[...port, 'other'], english], [[...port, 'other'], dutch])).toEqual({
      places: [0, 1, 2],
      doubtful: [],
    })
  })

  it('finds columns that were swapped by the names, and by the rows with equal cells', () => {
    const [ends, reasons] = [
      ['Gateway', 'Store', 'Store', 'Gateway'],
      ['Console of Vantia', 'Blocks', 'Log', 'Traps'],
    ]
    const english = table(['Machine', 'Reason'], ends, reasons)
    const polish = table(
      ['Powód', 'Węzeł'],
      ['Konsola Vantia', 'Bloki', 'Dziennik', 'Pułapki'],
      ['Brama', 'Magazyn', 'Magazyn', 'Brama'],
    )
    const kinds: ColumnKind[] = [...port, 'other', 'other']
    expect(settle([kinds, english], [kinds, polish])).toEqual({places: [0, 1, 3, 2], doubtful: []})
  })

  it('doubts columns that nothing tells apart, and has none where the headers contradict each other', () => {
    const english = table(['A', 'B'], ['one', 'two', 'six', 'ten'], ['red', 'sky', 'sea', 'sun'])
    const thai = table(['ก', 'ข'], ['หนึ่ง', 'สองง', 'หกกก', 'สิบบ'], ['แดงง', 'ฟ้าา', 'ทะเล', 'ดวงง'])
    expect(settle([[...port, 'other', 'other'], english], [[...port, 'other', 'other'], thai])).toEqual({
      places: [0, 1, 2, 3],
      doubtful: [2, 3],
    })
    expect(settle([[...port, 'peer', 'direction'], english], [[...port, 'source', 'notes'], thai])).toEqual({
      places: [0, 1, -1, -1],
      doubtful: [],
    })
  })

  it('knows a column by a header that both languages write alike', () => {
    const english = table(['CPU', 'RAM'], ['2', '2', '2', '2'], ['4', '4', '4', '4'])
    const greek = table(['CPU', 'RAM'], ['3', '3', '3', '3'], ['5', '5', '5', '5'])
    const kinds: ColumnKind[] = [...port, 'other', 'other']
    expect(settle([kinds, english], [kinds, greek])).toEqual({places: [0, 1, 2, 3], doubtful: []})
  })
})
