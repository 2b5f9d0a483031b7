import {describe, expect, it} from 'vitest'
import type {ExportRequest, Target} from '../../src/firewall/export-types.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {awsSecurityGroup} from '../../src/firewall/targets/aws-security-group/write.ts'
import {kubernetes} from '../../src/firewall/targets/kubernetes/write.ts'
import {nftables} from '../../src/firewall/targets/nftables/write.ts'
import type {Endpoint, EndpointRef} from '../../src/model/schema.ts'
import type {TopicRule} from '../../src/model/topic-rules.ts'
import {exportRequest, testEndpoints} from '../support/export-request.ts'
import {endpoint, ports, topicRule} from '../support/rules.ts'

const internet: Endpoint[] = ['clients', 'sip-proxy', 'guest-portal'].map((id) => ({
  id,
  zone: 'internet',
  names: {en: id},
}))

const result = (rules: TopicRule[], rest: Partial<ExportRequest> = {}, target: Target = nftables) =>
  planExport(exportRequest(rules, {endpoints: [...testEndpoints, ...internet], ...rest}), target)

/** Source of the only rule, or why there is none. */
function sourceOf(source: EndpointRef | null, addresses: ExportRequest['addresses'] = {}): string[] {
  const planned = result([topicRule({source}, {id: 'r-1'})], {addresses})
  if (!planned.ok) return planned.problems.map(({id}) => id)
  return planned.plan.rules.map(({source: end}) => {
    if (end.kind === 'any') return `any by the ${end.by}`
    return end.kind === 'variable' ? `$${end.variable}` : end.addresses.join(' ')
  })
}

/** Each rule that waits for the reader's word, with why. */
function waiting(rules: TopicRule[], rest: Partial<ExportRequest> = {}, target: Target = nftables) {
  const planned = result(rules, rest, target)
  return (planned.ok ? planned.plan.omitted : planned.omitted).map(
    ({ruleId, reason}) => `${ruleId} ${reason}`,
  )
}

describe('src/firewall/unrestricted.ts', () => {
  it.each(['clients', 'sip-proxy', 'guest-portal', 'constructor', '__proto__', 'unheard-of'])(
    'the named end %s is never every address by itself, wherever it stands',
    (id) => {
      expect(sourceOf(endpoint(id))).toEqual([expect.stringMatching(/^\$[A-Z_]+_ADDRESS$/)])
    },
  )

  it('the word “any” is for the one end that it is said of', () => {
    expect(sourceOf(endpoint('clients'), {clients: ['any']})).toEqual(['any by the reader'])
    expect(sourceOf(endpoint('any'))).toEqual(['any by the document'])
    expect(sourceOf(endpoint('any'), {any: ['any']})).toEqual(['any by the document'])
    const rules = [
      topicRule({source: endpoint('clients')}, {id: 'r-1'}),
      topicRule({source: endpoint('sip-proxy')}, {id: 'r-2'}),
      topicRule({source: endpoint('clients+public-ip')}, {id: 'r-3'}),
    ]
    const planned = result(rules, {addresses: {clients: ['any']}})
    expect(planned.ok && planned.plan.variables.map(({key}) => key)).toEqual([
      'access-edge',
      'clients+public-ip',
      'sip-proxy',
    ])
  })

  it.each([
    ['any+except-guest-network', 'any', ['any']],
    ['any+except-guest-network', 'any', ['198.51.100.0/24']],
    ['clients+except-guest-network', 'clients', ['10.0.0.0/8']],
    ['clients+public-ip', 'clients', ['any']],
    ['access-edge', 'unstated', ['10.0.0.1']],
    ['access-edge', 'constructor', ['any']],
    ['access-edge', '', ['any']],
  ])('“%s” takes nothing that is set for “%s”, and says so', (id, key, texts) => {
    expect(sourceOf(endpoint(id), {[key]: texts})).toEqual(['unknown-endpoint'])
  })

  it('an exception stays with each of several machines', () => {
    const several = {id: 'several', qualifiers: ['except-guests'], alternatives: ['clients', 'sip-proxy']}
    expect(sourceOf(several)).toEqual(['$CLIENTS_EXCEPT_GUESTS_ADDRESS', '$SIP_PROXY_EXCEPT_GUESTS_ADDRESS'])
  })

  it('“any” beside other addresses is refused: the wider one must not win', () => {
    expect(sourceOf(endpoint('clients'), {clients: ['10.0.0.1', 'ANY']})).toEqual(['any-and-more'])
    expect(sourceOf(endpoint('clients'), {clients: ['any', 'any']})).toEqual(['any-and-more'])
  })

  it('what the document does not state must be set, at each side by itself', () => {
    expect(sourceOf(null)).toEqual(['$UNSTATED_SOURCE_ADDRESS'])
    expect(sourceOf(null, {'unstated:source': ['any']})).toEqual(['any by the reader'])
    expect(sourceOf(null, {'unstated:destination': ['any']})).toEqual(['unknown-endpoint'])
  })

  it.each([
    ['all ports', {ports: ports([0, 65535])}, ['r-1 all-ports']],
    ['all ports but 0', {ports: ports([1, 65535])}, ['r-1 all-ports']],
    ['all ports in parts', {ports: ports([1, 1023], [1024, 65535])}, ['r-1 all-ports']],
    ['any to any', {destination: endpoint('any')}, ['r-1 open-ends']],
    ['any to an unstated end', {destination: null}, ['r-1 open-ends']],
    ['an unstated end to any', {source: null, destination: endpoint('any')}, ['r-1 open-ends']],
    ['neither end stated', {source: null, destination: null}, ['r-1 open-ends']],
    ['both', {destination: endpoint('any'), ports: ports([0, 65535])}, ['r-1 all-ports', 'r-1 open-ends']],
    ['many ports', {ports: ports([1024, 65535])}, []],
    ['a machine where no destination is stated', {destination: null, host: endpoint('access-edge')}, []],
  ])('of %s', (_, facts, expected) => {
    expect(waiting([topicRule(facts, {id: 'r-1'})])).toEqual(expected)
  })

  it('writes it when it is asked for by its id, and only it', () => {
    const rules = [
      topicRule({destination: endpoint('any')}, {id: 'r-1'}),
      topicRule({ports: ports([0, 65535])}, {id: 'r-2'}),
    ]
    const planned = result(rules, {allowed: ['r-2']})
    if (!planned.ok) throw new Error('expected a plan')
    expect(planned.plan.rules.map(({ruleIds, unrestricted}) => [ruleIds, unrestricted])).toEqual([
      [['r-2'], ['all-ports']],
    ])
    expect(planned.plan.omitted).toEqual([{ruleId: 'r-1', reason: 'open-ends'}])
  })

  it('asks again when the reader’s own “any” opens the other end', () => {
    const rules = [topicRule({destination: endpoint('clients')}, {id: 'r-1'})]
    expect(waiting(rules)).toEqual([])
    expect(waiting(rules, {addresses: {clients: ['any']}})).toEqual(['r-1 open-ends'])
  })

  it('asks no more when addresses restrict it', () => {
    const rules = [topicRule({destination: endpoint('any')}, {id: 'r-1'})]
    expect(waiting(rules, {addresses: {any: ['10.0.0.0/8']}})).toEqual([])
  })

  it('an unstated end that is allowed is still to be set', () => {
    const planned = result([topicRule({destination: null}, {id: 'r-1'})], {allowed: ['r-1']})
    expect(planned.ok && planned.plan.variables.map(({key}) => key)).toEqual(['unstated:destination'])
  })

  it('a target without source ports does not open all of them unasked', () => {
    const rules = [topicRule({sourcePorts: ports([3478, 3478])}, {id: 'r-1'})]
    expect(waiting(rules, {}, awsSecurityGroup)).toEqual(['r-1 source-ports'])
    expect(waiting(rules)).toEqual([])
  })

  it.each([kubernetes, awsSecurityGroup])(
    '$id: calls a rule of certain source ports wider than its row, not unrestricted',
    (target) => {
      const rules = [topicRule({sourcePorts: ports([3478, 3478])}, {id: 'r-1'})]
      const planned = result(rules, {allowed: ['r-1']}, target)
      const text = planned.ok ? target.write(planned.plan) : ''
      expect(text).toContain('Wider than its row, written by the choice of whoever made this file: r-1')
      expect(text).not.toContain('Unrestricted, written')
    },
  )

  it('a protocol without ports is no wider where a target has no source ports', () => {
    const rule = topicRule(
      {protocols: ['GRE'], transports: [], ports: [], sourcePorts: ports([3478, 3478])},
      {id: 'r-1'},
    )
    expect(waiting([rule], {}, awsSecurityGroup)).toEqual([])
  })

  it('refuses a permission for a rule that is not there, and lists those that wait', () => {
    const planned = result([topicRule({ports: ports([0, 65535])}, {id: 'r-1'}), topicRule()], {
      allowed: ['r-2', 'constructor'],
    })
    expect(planned).toMatchObject({
      ok: false,
      problems: [
        {id: 'unknown-rule', message: 'Unexpected rule “r-2”', hint: 'left out as unrestricted: r-1'},
        {id: 'unknown-rule', message: 'Unexpected rule “constructor”'},
      ],
    })
  })

  it('says what to do when nothing else is there to write', () => {
    expect(result([topicRule({ports: ports([0, 65535])}, {id: 'r-1'})])).toMatchObject({
      ok: false,
      problems: [{id: 'only-unrestricted', hint: expect.stringContaining('--allow-unrestricted r-1')}],
    })
  })

  it.each(['SCTP', 'TCP', 'UDP'])(
    'a protocol that has ports, without any stated, is one for all ports: %s',
    (name) => {
      const rule = topicRule({protocols: [name], transports: [], ports: []}, {id: 'r-1'})
      const isWritten = name === 'SCTP'
      expect(waiting([rule])).toEqual([isWritten ? 'r-1 all-ports' : 'r-1 no-port'])
      const planned = result([rule], {allowed: ['r-1']})
      expect(planned.ok && planned.plan.rules.map(({transport}) => transport)).toEqual(
        isWritten ? ['ip-132'] : false,
      )
    },
  )

  it('a protocol without ports waits for nobody beside a restricted end', () => {
    expect(waiting([topicRule({protocols: ['GRE'], transports: [], ports: []}, {id: 'r-1'})])).toEqual([])
  })
})
