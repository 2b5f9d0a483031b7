import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {ExportRequest, Plan, Reader, Target} from '../../src/firewall/export-types.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {verifyExport} from '../../src/firewall/proof/verify.ts'
import {readers} from '../../src/firewall/readers.ts'
import {targets} from '../../src/firewall/targets.ts'
import type {TopicRule} from '../../src/model/topic-rules.ts'
import {exportRequest} from '../support/export-request.ts'
import {topicRules} from '../support/rule-arbitraries.ts'
import {endpoint, topicRule} from '../support/rules.ts'

const readerOf = ({id}: Target): Reader => {
  const reader = readers.get(id)
  if (reader === undefined) throw new Error(`no reader for ${id}`)
  return reader
}

const planned = (request: ExportRequest, target: Target): Plan => {
  const result = planExport(request, target)
  if (!result.ok) throw new Error(result.problems.map(({message}) => message).join('\n'))
  return result.plan
}

const edgeRules = [
  topicRule(
    {
      ports: [
        [443, 443],
        [5061, 5061],
        [50000, 59999],
      ],
    },
    {id: 'r-1'},
  ),
  topicRule(
    {
      source: endpoint('access-edge'),
      destination: endpoint('any'),
      transports: ['tcp', 'udp'],
      ports: [[53, 53]],
    },
    {id: 'r-2'},
  ),
  topicRule(
    {source: endpoint('front-end-pool'), destination: endpoint('edge-internal'), ports: [[5062, 5062]]},
    {id: 'r-3', side: 'internal'},
  ),
  topicRule(
    {
      source: endpoint('av-edge'),
      destination: endpoint('any'),
      transports: ['udp'],
      sourcePorts: [[3478, 3478]],
      ports: [[3478, 3478]],
    },
    {id: 'r-4'},
  ),
  topicRule({destination: endpoint('av-edge'), ports: [[0, 65535]]}, {id: 'r-5'}),
]

const addresses = {
  'access-edge': ['203.0.113.10', '2001:db8::10'],
  'front-end-pool': ['10.0.0.0/24', '10.0.1.5', '2001:db8:1::/64'],
}

const addressBook: fc.Arbitrary<Record<string, string[]>> = fc.record<Record<string, string[]>>(
  {
    'access-edge': fc.constantFrom(
      ['203.0.113.10'],
      ['2001:db8::10'],
      ['203.0.113.10', '2001:db8::/32'],
      ['any'],
    ),
    'av-edge': fc.constantFrom(
      ['203.0.113.12', '203.0.113.11'],
      ['203.0.113.0/25', '203.0.113.12', '2001:db8::12'],
    ),
    any: fc.constantFrom(['198.51.100.0/24'], ['any']),
  },
  {requiredKeys: []},
)

/** Addresses of endpoints that the rules don't name would be refused. */
const named = (rules: readonly TopicRule[], book: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(book).filter(([id]) =>
      rules.some(({rule: {facts}}) => [facts.source?.id, facts.destination?.id].includes(id)),
    ),
  )

/** The first port above 1,000 in a rule line, one higher. */
const onePortOff = (text: string): string => {
  const at = text.search(/\b5062\b/)
  return `${text.slice(0, at)}5063${text.slice(at + 4)}`
}

describe('src/firewall/proof/verify.ts', () => {
  it.each(targets)('$id gives back what was planned', (target) => {
    const plan = planned(exportRequest(edgeRules, {addresses}), target)
    expect(verifyExport(plan, target, readerOf(target), target.write(plan))).toEqual({
      ok: true,
      missing: [],
      extra: [],
      late: [],
    })
  })

  it.each(targets)('$id gives back what was planned for any rules and addresses', (target) => {
    fc.assert(
      fc.property(topicRules, addressBook, (rules, book) => {
        const result = planExport(exportRequest(rules, {addresses: named(rules, book)}), target)
        if (!result.ok) return
        const {missing, extra} = verifyExport(
          result.plan,
          target,
          readerOf(target),
          target.write(result.plan),
        )
        expect([missing, extra]).toEqual([[], []])
      }),
    )
  })

  it.each(targets)('$id with one port changed is caught', (target) => {
    const plan = planned(exportRequest(edgeRules, {addresses}), target)
    const text = onePortOff(target.write(plan))
    let verdict: unknown
    try {
      verdict = verifyExport(plan, target, readerOf(target), text)
    } catch (error) {
      verdict = error
    }
    expect(verdict).not.toMatchObject({ok: true})
  })

  it.each(targets)('$id with one rule taken away is caught', (target) => {
    const plan = planned(exportRequest(edgeRules, {addresses}), target)
    const fewer = target.write({...plan, rules: plan.rules.filter(({ruleIds}) => !ruleIds.includes('r-3'))})
    const {ok, missing} = verifyExport(plan, target, readerOf(target), fewer)
    expect(ok).toBe(false)
    expect(missing.length).toBeGreaterThan(0)
  })
})
