/** Addresses of rules that survive retranslation: from the topic and the facts, never from wording or position. */
import {createHash} from 'node:crypto'
import type {Facts} from '../model/schema.ts'

/** Gives each rule of a topic its id, in order; equal facts in one topic are told apart by counting. */
export const createRuleIds = (topicKey: string): ((facts: Facts) => string) => {
  const seen = new Map<string, number>()
  return (facts) => {
    const identity = factsIdentity(facts)
    const nth = (seen.get(identity) ?? 0) + 1
    seen.set(identity, nth)
    const digest = createHash('sha256').update(`${topicKey}\n${identity}\n${nth}`).digest('hex')
    return `r-${digest.slice(0, 10)}`
  }
}

/**
 * Facts as one comparable text. The requirement is left out: it is read from the wording of a note; and what is implied: it is
 * read from the protocol, and may be known of more protocols tomorrow. An action and a direction count where they are more
 * than what every rule had before there were any.
 */
export const factsIdentity = (facts: Facts): string => {
  const {role, protocols, security, transports, ports, sourcePorts, source, destination, host, known} = facts
  const {action, direction} = facts
  return JSON.stringify([
    role,
    protocols,
    security,
    known?.transports?.how === 'implied' ? [] : transports,
    ports,
    sourcePorts,
    source,
    destination,
    host,
    ...(action === 'deny' ? [action] : []),
    ...(direction === null ? [] : [direction]),
    ...(facts.portNames ?? []),
    ...(facts.allProtocols === undefined ? [] : [{allProtocols: true}]),
    ...(facts.icmpTypes === undefined ? [] : [{icmp: facts.icmpTypes}]),
  ])
}
