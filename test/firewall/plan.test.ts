import {describe, expect, it} from 'vitest'
import type {ExportRequest, Plan, Target} from '../../src/firewall/export-types.ts'
import {firewallTexts} from '../../src/firewall/firewall-texts-fs.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {awsSecurityGroup} from '../../src/firewall/targets/aws-security-group/write.ts'
import {ciscoIos} from '../../src/firewall/targets/cisco-ios/write.ts'
import {nftables} from '../../src/firewall/targets/nftables/write.ts'
import {windows} from '../../src/firewall/targets/windows/write.ts'
import type {TopicRule} from '../../src/model/topic-rules.ts'
import {exportRequest} from '../support/export-request.ts'
import {endpoint, topicRule} from '../support/rules.ts'

const plan = (rules: TopicRule[], rest: Partial<ExportRequest> = {}, target: Target = nftables): Plan => {
  const planned = planExport(exportRequest(rules, rest), target)
  if (!planned.ok) throw new Error(planned.problems.map(({message}) => message).join('\n'))
  return planned.plan
}

const problems = (rules: TopicRule[], rest: Partial<ExportRequest> = {}, target: Target = nftables) => {
  const planned = planExport(exportRequest(rules, rest), target)
  return planned.ok ? [] : planned.problems
}

const outbound = topicRule({source: endpoint('access-edge'), destination: endpoint('any')}, {id: 'r-out'})

describe('src/firewall/plan.ts', () => {
  it('leaves legacy rules out unless they are chosen', () => {
    const rules = [
      topicRule({}, {id: 'r-1'}),
      topicRule({requirement: 'legacy', ports: [[5269, 5269]]}, {id: 'r-2'}),
    ]
    const ids = (rest: Partial<ExportRequest>) => plan(rules, rest).rules.flatMap(({ruleIds}) => ruleIds)
    expect(ids({})).toEqual(['r-1'])
    expect(
      ids({chosen: {required: true, conditional: true, optional: true, legacy: true, unknown: true}}),
    ).toEqual(['r-1', 'r-2'])
  })

  it.each(['optional', 'legacy'] as const)('writes what must be stopped, be it %s or not', (requirement) => {
    const rules = [
      topicRule({ports: [[7000, 7100]]}, {id: 'r-open'}),
      topicRule({ports: [[7050, 7050]], action: 'deny', requirement}, {id: 'r-stop'}),
    ]
    const chosen = {required: true, conditional: true, optional: false, legacy: false, unknown: true}
    const {rules: planned, unchosen} = plan(rules, {chosen})
    expect(planned.map(({ruleIds, action}) => [ruleIds.join(), action])).toEqual([
      ['r-stop', 'deny'],
      ['r-open', 'allow'],
    ])
    expect(planned[0]?.comment).toContain(firewallTexts('en')[requirement])
    expect(unchosen).toEqual([])
  })

  it('keeps a variable for an endpoint without address, never every address', () => {
    const {rules, variables} = plan([topicRule()])
    expect(rules[0]?.destination).toMatchObject({kind: 'variable', variable: 'ACCESS_EDGE_ADDRESS'})
    expect(variables.map(({key}) => key)).toEqual(['access-edge'])
  })

  it('needs an address for an end that the document does not state', () => {
    const {variables} = plan([topicRule({source: null, destination: null, host: endpoint('front-end-pool')})])
    expect(variables.map(({key}) => key)).toEqual(['front-end-pool', 'unstated:source'])
  })

  it('takes the machines that “any” can be narrowed to, those that have addresses where some have', () => {
    const any = {id: 'any', qualifiers: [], alternatives: ['director', 'front-end-pool']}
    const sources = (addresses: ExportRequest['addresses']) =>
      plan([topicRule({source: any})], {addresses}).rules.map(({source}) => source)
    expect(sources({})).toMatchObject([{variable: 'DIRECTOR_ADDRESS'}, {variable: 'FRONT_END_POOL_ADDRESS'}])
    expect(sources({'front-end-pool': ['10.0.0.1']})).toMatchObject([{addresses: ['10.0.0.1']}])
    expect(sources({any: ['any']})).toMatchObject([{kind: 'any'}])
  })

  it('takes the address of the qualified endpoint before that of the endpoint', () => {
    const rules = [topicRule({destination: endpoint('access-edge+public-ip')})]
    const addresses = {'access-edge': ['10.0.0.1'], 'access-edge+public-ip': ['203.0.113.10']}
    expect(plan(rules, {addresses}).rules[0]?.destination).toMatchObject({addresses: ['203.0.113.10']})
  })

  it('writes one rule for IPv4 and one for IPv6', () => {
    const {rules} = plan([topicRule()], {addresses: {'access-edge': ['203.0.113.10', '2001:db8::10']}})
    expect(rules.map(({family}) => family)).toEqual(['v4', 'v6'])
  })

  it('tells the direction seen from the server, or forwards between machines', () => {
    const directions = (target: Target) =>
      plan([topicRule(), outbound], {}, target).rules.map(({direction}) => direction)
    expect(directions(windows)).toEqual(['in', 'out'])
    expect(directions(nftables)).toEqual(['forward', 'forward'])
  })

  it('does not write rows that describe answers for a target that keeps connections', () => {
    const answer = topicRule(
      {
        source: endpoint('access-edge'),
        destination: endpoint('any'),
        sourcePorts: [[443, 443]],
        ports: [[0, 65535]],
      },
      {id: 'r-answer'},
    )
    const stateful = plan([topicRule({}, {id: 'r-ask'}), answer])
    expect(stateful.rules.map(({ruleIds}) => ruleIds)).toEqual([['r-ask']])
    expect(stateful.omitted).toEqual([{ruleId: 'r-answer', reason: 'returning'}])
    const stateless = plan([topicRule(), answer], {}, ciscoIos)
    expect(stateless.omitted).toEqual([{ruleId: 'r-answer', reason: 'all-ports'}])
    expect(plan([topicRule(), answer], {allowed: ['r-answer']}, ciscoIos).rules).toHaveLength(2)
  })

  it('keeps both rows where either side opens connections', () => {
    expect(plan([topicRule(), outbound]).rules).toHaveLength(2)
  })

  it('writes once what several rows ask for and names them all', () => {
    const {rules} = plan([topicRule({}, {id: 'r-1'}), topicRule({role: 'Edge'}, {id: 'r-2'})])
    expect(rules.map(({ruleIds}) => ruleIds)).toEqual([['r-1', 'r-2']])
  })

  it('writes no rule of a table that is not of ports to open', () => {
    const {rules} = exportRequest([
      topicRule({}, {id: 'r-1'}),
      topicRule({ports: [[5004, 5004]]}, {id: 'r-2'}),
    ])
    const marked = rules.map((rule) => (rule.id === 'r-2' ? {...rule, purpose: 'mark' as const} : rule))
    const {omitted, rules: written} = plan([], {rules: marked})
    expect(omitted).toEqual([{ruleId: 'r-2', reason: 'other-purpose'}])
    expect(written.flatMap(({ruleIds}) => ruleIds)).toEqual(['r-1'])
  })

  it('says which rules it could not write', () => {
    const {omitted} = plan([
      topicRule(),
      topicRule({ports: []}, {id: 'r-2'}),
      topicRule({transports: []}, {id: 'r-3'}),
    ])
    expect(omitted).toEqual([
      {ruleId: 'r-2', reason: 'no-port'},
      {ruleId: 'r-3', reason: 'no-transport'},
    ])
  })

  it('takes the tables of one interface, and of those that name none the rules whose ends are there', () => {
    const inside = {source: endpoint('front-end-pool'), destination: endpoint('edge-internal')}
    const rules = [
      topicRule({}, {id: 'r-1', side: 'external'}),
      topicRule({ports: [[1, 1]]}, {id: 'r-2', side: 'internal'}),
      topicRule({ports: [[2, 2]]}, {id: 'r-3', side: null}),
      topicRule({...inside, ports: [[3, 3]]}, {id: 'r-4', side: null}),
      topicRule({source: null, destination: endpoint('router')}, {id: 'r-5', side: null}),
    ]
    const ids = (side: 'internal' | 'external') =>
      plan(rules, {interface: side}).rules.flatMap(({ruleIds}) => ruleIds)
    expect(ids('internal')).toEqual(['r-2', 'r-4'])
    expect(ids('external')).toEqual(['r-1', 'r-3'])
  })

  it('gives each firewall what crosses it, and a machine what ends there', () => {
    const rules = [
      topicRule({}, {id: 'r-outer', side: null}),
      topicRule(
        {source: endpoint('front-end-pool'), destination: endpoint('edge-internal')},
        {id: 'r-inner', side: null},
      ),
      topicRule(
        {source: endpoint('any'), destination: endpoint('front-end-pool')},
        {id: 'r-both', side: null},
      ),
      topicRule({source: endpoint('router'), destination: endpoint('switch')}, {id: 'r-none', side: null}),
    ].map((rule) => ({
      ...rule,
      rule: {...rule.rule, facts: {...rule.rule.facts, ports: [[9, 9]] as [number, number][]}},
    }))
    const of = (device: ExportRequest['device'], target = nftables) => {
      const {rules: planned, omitted} = plan(rules, {device}, target)
      return [
        planned.map(({ruleIds, direction}) => `${ruleIds.join()} ${direction}`),
        omitted.map(({ruleId, reason}) => `${ruleId} ${reason}`),
      ]
    }
    expect(of({kind: 'perimeter'})[0]).toEqual(['r-outer forward'])
    expect(of({kind: 'internal'})[0]).toEqual(['r-inner forward'])
    expect(of({kind: 'internal'})[1]).toContain('r-none other-device')
    const host = of({kind: 'host', endpoint: 'front-end-pool'}, windows)
    expect(host[0]).toEqual(['r-inner out', 'r-both in'])
  })

  it('takes no any of the Internet for one of the inside, and gives each end its own addresses', () => {
    const rules = [
      topicRule({}, {id: 'r-outer'}),
      topicRule({destination: endpoint('edge-internal')}, {id: 'r-inner', side: 'internal'}),
      topicRule({destination: endpoint('any'), ports: [[53, 53]]}, {id: 'r-all'}),
    ]
    const ends = (rest: Partial<ExportRequest>) =>
      plan(rules, rest).rules.map(({ruleIds, source, destination}) => [
        ruleIds.join(),
        source.kind === 'addresses' ? source.addresses.join() : source.kind,
        destination.kind === 'addresses' ? destination.addresses.join() : destination.kind,
      ])
    expect(ends({})).toEqual([
      ['r-outer', 'any', 'variable'],
      ['r-inner', 'variable', 'variable'],
    ])
    expect(ends({device: {kind: 'internal'}})).toEqual([['r-inner', 'any', 'variable']])
    expect(
      ends({
        addresses: {any: ['198.51.100.0/24'], 'any:internal': ['10.0.0.0/8'], 'any:source': ['10.1.0.0/16']},
      }),
    ).toEqual([
      ['r-outer', '198.51.100.0/24', 'variable'],
      ['r-inner', '10.0.0.0/8', 'variable'],
      ['r-all', '10.1.0.0/16', 'any'],
    ])
  })

  it('takes ports that the document leaves to the site, by rule or by machine', () => {
    const rules = [topicRule({ports: []}, {id: 'r-1'}), topicRule({ports: [[1, 1]]}, {id: 'r-2'})]
    const planned = (ports: ExportRequest['ports']) =>
      plan(rules, {ports}).rules.map(({ruleIds, ports: own}) => [ruleIds.join(), own])
    for (const key of ['r-1', 'access-edge-sip'])
      expect(planned({[key]: [[5061, 5061]]})).toEqual([
        ['r-1', [[5061, 5061]]],
        ['r-2', [[1, 1]]],
      ])
    expect(problems(rules, {ports: {'r-2': [[5061, 5061]]}}).map(({id}) => id)).toEqual(['unknown-port'])
    const named = [topicRule({ports: [], portNames: ['dynamic']}, {id: 'r-3'})]
    const given = plan(named, {ports: {'r-3': [[49152, 65535]]}})
    expect(given.rules.map(({ports: ranges}) => ranges)).toEqual([[[49152, 65535]]])
  })

  it('writes what must be stopped first, and lists it where a target can’t', () => {
    const rules = [
      topicRule({}, {id: 'r-1'}),
      topicRule({ports: [[23, 23]], action: 'deny'}, {id: 'r-2'}),
      topicRule({ports: [[80, 80]]}, {id: 'r-3'}),
    ]
    expect(plan(rules).rules.map(({ruleIds, action}) => [ruleIds.join(), action])).toEqual([
      ['r-2', 'deny'],
      ['r-1', 'allow'],
      ['r-3', 'allow'],
    ])
    expect(plan(rules, {}, awsSecurityGroup).omitted).toEqual([{ruleId: 'r-2', reason: 'denied'}])
  })

  it('names rules by themselves, so that a row more renames none', () => {
    const rules = [topicRule({}, {id: 'r-1'}), topicRule({ports: [[80, 80]]}, {id: 'r-2'})]
    const names = (all: typeof rules) => plan(all).rules.map(({name}) => name)
    expect(names(rules)).toEqual(['r-1-tcp', 'r-2-tcp'])
    expect(names([topicRule({ports: [[25, 25]]}, {id: 'r-0'}), ...rules])).toEqual([
      'r-0-tcp',
      ...names(rules),
    ])
  })

  it.each([
    ['no rules', [], {}, 'no-rules', '“Single Edge” holds no rules'],
    [
      'nothing chosen',
      [topicRule()],
      {chosen: {required: true, conditional: true, optional: true, legacy: true, unknown: false}},
      'none-chosen',
      '0 of 1 rules are chosen',
    ],
    [
      'no rule with ports',
      [topicRule({ports: []})],
      {},
      'nothing-to-write',
      'None of the 1 chosen rules can be written',
    ],
    [
      'a bad address',
      [topicRule()],
      {addresses: {'access-edge': ['$(reboot)']}},
      'bad-address',
      'Unexpected address “$(reboot)” for access-edge',
    ],
    [
      'an endpoint of another topic',
      [topicRule()],
      {addresses: {'acess-edge': ['10.0.0.1']}},
      'unknown-endpoint',
      'Unexpected endpoint “acess-edge”',
    ],
    [
      'IPv4 to IPv6',
      [topicRule({source: endpoint('front-end-pool')})],
      {addresses: {'access-edge': ['10.0.0.1'], 'front-end-pool': ['2001:db8::1']}},
      'no-common-family',
      'Rule r-0000000001 goes from front-end-pool to access-edge, but one has IPv4 addresses only and the other IPv6 only',
    ],
  ] as const)('refuses %s', (_, rules, rest, id, message) => {
    const found = problems([...rules], JSON.parse(JSON.stringify(rest)))
    expect(found.map((problem) => [problem.id, problem.message])).toEqual([[id, message]])
    expect(found[0]?.hint).not.toBe('')
  })

  it('takes host names only where the target does', () => {
    const addresses = {'access-edge': ['edge.example.com']}
    expect(plan([topicRule()], {addresses}).rules[0]?.destination).toMatchObject({
      addresses: ['edge.example.com'],
    })
    expect(problems([topicRule()], {addresses}, windows).map(({id}) => id)).toEqual(['host-name'])
  })
})
