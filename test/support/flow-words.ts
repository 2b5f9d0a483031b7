/** The English words of a flow picture, for tests of what is drawn. */
import type {FlowWords} from '../../src/compare/flow/flow-types.ts'
import {addressLabels} from '../../src/facts/endpoints/endpoint-label.ts'

/** `change` replaces what a test looks at. */
export const flowWords = (change: Pick<FlowWords, 'nameOf'> & Partial<FlowWords>): FlowWords => ({
  title: 'Flows',
  description: 'Who talks to whom',
  zones: {
    internet: 'Internet',
    'edge-external': 'Edge, external side',
    'edge-internal': 'Edge, internal side',
    internal: 'Internal servers',
    unstated: 'Zone not stated',
  },
  unstated: 'not stated',
  legend: 'Legend',
  firewall: 'Firewall',
  styles: {
    plain: 'open',
    conditional: 'conditional',
    optional: 'optional',
    legacy: 'legacy systems only',
    deny: 'do not open',
  },
  marks: {opened: 'opened', closed: 'closed', changed: 'changed'},
  addressesOf: (endpoint) => addressLabels(endpoint, 'en'),
  formatPorts: (ranges) =>
    ranges.map(([low, high]) => (low === high ? `${low}` : `${low}-${high}`)).join(', '),
  ...change,
})
