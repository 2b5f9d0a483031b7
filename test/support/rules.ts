/** Short ways to write rules and topics in tests. */
import type {EndpointRef, Facts, PortRange} from '../../src/model/schema.ts'
import type {Interface, TopicRule} from '../../src/model/topic-rules.ts'

/** `access-edge+public-ip` → the endpoint with its qualifier. */
export function endpoint(text: string): EndpointRef {
  const [id = '', ...qualifiers] = text.split('+')
  return {id, qualifiers, alternatives: []}
}

export const baseFacts: Facts = {
  role: 'Access',
  protocols: ['SIP'],
  security: 'TLS',
  transports: ['tcp'],
  ports: [[443, 443]],
  sourcePorts: [],
  source: endpoint('any'),
  destination: endpoint('access-edge'),
  host: null,
  requirement: 'unknown',
  action: 'allow',
  direction: null,
}

/** A rule with the facts of `baseFacts` but for what is given. */
export const topicRule = (
  facts: Partial<Facts> = {},
  {id = 'r-0000000001', side = 'external'}: {id?: string; side?: Interface} = {},
): TopicRule => ({
  rule: {id, facts: {...baseFacts, ...facts}, anomalies: []},
  table: 1,
  row: 1,
  interface: side,
})

export const ports = (...ranges: PortRange[]): PortRange[] => ranges
