/** Reads the security rules of an Azure template. */

import {z} from 'zod'
import {MAX_PORT} from '../../../model/max-port.ts'
import type {PortRange} from '../../../model/schema.ts'
import type {ReadRule} from '../../export-types.ts'
import {ipTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'
import {azureProtocols} from './write.ts'

const prefixesSchema = z.union([z.array(z.string()), z.string()]).optional()

const ruleSchema = z.object({
  properties: z.object({
    direction: z.enum(['Inbound', 'Outbound']),
    access: z.enum(['Allow', 'Deny']),
    protocol: z.enum(['Tcp', 'Udp', '*', ...azureProtocols.values()]),
    sourcePortRange: z.string().optional(),
    sourcePortRanges: z.array(z.string()).optional(),
    destinationPortRange: z.string().optional(),
    destinationPortRanges: z.array(z.string()).optional(),
    sourceAddressPrefix: z.string().optional(),
    sourceAddressPrefixes: prefixesSchema,
    destinationAddressPrefix: z.string().optional(),
    destinationAddressPrefixes: prefixesSchema,
  }),
})

const templateSchema = z.object({
  resources: z.array(z.object({properties: z.object({securityRules: z.array(ruleSchema)})})),
})

const parameterRE = /^\[parameters\('([A-Z0-9_]+)'\)\]$/

export function read(text: string): ReadRule[] {
  const {resources} = templateSchema.parse(JSON.parse(text))
  return resources.flatMap(({properties}) =>
    properties.securityRules.map(({properties: rule}) => ({
      direction: rule.direction === 'Inbound' ? 'in' : 'out',
      ...(rule.access === 'Deny' ? {action: 'deny' as const} : {}),
      ...trafficOf(rule),
      sourcePorts: ports(rule.sourcePortRange, rule.sourcePortRanges, []),
      sources: addresses(rule.sourceAddressPrefix, rule.sourceAddressPrefixes),
      destinations: addresses(rule.destinationAddressPrefix, rule.destinationAddressPrefixes),
    })),
  )
}

function trafficOf(rule: z.infer<typeof ruleSchema>['properties']): Pick<ReadRule, 'transport' | 'ports'> {
  if (rule.protocol === '*') return {transport: 'ip', ports: []}
  const [number] = azureProtocols.entries().find(([, name]) => name === rule.protocol) ?? []
  if (number !== undefined) return {transport: ipTransport({number, icmpType: null}), ports: []}
  return {
    transport: rule.protocol === 'Tcp' ? 'tcp' : 'udp',
    ports: ports(rule.destinationPortRange, rule.destinationPortRanges, [[0, MAX_PORT]]),
  }
}

const ports = (one: string | undefined, many: string[] | undefined, any: PortRange[]): PortRange[] =>
  one === '*' ? any : readPorts(many ?? (one === undefined ? [] : [one]), '-')

function addresses(one: string | undefined, many: string[] | string | undefined): string[] {
  if (one === '*') return ['any']
  const found = many ?? one ?? []
  return (typeof found === 'string' ? [found] : found).map((prefix) => prefix.replace(parameterRE, '$$$1'))
}
