/** The machines that rules name: what the rows of a page can be filtered by. */
import {type EndpointNames, nameOfEndpoint} from '../../facts/endpoints/endpoint-label.ts'
import type {EndpointRef, Facts} from '../../model/schema.ts'

export interface Machine {
  id: string
  /** In the reader's language. */
  name: string
}

type Ends = Pick<Facts, 'source' | 'destination' | 'host'>

/** A rule for any machine names none, but for those that “any” can be narrowed to. */
export const machinesOf = ({source, destination, host}: Ends): string[] => [
  ...new Set([source, destination, host].flatMap(named)),
]

const named = (end: EndpointRef | null): string[] =>
  end === null ? [] : [end.id, ...end.alternatives].filter((id) => id !== 'any' && id !== 'several')

/** Those that tell rules apart, sorted by name. */
export function machineChoices(
  rules: readonly Ends[],
  endpoints: EndpointNames,
  locale: string,
): readonly Machine[] {
  const lists = rules.map(machinesOf)
  const {compare} = new Intl.Collator(locale)
  return [...new Set(lists.flat())]
    .filter((id) => !lists.every((list) => list.includes(id)))
    .map((id) => ({id, name: nameOfEndpoint(id, endpoints, locale)}))
    .toSorted((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
}

/** Numbers of the machines of some rules in the list, from 1, as a row carries them; undefined for none. */
export function machineNumbers(rules: readonly Ends[], machines: readonly Machine[]): string | undefined {
  const own = new Set(rules.flatMap(machinesOf))
  const numbers = machines.flatMap(({id}, at) => (own.has(id) ? [at + 1] : []))
  return numbers.length === 0 ? undefined : numbers.join(' ')
}
