import {describe, expect, it} from 'vitest'
import {changesAgainst} from '../../src/app/export/export-changes.ts'
import {removalOf} from '../../src/app/export/removal.ts'
import {writeProved} from '../../src/app/export/write-proved.ts'
import {audit, auditTarget, configFormatOf} from '../../src/firewall/audit/audit.ts'
import type {ExportRequest, Plan, Target} from '../../src/firewall/export-types.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {widerThanRows} from '../../src/firewall/proof/within-rows.ts'
import {readers} from '../../src/firewall/readers.ts'
import {ciscoIos} from '../../src/firewall/targets/cisco-ios/write.ts'
import {csv} from '../../src/firewall/targets/csv/write.ts'
import {iptables} from '../../src/firewall/targets/iptables/write.ts'
import {nftables} from '../../src/firewall/targets/nftables/write.ts'
import {windows} from '../../src/firewall/targets/windows/write.ts'
import {targets} from '../../src/firewall/targets.ts'
import {exportRequest} from '../support/export-request.ts'
import {endpoint, topicRule} from '../support/rules.ts'

const rules = [
  topicRule({destination: endpoint('access-edge'), ports: [[443, 443]]}, {id: 'r-in'}),
  topicRule(
    {source: endpoint('access-edge'), destination: endpoint('front-end-pool'), ports: [[5432, 5432]]},
    {id: 'r-out'},
  ),
  topicRule(
    {source: endpoint('av-edge'), destination: endpoint('front-end-pool'), ports: [[9000, 9000]]},
    {id: 'r-others'},
  ),
  topicRule(
    {
      source: {id: 'several', qualifiers: [], alternatives: ['av-edge', 'access-edge']},
      destination: {id: 'several', qualifiers: [], alternatives: ['access-edge', 'front-end-pool']},
      ports: [[7000, 7000]],
    },
    {id: 'r-lists'},
  ),
]

const addresses = {
  'access-edge': ['203.0.113.10', '2001:db8::10'],
  'av-edge': ['203.0.113.12'],
  'front-end-pool': ['10.0.0.0/24', '2001:db8:1::/64'],
}

const device = {kind: 'host', endpoint: 'access-edge'} as const

const requestFor = (rest: Partial<ExportRequest> = {}): ExportRequest =>
  exportRequest(rules, {addresses, device, ...rest})

const planFor = (target: Target, rest: Partial<ExportRequest> = {}): Plan => {
  const planned = planExport(requestFor(rest), target)
  if (!planned.ok) throw new Error('expected a plan')
  return planned.plan
}

const onMachine = targets.filter((target) => target.onMachine === true || target.placement === 'host')

describe('src/firewall/plan.ts, the rules of one machine', () => {
  it.each(onMachine)('$id: a rule goes in where the machine listens and out where it asks', (target) => {
    const ways = planFor(target).rules.flatMap(({ruleIds, direction, ports}) =>
      ruleIds.map((id) => `${id} ${direction} ${ports.join()}`),
    )
    expect([...new Set(ways)].sort()).toEqual([
      'r-in in 443,443',
      'r-lists in 7000,7000',
      'r-lists out 7000,7000',
      'r-out out 5432,5432',
    ])
  })

  it('leaves out the pairs of a row that other machines make', () => {
    for (const target of [windows, nftables, ciscoIos]) {
      const pairs = planFor(target).rules.map(({source, destination}) => [source.key, destination.key])
      expect(pairs.filter((keys) => !keys.includes('access-edge'))).toEqual([])
    }
  })

  it.each([nftables, iptables, csv])('$id: what is read back stands on the machine itself', (target) => {
    const {text} = writeProved([{request: requestFor(), plan: planFor(target)}], target)
    const ways = (readers.get(target.id)?.(text) ?? []).map(({direction}) => direction)
    expect(new Set(ways)).toEqual(new Set(['in', 'out']))
  })

  it('says of other targets that their file is for a firewall before the machine', () => {
    for (const target of targets.filter((each) => each.placement === 'network' && each.onMachine !== true))
      expect(target.write(planFor(target))).toContain('not for Access Edge service itself')
    for (const target of [nftables, iptables, windows])
      expect(target.write(planFor(target))).not.toContain('not for Access Edge service itself')
  })

  it('finds a rule that stands on a machine the wrong way wider than its row', () => {
    const text = nftables.write(planFor(nftables))
    const found = readers.get('nftables')?.(text) ?? []
    expect(widerThanRows(requestFor(), nftables, found)).toEqual([])
    const turned = found.map((rule) => ({...rule, direction: 'out' as const}))
    expect(widerThanRows(requestFor(), nftables, turned).map(({ports}) => ports)).toContainEqual([[443, 443]])
  })
})

describe('src/firewall/targets/nftables, on a machine', () => {
  const text = nftables.write(planFor(nftables))

  it('hooks into input and output, and never into forward', () => {
    expect(text.match(/type filter hook \w+/g)).toEqual(['type filter hook input', 'type filter hook output'])
  })

  it('stops the rest both ways, but what the machine says to itself and to its neighbors', () => {
    const only = nftables.write(planFor(nftables, {dropOthers: true, only: ['r-in']}))
    expect(only.match(/hook \w+ priority filter; policy \w+/g)).toEqual([
      'hook input priority filter; policy drop',
      'hook output priority filter; policy drop',
    ])
    expect(only).toMatch(/iif lo accept.*nd-neighbor-solicit.*oif lo accept/s)
    expect(only).toContain('Everything else to and from Access Edge service is dropped')
  })

  it('needs no neighbors where no rule is of IPv6', () => {
    const v4 = {...addresses, 'access-edge': ['203.0.113.10']}
    const only = nftables.write(planFor(nftables, {dropOthers: true, only: ['r-in'], addresses: v4}))
    expect(only).not.toContain('icmpv6')
  })

  it('tells what changes against a file for a firewall', () => {
    const before = nftables.write(planFor(nftables, {device: null}))
    const changes = changesAgainst([planFor(nftables)], nftables, before)
    expect(changes).toContain('+ in tcp 443: any → 203.0.113.10')
    expect(changes).toContain('- tcp 443: any → 203.0.113.10')
    expect(changesAgainst([planFor(nftables)], nftables, text)).toEqual(['No rule changes.'])
  })
})

describe('src/firewall/targets/iptables, on a machine', () => {
  it('hooks chains of its own into INPUT and OUTPUT, and takes both away', () => {
    const text = iptables.write(planFor(iptables))
    expect(text).not.toContain('FORWARD')
    expect(text.match(/-I (?:INPUT|OUTPUT) -j \S+/g)).toEqual([
      '-I INPUT -j PORTOLAN_IN',
      '-I OUTPUT -j PORTOLAN_OUT',
    ])
    const made = [...text.matchAll(/^:(\S+)/gm)].map(([, name]) => name)
    const removal = removalOf([requestFor()], iptables).text
    const gone = [...removal.matchAll(/^-X (\S+)/gm)].map(([, name]) => name)
    expect(gone).toEqual(expect.arrayContaining(made))
    expect(made.every((name = '') => name.length <= 28)).toBe(true)
  })

  it('takes away chains of a way that the topic has no more rules for', () => {
    const {text} = removalOf([requestFor({only: ['r-in']})], iptables)
    expect(text).toContain('-D OUTPUT -j PORTOLAN_OUT')
  })
})

describe('src/firewall/audit, of a machine', () => {
  const audited = (...texts: string[]) => {
    const files = texts.map((text, at) => ({path: `${at}`, text}))
    const format = configFormatOf(files)
    const request = exportRequest(rules, {addresses})
    // The audit asks for the rules of the machine by its name.
    expect(auditTarget(format, device.endpoint).placement).toBe('network')
    const found = audit(request, {files, format, machine: device.endpoint, behind: []})
    if (!found.ok) throw new Error('expected an audit')
    return found.audit
  }

  it.each([
    ['one topic', [planFor(nftables, {dropOthers: true})]],
    [
      'two topics',
      [
        planFor(nftables, {dropOthers: true}),
        planFor(nftables, {dropOthers: true, topic: 'b', only: ['r-out']}),
      ],
    ],
  ])('what nftables writes for it of %s is complete, with nothing extra', (_, plans) => {
    const {rules: judged, beyond} = audited(nftables.write(...plans))
    expect(new Set(judged.map(({verdict}) => verdict))).toEqual(new Set(['allowed']))
    expect(judged.flatMap(({rule}) => rule.ruleIds)).not.toContain('r-others')
    expect(beyond).toEqual([])
  })

  it('what iptables holds for it is complete, with nothing extra', () => {
    const text = iptables.write(planFor(iptables))
    const jumps = [...text.matchAll(/-[IA] (INPUT|OUTPUT|PORTOLAN_(?:IN|OUT)) -j (\S+)$/gm)]
    const before = [':INPUT DROP', ':FORWARD ACCEPT', ':OUTPUT DROP', ':PORTOLAN_IN -', ':PORTOLAN_OUT -']
    // As iptables-save and ip6tables-save list it, once the lines of the header are run.
    const listed = (command: string, own: string, other: string): string =>
      [
        `# Generated by ${command}`,
        '*filter',
        ...before.map((chain) => `${chain} [0:0]`),
        ...jumps.map(([, from, chain]) => `-A ${from} -j ${chain}`),
        ...text
          .split('\n')
          .filter((line) => /^(?:-|:)/.test(line) && !line.startsWith(other))
          .map((line) => line.replace(own, '')),
        'COMMIT',
      ].join('\n')
    const {rules: judged, beyond} = audited(
      listed('iptables-save', '-4 ', '-6'),
      listed('ip6tables-save', '-6 ', '-4'),
    )
    expect(new Set(judged.map(({verdict}) => verdict))).toEqual(new Set(['allowed']))
    expect(beyond).toEqual([])
  })
})
