/** A topic of four rules with their addresses, for audits of hand-made configurations. */
import type {Facts, KnowledgeBase} from '../../src/model/schema.ts'
import {endpoint, topicRule} from './rules.ts'
import {tinyKnowledgeBase} from './tiny-kb.ts'

const facts: Readonly<Record<string, Partial<Facts>>> = {
  web: {},
  media: {
    source: endpoint('av-edge'),
    destination: endpoint('any'),
    transports: ['udp'],
    ports: [[3478, 3478]],
  },
  sip: {source: endpoint('front-end-pool'), destination: endpoint('edge-internal'), ports: [[5061, 5061]]},
  range: {destination: endpoint('av-edge'), transports: ['udp'], ports: [[50000, 59999]]},
}

export const auditAddresses = {
  'access-edge': ['203.0.113.10'],
  'av-edge': ['203.0.113.12'],
  'front-end-pool': ['10.0.0.0/24'],
  'edge-internal': ['10.1.0.5'],
}

export const withRules = (kb: KnowledgeBase): KnowledgeBase => {
  const [topic] = kb.topics
  const [table] = topic?.tables ?? []
  const [row] = table?.rows ?? []
  if (topic === undefined || table === undefined || row === undefined) throw new Error('no row')
  const rules = Object.entries(facts).map(([id, own]) => topicRule(own, {id}).rule)
  topic.tables = [{...table, rows: rules.map((rule) => ({...row, rules: [rule]}))}]
  return kb
}

export const auditKb: KnowledgeBase = withRules(tinyKnowledgeBase())
