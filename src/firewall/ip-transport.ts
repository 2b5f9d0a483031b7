/** What a rule is for: TCP, UDP, a protocol beside them by its number, for which no ports are written, or all of them. */
import {ipNumberOf} from '../facts/ip-protocols.ts'
import type {Facts, Transport} from '../model/schema.ts'

/** `ip` is all protocols; `ip-47` is GRE; `ip-1-8` the messages of one type of ICMP. */
export type PlanTransport = Transport | 'ip' | `ip-${number}` | `ip-${number}-${number}`

export interface IpTransport {
  /** Of the registry of protocol numbers; null for all protocols, TCP and UDP among them. */
  number: number | null
  /** One type of messages of ICMP; null for all of the protocol. */
  icmpType: number | null
}

export const icmp = 1
export const icmpV6 = 58

/** TCP, UDP, DCCP, SCTP and UDP-Lite: only of these a port says something. */
export const portedProtocols: readonly number[] = [6, 17, 33, 132, 136]

/** Whether a rule for a protocol by its number is one for all ports of that protocol. */
export function opensAllPorts(transport: PlanTransport): boolean {
  const ip = ipOf(transport)
  return ip !== null && (ip.number === null || portedProtocols.includes(ip.number))
}

const ipRE = /^ip(?:-(\d{1,3})(?:-(\d{1,3}))?)?$/

/** null for TCP and UDP. */
export function ipOf(transport: string): IpTransport | null {
  const [all, number, type] = ipRE.exec(transport) ?? []
  if (all === undefined) return null
  return {
    number: number === undefined ? null : Number(number),
    icmpType: type === undefined ? null : Number(type),
  }
}

export function ipTransport({number, icmpType}: IpTransport): PlanTransport {
  if (number === null) return 'ip'
  return icmpType === null ? `ip-${number}` : `ip-${number}-${icmpType}`
}

/** Of a protocol that has a number; null for TCP, UDP and all protocols. */
export function numberedIp(transport: PlanTransport): (IpTransport & {number: number}) | null {
  const ip = ipOf(transport)
  return ip === null || ip.number === null ? null : {...ip, number: ip.number}
}

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
  const ip = ipOf(text)
  if (ip === null) throw new SyntaxError(`expected a transport, found “${text}”`)
  return ipTransport(ip)
}
