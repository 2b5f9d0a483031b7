import {describe, expect, it} from 'vitest'
import {spelledNumbers} from '../../../src/reconcile/reading/numbers/english-number-words.ts'

describe('src/reconcile/reading/numbers/english-number-words', () => {
  it.each([
    ['Twenty-five lifts', [25]],
    ['a hundred and forty turbines', [140]],
    ['three hundred thousand and two meters', [300_002]],
    ['two or three nodes, and fifty more', [2, 3, 50]],
    ['half a dozen tills, two dozen scales', [6, 24]],
    ['One two', [1, 2]],
    ['five million six hundred', [5_000_600]],
    ['Any port and no other', []],
  ] as [string, number[]][])('reads %s', (text, values) => {
    expect(spelledNumbers(text)).toEqual(values)
  })
})
