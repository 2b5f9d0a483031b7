/** What a rule is for: TCP, UDP, or a protocol beside them by its number, for which no ports are written. */
import {ipNumberOf} from '../facts/ip-protocols.ts'
import type {Facts, Transport} from '../model/schema.ts'

/** `ip-47` is GRE; `ip-1-8` the messages of one type of ICMP. */
export type PlanTransport = Transport | `ip-${number}` | `ip-${number}-${number}`

export interface IpTransport {
  /** Of the registry of protocol numbers. */
  number: number
  /** One type of messages of ICMP; null for all of the protocol. */
  icmpType: number | null
}

export const icmp = 1
export const icmpV6 = 58

/** TCP, UDP, DCCP, SCTP and UDP-Lite: only of these a port says something. */
export const portedProtocols: readonly number[] = [6, 17, 33, 132, 136]

/** Whether a rule for a protocol by its number is one for all ports of that protocol. */
export const opensAllPorts = (transport: PlanTransport): boolean =>
  portedProtocols.includes(ipOf(transport)?.number ?? 0)

const ipRE = /^ip-(\d{1,3})(?:-(\d{1,3}))?$/

/** null for TCP and UDP. */
export function ipOf(transport: PlanTransport): IpTransport | null {
  const [, number, type] = ipRE.exec(transport) ?? []
  return number === undefined
    ? null
    : {number: Number(number), icmpType: type === undefined ? null : Number(type)}
}

export const ipTransport = ({number, icmpType}: IpTransport): PlanTransport =>
  icmpType === null ? `ip-${number}` : `ip-${number}-${icmpType}`

/** The protocols without ports that a rule states, those of ICMP by each of its types. */
export const ipTransportsOf = ({protocols, icmpTypes = []}: Facts): PlanTransport[] =>
  protocols.flatMap((name) => {
    const number = ipNumberOf(name)
    if (number === null) return []
    const types = number === icmp || number === icmpV6 ? icmpTypes : []
    return types.length === 0
      ? [ipTransport({number, icmpType: null})]
      : types.map((icmpType) => ipTransport({number, icmpType}))
  })

/** ICMP is of IPv4 and its successor of IPv6 alone; null for what both carry. */
export function familyOfIp(transport: PlanTransport): 'v4' | 'v6' | null {
  const number = ipOf(transport)?.number
  if (number === icmp) return 'v4'
  return number === icmpV6 ? 'v6' : null
}

/** What stands in a file of data. @throws SyntaxError for anything else */
export function readTransport(text: string): PlanTransport {
  if (text === 'tcp' || text === 'udp') return text
  const [, number, type] = ipRE.exec(text) ?? []
  if (number === undefined) throw new SyntaxError(`expected a transport, found “${text}”`)
  return ipTransport({number: Number(number), icmpType: type === undefined ? null : Number(type)})
}
