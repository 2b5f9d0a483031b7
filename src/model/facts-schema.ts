/** What a rule says in no language, as schemas: ports, transports, endpoints, requirement. */
import {z} from 'zod'

/** One port from 0 to 65,535. */
export const portSchema = z.int().min(0).max(65535)

/** An inclusive range of ports; a single port is `[p, p]`. */
export const portRangeSchema = z
  .tuple([portSchema, portSchema])
  .refine(([low, high]) => low <= high, {error: 'the lower bound is above the upper bound'})

export const transportSchema = z.enum(['tcp', 'udp'])

export const securitySchema = z.enum(['TLS', 'MTLS'])

export const requirementSchema = z.enum(['required', 'optional', 'conditional', 'legacy'])

/** An endpoint of a rule: an entity of `endpoints.json` (or a slug of the English text) and what narrows it. */
export const endpointRefSchema = z.object({
  /** Kebab-case: `any`, `access-edge`, `front-end-pool`, … */
  id: z.string(),
  /** Sorted, kebab-case: `public-ip`, `private-ip`, `interface`, `pool`, … */
  qualifiers: z.array(z.string()),
  /** For "Any (can be defined as …)": the entities that it can be narrowed to, sorted; else empty. */
  alternatives: z.array(z.string()),
})

/** That the document doesn't state a fact, and what implies it: HTTPS is over TCP. */
export const impliedSchema = z.object({how: z.literal('implied'), by: z.string()})

/** What a rule says, in no language. Lists are sorted and hold no duplicates. */
export const factsSchema = z.object({
  /** The Edge role or service that the port belongs to, in English (`Access`, `A/V`, `SQL Browser`). */
  role: z.string().nullable(),
  /** Upper-case application protocols: `SIP`, `STUN`. */
  protocols: z.array(z.string()),
  security: securitySchema.nullable(),
  transports: z.array(transportSchema),
  /** Destination (listening) ports; "any port" is `[[0, 65535]]`; empty when the source states none. */
  ports: z.array(portRangeSchema),
  /** Source ports where the table has a column for them; else empty. */
  sourcePorts: z.array(portRangeSchema),
  source: endpointRefSchema.nullable(),
  destination: endpointRefSchema.nullable(),
  /** For tables that name one machine only (server role, load balancer, component): that machine. */
  host: endpointRefSchema.nullable(),
  requirement: requirementSchema,
  /** How facts are known that the document doesn't state itself; it states all others, or they are empty. */
  known: z.object({transports: impliedSchema.optional()}).optional(),
})

/** An endpoint as a thing of its own: its name in every language and its zone. */
export const endpointSchema = z.object({
  id: z.string(),
  zone: z.enum(['internet', 'edge-external', 'edge-internal', 'internal', 'unknown']),
  names: z.record(z.string(), z.string()),
})

export type PortRange = z.infer<typeof portRangeSchema>
export type Transport = z.infer<typeof transportSchema>
export type Security = z.infer<typeof securitySchema>
export type Requirement = z.infer<typeof requirementSchema>
export type EndpointRef = z.infer<typeof endpointRefSchema>
export type Facts = z.infer<typeof factsSchema>
export type Endpoint = z.infer<typeof endpointSchema>
