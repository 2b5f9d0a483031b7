import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {foldSearch, foldSpace, foldToken} from '../../src/text/normalize.ts'
import {cellText} from '../support/cells.ts'

describe('src/text/normalize.ts', () => {
  it('folds every kind of space to one and trims', () => {
    expect(foldSpace('\ufeff\u3000A\u00a0\u202f\n B\u200b ')).toBe('A B')
  })

  it('keeps full-width signs in text and folds them in tokens', () => {
    expect(foldSpace('（ＴＣＰ）')).toBe('（ＴＣＰ）')
    expect(foldToken('（ＴＣＰ）')).toBe('(tcp)')
  })

  it('searches without accents and with one apostrophe, but keeps the voice marks of kana', () => {
    expect(foldSearch('Accès d’Edge')).toBe("acces d'edge")
    expect(foldSearch('ゲート')).not.toBe(foldSearch('ケート'))
    expect(foldSearch('에지')).toBe('에지'.normalize('NFC'))
  })

  it('removes marks that direct the writing', () => {
    expect(foldToken('\u202eTCP\u202c')).toBe('tcp')
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(cellText, (text) => {
        expect(foldSpace(foldSpace(text))).toBe(foldSpace(text))
        expect(foldSearch(foldSearch(text))).toBe(foldSearch(text))
      }),
    )
  })
})
