/** Reads what `ipset save` prints. Source: ipset(8). */
import type {ConfigFile} from '../device.ts'

export const isIpset = (text: string): boolean => /^create \S+ (?:hash|bitmap|list):\S+/m.test(text)

export interface Ipset {
  /** What its members tell: `['ip']`, `['net', 'port']`. */
  fields: readonly string[]
  /** One text a field. */
  members: readonly (readonly string[])[]
}

/** A set that can't be told as a list of addresses and ports, and why. */
export interface UnreadIpset {
  unread: string
}

const kinds = ['ip', 'net', 'port']

/** By name. */
export function readIpsets({text}: ConfigFile): Map<string, Ipset | UnreadIpset> {
  const sets = new Map<string, (Ipset & {members: string[][]}) | UnreadIpset>()
  const lists = new Map<string, string[]>()
  for (const [at, line] of text.split('\n').entries()) {
    const [command, name = '', value = '', ...more] = line.trim().split(/\s+/)
    if (command === undefined || command === '' || command.startsWith('#')) continue
    if (command === 'create' && value === 'list:set') lists.set(name, [])
    else if (command === 'create') {
      const fields = (value.split(':')[1] ?? '').split(',')
      sets.set(
        name,
        fields.every((field) => kinds.includes(field))
          ? {fields, members: []}
          : {unread: `is of the kind ${value}, which is not read`},
      )
    } else if (command === 'add' && lists.has(name)) lists.get(name)?.push(value)
    else if (command === 'add') {
      const set = sets.get(name)
      if (set === undefined) throw new SyntaxError(`line ${at + 1}: the set ${name} is not created before`)
      if ('unread' in set) continue
      if (more.includes('nomatch')) sets.set(name, {unread: `has exceptions (nomatch), which are not read`})
      else set.members.push(value.split(','))
    } else throw new SyntaxError(`line ${at + 1}: expected create or add, found “${command}”`)
  }
  return new Map([...sets, ...[...lists].map(([name, parts]) => [name, listed(parts, sets)] as const)])
}

/** A list of sets holds the members of all. */
function listed(
  names: readonly string[],
  sets: ReadonlyMap<string, Ipset | UnreadIpset>,
): Ipset | UnreadIpset {
  const parts = names.map(
    (name): Ipset | UnreadIpset => sets.get(name) ?? {unread: `lists ${name}, which is not there`},
  )
  const unread = parts.find((part) => 'unread' in part)
  if (unread !== undefined) return unread
  const read = parts.flatMap((part) => ('unread' in part ? [] : [part]))
  const [first] = read
  if (first === undefined) return {fields: ['ip'], members: []}
  return read.every(({fields}) => fields.length === first.fields.length)
    ? {fields: first.fields, members: read.flatMap(({members}) => members)}
    : {unread: 'lists sets of several kinds, which is not read'}
}
