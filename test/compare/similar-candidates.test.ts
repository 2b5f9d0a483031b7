import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {changeCost, type Profile, profileOf} from '../../src/compare/cost.ts'
import {similarCandidates} from '../../src/compare/similar-candidates.ts'
import type {Facts, PortRange} from '../../src/model/schema.ts'
import {baseFacts, endpoint} from '../support/rules.ts'

const end = fc.constantFrom(null, endpoint('mast'), endpoint('mast+public-ip'), endpoint('turbine'))
const ports = fc.constantFrom<PortRange[]>(
  [],
  [[443, 443]],
  [[400, 500]],
  [
    [80, 80],
    [443, 443],
  ],
  [[7000, 7010]],
)

/** Each field has its usual value more often than not: rules that differ in more than a few are never one. */
const usually = <Value>(usual: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({weight: 5, arbitrary: fc.constant(usual)}, {weight: 2, arbitrary: other})

const facts: fc.Arbitrary<Facts> = fc.record({
  role: usually<Facts['role']>('Access', fc.constantFrom(null, 'Edge')),
  protocols: usually(['SIP'], fc.constantFrom([], ['SIP', 'STUN'], ['RTP'])),
  security: usually<Facts['security']>('TLS', fc.constantFrom(null, 'MTLS')),
  transports: usually<Facts['transports']>(['tcp'], fc.constantFrom([], ['tcp', 'udp'], ['udp'])),
  ports: usually([[443, 443]], ports),
  sourcePorts: usually<PortRange[]>([], ports),
  source: usually<Facts['source']>(endpoint('mast'), end),
  destination: usually<Facts['destination']>(endpoint('turbine'), end),
  host: usually<Facts['host']>(null, end),
  requirement: usually<Facts['requirement']>('unknown', fc.constantFrom('required', 'optional')),
  action: usually<Facts['action']>('allow', fc.constant('deny')),
  direction: usually<Facts['direction']>(null, fc.constantFrom('in', 'out')),
})
const profiles: fc.Arbitrary<Profile[]> = fc.array(
  facts.map((each) => profileOf(each)),
  {maxLength: 8},
)

describe('src/compare/similar-candidates.ts', () => {
  it('finds every rule that could be the other one changed', () => {
    fc.assert(
      fc.property(profiles, profiles, (a, b) => {
        const found = similarCandidates(a, b)
        for (const [at, one] of a.entries()) {
          const similar = [...b.keys()].filter((other) => b[other] && changeCost(one, b[other]) !== null)
          expect(found[at]).toEqual(expect.arrayContaining(similar))
          expect(found[at]).toEqual([...new Set(found[at])].sort((x, y) => x - y))
        }
      }),
      {numRuns: 150},
    )
  })

  it('leaves out nearly all of a thousand rules between machines of their own', () => {
    const many = Array.from({length: 1000}, (_, at) =>
      profileOf({
        ...baseFacts,
        source: endpoint(`sensor-${at}`),
        destination: endpoint(`station-${at}`),
        ports: [[2000 + (at % 40), 2000 + (at % 40)]],
      }),
    )
    expect(similarCandidates(many, many).flat()).toHaveLength(1000)
  })
})
