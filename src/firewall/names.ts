/** Gives every endpoint and rule of a plan an identifier that all targets take, and every topic its own. */
import {fnvHash} from '../text/fnv-hash.ts'

const otherCharacterRE = /[^A-Z0-9]+/g
const edgeUnderscoreRE = /^_|_$/g
const letterRE = /^[A-Z]/
const maximumLength = 40

/** `access-edge+public-ip` → `ACCESS_EDGE_PUBLIC_IP`; unique, the same for the same set of keys. */
export function identifiers(keys: Iterable<string>): Map<string, string> {
  const taken = new Set<string>()
  const names = new Map<string, string>()
  for (const key of [...new Set(keys)].sort()) {
    const base = identifier(key)
    let name = base
    for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`
    taken.add(name)
    names.set(key, name)
  }
  return names
}

function identifier(key: string): string {
  const plain = key
    .toUpperCase()
    .replace(otherCharacterRE, '_')
    .slice(0, maximumLength)
    .replace(edgeUnderscoreRE, '')
  return letterRE.test(plain) ? plain : `ENDPOINT${plain === '' ? '' : `_${plain}`}`
}

/** Ids are made by us, but a dataset is a file that anybody may have changed. */
export const cleanId = (id: string): string => id.replace(otherThanIdRE, '')

const otherThanIdRE = /[^A-Za-z0-9-]/g

/**
 * What a target calls what it owns of a topic: the id of the topic, cut to `length` and told from others by a digest where
 * it is longer or holds other characters.
 */
export function topicName(topic: string, length: number): string {
  const plain = cleanId(topic)
  if (plain === topic && plain.length <= length && plain !== '') return plain
  const digest = fnvHash(topic).toString(16).padStart(8, '0')
  return `${plain.slice(0, length - digest.length - 1)}-${digest}`
}

/** Rules of one id are counted, those of others are not: a row more in the document renames none. */
export function ruleNames(
  rules: readonly {ruleIds: readonly string[]; transport: string; family: string | null}[],
): string[] {
  const taken = new Map<string, number>()
  return rules.map(({ruleIds, transport, family}) => {
    const base = baseName(ruleIds[0] ?? '', transport, family)
    const count = (taken.get(base) ?? 0) + 1
    taken.set(base, count)
    return counted(base, count)
  })
}

/** All names that up to `most` rules of one id can have. */
export const possibleNames = (
  ruleId: string,
  transport: string,
  families: readonly (string | null)[],
  most: number,
): string[] =>
  families.flatMap((family) =>
    Array.from({length: most}, (_, at) => counted(baseName(ruleId, transport, family), at + 1)),
  )

const baseName = (ruleId: string, transport: string, family: string | null): string =>
  [ruleId, transport, ...(family === null ? [] : [family])].join('-')

const counted = (base: string, count: number): string => (count === 1 ? base : `${base}-${count}`)
