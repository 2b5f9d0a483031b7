import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parsePortCell, parsePortColumns, parseProtocolCell} from '../../src/facts/port-cell.ts'
import {knownLocales} from '../../src/languages/languages.ts'
import {cellText} from '../support/cells.ts'

const columns = (port: string | null, protocol: string | null, locale = 'en') => {
  const reading = parsePortColumns({port, protocol}, locale)
  if (!reading.ok) return reading.reason
  const {protocols, security, transports, ports} = reading
  return `${protocols} ${security} ${transports} ${JSON.stringify(ports)}`
}

describe('src/facts/port-cell.ts', () => {
  it.each([
    ['TCP 443', null, 'en', ' null tcp [[443,443]]'],
    ['443', 'TCP+UDP', 'en', ' null tcp,udp [[443,443]]'],
    ['443', 'UDP-TCP', 'de-DE', ' null tcp,udp [[443,443]]'],
    ['443', 'TCP\\UDP', 'ru-RU', ' null tcp,udp [[443,443]]'],
    ['443/TCP', null, 'en', ' null tcp [[443,443]]'],
    ['TCP(MTLS) 5061', null, 'en', ' MTLS tcp [[5061,5061]]'],
    ['TCP 80, TCP 443', null, 'en', ' null tcp [[80,80],[443,443]]'],
    ['135', 'DCOM and remote procedure call (RPC)', 'en', 'DCOM,RPC null  [[135,135]]'],
    ['135', 'DCOM et appel de procédure distante (RPC)', 'fr-FR', 'DCOM,RPC null  [[135,135]]'],
    ['8080', 'TCP - clients fetch the root certificate', 'en', ' null tcp [[8080,8080]]'],
    ['4443', 'HTTPS (from reverse proxy)', 'en', 'HTTPS null  [[4443,4443]]'],
    ['4443', 'HTTPS （反向 Proxy）', 'zh-TW', 'HTTPS null  [[4443,4443]]'],
    ['881', 'TCP (TLS) and TCP (MTLS)', 'en', ' TLS tcp [[881,881]]'],
    ['443', '', 'en', ' null  [[443,443]]'],
    ['Any', 'Any', 'en', ' null tcp,udp [[0,65535]]'],
    [null, 'TCP/443', 'en', ' null tcp [[443,443]]'],
  ])('reads port %j with protocol %j in %s', (port, protocol, locale, expected) => {
    expect(columns(port, protocol, locale)).toBe(expected)
  })

  it.each([
    ['5061', 'TCP-OUT', 'unknown protocol “TCP-OUT”'],
    ['1434', 'DATAGRAMME', 'unknown protocol “DATAGRAMME”'],
    ['443', 'HTTPS ()', 'unknown protocol “HTTPS ()”'],
    ['TCP 443 UDP 3478', null, 'different transports have different ports'],
    ['443', 'TCP 444', 'two columns name different ports'],
    ['UDP 443', 'TCP', 'two columns name different transports'],
  ])('refuses port %j with protocol %j', (port, protocol, reason) => {
    expect(columns(port, protocol)).toBe(reason)
  })

  it('takes the role off a protocol that has one in front', () => {
    expect(parseProtocolCell('アクセス/SIP (MTLS)', 'ja-JP')).toMatchObject({
      role: 'Access',
      security: 'MTLS',
    })
  })

  it('answers any text', () => {
    fc.assert(
      fc.property(cellText, fc.constantFrom(...knownLocales), (cell, locale) => {
        expect(typeof parsePortCell(cell, locale).ok).toBe('boolean')
        expect(typeof parseProtocolCell(cell, locale).ok).toBe('boolean')
      }),
    )
  })
})
