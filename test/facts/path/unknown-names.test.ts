import {describe, expect, it} from 'vitest'
import {parseNamedProtocols} from '../../../src/facts/port-cell.ts'
import {inBoth} from '../../support/row-outcomes.ts'

const read = (cell: string, locale = 'en') => {
  const reading = parseNamedProtocols(cell, locale)
  return reading.ok ? [...reading.transports, ...reading.protocols].join(' ') : reading.reason
}

describe('src/facts/path/unknown-names.ts', () => {
  it.each([
    ['Tessabus over UDP', 'udp TESSABUS'],
    ['Lumenet/TCP', 'tcp LUMENET'],
    ['Corvane, TCP', 'tcp CORVANE'],
    ['Secure LDAP (LDAPS)', 'LDAP LDAPS'],
    ['Domain Time', 'DOMAIN TIME'],
  ])('reads %j as %s', (cell, expected) => {
    expect(read(cell)).toBe(expected)
  })

  it.each([
    ['TCP-OUT', 'en'],
    ['TPC', 'en'],
    ['TCP/UPS', 'en'],
    ['SCTP', 'en'],
    ['Any IP', 'en'],
    ['TCP instead of UDP', 'en'],
    ['instead of TCP', 'en'],
    ['TCP, not UDP', 'en'],
    ['außer UDP', 'de-DE'],
    ['Corvane 8', 'en'],
    ['Used by all of our agents', 'en'],
  ])('takes no name out of %j in %s', (cell, locale) => {
    expect(read(cell, locale)).toContain('unknown protocol')
  })

  it('needs a transport in another cell where its own names none', () => {
    inBoth(
      {
        header: ['Protocol', 'Transport', 'Port'],
        rows: [
          ['Domain Time', 'UDP', '123'],
          ['Domain Time', '', '124'],
          ['Tessabus over UDP', '', '47808'],
          ['Tessabus over UDP', 'TCP', '47808'],
        ],
      },
      ['udp 123', 'unreadable', 'udp 47808', 'unreadable'],
    )
  })
})
