import {describe, expect, it} from 'vitest'
import {audit} from '../../../src/firewall/audit/audit.ts'
import {configFormats} from '../../../src/firewall/audit/formats.ts'
import {planExport} from '../../../src/firewall/plan.ts'
import {nftables} from '../../../src/firewall/targets/nftables/write.ts'
import {targets} from '../../../src/firewall/targets.ts'
import {exportRequest} from '../../support/export-request.ts'
import {endpoint, topicRule} from '../../support/rules.ts'

const addresses = {'access-edge': ['203.0.113.10']}
const open = topicRule({ports: [[7001, 7001]]}, {id: 'r-open'})
const closing = (facts: Parameters<typeof topicRule>[0] = {}) =>
  topicRule(
    {
      source: endpoint('any'),
      destination: endpoint('any'),
      transports: ['tcp', 'udp'],
      ports: [[0, 65535]],
      action: 'deny',
      ...facts,
    },
    {id: 'r-rest'},
  )
const planOf = (rules: Parameters<typeof exportRequest>[0], target = nftables, dropOthers = false) => {
  const planned = planExport(exportRequest(rules, {addresses, dropOthers}), target)
  if (!planned.ok) throw new Error('expected a plan')
  return planned.plan
}

describe('src/firewall/denied/denials.ts', () => {
  it.each(targets)('$id: takes the closing row of a list for the rest, and names it', (target) => {
    const {rules, omitted} = planOf([open, closing()], target)
    expect(rules.map(({ruleIds, action}) => [ruleIds.join(), action])).toEqual([['r-open', 'allow']])
    expect(omitted).toEqual([{ruleId: 'r-rest', reason: 'rest'}])
    expect(planOf([open, closing({transports: ['tcp']})], target).omitted).toEqual(omitted)
  })

  it('says nothing of it where the file stops the rest', () => {
    const {omitted, texts} = planOf([open, closing()], nftables, true)
    expect(omitted).toEqual([])
    expect(texts.rest).toContain('--drop-others')
  })

  it.each([
    ['destination', {destination: null}],
    ['destination beside its machine', {destination: null, host: endpoint('access-edge')}],
    ['source', {source: null}],
  ] as const)('takes a row of any for the rest in a table without %s', (_, facts) => {
    const own = JSON.parse(JSON.stringify(facts))
    const ends = (side: 'source' | 'destination') => (own[side] === null ? null : endpoint('front-end-pool'))
    const permit = topicRule(
      {...own, source: ends('source'), destination: ends('destination'), ports: [[7001, 7001]]},
      {id: 'r-open'},
    )
    const of = (rules: Parameters<typeof exportRequest>[0]) => {
      const planned = planExport(exportRequest(rules), nftables)
      return planned.ok ? planned.plan.rules.map(({action}) => action) : []
    }
    expect(new Set(of([permit, closing(own)]))).toEqual(new Set(['allow']))
    // Alone, it is all that the table says.
    expect(new Set(of([closing(own)]))).toEqual(new Set(['deny']))
  })

  it.each([
    ['of some ports', {ports: [[23, 23]]}],
    ['of another machine', {destination: endpoint('av-edge')}],
    ['of another transport', {destination: endpoint('access-edge'), transports: ['udp']}],
    ['of one caller', {source: endpoint('av-edge'), destination: endpoint('access-edge')}],
    ['of any but some', {source: endpoint('any+except-guests')}],
  ] as const)('takes a denial %s for none', (_, facts) => {
    const own = JSON.parse(JSON.stringify(facts))
    const {rules} = planOf([topicRule({ports: [[7001, 7001]]}, {id: 'r-open'}), closing(own)])
    expect(rules.map(({action}) => action)).toContain('deny')
  })

  it.each([
    ['to a machine', {destination: endpoint('access-edge')}],
    ['from a machine', {source: endpoint('access-edge')}],
    ['whatever the protocol', {destination: endpoint('access-edge'), allProtocols: true, transports: []}],
    [
      'that names neither port nor protocol',
      {destination: endpoint('access-edge'), transports: [], protocols: [], ports: []},
    ],
  ] as const)('takes what closes all %s for the rest of what is open there', (_, facts) => {
    const own = JSON.parse(JSON.stringify(facts))
    const out = {source: endpoint('access-edge'), destination: endpoint('av-edge')}
    const permit = topicRule({ports: [[7001, 7001]], ...(own.source ? out : {})}, {id: 'r-open'})
    for (const rules of [
      [permit, closing(own)],
      [closing(own), permit],
    ])
      for (const target of targets) {
        const {rules: written, omitted} = planOf(rules, target)
        expect(written.map(({action}) => action)).toEqual(['allow'])
        expect(omitted).toEqual([{ruleId: 'r-rest', reason: 'rest'}])
      }
  })

  it.each(targets)(
    '$id: takes what closes all between two machines for the rest of what is open there',
    (target) => {
      const ends = {source: endpoint('av-edge'), destination: endpoint('access-edge')}
      const permit = topicRule({...ends, ports: [[7001, 7001]]}, {id: 'r-open'})
      const last = closing({...ends, allProtocols: true, transports: []})
      const {rules, omitted} = planOf([permit, last], target)
      expect(rules.map(({action}) => action)).toEqual(['allow'])
      expect(omitted).toEqual([{ruleId: 'r-rest', reason: 'rest'}])
    },
  )

  it('takes it for the rest also where a row lists one of the machines among others', () => {
    const listed = {id: 'av-edge', qualifiers: [], alternatives: ['front-end-pool']}
    const permit = topicRule(
      {source: listed, destination: endpoint('access-edge'), ports: [[7001, 7001]]},
      {id: 'r-open'},
    )
    const last = closing({source: endpoint('av-edge'), destination: endpoint('access-edge')})
    const {rules, omitted} = planOf([permit, last])
    expect(new Set(rules.map(({action}) => action))).toEqual(new Set(['allow']))
    expect(omitted).toEqual([{ruleId: 'r-rest', reason: 'rest'}])
    // A third machine is no part of the list.
    const other = closing({source: endpoint('director'), destination: endpoint('access-edge')})
    expect(planOf([permit, other]).rules.map(({action}) => action)).toContain('deny')
  })

  it.each(targets.filter(({denies}) => denies))(
    '$id: names a row of which denials leave nothing, and writes one of which they leave something',
    (target) => {
      const ends = {source: endpoint('av-edge'), destination: endpoint('access-edge')}
      const stop = topicRule({...ends, ports: [[7000, 7009]], action: 'deny'}, {id: 'r-stop'})
      const dead = topicRule({...ends, ports: [[7001, 7001]]}, {id: 'r-dead'})
      const alive = topicRule({...ends, ports: [[7001, 7011]]}, {id: 'r-alive'})
      const {rules, omitted} = planOf([stop, dead, alive], target)
      expect(rules.map(({ruleIds, action}) => `${action} ${ruleIds.join()}`)).toEqual([
        'deny r-stop',
        'allow r-alive',
      ])
      expect(omitted).toEqual([{ruleId: 'r-dead', reason: 'stopped'}])
    },
  )

  it('stops a machine for everybody where nothing is open there', () => {
    const other = topicRule({destination: endpoint('av-edge')}, {id: 'r-open'})
    const {rules} = planOf([other, closing({destination: endpoint('access-edge'), allProtocols: true})])
    expect(rules.map(({action, transport}) => `${action} ${transport}`)).toEqual(['deny ip', 'allow tcp'])
  })

  it('stops it of what the other interface opens, too, which is no part of it', () => {
    const inside = topicRule({ports: [[7001, 7001]]}, {id: 'r-open', side: 'internal'})
    const {rules} = planOf([inside, closing({destination: endpoint('access-edge')})])
    expect(rules.map(({action}) => action)).toContain('deny')
  })

  const nft = configFormats.find(({id}) => id === 'nft')
  const audited = (rules: Parameters<typeof exportRequest>[0], text: string) => {
    if (nft === undefined) throw new Error('no format')
    const chosen = {required: true, conditional: true, optional: false, legacy: false, unknown: true}
    const found = audit(exportRequest(rules, {addresses, chosen}), {
      files: [{path: 'rules.nft', text}],
      format: nft,
      machine: null,
      behind: [],
    })
    if (!found.ok) throw new Error('expected an audit')
    return found.audit
  }

  it('asks a device for what stands before the closing row', () => {
    const text = nftables.write(planOf([open, closing()], nftables, true))
    const {rules, notAsked} = audited([open, closing()], text)
    expect(rules.map(({verdict}) => verdict)).toEqual(['allowed'])
    expect(notAsked).toEqual([{ruleIds: ['r-rest'], why: 'omitted', reasons: ['rest']}])
  })

  it('asks a device for what must be stopped, be it optional or not', () => {
    const stop = topicRule({ports: [[7050, 7050]], action: 'deny', requirement: 'optional'}, {id: 'r-stop'})
    const {rules, notAsked} = audited([open, stop], nftables.write(planOf([open, stop])))
    expect(rules.map(({rule, verdict}) => [rule.ruleIds.join(), verdict])).toEqual([
      ['r-stop', 'stopped'],
      ['r-open', 'allowed'],
    ])
    expect(notAsked).toEqual([])
  })

  it('never calls an allowed rule stopped that the topic itself denies', () => {
    const stop = topicRule({ports: [[7001, 7001]], action: 'deny'}, {id: 'r-stop'})
    const {rules} = audited([open, stop], nftables.write(planOf([open, stop])))
    expect(rules.map(({rule, verdict}) => [rule.ruleIds.join(), verdict])).toEqual([
      ['r-stop', 'stopped'],
      ['r-open', 'unknown'],
    ])
  })
})
