import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {changesAgainst} from '../../src/app/export/export-changes.ts'
import type {Plan, Reader, ReadRule, Target} from '../../src/firewall/export-types.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {verifyExport} from '../../src/firewall/proof/verify.ts'
import {readers} from '../../src/firewall/readers.ts'
import {targets} from '../../src/firewall/targets.ts'
import {together} from '../../src/firewall/writing/together.ts'
import {exportRequest} from '../support/export-request.ts'
import {topicRules} from '../support/rule-arbitraries.ts'
import {endpoint, topicRule} from '../support/rules.ts'
import {runs} from '../support/thorough.ts'

const readerOf = ({id}: Target): Reader => {
  const reader = readers.get(id)
  if (reader === undefined) throw new Error(`no reader for ${id}`)
  return reader
}

const book = {'access-edge': ['203.0.113.10', '2001:db8::10'], 'av-edge': ['203.0.113.11']}

const planFor = (
  target: Target,
  topic: string,
  rules: Parameters<typeof exportRequest>[0],
  otherEnds: string[] = [],
): Plan | null => {
  const named = Object.entries(book).filter(([id]) =>
    rules.some(({rule: {facts}}) => [facts.source?.id, facts.destination?.id].includes(id)),
  )
  const planned = planExport(
    exportRequest(rules, {topic, title: topic, addresses: Object.fromEntries(named), otherEnds}),
    target,
  )
  return planned.ok ? planned.plan : null
}

const sorted = (rules: readonly ReadRule[]): string[] => rules.map((rule) => JSON.stringify(rule)).sort()

describe('src/firewall/writing/together.ts', () => {
  it.each(targets)(
    '$id: a file of two topics holds the rules of both, none lost and none doubled',
    (target) => {
      const read = readerOf(target)
      fc.assert(
        fc.property(topicRules, topicRules, (one, other) => {
          const first = planFor(target, 'harbour-pilot', one)
          const second = planFor(target, 'tide-gauge', other)
          if (first === null || second === null) return
          const text = target.write(first, second)
          expect(sorted(read(text))).toEqual(
            sorted([...read(target.write(first)), ...read(target.write(second))]),
          )
          expect(verifyExport(together([first, second]), target, read, text).ok).toBe(true)
        }),
        {numRuns: runs(15)},
      )
    },
  )

  it('gives two ends that would have one name different names, whatever topic they are of', () => {
    const [dotted, dashed] = ['depot.north', 'depot-north'].map((id) => [
      topicRule({source: endpoint(id), destination: endpoint('access-edge'), ports: [[443, 443]]}),
    ])
    const [target] = targets
    if (target === undefined || dotted === undefined || dashed === undefined) throw new Error('no target')
    const plans = [
      planFor(target, 'one', dotted, ['depot-north']),
      planFor(target, 'other', dashed, ['depot.north']),
    ].filter((plan) => plan !== null)
    const {variables} = together(plans)
    // One each for IPv4 and IPv6.
    expect(variables.map(({key}) => key).sort()).toEqual([
      'depot-north',
      'depot-north',
      'depot.north',
      'depot.north',
    ])
    expect(new Set(variables.map(({name}) => name)).size).toBe(4)
  })

  const stopper = topicRule({ports: [[23, 23]], action: 'deny'}, {id: 'r-stop'})
  const opener = topicRule({ports: [[1, 1024]]}, {id: 'r-open'})
  const bothOrders = (target: Target): Plan[][] => {
    const plans = [planFor(target, 'one', [opener]), planFor(target, 'other', [stopper])].filter(
      (plan) => plan !== null,
    )
    return [plans, plans.toReversed()]
  }
  const inOrder = targets.filter(({denies, denyWins}) => denies && denyWins !== true)

  it.each(inOrder)(
    '$id: what one topic stops, the device asks before what another lets through',
    (target) => {
      for (const plans of bothOrders(target)) {
        const read = readerOf(target)(target.write(...plans))
        const lists = [...Map.groupBy(read, ({list = ''}) => list).values()]
        for (const list of lists)
          expect(list.map(({action = 'allow'}) => action)).toEqual(
            list.map(({action = 'allow'}) => action).toSorted((one, two) => two.localeCompare(one)),
          )
        expect(read.some(({action}) => action === 'deny')).toBe(true)
      }
    },
  )

  it('proves no file in which a rule that stops stands behind one that lets through', () => {
    const target = targets.find(({id}) => id === 'iptables')
    const [plans = []] = target === undefined ? [] : bothOrders(target)
    if (target === undefined) throw new Error('no target')
    const text = target.write(...plans)
    const swapped = text.replaceAll('-I PORTOLAN -j', '-A PORTOLAN -j')
    const prove = (file: string) => verifyExport(together(plans), target, readerOf(target), file)
    expect(prove(text).late).toEqual([])
    expect(changesAgainst(plans, target, text)).toEqual(['No rule changes.'])
    expect(changesAgainst(plans, target, swapped)).toContain(
      '! deny tcp 23: any → 203.0.113.10 (asked only after what lets traffic through)',
    )
    expect(prove(swapped)).toMatchObject({
      ok: false,
      missing: [],
      extra: [],
      late: [{action: 'deny'}, {action: 'deny'}],
    })
  })

  it('reads the chains of an earlier file as its own lines hook them', () => {
    const target = targets.find(({id}) => id === 'iptables')
    if (target === undefined) throw new Error('no target')
    const hook = (chain: string) => `# iptables -C FORWARD -j ${chain} || iptables -I FORWARD -j ${chain}`
    const rule = (chain: string, verdict: string) => `-A ${chain} -p tcp --dport 23 -j ${verdict}`
    const text = [hook('B'), hook('A'), '*filter', rule('B', 'DROP'), rule('A', 'ACCEPT'), 'COMMIT', ''].join(
      '\n',
    )
    expect(readerOf(target)(text).map(({action = 'allow'}) => action)).toEqual(['allow', 'deny'])
  })
})
