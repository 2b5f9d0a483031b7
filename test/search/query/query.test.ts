import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {knownLocales, localeData} from '../../../src/languages/languages.ts'
import {isEmptyQuery, parseQuery} from '../../../src/search/query/query.ts'
import type {Query} from '../../../src/search/query/query-types.ts'
import {createLexicon} from '../../../src/search/query/query-words.ts'
import {runs} from '../../support/thorough.ts'

const lexicon = createLexicon(knownLocales.map(localeData), ['SIP', 'STUN', 'TURN', 'RTP', 'HTTPS'])
const parse = (text: string) => parseQuery(text, lexicon)

/** A query as one line: `5061`, `tcp:443`, `SIP`, `'word`, `"phrase"`, `!problem(text)`. */
const line = (query: Query) =>
  [
    ...query.ports.map(({range: [low, high], transport}) => {
      const ports = low === high ? `${low}` : `${low}-${high}`
      return transport === null ? ports : `${transport}:${ports}`
    }),
    ...query.transports.map((transport) => `${transport}:`),
    ...query.protocols,
    ...query.words.map(({text, quoted}) => (quoted ? `"${text}"` : `'${text}`)),
    ...query.problems.map(({kind, text}) => `!${kind}(${text})`),
  ].join(' ')

const reads = (cases: Record<string, string>) => {
  for (const [text, expected] of Object.entries(cases)) {
    test(`${JSON.stringify(text)} is read as ${expected === '' ? 'nothing' : expected}`, () => {
      expect(line(parse(text))).toBe(expected)
    })
  }
}

describe('src/search/query/query.ts', () => {
  describe('numbers', () => {
    reads({
      '5061': '5061',
      ' 5061 ': '5061',
      '0': '0',
      '65535': '65535',
      '00443': '443',
      '５０６１': '5061',
      '٥٠٦١': '5061',
      '５０，０００': '50000',
      '50,000': '50000',
      '50.000': '50000',
      '50 000': '50000',
      '50\u00a0000': '50000',
      '50\u202f000': '50000',
      '50’000': '50000',
      "50'000": '50000',
      '5,061': '5061',
      '(5061)': '5061',
      '5061.': '5061',
      '5061、443': '5061 443',
      '80,443': '80 443',
      '80, 443': '80 443',
      '5060,5061': '5060 5061',
      '443 5061': '443 5061',
      '443 500 80': '443 500 80',
      '80/443': '80 443',
    })
    test('a number that could also be a list says how it was read', () => {
      expect(parse('25,110').notes).toEqual([{kind: 'read-as-number', text: '25,110', other: '25, 110'}])
      expect(line(parse('25, 110'))).toBe('25 110')
      expect(line(parse(parse('25 110').notes[0]?.other ?? ''))).toBe('25 110')
      expect(parse('80,443').notes).toEqual([{kind: 'read-as-list', text: '80,443', other: null}])
      expect(parse('50,000').notes).toEqual([])
    })
  })

  describe('ranges', () => {
    reads({
      '50000-50100': '50000-50100',
      '50000 - 50100': '50000-50100',
      '50,000-59,999': '50000-59999',
      '50 000-59 999': '50000-59999',
      '50,000 ～ 59,999': '50000-59999',
      '50000〜59999': '50000-59999',
      '50000–59999': '50000-59999',
      '50000—59999': '50000-59999',
      '50000−59999': '50000-59999',
      '50000..59999': '50000-59999',
      '50000…59999': '50000-59999',
      '50000:59999': '50000-59999',
      '50000 to 59999': '50000-59999',
      '50000 à 59999': '50000-59999',
      '50000 至 59999': '50000-59999',
      '50000至59999': '50000-59999',
      '50000から59999': '50000-59999',
      '50000 から 59999 まで': '50000-59999',
      'between 50000 and 50100': '50000-50100',
      'entre 50 000 et 50 100': '50000-50100',
      '5061-': '5061',
      '443-443': '443',
    })
  })

  describe('transports', () => {
    reads({
      '443/tcp': 'tcp:443',
      '443/TCP': 'tcp:443',
      'tcp/443': 'tcp:443',
      'tcp:443': 'tcp:443',
      'tcp-443': 'tcp:443',
      tcp443: 'tcp:443',
      '443tcp': 'tcp:443',
      'tcp 443': 'tcp:443',
      'udp 3478': 'udp:3478',
      '3478 udp': 'udp:3478',
      'ＵＤＰ ３４７８': 'udp:3478',
      'tcp 80 443': 'tcp:80 tcp:443',
      '80, 443 tcp': 'tcp:80 tcp:443',
      'udp 3478 tcp 443': 'udp:3478 tcp:443',
      '3478/udp 443/tcp': 'udp:3478 tcp:443',
      'udp 3478, 443/tcp': 'udp:3478 tcp:443',
      '443 tcp 3478': 'tcp:443 3478',
      'tcp/udp 3478': 'tcp:3478 udp:3478',
      '50000-59999/udp': 'udp:50000-59999',
      tcp: 'tcp:',
      'tcp 连接': "tcp: '连接",
    })
  })

  describe('the word "port"', () => {
    reads({
      'port 443': '443',
      'ports 80 443': '80 443',
      '443 port': '443',
      連接埠443: '443',
      '連接埠 443': '443',
      ポート5061: '5061',
      '5061番ポート': '5061',
      'TCP 連接埠 443': 'tcp:443',
      TCPポート443: 'tcp:443',
      port: "'port",
      連接埠: "'連接埠",
      TCP連接埠: "'TCP連接埠",
      'default 443': "443 'default",
    })
  })

  describe('protocols and words', () => {
    reads({
      SIP: 'SIP',
      'sip 5061': '5061 SIP',
      'STUN TURN': 'STUN TURN',
      '5061 フェデレーション': "5061 'フェデレーション",
      '5061　フェデレーション': "5061 'フェデレーション",
      憑證撤銷: "'憑證撤銷",
      'A/V': "'A/V",
      'STUN/TURN': "'STUN/TURN",
      "d'accès": "'d'accès",
      'x509 2013r2': "'x509 '2013r2",
      'TLS 1.2': "'TLS '1.2",
      '10.45.16.10': "'10.45.16.10",
      '"5062"': '"5062"',
      '“Edge Server” 443': '443 "Edge Server"',
      '「連接埠」': '"連接埠"',
      '"edge ser': "'edge ser",
      𠮷野: "'𠮷野",
      'Access/SIP(TLS)/TCP/5061': "tcp:5061 SIP 'Access 'TLS",
      'A/V/RTP/UDP/50,000-59,999': "udp:50000-59999 RTP 'A/V",
    })
  })

  describe('queries without an answer say why', () => {
    reads({
      '': '',
      '   ': '',
      '65536': '!above-65535(65536)',
      '70000': '!above-65535(70000)',
      '70,000': '!above-65535(70,000)',
      '443 70000': '443 !above-65535(70000)',
      '50000-70000': '!above-65535(70000)',
      '99999999999999999999': '!above-65535(99999999999999999999)',
      '-5': '!negative(-5)',
      '−5': '!negative(-5)'.replace('-', '−'),
      '59999-50000': '!reversed-range(59999-50000)',
      '50000-000-59 999': '!too-many-bounds(50000-000-59 999)',
      '.*': '!nothing-to-search(.*)',
      '<>': '!nothing-to-search(<>)',
      '<script>alert(1)</script>': "'script>alert(1)</script",
      '(a+)+$': "'a",
      '\u202e1605\u202c': '1605',
    })

    test('10,000 characters are too long', () => {
      expect(line(parse('5061 '.repeat(2000)))).toBe('!too-long(5061 5061 5061 5061 506…)')
    })
  })

  test('any text is read without an exception, and every port in it is a port', () => {
    const character = fc.constantFrom(
      ...' ,;、-–~/:."\'()[]<>tcpudp０５9876543210ポート連接埠à„“«»「」\u202e😀',
    )
    fc.assert(
      fc.property(
        fc.oneof(fc.string({unit: 'binary', maxLength: 80}), fc.string({unit: character, maxLength: 60})),
        (text) => {
          const query = parse(text)
          for (const {range} of query.ports) {
            expect(range[0]).toBeLessThanOrEqual(range[1])
            expect(range[0]).toBeGreaterThanOrEqual(0)
            expect(range[1]).toBeLessThanOrEqual(65535)
          }
          if (text.trim() === '') expect(isEmptyQuery(query)).toBe(true)
        },
      ),
      {numRuns: runs(1000)},
    )
  })

  test('every way to write a port is read as that port', () => {
    const groups = [',', '.', ' ', '\u00a0', '\u202f', '’', '']
    const full = (text: string) =>
      text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(fc.nat(65535), fc.constantFrom(...groups), fc.boolean(), (port, group, wide) => {
        const written = String(port).replace(/(?=(?:\d{3})$)(?<=\d)/, group)
        expect(line(parse(wide ? full(written) : written))).toBe(`${port}`)
      }),
    )
  })
})
