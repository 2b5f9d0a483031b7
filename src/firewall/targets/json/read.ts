/** Reads the rules of a JSON export. */
import {z} from 'zod'
import type {ReadRule} from '../../export-types.ts'
import {readTransport} from '../../ip-transport.ts'
import {readPorts} from '../../ports-text.ts'

const endSchema = z.union([
  z.object({any: z.literal(true)}).transform(() => ['any']),
  z.object({variable: z.string()}).transform(({variable}) => [`$${variable}`]),
  z.object({addresses: z.array(z.string())}).transform(({addresses}) => addresses),
])

const portsSchema = z.array(z.string()).transform((members) => readPorts(members, '-'))

const fileSchema = z.object({
  rules: z.array(
    z.object({
      action: z.enum(['allow', 'deny']).default('allow'),
      direction: z.enum(['in', 'out', 'forward']),
      transport: z.string().transform(readTransport),
      source: endSchema,
      sourcePorts: portsSchema,
      destination: endSchema,
      ports: portsSchema,
    }),
  ),
})

const severalSchema = z.object({topics: z.array(fileSchema)}).transform(({topics}) => ({
  rules: topics.flatMap(({rules}) => rules),
}))

export function read(text: string): ReadRule[] {
  const {rules} = z.union([severalSchema, fileSchema]).parse(JSON.parse(text))
  return rules.map(({source, destination, action, ...rule}) => ({
    ...rule,
    ...(action === 'deny' ? {action} : {}),
    sources: source,
    destinations: destination,
  }))
}
