import {describe, expect, it} from 'vitest'
import {rowToFacts} from '../../src/facts/facts.ts'
import {transportsImpliedBy} from '../../src/facts/protocol-words.ts'
import {factsIdentity} from '../../src/facts/rule-id.ts'
import type {ColumnKind} from '../../src/model/schema.ts'
import {factsSchema} from '../../src/model/schema.ts'

/** The transports of a row, and what implies them. */
const told = (locale: string, columns: ColumnKind[], texts: string[]): string => {
  const cells = texts.map((target) => ({source: null, target}))
  const reading = rowToFacts({columns, cells, locale, language: 'target'})
  if (!reading.ok) return reading.message
  const {transports, known} = factsSchema.parse(reading.rules[0]?.facts)
  return `${transports.join()}${known?.transports?.how === 'implied' ? ` by ${known.transports.by}` : ''}`
}

describe('src/facts/implied-transports.ts', () => {
  it.each([
    ['en', 'HTTPS', 'tcp by HTTPS'],
    ['de-DE', 'NTP', 'udp by NTP'],
    ['zh-TW', 'DNS', 'tcp,udp by DNS'],
    ['ja-JP', 'LDAPS', 'tcp by LDAPS'],
    ['fr-FR', 'HTTP, SSH', 'tcp by HTTP, SSH'],
    ['ru-RU', 'RTP', 'udp by RTP'],
    ['en', 'TLS', 'tcp by TLS'],
    ['ko-KR', 'HTTPS/TCP', 'tcp'],
  ])('in %s reads the protocol %s as %s', (locale, protocol, expected) => {
    expect(told(locale, ['port', 'protocol'], ['7443', protocol])).toBe(expected)
  })

  it.each([
    ['SIP'],
    ['Syslog'],
    // Either has its own, and which port is whose isn't told.
    ['SSH, NTP'],
    ['LDAP, DNS'],
    ['NetBIOS'],
  ])('knows no transport of %s', (protocol) => {
    expect(told('en', ['port', 'protocol'], ['7443', protocol])).toBe('')
  })

  it('reads a service in a column of its own, if it is the whole of the cell', () => {
    expect(told('es-ES', ['service', 'port'], ['SMB', '7445'])).toBe('tcp by SMB')
    expect(told('es-ES', ['service', 'port'], ['Proxy LDAP', '7389'])).toBe('')
    expect(told('es-ES', ['service', 'port', 'protocol'], ['SMB', '7445', 'UDP'])).toBe('udp')
  })

  it.each([
    ['en', 'TCP', 'tcp'],
    ['de-DE', 'UDP', 'udp'],
    ['ja-JP', 'TCP/UDP', 'tcp,udp'],
    ['fr-FR', 'TCP, UDP', 'tcp,udp'],
    ['zh-CN', 'TCP 代理', ''],
  ])(
    'takes transports for stated that are the whole of a column of services in %s: %s',
    (locale, service, expected) => {
      expect(told(locale, ['service', 'port'], [service, '7445'])).toBe(expected)
    },
  )

  it('takes none of a column of services where the row states one', () => {
    expect(told('en', ['service', 'port', 'protocol'], ['TCP', '7445', 'UDP'])).toBe('udp')
  })

  it('leaves the id of a rule as it is without what is implied', () => {
    const facts = (protocol: string) => {
      const cells = [protocol, '7443'].map((target) => ({source: null, target}))
      const row = {columns: ['service', 'port'] as ColumnKind[], cells, locale: 'it-IT'}
      const reading = rowToFacts({...row, language: 'target'})
      if (!reading.ok) throw new Error(reading.message)
      return factsSchema.parse(reading.rules[0]?.facts)
    }
    const {known: _, ...stated} = facts('SMB')
    expect(factsIdentity(facts('SMB'))).toBe(factsIdentity({...stated, transports: []}))
    expect(factsIdentity(facts('SMB'))).not.toBe(factsIdentity(stated))
  })

  it('implies only what carries a protocol', () => {
    expect([transportsImpliedBy('GRE'), transportsImpliedBy('QUIC'), transportsImpliedBy('nothing')]).toEqual(
      [[], ['udp'], []],
    )
  })
})
