import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {phrases} from '../../src/text/phrases.ts'

describe('src/text/phrases.ts', () => {
  test('nothing of a title is lost or added', () => {
    const text = fc.string({unit: fc.constantFrom(...'ポート位址與「」（IP 4，。ー')})
    fc.assert(
      fc.property(text, fc.constantFrom('zh-TW', 'ja-JP', 'fr-FR'), (title, lang) => {
        expect(phrases(title, lang).join('')).toBe(title)
      }),
    )
  })

  test('words of Chinese and names in katakana stay whole, punctuation with the word before it', () => {
    expect(phrases('外部介面：規則', 'zh-TW')).toEqual(['外部', '介面：', '規則'])
    expect(phrases('ファイアウォール規則', 'ja-JP')).toEqual(['ファイアウォール', '規則'])
  })

  test('no piece starts with a character that closes, none ends with one that opens', () => {
    for (const piece of phrases('從「單一，私人 IP」到「擴充（DNS）」', 'zh-TW')) {
      expect(piece).not.toMatch(/^[」，）]/)
      expect(piece).not.toMatch(/[「（]$/)
    }
  })

  test('a language with spaces breaks at its spaces', () => {
    expect(phrases('Serveur Edge unique', 'fr-FR')).toEqual(['Serveur Edge unique'])
  })
})
