import {describe, expect, it} from 'vitest'
import {sortProtocols, termOf, transportsOf} from '../../src/facts/protocol-words.ts'
import data from '../../src/facts/protocols.json' with {type: 'json'}

describe('src/facts/protocol-words.ts', () => {
  it.each([
    ['sip', {kind: 'protocol', name: 'SIP'}],
    ['Kerberos', {kind: 'protocol', name: 'KERBEROS'}],
    ['Remote Procedure Call', {kind: 'protocol', name: 'RPC'}],
    ['ＵＤＰ', {kind: 'transport', transport: 'udp'}],
    ['mTLS', {kind: 'security', security: 'MTLS'}],
  ])('knows “%s” in any case and width', (words, term) => {
    expect(termOf(words)).toEqual(term)
  })

  it('does not know a word that only begins or ends like a term', () => {
    expect(['TCP-OUT', 'IP-HTTPS', 'SIPX', ''].map(termOf)).toEqual([null, null, null, null])
  })

  it('gives each spelling to one term', () => {
    const spellings = [...Object.values(data.transports), ...Object.values(data.security)]
      .flat()
      .concat(data.protocols.flatMap(({name, names}) => [name, ...names]))
      .map((spelling) => spelling.toLowerCase())
    expect(spellings.filter((spelling, i) => spellings.indexOf(spelling) !== i)).toEqual([])
  })

  it('writes a set of protocols in one order, each once', () => {
    expect(sortProtocols(['MSTURN', 'ZZZ', 'STUN', 'AAA', 'STUN'])).toEqual(['STUN', 'MSTURN', 'AAA', 'ZZZ'])
  })

  it('knows what carries a protocol', () => {
    expect([transportsOf('PSOM'), transportsOf('RTP'), transportsOf('ZZZ')]).toEqual([
      ['tcp'],
      ['tcp', 'udp'],
      [],
    ])
  })
})
