import {describe, expect, it} from 'vitest'
import {pipe, portsOf, readDocument} from '../../align/read-document.ts'

const of = (locale: string, header: string, cell: string) =>
  readDocument(locale, pipe(header, `${cell} | TCP | Kontor`, '9999 | TCP | Sluice'))[0]

describe('src/facts/row/port-remarks.ts', () => {
  it.each([
    ['en-US', 'Port | Protocol | Service', '9200, can be changed', 'tcp 9200'],
    ['en-US', 'Port | Protocol | Service', 'default 9200, can be changed', 'tcp 9200'],
    ['en-US', 'Port | Protocol | Service', 'configurable (9100 by default)', 'tcp 9100'],
    [
      'en-US',
      'Port | Protocol | Service',
      '5060 (unsecured), 5061 (secured). The service listens on both.',
      'tcp 5060 5061',
    ],
    ['de-DE', 'Port | Protokoll | Dienst', '9200, kann geändert werden', 'tcp 9200'],
    ['de-DE', 'Port | Protokoll | Dienst', 'konfigurierbar (standardmäßig 9100)', 'tcp 9100'],
    ['fr-FR', 'Port | Protocole | Service', '9200, modifiable dans les paramètres', 'tcp 9200'],
    ['pl-PL', 'Port | Protokół | Usługa', '514, w zależności od konfiguracji', 'tcp 514'],
    ['ja-JP', 'ポート | プロトコル | サービス', '9200、変更できます', 'tcp 9200'],
    ['zh-CN', '端口 | 协议 | 服务', '9200，可以修改', 'tcp 9200'],
  ])('reads ports with words beside them (%s: %s: %s)', (locale, header, cell, expected) => {
    expect(portsOf(of(locale, header, cell))).toBe(expected)
  })

  it.each([
    '80, 443, and others',
    '80, other ports',
    '80, more ports for guests',
    '80, LDAP if needed',
    '135, dynamic',
    '135, any above',
    '80 to the left, up',
    'see 443 below',
  ])('reads none where the words may name more (%s)', (cell) => {
    expect(typeof of('en-US', 'Port | Protocol | Service', cell)).toBe('string')
  })

  it('hears what the words forbid or limit', () => {
    expect(portsOf(of('en-US', 'Port | Protocol | Service', '9200, do not open'))).toBe('denied')
    expect(portsOf(of('en-US', 'Port | Protocol | Service', 'not used (9200)'))).toBe('denied')
    const [rule] = of('en-US', 'Port | Protocol | Service', '9200, only from the admin subnet') ?? []
    expect(typeof rule === 'object' ? rule.source?.id : rule).toBe('administrator')
    const [optional] = of('en-US', 'Port | Protocol | Service', '9200. This is optional.') ?? []
    expect(typeof optional === 'object' ? optional.requirement : optional).toBe('optional')
  })

  it.each([
    [String.raw`UDP\TCP`, 'tcp/udp 5060'],
    ['TCP-TLS', 'tcp 5060'],
    ['SOCKS5', 'tcp 5060'],
  ])('reads %s as a protocol', (protocol, expected) => {
    const body = pipe('Port | Protocol | Service', `5060 | ${protocol} | Kontor`)
    expect(portsOf(readDocument('en-US', body)[0])).toBe(expected)
  })
})
