import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {formatPath, parsePath} from '../../../src/facts/path/path.ts'
import {type Range, sortRanges} from '../../../src/facts/ports/ranges.ts'
import {sortProtocols} from '../../../src/facts/protocol-words.ts'
import protocolData from '../../../src/facts/protocols.json' with {type: 'json'}
import {knownLocales} from '../../../src/languages/languages.ts'
import type {Transport} from '../../../src/model/schema.ts'
import {cellText} from '../../support/cells.ts'
import {runs} from '../../support/thorough.ts'

/** `role protocols security transports ports anomaly` in one line. */
const read = (cell: string, locale = 'en') => {
  const path = parsePath(cell, locale)
  if (!path.ok) return `${path.kind}: ${path.reason}`
  const ports = path.ports.map(([low, high]) => (low === high ? low : `${low}-${high}`))
  const parts = [path.role, path.protocols.join(), path.security, path.transports.join(), ports.join()]
  return `${parts.map((part) => part || '-').join(' ')}${path.anomaly === null ? '' : ` (${path.anomaly})`}`
}

describe('src/facts/path/path.ts', () => {
  it.each([
    ['A/V/STUN,MSTURN/UDP/3478', 'en', 'A/V STUN,MSTURN - udp 3478'],
    ['音訊/視訊/STUN、MSTURN/UDP/3478', 'zh-TW', 'A/V STUN,MSTURN - udp 3478'],
    ['音声 / ビデオ / RTP / UDP / 50,000 〜 59,999', 'ja-JP', 'A/V RTP - udp 50000-59999'],
    ['Audio/Video/RTP/TCP/50.000-59.999', 'de-DE', 'A/V RTP - tcp 50000-59999'],
    ['액세스/SIP(TLS)/TCP/443', 'ko-KR', 'Access SIP TLS tcp 443'],
    ['ＡＣＣＥＳＳ／ＳＩＰ（ＭＴＬＳ）／ＴＣＰ／５０６１', 'zh-TW', 'Access SIP MTLS tcp 5061'],
    [
      'Conférence web/PSOM (TLS) TCP/443',
      'fr-FR',
      'Web Conferencing PSOM TLS tcp 443 (a slash is missing before TCP)',
    ],
    [
      'A/V/STUN.MSTURN/UDP/3478',
      'en',
      'A/V STUN,MSTURN - udp 3478 (a full stop stands where a comma belongs)',
    ],
    ['STUN/TCP or UDP/3478, 3479', 'en', '- STUN - tcp,udp 3478,3479'],
    ['DNS/TCP または UDP/53', 'ja-JP', '- DNS - tcp,udp 53'],
    ['音訊/視訊 (A/V)/RTP/UDP/50000-59999', 'zh-TW', 'A/V RTP - udp 50000-59999'],
    ["Edge d'acces/SIP (TLS)/TCP/443", 'fr-FR', 'Access SIP TLS tcp 443'],
    ['HTTP(S)/TCP/80, 443.', 'en', '- HTTP,HTTPS - tcp 80,443'],
    ['SIP over TLS/TCP/5061', 'en', '- SIP TLS tcp 5061'],
    ['TCP 連接埠 5061。', 'zh-TW', '- - - tcp 5061'],
    ['SIP/TCP:5060', 'en', '- SIP - tcp 5060'],
    ['SIP/TCP5060', 'en', '- SIP - tcp 5060'],
    ['SIP/TLS 1.2/TCP/5061', 'en', '- SIP TLS tcp 5061'],
    ['RTP/UDP/Any', 'en', '- RTP - udp 0-65535'],
    ['H.323/TCP/1720', 'en', '- H.323 - tcp 1720'],
    ['XMPP/MTLS/23456', 'en', '- XMPP MTLS - 23456 (no transport)'],
    ['HTTPS/443', 'en', '- HTTPS - - 443 (no transport)'],
    ['Proxy/SIP/TCP/5060', 'en', 'Proxy SIP - tcp 5060 (unknown role “Proxy”)'],
    ['QWRT/TCP/5060', 'en', '- QWRT - tcp 5060 (unknown protocol “QWRT”)'],
  ])('reads “%s” in %s', (cell, locale, expected) => {
    expect(read(cell, locale)).toBe(expected)
  })

  it.each([
    ['A/V/RTP/TCP/50000-000-59 999', 'fr-FR', 'broken: a port does not start with 0: “000”'],
    [
      'A/V/RTP/59,999',
      'ja-JP',
      'broken: “59,999” may be one port or two; put a space behind the comma of a list',
    ],
    ['TCP 50000 59999', 'zh-TW', 'broken: no character of a range or list between 50000 and 59999'],
    ['A/V/STUN,開啟/UDP/3478', 'zh-TW', 'words: no port number in “開啟”'],
    ['STUN/activer/UDP/3478', 'fr-FR', 'words: no port number in “activer”'],
    ['Access/SIP(MTLS/TCP/5061', 'en', 'broken: the brackets do not match'],
    ['Access/SIP()/TCP/5061', 'en', 'broken: the brackets are empty'],
    ['SIP/TCP 5060/UDP 5061', 'en', 'broken: different transports have different ports'],
    ['SIP/TCP/70000', 'en', 'broken: 70000 is above 65535'],
    ['SIP/TCP', 'en', 'words: the path has no port'],
    ['', 'en', 'words: the path has no port'],
  ])('refuses “%s” in %s with a reason', (cell, locale, expected) => {
    expect(read(cell, locale)).toBe(expected)
  })

  it('reads the same facts from a path written in the style of any locale', () => {
    const names = protocolData.protocols.map(({name}) => name.toUpperCase())
    const range = fc
      .tuple(fc.nat(65535), fc.nat(65535))
      .map(([a, b]): Range => [Math.min(a, b), Math.max(a, b)])
    const facts = fc.record({
      role: fc.constantFrom(null, 'Access', 'A/V', 'Web Conferencing'),
      protocols: fc.uniqueArray(fc.constantFrom(...names), {maxLength: 3}).map(sortProtocols),
      security: fc.constantFrom(null, 'TLS' as const, 'MTLS' as const),
      transports: fc.constantFrom<Transport[][]>(['tcp'], ['udp'], ['tcp', 'udp']),
      ports: fc.array(range, {minLength: 1, maxLength: 3}).map(sortRanges),
    })
    fc.assert(
      fc.property(facts, fc.constantFrom(...knownLocales, 'xx-YY'), (given, locale) => {
        expect(parsePath(formatPath(given, locale), locale)).toEqual({ok: true, ...given, anomaly: null})
      }),
      {numRuns: runs(500)},
    )
  })

  it('writes in the style of a locale', () => {
    const facts = {role: 'A/V', protocols: ['STUN', 'MSTURN'], security: null, transports: ['udp' as const]}
    const write = (locale: string) => formatPath({...facts, ports: [[50000, 59999]]}, locale)
    expect(['en', 'zh-TW', 'ja-JP', 'fr-FR'].map(write)).toEqual([
      'A/V/STUN,MSTURN/UDP/50,000-59,999',
      'A/V/STUN、MSTURN/UDP/50,000-59,999',
      '音声ビデオ/STUN、MSTURN/UDP/50,000 ～ 59,999',
      'A/V/STUN, MSTURN/UDP/50 000-59 999',
    ])
  })

  it('answers any text, however long', () => {
    fc.assert(
      fc.property(cellText, fc.constantFrom(...knownLocales), (cell, locale) => {
        expect(typeof parsePath(cell, locale).ok).toBe('boolean')
      }),
    )
    for (const piece of ['(', '()', '/', 'TCP', 'TCP/', 'a ', '語', '.', '1 ', '1,', 'tls 1.', "a'"])
      for (const length of [300, 100_000]) {
        expect(typeof parsePath(piece.repeat(length).slice(0, length), 'ja-JP').ok).toBe('boolean')
      }
  })
})
