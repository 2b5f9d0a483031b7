/** Generated rules for property tests: few values a field, so that rules resemble each other often. */
import fc from 'fast-check'
import type {EndpointRef, Facts, PortRange} from '../../src/model/schema.ts'
import type {TopicRule} from '../../src/model/topic-rules.ts'

const endpointIds = ['any', 'access-edge', 'av-edge', 'front-end-pool']

const endpoint: fc.Arbitrary<EndpointRef> = fc.record({
  id: fc.constantFrom(...endpointIds),
  qualifiers: fc.constantFrom([], ['public-ip'], ['private-ip']),
  alternatives: fc.constant([]),
})

export const portRange: fc.Arbitrary<PortRange> = fc.oneof(
  fc.constantFrom<PortRange[]>([443, 443], [5061, 5061], [50000, 59999], [50040, 50059], [0, 65535]),
  fc
    .tuple(fc.nat(65535), fc.nat(65535))
    .map(([one, two]): PortRange => [Math.min(one, two), Math.max(one, two)]),
)

const plainFacts: fc.Arbitrary<Facts> = fc.record({
  role: fc.constantFrom('Access', 'A/V', null),
  protocols: fc.subarray(['AH', 'ESP', 'GRE', 'ICMP', 'ICMPV6', 'SCTP', 'RTP', 'SIP', 'STUN']),
  security: fc.constantFrom('TLS', 'MTLS', null),
  transports: fc.subarray<'tcp' | 'udp'>(['tcp', 'udp']),
  ports: fc.array(portRange, {maxLength: 3}).map(sortRanges),
  sourcePorts: fc.oneof(
    {weight: 3, arbitrary: fc.constant<PortRange[]>([])},
    fc.array(portRange, {minLength: 1, maxLength: 4}).map(sortRanges),
  ),
  source: fc.option(endpoint),
  destination: fc.option(endpoint),
  host: fc.constant(null),
  requirement: fc.constantFrom('required', 'optional', 'legacy', 'unknown'),
  action: fc.constantFrom('allow', 'deny'),
  direction: fc.constantFrom('in', 'out', 'both', null),
})

/** Types of messages are of ICMP alone, and only what denies is of all protocols. */
export const facts: fc.Arbitrary<Facts> = fc
  .tuple(plainFacts, fc.constantFrom<(number[] | null)[]>(null, [8], [0, 8], [0, 3, 8, 128, 255]), fc.nat(4))
  .map(([plain, icmpTypes, every]) => ({
    ...plain,
    ...(icmpTypes !== null && plain.protocols.includes('ICMP') ? {icmpTypes} : {}),
    ...(every === 0 && plain.action === 'deny' ? {allProtocols: true as const} : {}),
  }))

export const topicRule: fc.Arbitrary<TopicRule> = fc
  .record({
    facts,
    interface: fc.constantFrom('external', 'internal', null),
    id: fc.nat(0xffffff).map((value) => `r-${value.toString(16).padStart(10, '0')}`),
  })
  .map(({facts: said, interface: side, id}) => ({
    rule: {id, facts: said, anomalies: []},
    table: 1,
    row: 1,
    interface: side,
  }))

export const topicRules: fc.Arbitrary<TopicRule[]> = fc.array(topicRule, {maxLength: 14})

export function sortRanges(ranges: readonly PortRange[]): PortRange[] {
  const sorted = ranges.toSorted(([a, b], [c, d]) => a - c || b - d)
  return sorted.filter((range, at) => JSON.stringify(range) !== JSON.stringify(sorted[at - 1]))
}
