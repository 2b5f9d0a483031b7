import {describe, expect, it} from 'vitest'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'

const correctionOf = (locale: string, english: string, header: boolean): string | null =>
  checkUnits([{id: 'u', locale, source: english, target: english, header}], emptyContext)[0]?.fix?.text ??
  null

describe('src/reconcile/checks/header-word.ts', () => {
  it('puts a header of one English word into the word by which the language heads such a column', () => {
    const headers: [locale: string, english: string, own: string][] = [
      ['ja-JP', 'Direction', '方向'],
      ['ja-JP', 'Ports', 'ポート'],
      ['ko-KR', 'Destination', '대상'],
      ['ko-KR', 'Protocol', '프로토콜'],
      ['zh-CN', 'Source', '源'],
      ['zh-CN', 'protocol', '协议'],
      ['zh-TW', 'Direction', '方向'],
      ['es-ES', 'Direction', 'Dirección'],
      ['it-IT', 'Port', 'Porta'],
      ['it-IT', 'Source', 'Origine'],
      ['pt-BR', 'Source', 'Origem'],
      ['ru-RU', 'Destination', 'Назначение'],
    ]
    for (const [locale, english, own] of headers)
      expect([locale, english, correctionOf(locale, english, true)]).toEqual([locale, english, own])
  })

  it('leaves words that are listed for reading, plurals, prepositions, names and cells', () => {
    const left: [locale: string, english: string][] = [
      ['ja-JP', 'Server'],
      ['ja-JP', 'User'],
      ['ja-JP', 'Name'],
      ['ja-JP', 'Total'],
      ['ja-JP', 'Required'],
      ['zh-CN', 'Total'],
      ['zh-CN', 'Required'],
      ['zh-TW', 'Required'],
      ['zh-TW', 'Number'],
      ['ko-KR', 'Various'],
      ['ko-KR', 'From'],
      ['ja-JP', 'From'],
      ['it-IT', 'From'],
      ['pt-BR', 'From'],
      ['it-IT', 'Ports'],
      ['it-IT', 'Protocols'],
      ['pt-BR', 'Ports'],
      ['de-DE', 'Direction'],
      ['fr-FR', 'Purpose'],
      ['es-ES', 'Server'],
      ['pl-PL', 'Direction'],
      ['tr-TR', 'Source'],
      ['ja-JP', 'Conferencing Server'],
      ['ko-KR', 'Source Port'],
      ['ja-JP', 'HTTPS'],
      ['zh-TW', 'Harbor'],
    ]
    for (const [locale, english] of left)
      expect([locale, english, correctionOf(locale, english, true)]).toEqual([locale, english, null])
    for (const locale of ['ja-JP', 'ko-KR', 'zh-CN', 'zh-TW', 'es-ES', 'it-IT'])
      for (const english of ['Direction', 'Source', 'Port'])
        expect([locale, english, correctionOf(locale, english, false)]).toEqual([locale, english, null])
  })
})
