/** Reads what `ipset save` prints. Source: ipset(8). */
import type {ConfigFile} from '../device.ts'

export const isIpset = (text: string): boolean => /^create \S+ (?:hash|bitmap|list):\S+/m.test(text)

export interface Ipset {
  /** What its members tell: `['ip']`, `['net', 'port']`. */
  fields: readonly string[]
  /** One text a field. */
  members: readonly (readonly string[])[]
}

const kinds = ['ip', 'net', 'port']

/** By name; null for a set whose kind or exceptions can't be told as lists of addresses and ports. */
export function readIpsets({text}: ConfigFile): Map<string, Ipset | null> {
  const sets = new Map<string, (Ipset & {members: string[][]}) | null>()
  const lists = new Map<string, string[]>()
  for (const [at, line] of text.split('\n').entries()) {
    const [command, name = '', value = '', ...more] = line.trim().split(/\s+/)
    if (command === undefined || command === '' || command.startsWith('#')) continue
    if (command === 'create' && value === 'list:set') lists.set(name, [])
    else if (command === 'create') {
      const fields = (value.split(':')[1] ?? '').split(',')
      sets.set(name, fields.every((field) => kinds.includes(field)) ? {fields, members: []} : null)
    } else if (command === 'add' && lists.has(name)) lists.get(name)?.push(value)
    else if (command === 'add') {
      if (!sets.has(name)) throw new SyntaxError(`line ${at + 1}: the set ${name} is not created before`)
      if (more.includes('nomatch')) sets.set(name, null)
      sets.get(name)?.members.push(value.split(','))
    } else throw new SyntaxError(`line ${at + 1}: expected create or add, found “${command}”`)
  }
  return new Map([...sets, ...[...lists].map(([name, parts]) => [name, listed(parts, sets)] as const)])
}

/** A list of sets holds the members of all. */
function listed(names: readonly string[], sets: ReadonlyMap<string, Ipset | null>): Ipset | null {
  const parts = names.map((name) => sets.get(name) ?? null)
  const [first] = parts
  if (first === undefined) return {fields: ['ip'], members: []}
  const isSame = parts.every((part) => part?.fields.length === first?.fields.length)
  return first === null || !isSame || parts.includes(null)
    ? null
    : {fields: first.fields, members: parts.flatMap((part) => part?.members ?? [])}
}
