import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {ExportRequest, ReadRule} from '../../../src/firewall/export-types.ts'
import {planExport} from '../../../src/firewall/plan.ts'
import {widerThanRows} from '../../../src/firewall/proof/within-rows.ts'
import {readers} from '../../../src/firewall/readers.ts'
import {endKeysOf} from '../../../src/firewall/resolve-ends.ts'
import {targets} from '../../../src/firewall/targets.ts'
import type {EndpointRef} from '../../../src/model/schema.ts'
import {exportRequest, testEndpoints} from '../../support/export-request.ts'
import {topicRule as anyRule} from '../../support/rule-arbitraries.ts'
import {endpoint, topicRule} from '../../support/rules.ts'
import {runs} from '../../support/thorough.ts'

const end: fc.Arbitrary<EndpointRef | null> = fc.constantFrom(
  null,
  endpoint('any'),
  endpoint('any+except-guests'),
  endpoint('access-edge'),
  endpoint('access-edge+public-ip'),
  endpoint('front-end-pool+unknown-part'),
  {id: 'any', qualifiers: [], alternatives: ['director', 'front-end-pool']},
  {id: 'several', qualifiers: ['except-guests'], alternatives: ['director', 'av-edge']},
  endpoint('10.9.0.0/16'),
  endpoint('10.9.0.0/16+except-guests'),
  {id: '10.9.0.0/16', qualifiers: [], alternatives: ['2001:db8:9::/48', 'depot']},
  {id: 'depot', qualifiers: ['except-guests'], alternatives: ['10.9.0.0/16']},
)

const rules = fc.array(
  fc
    .record({
      rule: anyRule,
      source: end,
      destination: end,
      sourcePorts: fc.constantFrom<[number, number][]>([], [[3478, 3478]], [[0, 65535]]),
    })
    .map(({rule, source, destination, sourcePorts}) => ({
      ...rule,
      rule: {...rule.rule, facts: {...rule.rule.facts, source, destination, sourcePorts}},
    })),
  {minLength: 1, maxLength: 8},
)

/** Some of the ends are set, some of them to any, and some rules are allowed. */
const requests: fc.Arbitrary<ExportRequest> = rules.chain((all) => {
  const keys = [
    ...new Set(
      all.flatMap(({rule, interface: side}) =>
        endKeysOf({facts: rule.facts, interface: side}, {endpoints: testEndpoints}),
      ),
    ),
  ]
  const texts = fc.constantFrom<string[]>(
    ['any'],
    ['10.0.0.1', '2001:db8::1'],
    ['198.51.100.0/24'],
    ['2001:db8::/32'],
  )
  return fc
    .record({
      set: fc.subarray(keys),
      given: fc.array(texts, {minLength: keys.length, maxLength: keys.length}),
      allowed: fc.subarray(all.map(({rule}) => rule.id)),
    })
    .map(({set, given, allowed}) =>
      exportRequest(all, {
        addresses: Object.fromEntries(set.map((key, at) => [key, given[at] ?? ['any']])),
        allowed,
        chosen: {required: true, conditional: true, optional: true, legacy: true, unknown: true},
      }),
    )
})

describe('src/firewall/proof/within-rows.ts', () => {
  it.each(targets)('no rule of $id opens more than its row and the reader say', (target) => {
    let files = 0
    fc.assert(
      fc.property(requests, (request) => {
        const planned = planExport(request, target)
        if (!planned.ok) return
        files += 1
        const found = readers.get(target.id)?.(target.write(planned.plan))
        expect(widerThanRows(request, target, found ?? [])).toEqual([])
      }),
      {numRuns: runs(60)},
    )
    expect(files).toBeGreaterThan(10)
  })

  const row: ReadRule = {
    direction: 'forward',
    transport: 'tcp',
    ports: [[443, 443]],
    sourcePorts: [],
    sources: ['10.0.0.1'],
    destinations: ['$ACCESS_EDGE_ADDRESS'],
  }
  const request = exportRequest([topicRule({source: endpoint('front-end-pool')}, {id: 'r-1'})], {
    addresses: {'front-end-pool': ['10.0.0.1']},
  })
  it.each<[string, Partial<ReadRule>]>([
    ['another transport', {transport: 'udp'}],
    ['another port', {ports: [[444, 444]]}],
    ['more ports', {ports: [[443, 444]]}],
    ['no port', {ports: []}],
    ['any source', {sources: ['any']}],
    ['another source', {sources: ['10.0.0.2']}],
    ['a source more', {sources: ['10.0.0.1', '10.0.0.2']}],
    ['any destination', {destinations: ['any']}],
  ])('finds %s', (_, change) => {
    const [target] = targets
    if (target === undefined) throw new Error('no target')
    expect(widerThanRows(request, target, [row])).toEqual([])
    expect(widerThanRows(request, target, [{...row, ...change}])).toHaveLength(1)
  })

  it.each([6, 17, 33, 132, 136])('asks for the word of the reader for all ports of protocol %i', (number) => {
    const [target] = targets
    if (target === undefined) throw new Error('no target')
    const sctp = exportRequest([topicRule({protocols: ['SCTP'], transports: [], ports: []}, {id: 'r-1'})])
    const rule: ReadRule = {...row, transport: `ip-${number}`, ports: [], sources: ['any']}
    expect(widerThanRows(sctp, target, [rule])).toHaveLength(1)
    expect(widerThanRows({...sctp, allowed: ['r-1']}, target, [rule])).toHaveLength(number === 132 ? 0 : 1)
  })

  it('takes the addresses that a row states for its own, unless something narrows them', () => {
    const [target] = targets
    if (target === undefined) throw new Error('no target')
    const of = (source: EndpointRef) =>
      widerThanRows(exportRequest([topicRule({source}, {id: 'r-1'})]), target, [
        {...row, sources: ['10.0.0.0/8']},
      ])
    const list = {id: 'depot', qualifiers: [], alternatives: ['10.0.0.0/8']}
    expect(of(endpoint('10.0.0.0/8'))).toEqual([])
    expect(of(list)).toEqual([])
    expect(of(endpoint('10.0.0.0/9'))).toHaveLength(1)
    expect(of(endpoint('10.0.0.0/8+except-guests'))).toHaveLength(1)
    expect(of({...list, qualifiers: ['except-guests']})).toHaveLength(1)
  })
})
