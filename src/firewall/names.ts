/** Gives every endpoint and rule of a plan an identifier that all targets take. */

const otherSignRE = /[^A-Z0-9]+/g
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
    .replace(otherSignRE, '_')
    .slice(0, maximumLength)
    .replace(edgeUnderscoreRE, '')
  return letterRE.test(plain) ? plain : `ENDPOINT${plain === '' ? '' : `_${plain}`}`
}

/** Ids are made by us, but a dataset is a file that anybody may have changed. */
export const cleanId = (id: string): string => id.replace(otherThanIdRE, '')

const otherThanIdRE = /[^A-Za-z0-9-]/g
