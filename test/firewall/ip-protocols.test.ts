import {describe, expect, it} from 'vitest'
import {audit} from '../../src/firewall/audit/audit.ts'
import type {ExportRequest, Plan, Target} from '../../src/firewall/export-types.ts'
import {ipOf, ipTransportsOf} from '../../src/firewall/ip-transport.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {verifyExport} from '../../src/firewall/proof/verify.ts'
import {widerThanRows} from '../../src/firewall/proof/within-rows.ts'
import {readers} from '../../src/firewall/readers.ts'
import {targets} from '../../src/firewall/targets.ts'
import type {Facts} from '../../src/model/schema.ts'
import {formatOf} from '../support/audit.ts'
import {exportRequest} from '../support/export-request.ts'
import {endpoint, topicRule} from '../support/rules.ts'

const row = (id: string, facts: Partial<Facts>) =>
  topicRule(
    {
      source: endpoint('front-end-pool'),
      destination: endpoint('av-edge'),
      transports: [],
      ports: [],
      ...facts,
    },
    {id},
  )

const rules = [
  row('r-gre', {protocols: ['GRE']}),
  row('r-ipsec', {protocols: ['AH', 'ESP']}),
  row('r-ping', {protocols: ['ICMP'], icmpTypes: [8]}),
  row('r-icmp', {protocols: ['ICMP']}),
  row('r-ping6', {protocols: ['ICMPV6'], icmpTypes: [128]}),
  row('r-failover', {protocols: ['VRRP']}),
  row('r-both', {protocols: ['GRE'], transports: ['tcp'], ports: [[1723, 1723]]}),
  row('r-portless', {protocols: ['GRE'], transports: ['tcp']}),
  row('r-web', {transports: ['tcp'], ports: [[443, 443]]}),
]

const addresses = {
  'front-end-pool': ['10.0.0.0/24', '2001:db8:1::/64'],
  'av-edge': ['203.0.113.9', '2001:db8::9'],
}

const planned = (target: Target, request: ExportRequest): Plan => {
  const result = planExport(request, target)
  if (!result.ok) throw new Error(result.problems.map(({message}) => message).join('\n'))
  return result.plan
}

/** Each protocol of each rule, as `r-gre ip-47`. */
const asked = rules.flatMap(({rule: {id, facts}}) =>
  ipTransportsOf(facts).map((transport) => `${id} ${transport}`),
)

describe('src/firewall/ip-transport.ts', () => {
  it.each(targets)(
    '$id writes protocols without ports and reads them back, or lists them as not written',
    (target) => {
      for (const given of [addresses, {}]) {
        const request = exportRequest(rules, {addresses: given})
        const plan = planned(target, request)
        const text = target.write(plan)
        const read = readers.get(target.id)
        if (read === undefined) throw new Error('no reader')
        expect(verifyExport(plan, target, read, text)).toEqual({ok: true, missing: [], extra: [], late: []})
        expect(widerThanRows(request, target, read(text))).toEqual([])
        const written = plan.rules.flatMap(({ruleIds, transport}) =>
          ruleIds.map((id) => `${id} ${transport}`),
        )
        const left = plan.omitted.filter(({reason}) => reason === 'ip-protocol').map(({ruleId}) => ruleId)
        for (const each of asked)
          expect(written.includes(each) || left.includes(each.split(' ')[0] ?? '')).toBe(true)
        for (const {ruleId} of plan.omitted) expect(text).toContain(ruleId)
        expect(plan.rules.every(({transport, ports}) => ipOf(transport) === null || ports.length === 0)).toBe(
          true,
        )
        expect(plan.omitted).toContainEqual({ruleId: 'r-portless', reason: 'no-port'})
      }
    },
  )

  it('opens no more messages of ICMP than the row names, and none of another family', () => {
    for (const id of ['nftables', 'iptables', 'windows', 'cisco-ios', 'fortios', 'juniper-srx']) {
      const target = targets.find((each) => each.id === id)
      if (target === undefined) throw new Error(`no target ${id}`)
      const plan = planned(target, exportRequest(rules, {addresses}))
      const ping = plan.rules.filter(({ruleIds}) => ruleIds.includes('r-ping'))
      expect(ping.map(({transport, family}) => `${transport} ${family}`)).toEqual(['ip-1-8 v4'])
    }
    const only6 = {'front-end-pool': ['2001:db8:1::/64'], 'av-edge': ['2001:db8::9']}
    const [target] = targets
    if (target === undefined) throw new Error('no target')
    const plan = planned(target, exportRequest(rules, {addresses: only6}))
    expect(plan.omitted).toContainEqual({ruleId: 'r-ping', reason: 'ip-protocol'})
  })

  it('lets back through a list without memory what answers, and nothing else', () => {
    const cisco = targets.find(({id}) => id === 'cisco-ios')
    if (cisco === undefined) throw new Error('no target')
    const lines = cisco.write(planned(cisco, exportRequest(rules, {addresses}))).split('\n')
    expect(lines).toContain(' permit icmp 10.0.0.0 0.0.0.255 host 203.0.113.9 8')
    expect(lines).toContain(' permit icmp host 203.0.113.9 10.0.0.0 0.0.0.255 0')
    expect(lines).not.toContain(' permit icmp host 203.0.113.9 10.0.0.0 0.0.0.255 8')
    expect(lines).toContain(' permit icmp host 2001:db8::9 2001:db8:1::/64 129')
  })

  it('a rule between any and any of such a protocol waits for the reader’s word, as others do', () => {
    const [target] = targets
    if (target === undefined) throw new Error('no target')
    const open = topicRule(
      {source: endpoint('any'), destination: endpoint('any'), protocols: ['GRE'], transports: [], ports: []},
      {id: 'r-open'},
    )
    const result = planExport(exportRequest([open]), target)
    expect(result.ok ? result.plan.rules : result.omitted).toEqual([{ruleId: 'r-open', reason: 'open-ends'}])
  })

  it('an audit asks for them: GRE that a device lets through is allowed, ESP that nothing lets through is missing', () => {
    const config = [
      '*filter',
      ':INPUT ACCEPT [0:0]',
      ':FORWARD DROP [0:0]',
      ':OUTPUT ACCEPT [0:0]',
      '-A FORWARD -s 10.0.0.0/24 -d 203.0.113.9/32 -p gre -j ACCEPT',
      'COMMIT',
      '',
    ].join('\n')
    const v4 = {'front-end-pool': ['10.0.0.0/24'], 'av-edge': ['203.0.113.9']}
    const audited = audit(exportRequest(rules, {addresses: v4}), {
      files: [{path: 'saved', text: config}],
      format: formatOf('iptables'),
      machine: null,
      behind: [],
    })
    if (!audited.ok) throw new Error('expected an audit')
    const verdicts = Object.fromEntries(
      audited.audit.rules.map(({rule, verdict}) => [`${rule.ruleIds.join()} ${rule.transport}`, verdict]),
    )
    expect(verdicts).toMatchObject({
      'r-gre,r-both,r-portless ip-47': 'allowed',
      'r-ipsec ip-50': 'missing',
      'r-both tcp': 'missing',
    })
    expect(audited.audit.beyond).toEqual([])
  })

  it('an audit tells types of messages apart, and takes a type that it can’t read for no answer', () => {
    const verdictOf = (format: string, text: string): string | undefined => {
      const audited = audit(
        exportRequest([row('r-ping', {protocols: ['ICMP'], icmpTypes: [8]})], {
          addresses: {'front-end-pool': ['10.0.0.0/24'], 'av-edge': ['203.0.113.9']},
        }),
        {files: [{path: 'saved', text}], format: formatOf(format), machine: null, behind: []},
      )
      if (!audited.ok) throw new Error('expected an audit')
      const [judged] = audited.audit.rules
      return judged?.verdict === 'unknown' ? `unknown: ${judged.reasons.join()}` : judged?.verdict
    }
    const saved = (condition: string) =>
      verdictOf(
        'iptables',
        `# Generated by iptables-save v1.8\n*filter\n:FORWARD DROP [0:0]\n-A FORWARD ${condition} -j ACCEPT\nCOMMIT\n`,
      )
    expect(saved('-p icmp')).toBe('allowed')
    expect(saved('-p icmp -m icmp --icmp-type 8')).toBe('allowed')
    expect(saved('-p icmp -m icmp --icmp-type echo-request')).toBe('allowed')
    expect(saved('-p icmp -m icmp --icmp-type 0')).toBe('missing')
    expect(saved('-p icmp -m icmp ! --icmp-type 8')).toBe('missing')
    expect(saved('-p icmp -m icmp --icmp-type 8/0')).toMatch(/^unknown: /)
    expect(saved('-p udp -m udp --dport 8')).toBe('missing')
    const listed = (condition: string) =>
      verdictOf(
        'nft',
        `table inet a {\n  chain f {\n    type filter hook forward priority filter; policy drop;\n    ${condition} accept\n  }\n}\n`,
      )
    expect(listed('icmp type echo-request')).toBe('allowed')
    expect(listed('icmp type { 0, 8 }')).toBe('allowed')
    expect(listed('icmp type echo-reply')).toBe('missing')
    expect(listed('icmp type no-such-type')).toMatch(/^unknown: /)
    const any = {LocalAddress: 'Any', RemoteAddress: 'Any', Profile: 'Any', Program: 'Any', Service: 'Any'}
    const rule = {
      Name: 'ping',
      Enabled: 'True',
      Direction: 'Inbound',
      Action: 'Allow',
      Protocol: 'ICMPv4',
      ...any,
    }
    const profile = {
      Name: 'Domain',
      Enabled: 'True',
      DefaultInboundAction: 'Block',
      DefaultOutboundAction: 'Block',
    }
    const profiles = ['Domain', 'Private', 'Public'].map((Name) => ({...profile, Name}))
    const windows = (type: object) =>
      verdictOf('windows', JSON.stringify({Rules: [{...rule, ...type}], Profiles: profiles}, null, 1))
    expect(windows({IcmpType: ['8']})).toBe('allowed')
    expect(windows({IcmpType: ['0']})).toBe('missing')
    expect(windows({})).toMatch(/^unknown: /)
  })
})
