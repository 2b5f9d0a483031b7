import {describe, expect, it} from 'vitest'
import {isIdentifier, unclearSense} from '../../src/facts/heading-sense.ts'

describe('src/facts/heading-sense.ts', () => {
  it.each([
    ['en', 'Retired ports'],
    ['en', 'Ports refused by browsers'],
    ['en', 'Unsupported TCP ports'],
    ['en', 'Reserved ports'],
    ['en', 'Ports that were removed'],
    ['de-DE', 'Ausgemusterte Ports'],
    ['fr-FR', 'Ports retirés'],
    ['es-ES', 'Puertos retirados'],
    ['it-IT', 'Porte riservate'],
    ['pt-BR', 'Portas retiradas'],
    ['ru-RU', 'Зарезервированные порты'],
    ['ja-JP', '廃止されたポート'],
    ['zh-TW', '已淘汰的連接埠'],
    ['zh-CN', '已废弃端口'],
    ['ko-KR', '폐지된 포트'],
  ])('does not understand in %s: %s', (locale, heading) => {
    expect(unclearSense(heading, locale)).not.toBeNull()
  })

  it.each([
    ['en', 'Required ports'],
    ['en', 'Privileged ports'],
    ['en', 'Ports used by the scanner'],
    ['en', 'Contoso ports'],
    ['de-DE', 'Benötigte Ports'],
    ['fr-FR', 'Ports utilisés'],
    ['es-ES', 'Puertos utilizados'],
    ['it-IT', 'Porte utilizzate'],
    ['pt-BR', 'Portas usadas'],
    ['ru-RU', 'Используемые порты'],
    ['ja-JP', '使用されるポート'],
    ['zh-TW', '已開啟的連接埠'],
    ['zh-CN', '需要开放的端口'],
    ['ko-KR', '사용되는 포트'],
    ['ko-KR', '조위 관측에 대한 네트워크 포트'],
    ['ko-KR', '관측소를 위한 포트'],
  ])('understands in %s: %s', (locale, heading) => {
    expect(unclearSense(heading, locale)).toBeNull()
  })

  it('takes the name of a file for no words', () => {
    expect(['drop-and-reject', 'ports_to_block'].map(isIdentifier)).toEqual([true, true])
    expect(['Blocked ports', 'IPsec-Ausnahmen', 'blocked'].map(isIdentifier)).toEqual([false, false, false])
  })
})
