/** What a rule says in no language, as schemas: ports, transports, endpoints, requirement. */

import {z} from 'zod'
import {MAX_PORT} from './max-port.ts'

/** One port from 0 to 65,535. */
export const portSchema = z.int().min(0).max(MAX_PORT)

/** An inclusive range of ports; a single port is `[p, p]`. */
export const portRangeSchema = z
  .tuple([portSchema, portSchema])
  .refine(([low, high]) => low <= high, {error: 'the lower bound is above the upper bound'})

export const transportSchema = z.enum(['tcp', 'udp'])

export const securitySchema = z.enum(['TLS', 'MTLS'])

/** Ranges that a document names without numbers: what a system gives out by itself, such as RPC dynamic or ephemeral ports. */
export const portNameSchema = z.enum(['dynamic'])

/** Whether the traffic is to be let through or to be stopped. */
export const actionSchema = z.enum(['allow', 'deny'])

/** As the document states it, seen from the machine that the table is about. */
export const directionSchema = z.enum(['in', 'out', 'both'])

/** `unknown` where nothing is said: neither the row nor its table tells whether the traffic must pass. */
export const requirementSchema = z.enum(['required', 'optional', 'conditional', 'legacy', 'unknown'])

/** An endpoint of a rule: an entity of a vocabulary (or a slug of the English text) and what narrows it. */
export const endpointRefSchema = z.object({
  /** Kebab-case: `any`, `access-edge`, `front-end-pool`, … */
  id: z.string(),
  /** Sorted, kebab-case: `public-ip`, `private-ip`, `interface`, `pool`, … */
  qualifiers: z.array(z.string()),
  /** For "Any (can be defined as …)": the entities that it can be narrowed to, sorted; else empty. */
  alternatives: z.array(z.string()),
})

/** How a fact is known: the document states it, something else implies it (HTTPS is over TCP), or nothing tells it. */
export const knownSchema = z.discriminatedUnion('how', [
  /** `quote` is the text that says so, where it stands outside the cell that is made for it. */
  z.object({how: z.literal('stated'), quote: z.string().optional()}),
  z.object({how: z.literal('implied'), by: z.string()}),
  z.object({how: z.literal('unstated')}),
])

/** The facts of which is told how they are known. */
export const knownFieldSchema = z.enum([
  'action',
  'direction',
  'protocols',
  'transports',
  'ports',
  'sourcePorts',
  'source',
  'destination',
  'host',
  'requirement',
])

/** What a rule says, in no language. Lists are sorted and hold no duplicates. */
export const factsSchema = z.object({
  /** The Edge role or service that the port belongs to, in English (`Access`, `A/V`, `SQL Browser`). */
  role: z.string().nullable(),
  /** Upper-case protocols: `SIP`, `STUN`; those beside TCP and UDP (`ESP`, `ICMP`) have neither transports nor ports. */
  protocols: z.array(z.string()),
  security: securitySchema.nullable(),
  transports: z.array(transportSchema),
  /** Destination (listening) ports; "any port" is `[[0, 65535]]`; empty when the source states none. */
  ports: z.array(portRangeSchema),
  /** Ranges of destination ports that have a name and no numbers; absent where there is none. */
  portNames: z.array(portNameSchema).optional(),
  /** Types of ICMP messages; absent where the rule is for none, or states none. */
  icmpTypes: z.array(z.int().min(0).max(255)).optional(),
  /** Of a rule that denies: it is of all protocols, those without ports, too; absent for other rules. */
  allProtocols: z.literal(true).optional(),
  /** Source ports where the table has a column for them; else empty. */
  sourcePorts: z.array(portRangeSchema),
  source: endpointRefSchema.nullable(),
  destination: endpointRefSchema.nullable(),
  /** For tables that name one machine only (server role, load balancer, component): that machine. */
  host: endpointRefSchema.nullable(),
  requirement: requirementSchema,
  action: actionSchema,
  direction: directionSchema.nullable(),
  /** How each fact is known; absent where facts were put together by something else than a document. */
  known: z.partialRecord(knownFieldSchema, knownSchema).optional(),
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
export type PortName = z.infer<typeof portNameSchema>
export type Action = z.infer<typeof actionSchema>
export type StatedDirection = z.infer<typeof directionSchema>
export type Known = z.infer<typeof knownSchema>
export type KnownField = z.infer<typeof knownFieldSchema>
export type Requirement = z.infer<typeof requirementSchema>
export type EndpointRef = z.infer<typeof endpointRefSchema>
export type Facts = z.infer<typeof factsSchema>
export type Endpoint = z.infer<typeof endpointSchema>
