import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {meaningKey} from '../../src/compare/compared-fields.ts'
import {differs, diffRules, diffTopics, type TopicDiff} from '../../src/compare/diff.ts'
import {parseEndpoint} from '../../src/facts/endpoints/endpoints.ts'
import type {TopicRule} from '../../src/model/topic-rules.ts'
import {topicRules} from '../support/rule-arbitraries.ts'
import {endpoint, ports, topicRule} from '../support/rules.ts'
import {topicOf} from '../support/topic-of.ts'

const diff = (a: TopicRule[], b: TopicRule[]): TopicDiff => diffTopics(topicOf('a', a), topicOf('b', b))
const kinds = (a: TopicRule[], b: TopicRule[]) => diffRules(a, b).map(({kind}) => kind)

const av = (...range: [number, number][]) =>
  topicRule({role: 'A/V', protocols: ['RTP'], security: null, ports: ports(...range)})

describe('src/compare/diff.ts', () => {
  it('finds nothing between a topic and itself', () => {
    fc.assert(
      fc.property(topicRules, (rules) => {
        const {counts, open, close} = diff(rules, rules)
        expect([differs(counts), counts.stay]).toEqual([false, rules.length])
        expect([...open, ...close]).toEqual([])
      }),
    )
  })

  it('takes “each Edge Server” and “all Edge Servers” for Edge Servers, and keeps what narrows them', () => {
    const to = (english: string) => topicRule({destination: parseEndpoint(english)})
    const plain = [to('Internal Edge Server interface IP')]
    for (const english of [
      'Each internal Edge Server interface IP',
      'Every internal Edge Server interface',
      'All internal Edge Server interfaces',
    ])
      expect([english, kinds(plain, [to(english)])]).toEqual([english, ['equal']])
    const narrowed = ['Each internal Edge Server interface VIP', 'Each Front End Server in the pool']
    for (const english of narrowed)
      expect([english, kinds(plain, [to(english)])]).not.toEqual([english, ['equal']])
    expect(kinds([to('Front End Server')], [to('Each Front End Server load balancer')])).toEqual([
      'readdressed',
    ])
  })

  it('does not care for the order of the rules', () => {
    fc.assert(
      fc.property(
        topicRules.chain((rules) =>
          fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, {minLength: rules.length})),
        ),
        ([rules, shuffled]) => {
          expect(diff(rules, shuffled).counts.stay).toBe(rules.length)
        },
      ),
    )
  })

  it('says the opposite with the topics swapped', () => {
    fc.assert(
      fc.property(topicRules, topicRules, (a, b) => {
        const there = diff(a, b)
        const back = diff(b, a)
        expect(back.counts).toEqual({...there.counts, open: there.counts.close, close: there.counts.open})
        expect(back.open).toEqual(there.close)
        expect(back.close).toEqual(there.open)
        const pairs = ({rules}: TopicDiff, one: 'a' | 'b', two: 'a' | 'b') =>
          rules
            .map((rule) => {
              const [x, y] = [rule[one], rule[two]]
              return [x && meaningKey(x.rule.facts), y && meaningKey(y.rule.facts)].join(' → ')
            })
            .sort()
        expect(pairs(back, 'b', 'a')).toEqual(pairs(there, 'a', 'b'))
        const indexes = ({rules}: TopicDiff) => rules.map(({indexA, indexB}) => [indexA, indexB])
        expect(
          indexes(back)
            .map(([x, y]) => `${y} ${x}`)
            .sort(),
        ).toEqual(
          indexes(there)
            .map(([x, y]) => `${x} ${y}`)
            .sort(),
        )
      }),
    )
  })

  it('counts every rule of both topics once', () => {
    fc.assert(
      fc.property(topicRules, topicRules, (a, b) => {
        const {counts, groups, rules} = diff(a, b)
        const indexes = (side: 'indexA' | 'indexB') =>
          rules.flatMap((rule) => (rule[side] < 0 ? [] : [rule[side]])).sort((one, two) => one - two)
        expect(indexes('indexA')).toEqual([...a.keys()])
        expect(indexes('indexB')).toEqual([...b.keys()])
        const grouped = groups.reduce((sum, group) => sum + group.rules.length, 0)
        const counted = Object.values(counts).reduce((sum, count) => sum + count, 0)
        expect([grouped, counted]).toEqual([rules.length, rules.length])
      }),
    )
  })

  it('tells which ports of a narrowed range are closed', () => {
    const [rule] = diffRules([av([50000, 59999])], [av([50040, 50059])])
    expect(rule?.kind).toBe('changed')
    expect(rule?.changes).toEqual([
      {
        field: 'ports',
        from: [[50000, 59999]],
        to: [[50040, 50059]],
        opened: [],
        closed: [
          [50000, 50039],
          [50060, 59999],
        ],
      },
    ])
  })

  it('reads two adjacent ranges as the range they make', () => {
    expect(kinds([av([50000, 59999])], [av([50000, 54999], [55000, 59999])])).toEqual(['equal'])
  })

  it('opens and closes nothing when a rule is split in two', () => {
    const whole = [av([50000, 59999])]
    const split = [av([50000, 54999]), av([55000, 59999])]
    const {counts, open, close} = diff(whole, split)
    expect([differs(counts), counts.stay]).toEqual([false, 2])
    expect([open, close]).toEqual([[], []])
  })

  it('names the ports that a moved range opens and closes', () => {
    const {open, close} = diff([av([50000, 50099])], [av([50050, 50149])])
    expect(open.map((flow) => flow.ports)).toEqual([[[50100, 50149]]])
    expect(close.map((flow) => flow.ports)).toEqual([[[50000, 50049]]])
  })

  it('keeps a repeated rule as often as it stands there', () => {
    expect(kinds([topicRule(), topicRule()], [topicRule()])).toEqual(['equal', 'regrouped'])
    expect(kinds([topicRule()], [topicRule(), topicRule(), topicRule()])).toEqual([
      'equal',
      'regrouped',
      'regrouped',
    ])
  })

  it('takes the returning direction for another rule', () => {
    const there = topicRule({source: endpoint('any'), destination: endpoint('av-edge')})
    const back = topicRule({source: endpoint('av-edge'), destination: endpoint('any')})
    expect(kinds([there], [back]).sort()).toEqual(['onlyA', 'onlyB'])
  })

  it('sees a private address become a public one as one change of one rule', () => {
    const at = (address: string) => topicRule({destination: endpoint(`access-edge+${address}`)})
    const [rule, ...rest] = diffRules([at('private-ip')], [at('public-ip')])
    expect(rest).toEqual([])
    expect(rule?.changes.map(({field}) => field)).toEqual(['destination'])
  })

  it('prefers the pairs that change least over all rules', () => {
    const a = [
      av([100, 200]),
      topicRule({role: 'A/V', protocols: ['RTP'], security: 'TLS', ports: [[100, 200]]}),
    ]
    const b = [
      topicRule({role: 'A/V', protocols: ['RTP'], security: 'TLS', ports: [[150, 250]]}),
      av([150, 250]),
    ]
    const fields = diffRules(a, b).map(({changes}) => changes.map(({field}) => field))
    expect(fields).toEqual([['ports'], ['ports']])
  })

  it('compares a rule with that of the same interface first', () => {
    const rules = diffRules(
      [topicRule({}, {id: 'r-in', side: 'internal'}), topicRule({}, {id: 'r-ex', side: 'external'})],
      [topicRule({}, {id: 'r-new', side: 'external'})],
    )
    expect(rules.map(({a, b}) => [a?.rule.id, b?.rule.id])).toEqual([
      ['r-ex', 'r-new'],
      ['r-in', undefined],
    ])
  })

  it('tells of a state of a document without rules that it lets nothing through', () => {
    const {counts, close, groups} = diffTopics(topicOf('a', [topicRule()]), topicOf('a', []), 'same')
    expect([counts.close, counts.unknown]).toEqual([1, 0])
    expect(close.map((flow) => flow.rules)).toEqual([['r-0000000001']])
    expect(groups.map((group) => group.interface)).toEqual(['external'])
  })

  it('says of another document without such rules that nothing is known', () => {
    const {counts, open, close, shared} = diff([topicRule(), av([50000, 59999])], [])
    expect([differs(counts), counts.unknown, shared, open, close]).toEqual([false, 2, 0, [], []])
    const part = diff([topicRule(), av([50000, 59999]), av([100, 200])], [topicRule()])
    expect([differs(part.counts), part.counts.stay, part.counts.unknown]).toEqual([false, 1, 2])
  })

  it('tells other addresses from other ports and from another condition', () => {
    const from = [
      topicRule({destination: endpoint('access-edge+private-ip')}),
      av([100, 200]),
      topicRule({protocols: ['DNS'], ports: ports([53, 53])}),
    ]
    const to = [
      topicRule({destination: endpoint('access-edge+public-ip')}),
      av([100, 150]),
      topicRule({protocols: ['DNS'], ports: ports([53, 53]), requirement: 'optional'}),
    ]
    const {rules, open, close} = diff(from, to)
    expect(rules.map(({kind}) => kind)).toEqual(['readdressed', 'changed', 'condition'])
    expect([open, close.map((flow) => flow.ports)]).toEqual([[], [[[151, 200]]]])
  })

  it('opens nothing for a moved rule of which a part moved alone', () => {
    const at = (address: string, range: [number, number]) =>
      topicRule({destination: endpoint(`access-edge+${address}`), ports: ports(range)})
    const {counts, open, close} = diff(
      [at('private-ip', [100, 200])],
      [at('public-ip', [100, 149]), at('public-ip', [150, 200])],
    )
    expect([open, close, counts.open, counts.close, counts.change]).toEqual([[], [], 0, 0, 0])
  })

  it('takes wording for no difference where a table has no other such machine', () => {
    const av = (text: string, port: number) =>
      topicRule({source: endpoint(text), destination: endpoint('any'), ports: ports([port, port])})
    const mixed = [av('av-edge+public-ip', 1), av('av-edge', 2), av('edge-internal+pool', 3)]
    const stated = [av('av-edge+public-ip', 1), av('av-edge+public-ip', 2), av('edge-internal', 3)]
    expect(kinds(mixed, stated)).toEqual(['equal', 'equal', 'equal'])
    const both = [...stated, av('av-edge+private-ip', 4)]
    expect(kinds([...mixed, av('av-edge+private-ip', 4)], both)).toContain('readdressed')
    expect(kinds([av('av-edge', 1)], [av('av-edge+public-ip', 1)])).toEqual(['readdressed'])
  })

  it('closes what a rule comes to deny', () => {
    const {rules, open, close} = diff(
      [topicRule(), topicRule({ports: ports([80, 80])})],
      [topicRule(), topicRule({ports: ports([80, 80])}), topicRule({ports: ports([23, 23]), action: 'deny'})],
    )
    expect(rules.map(({kind}) => kind)).toEqual(['equal', 'equal', 'denied'])
    expect([open, close.map(({action}) => action)]).toEqual([[], ['deny']])
  })
})
