/** Reads the NetworkPolicies of a manifest. */
import {parseAllDocuments} from 'yaml'
import {z} from 'zod'
import type {ReadRule} from '../../export-types.ts'

const peersSchema = z.array(z.object({ipBlock: z.object({cidr: z.string()})}))
const portsSchema = z.array(
  z.object({protocol: z.enum(['TCP', 'UDP']), port: z.int(), endPort: z.int().optional()}),
)
const policySchema = z.object({
  kind: z.literal('NetworkPolicy'),
  spec: z.object({
    podSelector: z.object({matchLabels: z.object({'portolan/machine': z.string()})}),
    ingress: z.array(z.object({from: peersSchema, ports: portsSchema})).default([]),
    egress: z.array(z.object({to: peersSchema, ports: portsSchema})).default([]),
  }),
})

export function read(text: string): ReadRule[] {
  const documents = parseAllDocuments(text)
  return [...documents].flatMap((document) => {
    const value: unknown = document.toJS()
    return value === null ? [] : readPolicy(policySchema.parse(value))
  })
}

function readPolicy({spec}: z.infer<typeof policySchema>): ReadRule[] {
  const local = [`group:${spec.podSelector.matchLabels['portolan/machine']}`]
  const rules = (
    peers: z.infer<typeof peersSchema>,
    ports: z.infer<typeof portsSchema>,
    direction: 'in' | 'out',
  ): ReadRule[] =>
    ports.map(({protocol, port, endPort = port}) => {
      const remote = [...new Set(peers.map(({ipBlock}) => addressOf(ipBlock.cidr)))]
      return {
        direction,
        transport: protocol === 'TCP' ? 'tcp' : 'udp',
        ports: [[port, endPort]],
        sourcePorts: [],
        sources: direction === 'in' ? remote : local,
        destinations: direction === 'in' ? local : remote,
      }
    })
  return [
    ...spec.ingress.flatMap(({from, ports}) => rules(from, ports, 'in')),
    ...spec.egress.flatMap(({to, ports}) => rules(to, ports, 'out')),
  ]
}

function addressOf(cidr: string): string {
  if (cidr === '0.0.0.0/0' || cidr === '::/0') return 'any'
  if (cidr.startsWith('SET_')) return `$${cidr.slice('SET_'.length)}`
  return cidr.replace(/^([0-9.]+)\/32$|^([0-9a-f:]+)\/128$/, '$1$2')
}
