import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {foldSearch, foldSpace, foldToken, lowerCase} from '../../src/text/normalize.ts'
import {cellText} from '../support/cells.ts'

describe('src/text/normalize.ts', () => {
  it('folds every kind of space to one and trims', () => {
    expect(foldSpace('\ufeff\u3000A\u00a0\u202f\n B\u200b ')).toBe('A B')
  })

  it.each([
    ['除\u200b外', '除外'],
    ['관리\u200b자만', '관리자만'],
    ['только\u2060для', 'толькодля'],
    ['สถานี\u200bวัด', 'สถานี วัด'],
  ])(
    'parts no word at a character without width, but for scripts that mark words with it: %j',
    (text, folded) => {
      expect(foldSpace(text)).toBe(folded)
    },
  )

  it('keeps full-width signs in text and folds them in tokens', () => {
    expect(foldSpace('（ＴＣＰ）')).toBe('（ＴＣＰ）')
    expect(foldToken('（ＴＣＰ）')).toBe('(tcp)')
  })

  it('searches without accents and with one apostrophe, but keeps the voice marks of kana', () => {
    expect(foldSearch('Accès d’Edge')).toBe("acces d'edge")
    expect(foldSearch('ゲート')).not.toBe(foldSearch('ケート'))
    expect(foldSearch('에지')).toBe('에지'.normalize('NFC'))
  })

  it.each([
    ['ΕΠΙΤΡΕΠΕΤΑΙ', 'Επιτρέπεται'],
    ['ΘΥΡΑ', 'θύρα'],
    ['ΟΧΙ', 'Όχι'],
    ['ΔΙΑΚΟΜΙΣΤΗΣ', 'διακομιστής'],
  ])(
    'takes a Greek word in capitals, which have no stress marks, for the same word: %s',
    (capitals, word) => {
      expect(foldToken(capitals)).toBe(foldToken(word))
      expect(lowerCase(word)).toHaveLength(word.length)
    },
  )

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

  it('keeps plain words of any writing as the Unicode forms would', () => {
    const codes = [
      [0x20, 0x7f],
      [0x3000, 0x30ff],
      [0x3400, 0x34ff],
      [0x4e00, 0x4fff],
      [0xac00, 0xadff],
    ] as const
    for (const [low, high] of codes) {
      for (let code = low; code <= high; code++) {
        const letter = String.fromCharCode(code)
        const text = `a${letter} ${letter}甲`
        const folded = text.normalize('NFKC').replace(/[\s\u3000]+/g, ' ')
        expect(foldToken(text)).toBe(folded.normalize('NFC').toLowerCase())
        const plain = folded
          .toLowerCase()
          .replaceAll('`', "'")
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
        expect(foldSearch(text)).toBe(plain.normalize('NFC'))
      }
    }
  })
})
