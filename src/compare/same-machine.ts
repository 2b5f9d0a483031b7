/** Tells whether two wordings of an end name the same machine: "(pool)", or "(public IP)" where its table has no other. */

import type {EndpointRef} from '../model/schema.ts'
import {endpointKey, type TopicRule, tellingQualifiers} from '../model/topic-rules.ts'

/** Words for a machine as a whole. */
const wholeMachine: ReadonlySet<string> = new Set(['interface', 'pool'])

/** Which of a machine's addresses is meant. */
const addressRE = /(?:^|-)(?:ip|vip)$/

/** One string for an end of a rule: equal ones name the same machine, however a row of their table puts it. */
export type MachineNames = (rule: TopicRule, end: EndpointRef | null) => string

/** What the rows of one table say of one machine. */
interface Wordings {
  whole: Set<string>
  addresses: Set<string>
}

export function machineNames(rules: readonly TopicRule[]): MachineNames {
  const tables = new Map<string, Wordings>()
  const key = ({table}: TopicRule, {id}: EndpointRef): string => `${table} ${id}`
  for (const rule of rules) {
    const {source, destination, host} = rule.rule.facts
    for (const end of [source, destination, host]) {
      if (end === null) continue
      const said = tables.get(key(rule, end)) ?? {whole: new Set(), addresses: new Set()}
      for (const word of tellingQualifiers(end)) {
        if (wholeMachine.has(word)) said.whole.add(word)
        if (addressRE.test(word)) said.addresses.add(word)
      }
      tables.set(key(rule, end), said)
    }
  }
  return (rule, end) => {
    const said = end === null ? undefined : tables.get(key(rule, end))
    if (end === null || said === undefined) return endpointKey(end)
    const words = tellingQualifiers(end)
    const telling = said.whole.size > 1 ? words : words.filter((word) => !wholeMachine.has(word))
    const qualifiers = telling.length === 0 && said.addresses.size === 1 ? [...said.addresses] : telling
    return endpointKey({...end, qualifiers})
  }
}
