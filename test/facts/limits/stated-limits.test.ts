import {describe, expect, it} from 'vitest'
import {limitsIn} from '../../../src/facts/limits/stated-limits.ts'

const told = (text: string, locale = 'en') =>
  limitsIn(text, locale).map(({side, kind, name}) => `${side ?? 'end'} ${kind} ${name}`)

describe('src/facts/limits/stated-limits.ts', () => {
  it.each([
    ['Reachable only from the operator subnet.', 'en', 'source only the operator subnet'],
    ['Only from 10.3.0.0/16.', 'en', 'source only 10.3.0.0/16'],
    ['Connections from the console only', 'en', 'source only the console'],
    ['Restrict access to the management VLAN.', 'en', 'source only the management vlan'],
    ['Not from the Internet', 'en', 'source except the internet'],
    ['except guests', 'en', 'end except guests'],
    ['Internal only', 'en', 'end only internal'],
    ['Nur aus dem Verwaltungsnetz', 'de-DE', 'source only verwaltungsnetz'],
    ['Uniquement depuis le sous-réseau de gestion', 'fr-FR', 'source only le sous-reseau de gestion'],
    ['Solo desde la red de gestión', 'es-ES', 'source only la red de gestion'],
    ['только из сети управления', 'ru-RU', 'source only сети управления'],
    ['管理サブネットからのみ', 'ja-JP', 'source only 管理サブネット'],
    ['ゲストを除く', 'ja-JP', 'end except ゲスト'],
    ['僅允許來自管理網段', 'zh-TW', 'source only 管理網段'],
    ['관리 서브넷에서만', 'ko-KR', 'source only 관리 서브넷'],
    ['فقط من شبكة الإدارة', 'ar-SA', 'source only شبكة الادارة'],
    ['alleen vanuit het beheernetwerk', 'nl-NL', 'source only het beheernetwerk'],
  ])('hears the limit of “%s” in %s', (text, locale, expected) => {
    expect(told(text, locale)).toEqual([expected])
  })

  it('hears each limit of a sentence, in any order', () => {
    expect(told('Only from the operator subnet, only to the depot')).toHaveLength(2)
    expect(told('Only from the operator subnet, except guests, not to the archive.')).toEqual(
      expect.arrayContaining([expect.stringContaining('except'), 'source only the operator subnet']),
    )
  })

  it.each([
    'Used only for backups',
    'Only required if federation is used',
    'read only',
    'TCP only',
    'not encrypted',
    'limited to 100 sessions',
    'It is not used by clients',
    'Used for all media except video calls of the third kind',
  ])('hears no limit of an end in “%s”', (text) => {
    expect(told(text)).toEqual([])
  })

  it.each([
    ['只有與使用 Harbor Relay Pro 4 的夥伴進行同步時才必須使用', 'zh-TW'],
    ['仅在与运行 Harbor Relay Pro 4 的合作伙伴同步时必须使用', 'zh-CN'],
    ['Harbor Relay Pro 4 を実行するパートナーとの同期にのみ', 'ja-JP'],
  ])(
    'takes no sentence for short because its script has no spaces and its names have: “%s”',
    (text, locale) => {
      expect(told(text, locale)).toEqual([])
    },
  )
})
