import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {removalOf} from '../../../src/app/export/removal.ts'
import type {DeviceChoice, ExportRequest, Target} from '../../../src/firewall/export-types.ts'
import {planExport} from '../../../src/firewall/plan.ts'
import {ciscoIos} from '../../../src/firewall/targets/cisco-ios/write.ts'
import {targets} from '../../../src/firewall/targets.ts'
import {exportRequest} from '../../support/export-request.ts'
import {topicRules} from '../../support/rule-arbitraries.ts'
import {endpoint, topicRule} from '../../support/rules.ts'

const removable = targets.filter(({remove}) => remove !== undefined)

const planFor = (target: Target, request: ExportRequest) => {
  const planned = planExport(request, target)
  return planned.ok ? planned.plan : null
}

const single = (addresses: Record<string, string[]>) =>
  exportRequest([topicRule({ports: [[443, 443]]}, {id: 'r-1'})], {addresses})

const both = {'access-edge': ['203.0.113.10', '2001:db8::10']}

/** What a file makes on a device, and what a removing file takes away, each by the name that the device knows it by. */
const states: Readonly<Record<string, {made: RegExp; gone: RegExp}>> = {
  panos: {
    made: /^set (rulebase security rules|service) (\S+)/gm,
    gone: /^delete (rulebase security rules|service) (\S+)/gm,
  },
  'juniper-srx': {
    made: /^set (security policies global policy|applications application|security address-book global address) (\S+)/gm,
    gone: /^delete (security policies global policy|applications application|security address-book global address) (\S+)/gm,
  },
  fortios: {made: /^ {4}edit ()(\S+)/gm, gone: /^ {4}delete ()(\S+)/gm},
  netsh: {made: /add (rule) name="([^"]+)"/g, gone: /delete (rule) name="([^"]+)"/g},
  windows: {made: /-Group ('Portolan )([^']+)'/g, gone: /-Group ('Portolan )([^']+)'/g},
  nftables: {made: /^add table (inet) (\S+)/gm, gone: /^delete table (inet) (\S+)/gm},
  iptables: {made: /^:()(\S+)/gm, gone: /^-X ()(\S+)/gm},
  'cisco-ios': {
    made: /^(ip access-list extended|ipv6 access-list) (\S+)/gm,
    gone: /^no (ip access-list extended|ipv6 access-list) (\S+)/gm,
  },
}

const names = (text: string, expression: RegExp): string[] => [
  ...new Set(text.matchAll(expression).map(([, kind, name]) => `${kind} ${name}`)),
]

/** What is still there when a file was loaded and another one took away what it names. */
function leftBy(target: Target, loaded: string, removing: string): string[] {
  const state = states[target.id]
  if (state === undefined) throw new Error(`no state of ${target.id} is known`)
  const gone = names(removing, state.gone)
  return names(loaded, state.made).filter((name) => !gone.includes(name))
}

/** `pt-topic-10.0.0.1` is told by `pt-topic-…`. */
const isTold = (name: string, told: readonly string[]): boolean =>
  told.some((line) =>
    [...line.matchAll(/(\S+)…/g)].some(([, start = '']) => name.replaceAll('"', '').includes(` ${start}`)),
  )

const devices: fc.Arbitrary<DeviceChoice | null> = fc.constantFrom<(DeviceChoice | null)[]>(
  null,
  {kind: 'perimeter'},
  {kind: 'internal'},
  {kind: 'host', endpoint: 'access-edge'},
)

/** Each rule of a topic has an id of its own. */
const ofOwnIds = topicRules.map((rules) => [...new Map(rules.map((each) => [each.rule.id, each])).values()])

const books: fc.Arbitrary<Record<string, string[]>> = fc.dictionary(
  fc.constantFrom('access-edge', 'av-edge', 'front-end-pool'),
  fc.constantFrom(
    ['203.0.113.10'],
    ['2001:db8::10'],
    ['10.0.0.0/24', '10.0.9.1', '2001:db8:1::/64'],
    ['any'],
  ),
)

describe('src/firewall/removal', () => {
  it.each(removable)(
    '$id: without the choices of a file, takes away all that it put there, or names what stays',
    (target) => {
      fc.assert(
        fc.property(ofOwnIds, devices, books, fc.boolean(), (rules, device, addresses, dropOthers) => {
          const chosen = {required: true, conditional: true, optional: true, legacy: true, unknown: true}
          const known = Object.fromEntries(
            Object.entries(addresses).filter(([id]) =>
              rules.some(({rule: {facts}}) =>
                [facts.source, facts.destination].some((end) => end?.id === id),
              ),
            ),
          )
          const open = rules.filter(
            ({rule: {facts}}) => facts.ports.length === 0 && facts.transports.length > 0,
          )
          const ports = Object.fromEntries(
            open.map(({rule}) => [
              rule.id,
              [[5061, 5061] as const, [6000, 6010] as const].map(([a, b]): [number, number] => [a, b]),
            ]),
          )
          const allowed = rules.map(({rule}) => rule.id)
          const every = exportRequest(rules, {addresses: known, device, dropOthers, ports, allowed, chosen})
          const plan = planFor(target, every)
          if (plan === null) return
          const {text, left} = removalOf([exportRequest(rules)], target)
          const there = leftBy(target, target.write(plan), text)
          expect(there.filter((name) => !isTold(name, left))).toEqual([])
          // With the same addresses and ports, nothing stays.
          const same = removalOf([exportRequest(rules, {addresses: known, ports})], target)
          expect(leftBy(target, target.write(plan), same.text)).toEqual([])
        }),
        {numRuns: 60},
      )
    },
  )

  it.each(removable)(
    '$id: takes away each pair of listed machines, on the way in and out, of both families',
    (target) => {
      const several = {id: 'several', qualifiers: [], alternatives: ['access-edge', 'av-edge']}
      const rules = [
        topicRule({source: several, destination: several, transports: ['tcp', 'udp']}, {id: 'r-1'}),
      ]
      const addresses = {...both, 'av-edge': ['203.0.113.11', '2001:db8::11']}
      const device = {kind: 'host', endpoint: 'access-edge'} as const
      const {text} = removalOf([exportRequest(rules)], target)
      for (const request of [exportRequest(rules, {addresses}), exportRequest(rules, {addresses, device})]) {
        const plan = planFor(target, request)
        expect(plan?.rules.length).toBeGreaterThan(11)
        const there = plan === null ? [] : leftBy(target, target.write(plan), text)
        expect(there.filter((name) => !/203|2001/.test(name))).toEqual([])
      }
    },
  )

  it.each(removable)('$id: a file of two topics goes with the file that removes both', (target) => {
    const requests = ['harbour-pilot', 'tide-gauge'].map((topic) => ({...single(both), topic}))
    const plans = requests.flatMap((request) => planFor(target, request) ?? [])
    const {text} = removalOf(requests, target)
    expect(plans.length).toBe(2)
    expect(leftBy(target, target.write(...plans), text).filter((name) => !/203|2001/.test(name))).toEqual([])
    const [other] = requests
    const {text: one} = removalOf(other === undefined ? [] : [other], target)
    expect(leftBy(target, target.write(...plans), one)).not.toEqual([])
  })

  it.each(removable)('$id: says in the file what it says beside it, and how it is loaded', (target) => {
    const {text, left} = removalOf([single({})], target)
    expect(text).toContain('Load with: ')
    for (const line of left) expect(text.replaceAll('%', ' ')).toContain(line)
  })

  it('takes away a topic of which a file without choices would hold nothing', () => {
    const [target] = removable.filter(({id}) => id === 'panos')
    if (target === undefined) throw new Error('no target')
    const open = exportRequest([
      topicRule({ports: [[0, 65535]], destination: endpoint('any')}, {id: 'r-all'}),
    ])
    expect(planFor(target, open)).toBe(null)
    expect(removalOf([open], target).text).toContain(
      'delete rulebase security rules portolan-single-edge-r-all-tcp\n',
    )
  })

  it('names objects of addresses and ports that it isn’t told, and none where it is', () => {
    const fortios = removable.find(({id}) => id === 'fortios')
    const juniper = removable.find(({id}) => id === 'juniper-srx')
    if (fortios === undefined || juniper === undefined) throw new Error('no target')
    expect(removalOf([single({})], fortios).left.join()).toContain('portolan-single-edge-…')
    expect(removalOf([single({...both, any: ['any']})], fortios).left).toEqual([])
    const open = exportRequest([topicRule({ports: []}, {id: 'r-1'})], {addresses: both})
    expect(removalOf([open], juniper).left.join()).toContain('portolan-single-edge-r-1-tcp-…')
  })

  it('refuses an address that is none, and one for no end of the topic', () => {
    const [target] = removable
    if (target === undefined) throw new Error('no target')
    expect(() => removalOf([single({'access-edge': ['nowhere else']})], target)).toThrow(/Unexpected address/)
    expect(() => removalOf([single({quay: ['10.0.0.1']})], target)).toThrow(/Unexpected endpoint/)
  })

  it('of Cisco IOS says first that the list goes off each interface, by both commands', () => {
    const {text} = removalOf([single(both)], ciscoIos)
    expect(text.split('\n').filter((line) => !/^! (?:Load|Takes|What)/.test(line))).toEqual([
      '! First take the list off every interface: an interface with a list that is gone lets everything through',
      '! interface NAME',
      '!  no ip access-group PORTOLAN-SINGLE-EDGE in',
      '!  no ipv6 traffic-filter PORTOLAN-SINGLE-EDGE-V6 in',
      'no ip access-list extended PORTOLAN-SINGLE-EDGE',
      'no ipv6 access-list PORTOLAN-SINGLE-EDGE-V6',
      'end',
      '',
    ])
  })

  it('of Cisco IOS names only lists that its file has where it is applied', () => {
    const load = (addresses: Record<string, string[]>) => {
      const plan = planFor(ciscoIos, single(addresses))
      return plan === null ? '' : ciscoIos.write(plan).split('\n')[1]
    }
    expect(load(both)).toMatch(/ip access-group \S+ in, ipv6 traffic-filter \S+-V6 in$/)
    expect(load({'access-edge': ['2001:db8::10']})).not.toContain('ip access-group')
  })
})
