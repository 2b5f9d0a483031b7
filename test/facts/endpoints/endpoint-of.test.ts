import {describe, expect, it} from 'vitest'
import {endpointOf} from '../../../src/facts/endpoints/endpoint-of.ts'
import {BREAK} from '../../../src/text/cell-structure.ts'

const told = (text: string, locale = 'en'): string => {
  const end = endpointOf(text, locale)
  return end === null ? '–' : [end.id, ...end.alternatives].join(' | ')
}

describe('src/facts/endpoints/endpoint-of.ts', () => {
  it.each([
    ['en', '*'],
    ['en', 'Anywhere'],
    ['en', '0.0.0.0/0'],
    ['en', '::/0'],
    ['de-DE', 'Beliebige Adresse'],
    ['fr-FR', 'Toutes les adresses IP'],
    ['es-ES', 'Cualquier dirección IP'],
    ['it-IT', 'Qualsiasi indirizzo'],
    ['pt-BR', 'Qualquer lugar'],
    ['ru-RU', 'Любой адрес'],
    ['ja-JP', 'すべての IP アドレス'],
    ['zh-TW', '任何位址'],
    ['zh-CN', '任意主机'],
    ['ko-KR', '모든 IP 주소'],
  ])('takes in %s: %s for any', (locale, text) => {
    expect(told(text, locale)).toBe('any')
  })

  it.each([
    ['en', 'Internet (any)'],
    ['en', 'All Internet'],
    ['en', 'Any Internet address'],
    ['de-DE', 'Beliebiges Internet'],
    ['fr-FR', 'Tout Internet'],
    ['es-ES', 'Todo Internet'],
    ['ja-JP', '任意のインターネット'],
    ['zh-CN', '所有 Internet'],
    ['ko-KR', '모든 인터넷'],
  ])('takes in %s: %s for any address of the Internet', (locale, text) => {
    expect(told(text, locale)).toBe('any | internet')
  })

  it('keeps what is not the Internet itself', () => {
    expect(told('Internet')).toBe('internet')
    expect(told('Any Internet proxy of guests')).not.toContain('any |')
    expect(told('All intranets')).not.toContain('internet')
  })

  it.each([
    ['en', 'all Internet users'],
    ['de-DE', 'alle Internet-Server'],
    ['fr-FR', 'tous les serveurs Internet'],
    ['es-ES', 'todos los usuarios de Internet'],
    ['pt-BR', 'todos os servidores da Internet'],
    ['zh-CN', '任意互联网用户'],
    ['id-ID', 'semua server Internet'],
  ])('takes in %s: %s, who may be those of a house, not for any address', (locale, text) => {
    expect(told(text, locale)).not.toContain('any')
  })

  it.each([
    ['en', 'Any except guests'],
    ['en', 'All internal hosts'],
    ['en', 'All clients'],
    ['fr-FR', 'Serveur Edge (tout)'],
    ['fr-FR', 'Toutes sauf le réseau invité'],
    ['ja-JP', 'すべての内部サーバー'],
    ['ko-KR', '모든 내부 서버'],
  ])('takes in %s: %s not for any', (locale, text) => {
    expect(told(text, locale)).not.toBe('any')
  })

  it.each([
    ['en', 'Internet (any)'],
    ['fr-FR', 'Internet (tout)'],
    ['de-DE', 'Internet (beliebig)'],
    ['ja-JP', 'インターネット (任意)'],
    ['zh-CN', 'Internet（任意）'],
  ])('takes in %s: %s for any of the Internet', (locale, text) => {
    expect(told(text, locale)).toBe('any | internet')
  })

  it.each([
    ['en', '10.4.0.0/16, !10.4.1.0/24', '10-4-0-0-16-not-10-4-1-0-24'],
    ['en', 'depot, not guests', 'depot-not-guests'],
    ['en', '10.4.0.0/16; except 10.4.1.0/24', '10-4-0-0-16-except-10-4-1-0-24'],
    ['de-DE', '10.4.0.0/16, ohne 10.4.1.0/24', '10-4-0-0-16-ohne-10-4-1-0-24'],
    ['fr-FR', '10.4.0.0/16, sauf les invités', '10-4-0-0-16-sauf-les-invités'],
    ['ru-RU', '10.4.0.0/16, кроме гостей', '10-4-0-0-16-кроме-гостей'],
    ['ja-JP', '10.4.0.0/16、10.4.1.0/24 を除く', '10-4-0-0-16-10-4-1-0-24-を除く'],
    ['zh-TW', '10.4.0.0/16、≠10.4.1.0/24', '10-4-0-0-16-not-10-4-1-0-24'],
  ])('takes in %s what a member of “%s” excepts for no machine of a list', (locale, text, id) => {
    expect(told(text, locale)).toBe(id)
  })

  it('turns no “not” into its contrary', () => {
    expect(told('!10.4.1.0/24', 'de-DE')).toBe('not-10-4-1-0-24')
    expect(told('router ohne NAT, depot', 'de-DE')).toBe('router-ohne-nat | depot')
  })

  it('keeps addresses, networks and names of hosts as they are', () => {
    expect(told('10.20.0.0/16')).toBe('10.20.0.0/16')
    expect(told('2001:DB8:5::/48')).toBe('2001:db8:5::/48')
    expect(told('192.0.2.8 - 192.0.2.15')).toBe('192.0.2.8-192.0.2.15')
    expect(told('pool.time.example')).toBe('pool.time.example')
  })

  it('keeps an address in brackets and a name that starts with a star', () => {
    expect(told('[2001:db8::7]')).toBe('2001:db8::7')
    expect(told('*media.lock.example.com')).toBe('*media.lock.example.com')
  })

  it('makes one endpoint of a list, the others its alternatives', () => {
    expect(told(`Cell A${BREAK}Cell B`)).toBe('cell-a | cell-b')
    expect(told('保管庫、金庫', 'ja-JP')).toBe('保管庫 | 金庫')
  })

  it.each([
    ['Internet, LAN', 'internet | internal-network'],
    ['the Internet, the LAN', 'internet | internal-network'],
    ['LAN / Internet', 'internal-network | internet'],
    ['Internet, guest network', 'internet | guest-network'],
    ['clients; VPN', 'clients | vpn'],
    ['Internet, mail server', 'internet | mail-server'],
    ['clients, internal', 'clients'],
    ['clients, remote', 'clients'],
    ['Internet, local', 'internet'],
    ['gateway, public', 'pstn-gateway'],
    ['gateway, backup', 'pstn-gateway'],
    ['Internet, branch', 'internet'],
  ])('reads “%s” as a list of machines and networks, and no adjective as one of them', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})
