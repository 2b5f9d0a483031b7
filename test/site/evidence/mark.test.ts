import {describe, expect, it} from 'vitest'
import {isPlain} from '../../../src/site/evidence/mark.ts'
import type {CellView} from '../../../src/site/evidence/shown-cell.ts'

const plain: CellView = {
  text: 'TCP',
  lang: 'fr-FR',
  status: 'machine',
  english: 'TCP',
  englishOrigin: 'document',
  original: null,
  findings: [],
  others: [],
  place: null,
}

describe('src/site/evidence/mark.ts', () => {
  it('needs no evidence for what a document says as its stated English does', () => {
    expect(isPlain(plain)).toBe(true)
  })

  it.each<[string, Partial<CellView>]>([
    ['its English shown in place of an empty cell', {lang: 'en', status: 'source'}],
    ['a text that differs', {text: 'UDP'}],
    ['inferred English', {englishOrigin: 'shape'}],
    ['English that nobody knows', {english: null, englishOrigin: null}],
    ['a corrected text', {original: 'UDP'}],
    ['a text of another language that differs', {others: [{locale: 'ja-JP', text: 'UDP'}]}],
  ])('needs evidence for %s', (_, differs) => {
    expect(isPlain({...plain, ...differs})).toBe(false)
  })
})
