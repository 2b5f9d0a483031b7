import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {outsideOf} from '../../../src/firewall/audit/region.ts'
import type {Plan, PlanRule, Target} from '../../../src/firewall/export-types.ts'
import {ipOf} from '../../../src/firewall/ip-transport.ts'
import {planExport} from '../../../src/firewall/plan.ts'
import {targets} from '../../../src/firewall/targets.ts'
import {type Audited, auditPlan, formatOf} from '../../support/audit.ts'
import {exportRequest} from '../../support/export-request.ts'
import {topicRules} from '../../support/rule-arbitraries.ts'
import {runs} from '../../support/thorough.ts'

/** Targets whose files an audit reads, with the reader. */
const readable = [
  ['nftables', 'nft'],
  ['iptables', 'iptables'],
  ['azure-nsg', 'azure-nsg'],
  ['panos', 'panos'],
  ['fortios', 'fortios'],
] as const

const targetOf = (id: string): Target => {
  const found = targets.find((target) => target.id === id)
  if (found === undefined) throw new Error(`no target ${id}`)
  return {...found, hostNames: false}
}

/** An address for every end that needs one, some of them several or IPv6. */
const addressBook: fc.Arbitrary<Record<string, string[]>> = fc.record<Record<string, string[]>>({
  'access-edge': fc.constantFrom(['203.0.113.10'], ['203.0.113.0/28', '2001:db8::10']),
  'av-edge': fc.constantFrom(['203.0.113.12', '203.0.113.64/26'], ['2001:db8::/64', '203.0.113.12']),
  'front-end-pool': fc.constantFrom(['10.0.0.0/24', '2001:db8:1::/64'], ['10.0.0.7', '2001:db8:1::7']),
  'unstated:source': fc.constant(['198.51.100.0/24', '2001:db8:2::/64']),
  'unstated:destination': fc.constant(['192.0.2.1', '2001:db8:3::1']),
})

/** A plan without variables and without rules that open everything; null where nothing is left. */
function planFor(
  target: Target,
  rules: Parameters<typeof exportRequest>[0],
  book: Record<string, string[]>,
): Plan | null {
  const open = planExport(exportRequest(rules, {dropOthers: true}), target)
  if (!open.ok) return null
  const addresses = Object.fromEntries(
    open.plan.variables.map(({key}) => [
      key,
      book[key] ?? book[key.split('+')[0] ?? ''] ?? ['192.0.2.9', '2001:db8:9::9'],
    ]),
  )
  const planned = planExport(exportRequest(rules, {addresses, dropOthers: true}), target)
  return planned.ok && planned.plan.variables.length === 0 ? planned.plan : null
}

const audit = (plan: Pick<Plan, 'rules'>, text: string, id: string): Audited =>
  auditPlan(plan, formatOf(id), text)

/** What a file says by itself beyond its rules: the defaults that a group in Azure and a firewall with zones has. */
const ownBeyond = ({beyond}: Audited): Audited['beyond'] =>
  beyond.filter(({line}) => !line.text.includes('a default rule') && line.text !== 'what no rule is for')

/** Where nothing is to be stopped. */
const allowing = topicRules.map((rules) =>
  rules.map((each) => ({
    ...each,
    rule: {...each.rule, facts: {...each.rule.facts, action: 'allow' as const}},
  })),
)

const at = fc.nat(1000)
const pick = <Value>(values: readonly Value[], number: number): Value | undefined =>
  values[number % values.length]

describe('src/firewall/audit/judge.ts', () => {
  it.each(readable)('finds all of an export for %s let through, and nothing else', (id, format) => {
    const target = targetOf(id)
    fc.assert(
      fc.property(topicRules, addressBook, (rules, book) => {
        const plan = planFor(target, rules, book)
        if (plan === null) return
        const audited = audit(plan, target.write(plan), format)
        // Of what the topic itself denies nothing can be told.
        expect(
          audited.rules.filter(
            ({verdict, regions}) => regions.length > 0 && verdict !== 'allowed' && verdict !== 'stopped',
          ),
        ).toEqual([])
        expect(ownBeyond(audited)).toEqual([])
      }),
      {numRuns: runs(40)},
    )
  })

  it.each(readable)('finds a rule of %s that is taken away, unless others open the same', (id, format) => {
    const target = targetOf(id)
    fc.assert(
      fc.property(allowing, addressBook, at, (rules, book, number) => {
        const plan = planFor(target, rules, book)
        const gone = plan === null ? undefined : pick(plan.rules, number)
        if (plan === null || gone === undefined || plan.rules.length < 2) return
        const rest = plan.rules.filter((rule) => rule !== gone)
        const {rules: judged} = audit(plan, target.write({...plan, rules: rest}), format)
        const own = judged.find(({rule}) => rule === gone)
        const others = judged.filter(({rule, way}) => rule !== gone && way === own?.way)
        const left = outsideOf(
          own?.regions ?? [],
          others.flatMap(({regions}) => regions),
        )
        expect(own?.verdict === 'allowed').toBe(left.length === 0)
        expect(judged.filter(({rule, verdict}) => rule !== gone && verdict !== 'allowed')).toEqual([])
      }),
      {numRuns: runs(40)},
    )
  })

  const onePort: PlanRule['ports'] = [[7, 7]]
  const wider = (rule: PlanRule): PlanRule => ({...rule, ports: [...onePort, ...rule.ports]})

  it.each(readable)('finds a rule of %s that is narrowed or widened by a port', (id, format) => {
    const target = targetOf(id)
    fc.assert(
      fc.property(allowing, addressBook, at, (rules, book, number) => {
        const plan = planFor(target, rules, book)
        const changed = plan === null ? undefined : pick(plan.rules, number)
        if (plan === null || changed === undefined || ipOf(changed.transport) !== null) return
        if (plan.rules.some(({ports}) => ports.some(([low, high]) => low <= 7 && high >= 7))) return
        const widened = plan.rules.map((rule) => (rule === changed ? wider(rule) : rule))
        // Asked is the one, and the device has the other.
        const open = ownBeyond(audit(plan, target.write({...plan, rules: widened}), format))
        expect(open.length).toBeGreaterThan(0)
        const narrow = audit({rules: widened}, target.write(plan), format)
        expect(narrow.rules.map(({verdict}) => verdict !== 'allowed')).toEqual(
          widened.map((rule) => rule.ports[0]?.[0] === 7),
        )
        expect(narrow.rules.some(({verdict}) => verdict === 'partly' || verdict === 'unknown')).toBe(true)
      }),
      {numRuns: runs(40)},
    )
  })

  it('finds two lines that change places', () => {
    const target = targetOf('nftables')
    fc.assert(
      fc.property(allowing, addressBook, at, (rules, book, number) => {
        const plan = planFor(target, rules, book)
        const stopped = plan === null ? undefined : pick(plan.rules, number)
        if (plan === null || stopped === undefined) return
        const id = `comment "${stopped.ruleIds.join(' ').slice(0, 120)}"`
        const lines = target.write(plan).split('\n')
        const deny = (line: string): string => line.replace(' accept ', ' drop ')
        const isOwn = (line: string): boolean => line.includes(id)
        const behind = lines.flatMap((line) => (isOwn(line) ? [line, deny(line)] : [line]))
        const before = lines.flatMap((line) => (isOwn(line) ? [deny(line), line] : [line]))
        expect(audit(plan, behind.join('\n'), 'nft').rules.every(({verdict}) => verdict === 'allowed')).toBe(
          true,
        )
        const judged = audit(plan, before.join('\n'), 'nft').rules
        const own = judged.findIndex(({rule}) => rule === stopped)
        const earlier = judged.slice(0, own).flatMap(({regions}) => regions)
        const left = outsideOf(judged[own]?.regions ?? [], earlier)
        expect(judged[own]?.verdict === 'allowed').toBe(left.length === 0)
      }),
      {numRuns: runs(33)},
    )
  })
})
