import {describe, expect, it} from 'vitest'
import {saysMoreThanFacts} from '../../../src/firewall/writing/untold-remark.ts'

describe('src/firewall/writing/untold-remark.ts', () => {
  it.each([
    ['en', 'Only for administrators'],
    ['en', 'Signaling. Not reachable from guest networks.'],
    ['en', 'If the old gauge still runs, it calls here.'],
    ['en', 'Do not use it for any other reason.'],
    ['de-DE', 'Nur für Administratoren'],
    ['de-DE', 'Nur wenn der alte Pegel noch läuft'],
    ['fr-FR', 'Uniquement depuis le réseau d’administration'],
    ['es-ES', 'Solo desde la red de administración'],
    ['ja-JP', '管理者のみ'],
    ['zh-TW', '僅限系統管理員'],
    ['ko-KR', '관리자만'],
    ['ru-RU', 'Только для администраторов'],
  ])('%s: “%s” is to be read before the file is loaded', (locale, note) => {
    expect(saysMoreThanFacts(note, locale, {})).toBe(true)
  })

  it.each([
    ['en', 'Looks up names in DNS over UDP'],
    ['en', 'Content of conferences, such as slides and whiteboards'],
    ['en', 'Traffic is not encrypted'],
    ['de-DE', 'Namensauflösung über UDP'],
    ['fr-FR', 'Résolution de noms'],
    ['ja-JP', '名前を解決します'],
    ['zh-TW', '解析名稱'],
  ])('%s: “%s” tells nothing that a firewall could do otherwise', (locale, note) => {
    expect(saysMoreThanFacts(note, locale, {})).toBe(false)
  })

  it('takes a sentence that a fact was read from for understood, and no other one', () => {
    const quote = 'Only from the depot.'
    const known = {source: {how: 'stated' as const, quote}}
    expect(saysMoreThanFacts(quote, 'en', {known})).toBe(false)
    expect(saysMoreThanFacts(`Pilots. ${quote}`, 'en', {known})).toBe(false)
    expect(saysMoreThanFacts(`${quote} Not for guests.`, 'en', {known})).toBe(true)
    expect(saysMoreThanFacts(quote, 'en', {known: {source: {how: 'stated'}}})).toBe(true)
  })
})
