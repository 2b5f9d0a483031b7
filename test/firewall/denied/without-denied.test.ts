import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {partOf, withOtherDenials} from '../../../src/app/export/several-topics.ts'
import {writeProved} from '../../../src/app/export/write-proved.ts'
import type {ExportRequest, Plan} from '../../../src/firewall/export-types.ts'
import {planExport} from '../../../src/firewall/plan.ts'
import {acceptsDenied} from '../../../src/firewall/proof/accepts-denied.ts'
import {readers} from '../../../src/firewall/readers.ts'
import {awsSecurityGroup} from '../../../src/firewall/targets/aws-security-group/write.ts'
import {kubernetes} from '../../../src/firewall/targets/kubernetes/write.ts'
import {targets} from '../../../src/firewall/targets.ts'
import type {TopicRule} from '../../../src/model/topic-rules.ts'
import {exportRequest} from '../../support/export-request.ts'
import {topicRules} from '../../support/rule-arbitraries.ts'
import {endpoint, topicRule} from '../../support/rules.ts'
import {runs} from '../../support/thorough.ts'

const allowing = targets.filter(({denies}) => !denies)

type Row = Parameters<typeof topicRule>[0]
const allow = (row: Row, id = 'r-open') => topicRule({ports: [[7000, 7100]], ...row}, {id})
const deny = (row: Row, id = 'r-stop') => topicRule({ports: [[7050, 7050]], action: 'deny', ...row}, {id})
const from = (id: string) => ({source: endpoint(id)})

const planned = (rules: TopicRule[], rest: Partial<ExportRequest> = {}, target = awsSecurityGroup): Plan => {
  const found = planExport(exportRequest(rules, rest), target)
  if (!found.ok) throw new Error(found.problems.map(({message}) => message).join('\n'))
  return found.plan
}

/** What a plan of two rules opens of the first, and why not more. */
const opened = (...asked: Parameters<typeof planned>) => {
  const other = topicRule({ports: [[9, 9]], destination: endpoint('av-edge')}, {id: 'r-other'})
  const {rules, omitted} = planned([...asked[0], other], asked[1], asked[2])
  const ports = rules.filter(({ruleIds}) => ruleIds.includes('r-open')).flatMap((rule) => rule.ports)
  return ports.length > 0 ? ports : omitted.find(({ruleId}) => ruleId === 'r-open')?.reason
}

const around = [
  [7000, 7049],
  [7051, 7100],
]
const whole = [[7000, 7100]]

describe('src/firewall/denied/without-denied.ts', () => {
  it.each(allowing)('$id: cuts what is denied to everybody or to the same end', (target) => {
    expect(opened([allow({}), deny({})], {}, target)).toEqual(around)
    expect(opened([deny({}), allow(from('front-end-pool'))], {}, target)).toEqual(around)
    expect(opened([allow(from('front-end-pool')), deny(from('front-end-pool'))], {}, target)).toEqual(around)
    expect(opened([allow({}), deny({requirement: 'legacy'})], {}, target)).toEqual(around)
    expect(opened([allow({}), deny({destination: endpoint('any')})], {}, target)).toEqual(around)
  })

  it.each(allowing)('$id: leaves out what is denied to a part of its ends', (target) => {
    expect(opened([allow({}), deny(from('front-end-pool'))], {}, target)).toBe('contested')
    expect(opened([allow({ports: [[7050, 7050]]}), deny({})], {}, target)).toBe('contested')
    expect(opened([allow({}), deny({sourcePorts: [[53, 53]]})], {}, target)).toBe('contested')
  })

  it('keeps what no denial is of', () => {
    expect(opened([allow({}), deny({ports: [[8080, 8080]]})])).toEqual(whole)
    expect(opened([allow({}), deny({transports: ['udp']})])).toEqual(whole)
    expect(opened([allow(from('front-end-pool')), deny(from('av-edge'))])).toEqual(whole)
    expect(opened([allow({}), deny({destination: endpoint('av-edge')})])).toEqual(whole)
    expect(opened([allow({}), deny({})], {only: ['r-open', 'r-other']})).toEqual(around)
  })

  it('compares addresses where both ends have some', () => {
    const rules = [allow(from('front-end-pool')), deny(from('edge-internal'))]
    const of = (edge: string, pool: string) =>
      opened(rules, {addresses: {'front-end-pool': [pool], 'edge-internal': [edge]}})
    expect(of('10.0.0.0/8', '10.1.0.0/16')).toEqual(around)
    expect(of('10.1.0.0/16', '10.0.0.0/8')).toBe('contested')
    expect(of('10.2.0.0/16', '10.1.0.0/16')).toEqual(whole)
    expect(opened([allow(from('10.0.0.0/8')), deny(from('edge-internal'))])).toBe('contested')
  })

  it.each(allowing)('$id: minds what another topic of the same file denies', (target) => {
    const other = topicRule({ports: [[9, 9]], destination: endpoint('av-edge')}, {id: 'r-other'})
    const requests = [
      exportRequest([allow({}), other], {topic: 'one'}),
      exportRequest([deny({})], {topic: 'other'}),
    ]
    const parts = withOtherDenials(requests, target).map((request) => partOf(request, target))
    expect(parts[0]?.plan.rules.map(({ports}) => ports)).toEqual([around, [[9, 9]]])
    expect(writeProved(parts, target).text).toContain('7051')
    // Planned alone, the first would open it.
    const alone = requests.map((request) => partOf(request, target))
    expect(() => writeProved(alone, target)).toThrow('opens what its topics deny')
  })
})

describe('src/firewall/proof/accepts-denied.ts', () => {
  it.each([awsSecurityGroup, kubernetes])('$id: finds nothing in a file as it is planned', (target) => {
    let cut = 0
    fc.assert(
      fc.property(topicRules, fc.boolean(), (rules, isSet) => {
        const addresses = {'front-end-pool': ['10.0.0.0/8'], 'av-edge': ['10.1.0.0/16']}
        const named = Object.entries(addresses).filter(([id]) =>
          rules.some(({rule: {facts}}) => [facts.source?.id, facts.destination?.id].includes(id)),
        )
        const request = exportRequest(rules, {addresses: isSet ? Object.fromEntries(named) : {}})
        const found = planExport(request, target)
        if (!found.ok) return
        const {plan} = found
        if (plan.omitted.some(({reason}) => reason === 'contested')) cut += 1
        const read = readers.get(target.id)?.(target.write(plan)) ?? []
        expect(acceptsDenied([{request, plan}], read)).toEqual([])
      }),
      // A seed, so that some of so few requests are surely contested.
      {numRuns: runs(60), seed: 7},
    )
    expect(cut).toBeGreaterThan(0)
  })

  it('finds a denied flow, whatever the plan says', () => {
    const open = exportRequest([allow({})])
    const plan = planned([allow({})])
    const read = readers.get(awsSecurityGroup.id)?.(awsSecurityGroup.write(plan)) ?? []
    const proof = (denial: TopicRule) =>
      acceptsDenied([{request: {...open, rules: exportRequest([allow({}), denial]).rules}, plan}], read)
    expect(proof(deny({})).length).toBeGreaterThan(0)
    expect(proof(deny(from('front-end-pool'))).length).toBeGreaterThan(0)
    expect(proof(deny({ports: [[9, 9]]}))).toEqual([])
    expect(proof(deny({destination: endpoint('av-edge')}))).toEqual([])
  })
})
