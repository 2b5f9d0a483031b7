import {describe, expect, it} from 'vitest'
import type {Facts} from '../../../src/model/schema.ts'
import {pipe, portsOf, readDocument} from '../../align/read-document.ts'

const header: Record<string, string> = {
  'en-US': 'Action | Source | Destination | Protocol | Port | Notes',
  'de-DE': 'Aktion | Quelle | Ziel | Protokoll | Port | Hinweise',
  'fr-FR': 'Action | Source | Destination | Protocole | Port | Remarques',
  'ja-JP': 'アクション | 送信元 | 宛先 | プロトコル | ポート | 備考',
  'zh-CN': '操作 | 源 | 目标 | 协议 | 端口 | 备注',
}

const ruleOf = (locale: string, row: string, after = ''): Facts | string => {
  const [read] = readDocument(locale, `${pipe(header[locale] ?? '', row)}\n\n${after}`)
  return typeof read === 'object' ? (read[0] ?? 'no rule') : (read ?? 'no row')
}

const sourceOf = (read: Facts | string): string =>
  typeof read === 'string' ? read : [read.source?.id, ...(read.source?.qualifiers ?? [])].join(' ')

describe('src/facts/limits/denial-limits.ts', () => {
  it.each([
    ['en-US', 'Deny | Any | Turnstile | TCP | 7443 | Its console must not be reachable from outside'],
    ['en-US', 'Block | Any | Turnstile | TCP | 7443 | Keep this port closed'],
    ['en-US', 'Drop | Any | Turnstile | TCP | 7443 (closed) | Denied: nobody needs it'],
    ['de-DE', 'Verweigern | Beliebig | Drehkreuz | TCP | 7443 | Niemals öffnen, weil veraltet'],
    ['fr-FR', 'Refuser | Tous | Tourniquet | TCP | 7443 | Ne jamais ouvrir ce port'],
    ['ja-JP', '拒否 | すべて | 改札機 | TCP | 7443 | 外部に公開しないこと'],
    ['zh-CN', '拒绝 | 任何 | 闸机 | TCP | 7443 | 切勿开放此端口'],
  ])('denies in %s, of any source, what the action of a row and its note deny: %s', (locale, row) => {
    const read = ruleOf(locale, row)
    expect(typeof read === 'string' ? read : portsOf([read])).toBe('deny tcp 7443')
    expect(sourceOf(read)).toBe('any')
  })

  it('leaves out of what is stopped whom a note excepts, and nobody else', () => {
    const row = 'Deny | Any | Turnstile | TCP | 7443 |'
    expect(sourceOf(ruleOf('en-US', `${row} Blocked except from the caretaker network`))).toBe(
      'any except-from-the-caretaker-network',
    )
    expect(ruleOf('en-US', `${row} Only from the caretaker network`)).toMatchObject({
      action: 'deny',
      source: {id: 'any', qualifiers: []},
      requirement: 'conditional',
    })
    expect(sourceOf(ruleOf('en-US', `${row} Not from guests`))).toBe('any')
  })

  it('denies where a note of the table denies or limits too', () => {
    const table = 'Deny | Any | Turnstile | TCP | 7443 | Console'
    for (const note of ['Port 7443 must never be opened.', 'Access is only allowed from the guard network.'])
      expect(portsOf([ruleOf('en-US', table, note) as Facts])).toBe('deny tcp 7443')
  })

  it('reads no end that is nobody as a reason', () => {
    expect(ruleOf('en-US', 'Deny | Nobody | Turnstile | TCP | 7443 | Console')).toBe('denied')
  })

  it.each([
    ['en-US', 'Deny | Any | Turnstile | TCP | 7443 | Allow on weekends'],
    ['en-US', 'Block | Any | Turnstile | TCP | 7443 | Permitted for the caretaker'],
    ['de-DE', 'Verweigern | Beliebig | Drehkreuz | TCP | 7443 | Am Wochenende zulassen'],
    ['fr-FR', 'Refuser | Tous | Tourniquet | TCP | 7443 | Autorisé le week-end'],
    ['ja-JP', '拒否 | すべて | 改札機 | TCP | 7443 | 週末は許可'],
    ['zh-CN', '拒绝 | 任何 | 闸机 | TCP | 7443 | 周末允许'],
  ])('denies on a condition what a note lets through all the same: %s, %s', (locale, row) => {
    const read = ruleOf(locale, row)
    expect(typeof read === 'string' ? read : [read.action, read.requirement]).toEqual(['deny', 'conditional'])
    expect(sourceOf(read)).toBe('any')
  })

  it('denies without a condition where a note says what the port was for', () => {
    const read = ruleOf('en-US', 'Deny | Any | Turnstile | TCP | 7443 | Alarms of the old turnstile')
    expect(typeof read === 'string' ? read : [read.action, read.requirement]).toEqual(['deny', 'unknown'])
  })
})
