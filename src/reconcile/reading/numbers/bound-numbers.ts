/** Tells which number goes with which abbreviation where a text has them by turns: `port 389 for LDAP and 636 for LDAPS`. */
import type {NumberRead} from './numbers.ts'

/** Abbreviations and protocols, which each language leaves as they are. */
const nameRE = /(?<![A-Za-z0-9])[A-Z][A-Z0-9]*[A-Z](?:[0-9]*)(?![A-Za-z0-9])/g
/** Beside another name these say how it travels: `UDP 3478 for STUN`. */
const carriers: ReadonlySet<string> = new Set(['TCP', 'UDP', 'IP'])
/** More of them are a list. */
const MOST = 4

interface Placed {
  text: string
  at: number
}

/** The number of each name; null where they are not as many, one of them stands twice, or nothing tells which belong together. */
export type Bound = ReadonlyMap<string, string>

/** The same names in both texts, each once in each; null where fewer than two do. */
const sharedNames = (one: string, other: string): [Placed[], Placed[]] | null => {
  const [first, second] = [one, other].map((text) =>
    [...text.matchAll(nameRE)].map(({0: name, index}) => ({text: name, at: index})),
  )
  if (first === undefined || second === undefined) return null
  const names = new Set(first.map(({text}) => text))
  const others = new Set(second.map(({text}) => text))
  const isWhole = names.size === first.length && others.size === second.length
  return isWhole && names.size > 1 && names.symmetricDifference(others).size === 0 ? [first, second] : null
}

/** What is bound in a text to the numbers that stand in it; null where nothing is. */
function boundIn(names: readonly Placed[], numbers: readonly NumberRead[]): Bound | null {
  const values = numbers.map(({value, start}) => ({text: String(value), at: start}))
  const told = names.length === values.length ? names : names.filter(({text}) => !carriers.has(text))
  // Which transport is whose, its own check asks.
  if (told.every(({text}) => carriers.has(text))) return null
  if (told.length < 2 || told.length > MOST || told.length !== values.length) return null
  if (new Set(values.map(({text}) => text)).size < values.length) return null
  const all = [...told, ...values].toSorted((a, b) => a.at - b.at)
  const pairs = Array.from({length: told.length}, (_, at) => all.slice(2 * at, 2 * at + 2))
  // `389 and 636 for LDAP and LDAPS`
  const halves = [all.slice(0, told.length), all.slice(told.length)]
  const isName = (one: Placed): boolean => told.includes(one)
  const grouped = pairs.every((pair) => pair.filter(isName).length === 1)
    ? pairs
    : halves.some((half) => half.every(isName))
      ? (halves[0] ?? []).map((one, at) => [one, halves[1]?.[at] ?? one])
      : null
  return (
    grouped &&
    new Map(
      grouped.map((pair) => [pair.find(isName)?.text ?? '', pair.find((one) => !isName(one))?.text ?? '']),
    )
  )
}

/** The names whose numbers another text exchanges, with the right numbers and its own; null where each keeps its own. */
export function exchangedNumbers(
  right: {text: string; numbers: readonly NumberRead[]},
  own: {text: string; numbers: readonly NumberRead[]},
): {right: string; own: string} | null {
  const names = sharedNames(right.text, own.text)
  if (names === null) return null
  const [theirs, ours] = [boundIn(names[0], right.numbers), boundIn(names[1], own.numbers)]
  if (theirs === null || ours === null || theirs.size !== ours.size) return null
  const differing = [...theirs].filter(([name, value]) => ours.get(name) !== value)
  const values = new Set(differing.map(([, value]) => value))
  const isExchange = differing.length > 1 && differing.every(([name]) => values.has(ours.get(name) ?? ''))
  const written = (bound: Bound): string => differing.map(([name]) => `${name} ${bound.get(name)}`).join(', ')
  return isExchange ? {right: written(theirs), own: written(ours)} : null
}
