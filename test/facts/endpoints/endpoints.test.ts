import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {endpointCatalogue} from '../../../src/facts/endpoints/endpoint-catalogue.ts'
import {parseEndpoint, zoneOf, zoneOfRef} from '../../../src/facts/endpoints/endpoints.ts'
import {cellText} from '../../support/cells.ts'

const name = (english: string) => {
  const {id, qualifiers, alternatives} = parseEndpoint(english)
  return `${id} [${qualifiers}] {${alternatives}}`
}

describe('src/facts/endpoints/endpoints.ts', () => {
  it.each(['!', '! ', '≠', '¬', '<>'])('never takes what “%s” excepts for what is named', (character) => {
    for (const name of ['10.0.0.0/8', 'Internet', 'Director', 'any'])
      expect(parseEndpoint(`${character}${name}`).id).not.toBe(parseEndpoint(name).id)
  })

  it.each([
    ['Any', 'any [] {}'],
    ['Edge Server Access Edge service public IP address', 'access-edge [public-ip] {}'],
    ['Access Edge service public IP address', 'access-edge [public-ip] {}'],
    ['Edge Server Access Edge service', 'access-edge [] {}'],
    ['Edge Server A/V Edge service private IP address', 'av-edge [private-ip] {}'],
    ['Edge Server internal interface IP address', 'edge-internal [ip] {}'],
    ['Each internal Edge Server Interface IP', 'edge-internal [each,ip] {}'],
    ['Front-End Servers', 'front-end [] {}'],
    ['Front End Server VIP', 'front-end [vip] {}'],
    ['Director load balancer', 'director [load-balancer] {}'],
    ['Mediation Server(s)', 'mediation [] {}'],
    ['Internal reverse proxy interface', 'reverse-proxy [internal-interface] {}'],
    ['XMPP Proxy service (shares IP address with Access Edge service)', 'xmpp-proxy [shared-ip] {}'],
    [
      'Any (can be defined as Director, Director pool IP address or Front End Server)',
      'any [] {director,director-pool,front-end}',
    ],
    [
      'Any of the following running the XMPP Gateway service: • Front End Server • Front End pool',
      'any [with-xmpp-gateway] {front-end,front-end-pool}',
    ],
    ['Front End Server, Director or Director pool', 'several [] {director,director-pool,front-end}'],
    ['Quantum relay of the third kind', 'transport-relay [quantum-third-kind] {}'],
    ['Flux capacitor', 'flux-capacitor [] {}'],
    ['Any except the guest network', 'any-except-guest-network [] {}'],
    ['All but the Internet', 'all-but-internet [] {}'],
    ['Any (except Director, Front End Server)', 'any-except-director-front-end-server [] {}'],
    ['Any other than Director', 'any-other-than-director [] {}'],
    ['Non-Internet hosts', 'non-internet-host [] {}'],
    ['Servers, excluding the reverse proxy', 'server-excluding-reverse-proxy [] {}'],
  ])('reads “%s”', (english, expected) => {
    expect(name(english)).toBe(expected)
  })

  it('keeps apart what differs in meaning', () => {
    const texts = [
      'Front End Server IP',
      'Front End Server VIP',
      'Front End pool IP',
      'Front End Server',
      'Front End Server load balancer',
      'Front End Server load balancer (if the pool also hosts a Mediation Server)',
      'Front End Server running Conferencing Attendant',
      'Access Edge service public IP address',
      'Access Edge service private IP address',
      'Access Edge service interface',
      'A/V Edge Server Internal',
      'A/V Edge Server External',
    ]
    expect(new Set(texts.map(name)).size).toBe(texts.length)
  })

  it('gives every pattern of the catalogue back to its own endpoint', () => {
    for (const {id, names} of endpointCatalogue().endpoints) {
      if (id === 'several' || id === 'cloud') continue
      expect(parseEndpoint(names['en'] ?? '').id, id).toBe(id)
    }
  })

  it('has unique ids and a name in each of the languages for each endpoint', () => {
    expect(new Set(endpointCatalogue().endpoints.map(({id}) => id)).size).toBe(
      endpointCatalogue().endpoints.length,
    )
    for (const {id, names} of endpointCatalogue().endpoints)
      expect(Object.keys(names), id).toEqual(
        expect.arrayContaining(['en', 'zh-TW', 'ja-JP', 'fr-FR', 'de-DE', 'ko-KR']),
      )
  })

  it('knows the zone of an endpoint, and the inner side of an Edge service', () => {
    expect(zoneOf('access-edge')).toBe('edge-external')
    expect(zoneOf('no-such-thing')).toBe('unknown')
    expect(zoneOfRef(parseEndpoint('A/V Edge Server Internal'))).toBe('edge-internal')
    expect(zoneOfRef(parseEndpoint('Any (can be defined as Director or Director pool)'))).toBe('internal')
  })

  it('answers any text with sorted lists', () => {
    fc.assert(
      fc.property(cellText, (text) => {
        const {id, qualifiers, alternatives} = parseEndpoint(text)
        expect(id).not.toBe('')
        expect(qualifiers).toEqual(qualifiers.toSorted())
        expect(alternatives).toEqual(alternatives.toSorted())
      }),
    )
  })
})
