import {describe, expect, it} from 'vitest'
import {sizeText} from '../../../src/app/build/write-sizes-fs.ts'

describe('src/app/build/write-sizes-fs.ts', () => {
  it('says a size in the unit that it is read in, as the language writes it', () => {
    expect([0, 999, 91_900, 2_345_978].map((bytes) => sizeText(bytes, 'en'))).toEqual([
      '0 byte',
      '999 byte',
      '91.9 kB',
      '2.35 MB',
    ])
    expect(sizeText(2_345_978, 'fr-FR')).toMatch(/^2,35.Mo$/u)
  })
})
