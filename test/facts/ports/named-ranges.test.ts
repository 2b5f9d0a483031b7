import {describe, expect, it} from 'vitest'
import {portNamesIn} from '../../../src/facts/ports/named-ranges.ts'

describe('src/facts/ports/named-ranges.ts', () => {
  it.each([
    ['RPC dynamic', 'en'],
    ['Ephemeral ports', 'en'],
    ['Dynamic (see note 3)', 'en'],
    ['Dynamisch', 'de-DE'],
    ['Dynamique (voir la note 12)', 'fr-FR'],
    ['Dinámico', 'es-ES'],
    ['Dinamico', 'it-IT'],
    ['Dinâmica', 'pt-BR'],
    ['Динамический', 'ru-RU'],
    ['動的ポート', 'ja-JP'],
    ['동적', 'ko-KR'],
    ['动态端口', 'zh-CN'],
    ['動態', 'zh-TW'],
    ['DYNAMIC\ufdd1注 6\ufdd2', 'ja-JP'],
  ])('hears a range without numbers in “%s” (%s)', (text, locale) => {
    expect(portNamesIn(text, locale)).toEqual(['dynamic'])
  })

  it.each([
    ['Dynamic (49152-65535)', 'en'],
    ['135, dynamic', 'en'],
    ['443', 'en'],
    ['See the dynamic routing guide', 'en'],
    ['', 'en'],
  ])('hears none in “%s” (%s)', (text, locale) => {
    expect(portNamesIn(text, locale)).toEqual([])
  })
})
