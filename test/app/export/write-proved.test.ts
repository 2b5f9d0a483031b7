import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {writeProved} from '../../../src/app/export/write-proved.ts'
import type {DeviceChoice, ExportRequest, Plan} from '../../../src/firewall/export-types.ts'
import {planExport} from '../../../src/firewall/plan.ts'
import {nftables} from '../../../src/firewall/targets/nftables/write.ts'
import {targets} from '../../../src/firewall/targets.ts'
import type {Facts} from '../../../src/model/schema.ts'
import {exportRequest} from '../../support/export-request.ts'
import {topicRules} from '../../support/rule-arbitraries.ts'
import {endpoint, topicRule} from '../../support/rules.ts'
import {runs} from '../../support/thorough.ts'

const request = (facts: Partial<Facts>): ExportRequest =>
  exportRequest([
    topicRule({ports: [[443, 443]]}, {id: 'r-right'}),
    topicRule({ports: [[8443, 8443]], ...facts}, {id: 'r-wide'}),
  ])

const planOf = (asked: ExportRequest): Plan => {
  const planned = planExport(asked, nftables)
  if (!planned.ok) throw new Error('expected a plan')
  return planned.plan
}

/** What a mistake of the planning would make: a plan of more than the rows say. */
const mistaken = (facts: Partial<Facts>) => ({
  request: request(facts),
  plan: planOf(request({...facts, ports: [[8443, 8449]]})),
})

const devices: (DeviceChoice | null)[] = [
  null,
  {kind: 'perimeter'},
  {kind: 'internal'},
  {kind: 'host', endpoint: 'access-edge'},
]

const bothFamilies = ['203.0.113.10', '2001:db8::10']

describe('src/app/export/write-proved.ts', () => {
  it('leaves out a rule that opens more than its row, says so, and keeps the others', () => {
    const {text, parts} = writeProved([mistaken({})], nftables)
    expect(text).toContain('tcp dport 443 accept')
    expect(text).not.toContain('8443')
    expect(text).toContain('# Not written: r-wide (it would open more than its row')
    expect(parts.map(({plan}) => plan.omitted)).toEqual([[{ruleId: 'r-wide', reason: 'unproven'}]])
  })

  it('writes nothing where a rule that stops traffic is not proven', () => {
    expect(() => writeProved([mistaken({action: 'deny'})], nftables)).toThrow('opens more than its rows')
  })

  it.each(targets)('$id: writes ends that mix addresses and machines, in whatever order', (target) => {
    const members = [
      ['10.4.0.0/16', 'depot'],
      ['depot', '10.4.0.0/16'],
      ['10.4.0.0/16', '2001:db8:4::/48'],
      ['192.0.2.1', '10.4.0.0/16', 'depot'],
    ]
    const rules = members.map(([id = '', ...alternatives], at) =>
      topicRule(
        {source: {id, qualifiers: [], alternatives}, ports: [[7000 + at, 7000 + at]]},
        {id: `r-${at}`},
      ),
    )
    const asked = exportRequest([
      ...rules,
      topicRule({source: endpoint('192.0.2.7'), destination: endpoint('192.0.2.8')}, {id: 'r-8'}),
      topicRule({source: endpoint('192.0.2.7+except-guests'), ports: [[9, 9]]}, {id: 'r-9'}),
    ])
    const planned = planExport(asked, target)
    if (!planned.ok) throw new Error('expected a plan')
    const {parts} = writeProved([{request: asked, plan: planned.plan}], target)
    expect(parts[0]?.plan.omitted).toEqual([])
    const narrowed = parts[0]?.plan.rules.find(({ruleIds}) => ruleIds.includes('r-9'))
    expect(narrowed?.source.kind).toBe('variable')
  })
  it.each(targets)('$id: proves a file of any rules, for any device', (target) => {
    fc.assert(
      fc.property(topicRules, fc.constantFrom(...devices), fc.boolean(), (rules, device, isSet) => {
        const ends = rules.flatMap(({rule: {facts}}) => [facts.source?.id, facts.destination?.id])
        const addresses = isSet && ends.includes('access-edge') ? {'access-edge': bothFamilies} : {}
        const asked = exportRequest(rules, {addresses, device, allowed: rules.map(({rule}) => rule.id)})
        const planned = planExport(asked, target)
        if (!planned.ok) return
        const {parts} = writeProved([{request: asked, plan: planned.plan}], target)
        expect(parts.flatMap(({plan}) => plan.omitted.map(({reason}) => reason))).not.toContain('unproven')
      }),
      {numRuns: runs(15)},
    )
  })

  it('leaves out, where a target can only allow, every protocol that a row denies from certain ports', () => {
    const ends = {source: endpoint('front-end-pool'), destination: endpoint('edge-internal')}
    const denial: Partial<Facts> = {action: 'deny', allProtocols: true, transports: [], ports: []}
    const others = {source: endpoint('access-edge'), destination: endpoint('av-edge')}
    for (const target of targets.filter(({denies}) => !denies)) {
      const asked = exportRequest(
        [
          topicRule({...ends, ...denial, sourcePorts: [[443, 443]]}, {id: 'r-denied'}),
          topicRule({...ends, protocols: ['SCTP'], transports: [], ports: []}, {id: 'r-sctp'}),
          topicRule({...ends, ports: [[8443, 8443]]}, {id: 'r-tcp'}),
          topicRule({...others, ports: [[9443, 9443]]}, {id: 'r-other'}),
        ],
        {allowed: ['r-sctp']},
      )
      const planned = planExport(asked, target)
      if (!planned.ok) throw new Error('expected a plan')
      const {parts} = writeProved([{request: asked, plan: planned.plan}], target)
      const [{plan}] = parts as [(typeof parts)[number]]
      expect(plan.rules.flatMap(({ruleIds}) => ruleIds)).toEqual(['r-other'])
      expect(plan.omitted.map(({ruleId}) => ruleId).toSorted()).toEqual(['r-denied', 'r-sctp', 'r-tcp'])
    }
  })

  it.each(targets)('$id: writes a row from several ports to several ports', (target) => {
    const asked = exportRequest([
      topicRule(
        {
          source: endpoint('front-end-pool'),
          transports: ['udp'],
          sourcePorts: [
            [500, 500],
            [4500, 4500],
            [7000, 7010],
          ],
          ports: [
            [500, 500],
            [600, 700],
          ],
        },
        {id: 'r-1'},
      ),
    ])
    const planned = planExport({...asked, allowed: target.sourcePorts ? [] : ['r-1']}, target)
    if (!planned.ok) throw new Error('expected a plan')
    const {parts} = writeProved([{request: {...asked, allowed: ['r-1']}, plan: planned.plan}], target)
    expect(parts.map(({plan}) => plan.rules.length)).toEqual([1])
    expect(parts.map(({plan}) => plan.omitted)).toEqual([[]])
  })
  it.each(targets)('$id: lets nothing through that a row denies from certain ports', (target) => {
    const asked = exportRequest(
      [
        topicRule({transports: ['udp'], ports: [[443, 443]]}, {id: 'r-1'}),
        topicRule(
          {
            action: 'deny',
            source: endpoint('access-edge'),
            destination: endpoint('front-end-pool'),
            allProtocols: true,
            transports: [],
            ports: [],
            sourcePorts: [[443, 443]],
          },
          {id: 'r-2'},
        ),
      ],
      {allowed: ['r-1']},
    )
    const planned = planExport(asked, target)
    if (!planned.ok) throw new Error('expected a plan')
    const [part] = writeProved([{request: asked, plan: planned.plan}], target).parts
    const denied = part?.plan.rules.filter(({action}) => action === 'deny') ?? []
    expect(denied.map(({transport, sourcePorts}) => [transport, sourcePorts])).toEqual(
      target.denies
        ? [
            ['tcp', [[443, 443]]],
            ['udp', [[443, 443]]],
          ]
        : [],
    )
  })
})
