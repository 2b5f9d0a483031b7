/** Reads the terms of an Aerleon file with the networks and services that they name. */

import {parse} from 'yaml'
import {z} from 'zod'
import type {PortRange} from '../../../model/schema.ts'
import {lookUp} from '../../../text/look-up.ts'
import type {ReadRule} from '../../export-types.ts'
import {ipTransport, type PlanTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'
import {aerleonProtocols} from './write.ts'

const fileSchema = z.object({
  networks: z
    .record(
      z.string(),
      z.object({values: z.array(z.object({address: z.string().optional(), name: z.string().optional()}))}),
    )
    .default({}),
  services: z.record(
    z.string(),
    z.array(z.object({port: z.union([z.string(), z.int()]), protocol: z.enum(['tcp', 'udp'])})),
  ),
  filters: z.array(
    z.object({
      terms: z.array(
        z.object({
          'source-address': z.string().optional(),
          'destination-address': z.string().optional(),
          'source-port': z.string().optional(),
          'destination-port': z.string().optional(),
          // A term without one is of all.
          protocol: z.enum(['tcp', 'udp', ...aerleonProtocols.values()]).optional(),
          action: z.enum(['accept', 'deny']),
        }),
      ),
    }),
  ),
})

type File = z.infer<typeof fileSchema>

export function read(text: string): ReadRule[] {
  const file = fileSchema.parse(parse(text))
  return file.filters.flatMap(({terms}) =>
    terms.map((term) => ({
      direction: 'forward',
      transport: transportOf(term.protocol),
      ...(term.action === 'deny' ? {action: 'deny' as const} : {}),
      ports: ports(file, term['destination-port'], term.protocol),
      sourcePorts: ports(file, term['source-port'], term.protocol),
      sources: addresses(file, term['source-address']),
      destinations: addresses(file, term['destination-address']),
    })),
  )
}

function transportOf(name: string | undefined): PlanTransport {
  if (name === undefined) return 'ip'
  if (name === 'tcp' || name === 'udp') return name
  const [number] = aerleonProtocols.entries().find(([, each]) => each === name) ?? []
  if (number === undefined) throw new SyntaxError(`expected a protocol, found “${name}”`)
  return ipTransport({number, icmpType: null})
}

function ports({services}: File, name: string | undefined, protocol: string | undefined): PortRange[] {
  if (name === undefined) return []
  const service = lookUp(services, name)
  if (service === undefined) throw new SyntaxError(`expected a definition of the service ${name}`)
  return readPorts(
    service.filter((each) => each.protocol === protocol).map(({port}) => String(port)),
    '-',
  )
}

/** A network that only refers to a name that is defined nowhere is one that the reader has still to set. */
function addresses({networks}: File, name: string | undefined): string[] {
  if (name === undefined) return ['any']
  const network = lookUp(networks, name)
  if (network === undefined) throw new SyntaxError(`expected a definition of the network ${name}`)
  return network.values.map(({address}) => address ?? `$${name}`)
}
