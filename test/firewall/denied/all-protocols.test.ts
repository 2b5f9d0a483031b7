import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {audit} from '../../../src/firewall/audit/audit.ts'
import {configFormats} from '../../../src/firewall/audit/formats.ts'
import type {Plan, ReadRule, Target} from '../../../src/firewall/export-types.ts'
import {planExport} from '../../../src/firewall/plan.ts'
import {acceptsDenied} from '../../../src/firewall/proof/accepts-denied.ts'
import {verifyExport} from '../../../src/firewall/proof/verify.ts'
import {widerThanRows} from '../../../src/firewall/proof/within-rows.ts'
import {readers} from '../../../src/firewall/readers.ts'
import {targets} from '../../../src/firewall/targets.ts'
import type {TopicRule} from '../../../src/model/topic-rules.ts'
import {exportRequest} from '../../support/export-request.ts'
import {endpoint, topicRule} from '../../support/rules.ts'
import {runs} from '../../support/thorough.ts'

const addresses: Readonly<Record<string, string>> = {
  'access-edge': '203.0.113.10',
  'av-edge': '203.0.113.11',
  'front-end-pool': '10.0.0.1',
}

const requestOf = (rules: readonly TopicRule[]) => {
  const used = new Set(rules.flatMap(({rule: {facts}}) => [facts.source?.id, facts.destination?.id]))
  const known = Object.entries(addresses).filter(([id]) => used.has(id))
  return exportRequest(rules, {addresses: Object.fromEntries(known.map(([id, address]) => [id, [address]]))})
}

const written = (rules: readonly TopicRule[], target: Target) => {
  const request = requestOf(rules)
  const planned = planExport(request, target)
  const read = readers.get(target.id)
  if (!planned.ok || read === undefined) return null
  const {plan}: {plan: Plan} = planned
  const text = target.write(plan)
  return {plan, text, found: read(text), isProved: verifyExport(plan, target, read, text).ok, request}
}

const open = topicRule({ports: [[443, 443]]}, {id: 'r-open'})
const stop = topicRule(
  {
    source: endpoint('front-end-pool'),
    transports: ['tcp', 'udp'],
    protocols: [],
    ports: [[0, 65535]],
    action: 'deny',
    allProtocols: true,
  },
  {id: 'r-stop'},
)

describe('src/firewall/denied: all protocols', () => {
  it.each(targets.filter(({denies}) => denies))(
    '$id: stops every protocol, before what it lets through',
    (target) => {
      const {found, isProved, request, plan} = written([open, stop], target) ?? {}
      expect(found?.[0]).toMatchObject({action: 'deny', transport: 'ip', ports: [], sourcePorts: []})
      expect(found?.length).toBe(2)
      expect(isProved).toBe(true)
      if (request === undefined || found === undefined || plan === undefined)
        throw new Error('expected a file')
      expect(widerThanRows(request, target, found)).toEqual([])
      // The other rule says nothing of all protocols.
      const without = {...request, rules: request.rules.filter(({id}) => id === 'r-open')}
      expect(widerThanRows(without, target, found).length).toBe(1)
    },
  )

  const words: Readonly<Record<string, string>> = {
    nftables: 'ip saddr 10.0.0.1 ip daddr 203.0.113.10 drop',
    iptables: '-p all',
    windows: '-Protocol Any -LocalAddress',
    netsh: 'protocol=any localip=',
    'cisco-ios': ' deny ip host 10.0.0.1 host 203.0.113.10',
    panos: 'service any',
    fortios: 'set protocol-number 0',
    'juniper-srx': 'match application any',
    'azure-nsg': '"protocol": "*"',
  }
  it.each(Object.entries(words))('%s: in the words of its maker', (id, text) => {
    const target = targets.find((each) => each.id === id)
    expect(target && written([open, stop], target)?.text).toContain(text)
  })

  it.each(targets.filter(({denies}) => !denies))('$id: opens nothing that such a row stops', (target) => {
    const other = topicRule({destination: endpoint('av-edge')}, {id: 'r-other'})
    const {plan, found = [], request} = written([open, stop, other], target) ?? {}
    expect(plan?.omitted).toContainEqual({ruleId: 'r-open', reason: 'contested'})
    if (request === undefined || plan === undefined) throw new Error('expected a file')
    expect(acceptsDenied([{request, plan}], found)).toEqual([])
  })

  it('proves it of protocols without ports, too', () => {
    const gre = topicRule({protocols: ['GRE'], transports: [], ports: []}, {id: 'r-open'})
    const other = topicRule({destination: endpoint('av-edge')}, {id: 'r-other'})
    const aws = targets.find(({id}) => id === 'aws-security-group')
    const {request, plan, found = []} = (aws && written([gre, other], aws)) ?? {}
    if (request === undefined || plan === undefined) throw new Error('expected a file')
    const rules = [...request.rules, ...requestOf([stop]).rules]
    expect(acceptsDenied([{request: {...request, rules}, plan}], found)[0]?.transport).toBe('ip-47')
  })

  it('finds in a device that a protocol beside TCP and UDP is open', () => {
    const format = configFormats.find(({id}) => id === 'nft')
    if (format === undefined) throw new Error('no format')
    const verdict = (drop: string): string | undefined => {
      const text = `table inet t {\n chain f {\n  type filter hook forward priority 0; policy accept;\n  ip saddr 10.0.0.1 ip daddr 203.0.113.10 ${drop} drop\n }\n}\n`
      const files = [{path: 'rules.nft', text}]
      const found = audit(requestOf([open, stop]), {
        files,
        format,
        machine: null,
        behind: [],
      })
      return found.ok
        ? found.audit.rules.find(({rule}) => rule.ruleIds.includes('r-stop'))?.verdict
        : undefined
    }
    expect(verdict('')).toBe('stopped')
    expect(verdict('meta l4proto { tcp, udp }')).toBe('open')
  })
})

const ends = ['any', ...Object.keys(addresses)]
const row = (action: 'allow' | 'deny') =>
  fc
    .record({
      source: fc.constantFrom(...ends),
      destination: fc.constantFrom(...Object.keys(addresses)),
      ports: fc.constantFrom<[number, number][]>([[80, 80]], [[443, 443]], [[1, 1024]], [[0, 65535]]),
      transport: fc.constantFrom('tcp', 'udp', 'ip'),
    })
    .filter(({ports, transport}) => action === 'deny' || (transport !== 'ip' && ports[0]?.[0] !== 0))
    .map((said) => ({...said, ports: said.transport === 'ip' ? [[0, 65535]] : said.ports, action}))

type Row = typeof row extends (action: never) => fc.Arbitrary<infer Value> ? Value : never

const isIn = ({source, destination, transport, ports}: Row, packet: Packet): boolean =>
  (source === 'any' || source === packet.source) &&
  destination === packet.destination &&
  (transport === 'ip' || transport === packet.transport) &&
  ports.some(([low = 0, high = 0]) => packet.port >= low && packet.port <= high)

interface Packet {
  source: string
  destination: string
  transport: string
  port: number
}

const packets: Packet[] = [...Object.keys(addresses), 'stranger'].flatMap((source) =>
  Object.keys(addresses).flatMap((destination) =>
    ['tcp', 'udp'].flatMap((transport) =>
      [80, 443, 999, 5000].map((port) => ({source, destination, transport, port})),
    ),
  ),
)

/** What closes all that the rows it may meet open a part of is the rest of them; any other denial is an exception to them. */
const isClosing = (denial: Row, rows: readonly Row[]): boolean => {
  const met = rows.filter(
    ({action, source, destination, transport}) =>
      action === 'allow' &&
      destination === denial.destination &&
      (source === denial.source || [source, denial.source].includes('any')) &&
      (denial.transport === 'ip' || denial.transport === transport),
  )
  return (
    denial.ports[0]?.[0] === 0 &&
    met.length > 0 &&
    met.every(({source}) => denial.source === 'any' || source === denial.source)
  )
}

const isOpenByTable = (rows: readonly Row[], packet: Packet): boolean =>
  rows.some((each) => each.action === 'allow' && isIn(each, packet)) &&
  !rows.some((each) => each.action === 'deny' && !isClosing(each, rows) && isIn(each, packet))

const isOpenByFile = (found: readonly ReadRule[], packet: Packet): boolean => {
  const has = (texts: readonly string[], id: string) =>
    texts.includes('any') || texts.includes(addresses[id] ?? '198.51.100.7')
  const first = found.find(
    ({sources, destinations, transport, ports}) =>
      has(sources, packet.source) &&
      has(destinations, packet.destination) &&
      (transport === 'ip' ||
        (transport === packet.transport &&
          ports.some(([low, high]) => packet.port >= low && packet.port <= high))),
  )
  return first !== undefined && first.action !== 'deny'
}

describe('src/firewall: permits and denials in any order', () => {
  const lists = targets.filter(({placement, denies}) => placement === 'network' && denies)
  it.each(lists)('$id lets through what the table says, and nothing else', (target) => {
    fc.assert(
      fc.property(fc.array(fc.oneof(row('allow'), row('deny')), {minLength: 1, maxLength: 7}), (rows) => {
        const rules = rows.map(({source, destination, transport, ports, action}, at) =>
          topicRule(
            {
              source: endpoint(source),
              destination: endpoint(destination),
              transports: transport === 'ip' ? [] : [transport === 'tcp' ? 'tcp' : 'udp'],
              protocols: [],
              ports: ports.map(([low = 0, high = 0]): [number, number] => [low, high]),
              action,
              ...(transport === 'ip' ? {allProtocols: true as const} : {}),
            },
            {id: `r-${at}`, side: null},
          ),
        )
        const {found = []} = written(rules, target) ?? {}
        for (const packet of packets)
          expect([packet, isOpenByFile(found, packet)]).toEqual([packet, isOpenByTable(rows, packet)])
      }),
      {numRuns: runs(25)},
    )
  })
})
