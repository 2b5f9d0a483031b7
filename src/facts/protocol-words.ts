/** Knows the words for protocols, transports and security, which are the same in every language. */

import type {Security, Transport} from '../model/schema.ts'
import {foldToken} from '../text/normalize.ts'
import data from './protocols.json' with {type: 'json'}

export type Term =
  | {kind: 'protocol'; name: string}
  | {kind: 'transport'; transport: Transport}
  | {kind: 'security'; security: Security}

/** Words that may stand between a protocol and what carries it. */
export const connectors: readonly string[] = data.connectors

/** Words of the longest name of a protocol. */
export const MAX_TERM_WORDS = 5

/** Names are published in upper case, whatever their usual spelling. */
const protocols = data.protocols.map(({name, names, over}) => ({
  name: name.toUpperCase(),
  spellings: [name, ...names],
  over,
}))

const order = new Map(protocols.map(({name}, i) => [name, i]))
const terms = new Map<string, Term>()
for (const {name, spellings} of protocols)
  for (const spelling of spellings) terms.set(foldToken(spelling), {kind: 'protocol', name})
for (const transport of ['tcp', 'udp'] as const)
  for (const spelling of data.transports[transport])
    terms.set(foldToken(spelling), {kind: 'transport', transport})
for (const security of ['TLS', 'MTLS'] as const)
  for (const spelling of data.security[security]) terms.set(foldToken(spelling), {kind: 'security', security})

/** Every spelling of TCP and UDP. */
export const transportSpellings: readonly string[] = Object.values(data.transports).flat()

/** Every spelling of a protocol or of security. */
export const protocolSpellings: readonly string[] = [
  ...data.protocols.flatMap(({name, names}) => [name, ...names]),
  ...Object.values(data.security).flat(),
]

/** What a word or a few words name, in any case and width; null for other words. */
export function termOf(words: string): Term | null {
  return terms.get(foldToken(words)) ?? null
}

/** The transports that carry a protocol: `["tcp"]` for PSOM; empty for an unknown one. */
export function transportsOf(protocol: string): readonly string[] {
  return protocols.find(({name}) => name === protocol)?.over ?? []
}

/**
 * The transports that are meant where a protocol is named without one: what alone carries it, or what the registry says;
 * empty where it may be the one or the other.
 */
export function transportsImpliedBy(protocol: string): Transport[] {
  const entry = data.protocols.find(({name}) => name.toUpperCase() === protocol)
  const meant = entry && ('implies' in entry ? entry.implies : entry.over.length === 1 ? entry.over : [])
  return (['tcp', 'udp'] as const).filter((transport) => meant?.includes(transport))
}

/** Each once, in the order of `protocols.json` (unknown ones last), so that a set has one spelling in every language. */
export function sortProtocols(names: Iterable<string>): string[] {
  const rank = (name: string) => order.get(name) ?? order.size
  return [...new Set(names)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0))
}

/** The transports that a text names as words of their own, in any language: `Port (TCP)`, `UDP ポート`. */
export function transportsIn(text: string): Transport[] {
  const told = foldToken(text)
  return (['tcp', 'udp'] as const).filter((transport) => namedRE[transport].test(told))
}

/** The transport whose name is all that a header says, perhaps once a language: `TCP`, `UDP UDP`; null for other headers. */
export function transportNamed(header: string): Transport | null {
  const term = header === '' ? null : termOf([...new Set(foldToken(header).split(' '))].join(' '))
  return term?.kind === 'transport' ? term.transport : null
}

const namedRE = {tcp: /(?<![a-z0-9])tcp(?![a-z])/u, udp: /(?<![a-z0-9])udp(?![a-z])/u}
