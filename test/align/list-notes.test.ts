import {describe, expect, it} from 'vitest'
import {html, outcomes} from '../support/row-outcomes.ts'

const header = ['Service', 'Port', 'Protocol']
const rows = [
  ['Web', '443<sup>1</sup>', 'TCP'],
  ['Old', '8080<sup>2</sup>', 'TCP'],
]
const below = (notes: string) => outcomes({header, rows}, (page) => `${html(page)}\n${notes}\n`)

describe('notes below a table that are items of a list', () => {
  it.each([
    ['1. Only for guests.\n2. Do not open this port.'],
    ['1. Only for guests.\n1. Do not open this port.'],
    ['1) Only for guests.\n2) Do not open this port.'],
    ['Notes:\n\n1. Only for guests.\n2. Do not open this port.'],
  ])('are known by their numbers: %j', (notes) => {
    expect(below(notes)).toEqual(['tcp 443', 'denied'])
  })

  it('are told apart by a symbol with a number', () => {
    const marked = [
      ['Web', '443 ※1', 'TCP'],
      ['Old', '8080 ※2', 'TCP'],
    ]
    const notes = '- ※1 ゲスト用。\n- ※2 このポートは開放しないでください。'
    expect(
      outcomes(
        {locale: 'ja-JP', header: ['サービス', 'ポート', 'プロトコル'], rows: marked},
        (page) => `${html(page)}\n${notes}\n`,
      ),
    ).toEqual(['tcp 443', 'denied'])
  })
})
