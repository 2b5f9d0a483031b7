/** An export request for tests: rules with safe words, no addresses, everything chosen but legacy. */

import type {ExportRequest} from '../../src/firewall/export-types.ts'
import {firewallTexts} from '../../src/firewall/firewall-texts-fs.ts'
import type {Endpoint} from '../../src/model/schema.ts'
import type {TopicRule} from '../../src/model/topic-rules.ts'

export const testEndpoints: Endpoint[] = [
  {id: 'any', zone: 'internet', names: {en: 'Any', 'fr-FR': 'Indifférent'}},
  {id: 'access-edge', zone: 'edge-external', names: {en: 'Access Edge service'}},
  {id: 'av-edge', zone: 'edge-external', names: {en: 'A/V Edge service'}},
  {id: 'edge-internal', zone: 'edge-internal', names: {en: 'Edge internal interface'}},
  {id: 'front-end-pool', zone: 'internal', names: {en: 'Front End pool'}},
]

export const exportRequest = (
  rules: readonly TopicRule[],
  rest: Partial<ExportRequest> = {},
): ExportRequest => ({
  topic: 'single-edge',
  title: 'Single Edge',
  locale: 'en',
  texts: firewallTexts(rest.locale ?? 'en'),
  rules: rules.map(({rule, interface: side}) => ({
    id: rule.id,
    facts: rule.facts,
    interface: side,
    purpose: 'open' as const,
    comment: ['what the row says'],
    remark: null,
    condition: null,
    anomalies: [],
    url: `https://ports.example/en/single-edge/#${rule.id}`,
  })),
  endpoints: testEndpoints,
  addresses: {},
  chosen: {required: true, conditional: true, optional: true, legacy: false, unknown: true},
  interface: null,
  allowed: [],
  ...rest,
})
