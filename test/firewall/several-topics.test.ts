import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Plan, Reader, ReadRule, Target} from '../../src/firewall/export-types.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {verifyExport} from '../../src/firewall/proof/verify.ts'
import {readers} from '../../src/firewall/readers.ts'
import {targets} from '../../src/firewall/targets.ts'
import {together} from '../../src/firewall/writing/together.ts'
import {exportRequest} from '../support/export-request.ts'
import {topicRules} from '../support/rule-arbitraries.ts'
import {endpoint, topicRule} from '../support/rules.ts'

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

/** Names that a file of a flat list makes, and those that a file takes away. */
const made: Readonly<Record<string, RegExp>> = {
  panos: /^set (rulebase security rules|service) (\S+)/gm,
  'juniper-srx':
    /^set (security policies global policy|applications application|security address-book global address) (\S+)/gm,
  fortios: /^ {4}edit ()(\S+)/gm,
  netsh: /add (rule) name="([^"]+)"/g,
  windows: /-Group ('Portolan )([^']+)'/g,
}
const gone: Readonly<Record<string, RegExp>> = {
  panos: /^delete (rulebase security rules|service) (\S+)/gm,
  'juniper-srx':
    /^delete (security policies global policy|applications application|security address-book global address) (\S+)/gm,
  fortios: /^ {4}delete ()(\S+)/gm,
  netsh: /delete (rule) name="([^"]+)"/g,
  windows: /-Group ('Portolan )([^']+)'/g,
}
const names = (text: string, expression: RegExp | undefined): string[] =>
  [...new Set(text.matchAll(expression ?? /$^/g).map(([, kind, name]) => `${kind} ${name}`))].sort()

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
          if (target.remove !== undefined)
            expect(names(target.remove(first, second), gone[target.id])).toEqual(names(text, made[target.id]))
        }),
        {numRuns: 15},
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

  it('puts what is stopped before what is let through, whichever topic stops it', () => {
    const open = topicRule({ports: [[8443, 8443]]}, {id: 'r-open'})
    const stop = topicRule({ports: [[23, 23]], action: 'deny'}, {id: 'r-stop'})
    for (const id of ['panos', 'fortios', 'juniper-srx', 'cisco-ios', 'azure-nsg']) {
      const target = targets.find((each) => each.id === id)
      if (target === undefined) throw new Error(`no target ${id}`)
      const plans = [planFor(target, 'one', [open]), planFor(target, 'other', [stop])].filter(
        (plan) => plan !== null,
      )
      expect(readerOf(target)(target.write(...plans)).map(({action}) => action ?? 'allow')[0]).toBe('deny')
    }
  })
})
