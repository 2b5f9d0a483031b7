import {describe, expect, it} from 'vitest'
import {parsePathParts} from '../../../src/facts/path/path.ts'
import type {CellReading} from '../../../src/facts/path/path-reading.ts'
import {parsePortParts} from '../../../src/facts/port-cell.ts'
import {BREAK} from '../../../src/text/cell-structure.ts'

const short = (reading: CellReading): string =>
  reading.ok
    ? reading.parts
        .map(({transports, protocols, ports}) =>
          [transports.join('+'), ...protocols, ports.map((range) => [...new Set(range)].join('-')).join(' ')]
            .filter((text) => text !== '')
            .join(' '),
        )
        .join(' | ')
    : reading.reason

describe('src/facts/path/cell-parts.ts', () => {
  it.each([
    ['UDP 161, TCP 5666', 'udp 161 | tcp 5666'],
    ['161/udp, 5666/tcp', 'udp 161 | tcp 5666'],
    ['161 UDP 5666 TCP', 'udp 161 | tcp 5666'],
    [`UDP 162${BREAK}UDP 514${BREAK}TCP 6514`, 'udp 162 514 | tcp 6514'],
    ['TCP 80, 443; UDP 53', 'tcp 80 443 | udp 53'],
    ['80, 443 (TCP); 53 (UDP)', 'tcp 80 443 | udp 53'],
    ['TCP: 80, 443 UDP: 53, 123', 'tcp 80 443 | udp 53 123'],
    ['53 TCP/UDP, 88 TCP', 'tcp+udp 53 | tcp 88'],
    ['TCP 53, UDP 53', 'tcp+udp 53'],
    ['1 and over/TCP', 'tcp 1-65535'],
    ['UDP < 1024, TCP above 1023', 'udp 1-1023 | tcp 1024-65535'],
    ['UDP 50,000-59,999 and TCP 443', 'udp 50000-59999 | tcp 443'],
    ['143/TCP (IMAP), 993/TCP (secure IMAP)', 'tcp IMAP 143 993'],
    ['TCP 80 (HTTP), 443 (HTTPS), UDP 53 (DNS)', 'tcp HTTP HTTPS 80 443 | udp DNS 53'],
    ['80 (HTTP), 161 (SNMP)', 'HTTP 80 | SNMP 161'],
    [`TCP${BREAK}80${BREAK}443`, 'tcp 80 443'],
    [`TCP 80${BREAK}443`, 'tcp 80 443'],
  ])('reads %j as %s', (cell, expected) => {
    expect(short(parsePortParts(cell, 'en'))).toBe(expected)
  })

  it.each([
    ['443, UDP 3478'],
    ['53/TCP, 88/UDP, 123'],
    [`TCP 80${BREAK}443${BREAK}UDP 53`],
    [`TCP${BREAK}80${BREAK}UDP${BREAK}53`],
  ])('refuses %j, where a port without a transport stands beside one that has another', (cell) => {
    expect(short(parsePortParts(cell, 'en'))).toContain('name none')
  })

  it.each([['TCP 80, 443 UDP, 53'], ['TCP 80 UDP, TCP 443']])(
    'refuses %j, which names two transports around a port',
    (cell) => {
      expect(short(parsePortParts(cell, 'en'))).toContain('unclear which')
    },
  )

  it('refuses “over” between a transport and a number, which may mean by it or above it', () => {
    expect(short(parsePortParts('TCP over 443', 'en'))).toContain('over')
    expect(short(parsePortParts('TCP over port 443', 'en'))).toBe('tcp 443')
  })

  it('reads several parts of a path', () => {
    expect(short(parsePathParts('SIP/TCP/5060, RTP/UDP/10000-20000', 'en'))).toBe(
      'tcp SIP 5060 | udp RTP 10000-20000',
    )
  })
})
