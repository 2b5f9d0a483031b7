import {describe, expect, it} from 'vitest'
import {piecesOf} from '../../../src/reconcile/divergence/pieces.ts'
import {readBag} from '../../../src/reconcile/divergence/word-bag.ts'

const keys = (text: string, locale: string): string[] => piecesOf(text, locale).map(({key}) => key)

describe('src/reconcile/divergence/pieces', () => {
  it('takes the inflected forms of a word as one, in languages that have a stemmer', () => {
    expect(keys('fédéré', 'fr-FR')).toEqual(keys('fédérés', 'fr-FR'))
    expect(keys('servidores', 'es-ES')).toEqual(keys('servidor', 'es-ES'))
  })

  it('cuts text without spaces into words, and Korean into pairs of characters', () => {
    expect(keys('内部サーバー', 'ja-JP')).toEqual(['内部', 'サーバー'])
    expect(keys('서버에서', 'ko-KR')).toEqual(['서버', '버에', '에서'])
  })

  it('leaves numbers out, and takes A/V as one word', () => {
    expect(keys('A/V port 443', 'en')).toEqual(['a/v', 'port'])
  })

  it('reads a language that nothing is known of, and a tag that is none', () => {
    expect(keys('port serwera', 'pl-PL')).toEqual(['port', 'serwera'])
    expect(keys('port', '???')).toEqual(['port'])
  })
})

describe('src/reconcile/divergence/word-bag', () => {
  it('finds a word inside a compound and however a text without spaces is cut', () => {
    expect(readBag('Gatewaypool', 'de-DE').has('gateway')).toBe(true)
    expect(readBag('リバースプロキシ', 'ja-JP').has('リバース')).toBe(true)
  })

  it('counts how often a word stands there', () => {
    expect(readBag('le directeur et le directeur', 'fr-FR').count(keys('directeur', 'fr-FR')[0] ?? '')).toBe(
      2,
    )
    expect(readBag('節點與節點', 'zh-TW').count('節點')).toBe(2)
  })
})
